package org.wirebench.tool.socket.view;

import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Entry;
import org.wirebench.fx.Action;
import org.wirebench.fx.AddressRow;
import org.wirebench.fx.EmptyState;
import org.wirebench.fx.ToolContext;
import org.wirebench.fx.frame.FramedView;
import org.wirebench.fx.frame.ToolFrame;
import org.wirebench.tool.socket.SocketTool;
import org.wirebench.tool.socket.view.SocketViewModel.State;

/** One tab of the socket console. */
final class SocketView implements FramedView {
  private static final Messages TEXT = Messages.of(SocketView.class);
  private static final double SETUP_SHARE = 0.32;

  private final ToolContext context;
  private final SocketTool tool;
  private final SocketViewModel model;
  private final ToolFrame frame;
  private final SocketContent content;
  private final SetupPane setup;
  private final Outdated outdated;

  /**
   * @param empty stands where one talks until something was said
   */
  SocketView(SocketTool tool, ToolContext context, Entry initial, EmptyState empty) {
    this.context = context;
    this.tool = tool;
    this.model = new SocketViewModel(context.jobs(), tool.service(), initial, context.variables());
    Whom whom = new Whom(model, new Targets(tool, context, model), context.variables());
    this.frame = new ToolFrame(context, tool, model, whom, new LabForm(model.form()));
    frame.setRemedies(new SocketRemedies(model, frame::start)::of);
    frame.style(SocketView.class, "socket.css");
    this.content = new SocketContent(context, model, empty);
    this.outdated = new Outdated(model);
    this.setup =
        new SetupPane(
            model,
            content.keys(),
            context.settings(),
            content::recordedActions,
            new GeneratorForm(model),
            SetupPane.code(context.jobs(), model, tool.writers(), context.settings()));
    frame
        .row()
        .primaryTextProperty()
        .bind(Bindings.createStringBinding(this::startTitle, model.form().text("mode")));
    frame.fill(
        List.of(outdated, frame.banner(), content.earlier()),
        setup,
        content,
        SETUP_SHARE,
        model.unsent());
    model.stateProperty().addListener((_, _, now) -> stateChanged(now));
  }

  private String startTitle() {
    return model.isServer() ? TEXT.get("listen") : TEXT.get("connect");
  }

  private void stateChanged(State now) {
    boolean open = now == State.OPEN;
    AddressRow row = frame.row();
    row.cancelTextProperty().set(open ? endTitle() : TEXT.get("cancel"));
    row.cancelKeysProperty().set(open ? endAction().keys() : TEXT.get("cancel.keys"));
    if (open) {
      content.bar().focusField();
    }
  }

  private String endTitle() {
    return model.isServer() ? TEXT.get("stop") : TEXT.get("disconnect");
  }

  /** Ends a session that stands; plain Escape does not, it is pressed for too much else. */
  private Action endAction() {
    return Action.of(endTitle(), Feather.X_CIRCLE, model::stop)
        .on("Shift+Esc")
        .when(model.stateProperty().isEqualTo(State.OPEN), TEXT.get("closed"));
  }

  @Override
  public ToolFrame frame() {
    return frame;
  }

  @Override
  public ObservableBooleanValue busy() {
    // A connection that stands is at rest, and a spinner that turns for hours costs power.
    return model.stateProperty().isEqualTo(State.OPENING);
  }

  @Override
  public ObservableBooleanValue live() {
    return model.stateProperty().isEqualTo(State.OPEN);
  }

  @Override
  public List<Action> actions() {
    List<Action> actions = content.actions();
    actions.addAll(setup.actions());
    actions.add(outdated.again());
    actions.add(endAction());
    return actions;
  }

  @Override
  public void cancel() {
    if (model.stateProperty().get() == State.OPENING) {
      frame.row().cancel();
    }
  }

  @Override
  public void close() {
    content.close();
    model.close();
  }

  /** For the tour. */
  SocketViewModel model() {
    return model;
  }

  /** For the tour. */
  SetupPane setup() {
    return setup;
  }

  /** Has clients come for the tour; true when they were answered. */
  BooleanSupplier demonstrateServer() {
    ServerDemonstration demonstration = new ServerDemonstration(context.jobs(), tool.service());
    return () ->
        demonstration.isShown(model.serverProperty().get())
            && content.answered() == ServerDemonstration.CLIENTS;
  }
}
