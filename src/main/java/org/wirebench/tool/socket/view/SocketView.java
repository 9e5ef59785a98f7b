package org.wirebench.tool.socket.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.job.Failure;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Entry;
import org.wirebench.fx.Action;
import org.wirebench.fx.AddressRow;
import org.wirebench.fx.EmptyState;
import org.wirebench.fx.FailureBanner;
import org.wirebench.fx.KeptDivider;
import org.wirebench.fx.LabTarget;
import org.wirebench.fx.ToolContext;
import org.wirebench.fx.ToolView;
import org.wirebench.fx.VariableTips;
import org.wirebench.tool.socket.SocketTool;

/** One tab of the socket console. */
final class SocketView implements ToolView {
  private static final Messages TEXT = Messages.of(SocketView.class);
  private static final double SETUP_SHARE = 0.32;

  /** Lines of code are longer than those of a form. */
  private static final double CODE_SHARE = 0.6;

  private final ToolContext context;
  private final SocketViewModel model;
  private final SocketTool tool;
  private final Targets targets;
  private final LabTarget labTarget;
  private final SocketRemedies remedies;
  private final VBox root = new VBox();
  private final Whom whom;
  private final AddressRow row;
  private final FailureBanner banner = new FailureBanner();
  private final SocketContent content;
  private final SetupPane setup;
  private final Outdated outdated;
  private final ObservableValue<Object> edits;
  private final KeptDivider divider;

  SocketView(SocketTool tool, ToolContext context, Entry initial, List<Action> tries) {
    this.context = context;
    this.tool = tool;
    this.model = new SocketViewModel(context.jobs(), tool.service(), initial, context.variables());
    this.targets = new Targets(tool, context, model);
    this.labTarget = new LabTarget(context, new LabForm(model));
    this.remedies = new SocketRemedies(model, labTarget, this::start);
    this.whom = new Whom(model, targets, context.variables());
    this.content = new SocketContent(context, model, emptyState(tries));
    this.row = addressRow();
    this.outdated = new Outdated(model);
    this.setup =
        new SetupPane(
            model,
            content.keys(),
            context.settings(),
            content::recordedActions,
            new GeneratorForm(model),
            SetupPane.code(context.jobs(), model, tool.writers(), context.settings()));
    root.getStyleClass().add("tool-view");
    root.getStylesheets()
        .add(Objects.requireNonNull(SocketView.class.getResource("socket.css")).toExternalForm());
    VBox below = new VBox(whom.problem(), outdated, banner, content.earlier());
    below.getStyleClass().add("below-address");
    SplitPane split = new SplitPane(setup, content);
    divider = new KeptDivider(split, SETUP_SHARE);
    divider.asideWhile(setup.codeShownProperty(), CODE_SHARE);
    SplitPane.setResizableWithParent(setup, false);
    this.edits =
        Bindings.createObjectBinding(
            Object::new,
            model.form().treeProperty(),
            model.unsent().textProperty(),
            model.unsent().formProperty(),
            divider.positionProperty());
    VBox.setVgrow(split, Priority.ALWAYS);
    root.getChildren().addAll(row, below, split);
    root.setMinSize(0, 0);
    VariableTips.install(root, context.variables());
    listen();
  }

  private EmptyState emptyState(List<Action> tries) {
    EmptyState empty =
        new EmptyState(Feather.TERMINAL, TEXT.get("empty"), tries.toArray(new Action[0]));
    empty.showRecent(context.recent().of(tool.id()), context.openTab());
    return empty;
  }

  private AddressRow addressRow() {
    AddressRow made = new AddressRow(context.jobs(), whom.controls());
    made.blockedProperty().bind(model.blockedProperty());
    made.busyProperty().bind(model.stateProperty().isNotEqualTo(SocketViewModel.State.IDLE));
    made.setOnPrimary(this::start);
    made.setOnCancel(model::stop);
    made.setStep(model::step);
    return made;
  }

  private void start() {
    labTarget.look();
    if (!labTarget.isMeant()) {
      targets.remember(model.entry());
    }
    model.start();
  }

  private void listen() {
    model.form().treeProperty().addListener((_, _, _) -> edited());
    // The same parts of an address may be written so that something else is wrong with it.
    model.problems().addListener((Observable _) -> edited());
    model.failureProperty().addListener((_, _, now) -> showFailure(now));
    model.stateProperty().addListener((_, _, now) -> stateChanged(now));
    edited();
  }

  private void edited() {
    setup.showProblems();
    boolean server = model.isServer();
    row.primaryTextProperty().set(server ? TEXT.get("listen") : TEXT.get("connect"));
    whom.edited();
  }

  private void stateChanged(SocketViewModel.State now) {
    boolean open = now == SocketViewModel.State.OPEN;
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
        .when(model.stateProperty().isEqualTo(SocketViewModel.State.OPEN), TEXT.get("closed"));
  }

  private void showFailure(@Nullable Failure failure) {
    if (failure == null) {
      banner.hide();
      return;
    }
    banner.show(failure, remedies.of(failure));
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public ObservableStringValue title() {
    return model.titleProperty();
  }

  @Override
  public ObservableBooleanValue busy() {
    // A connection that stands is at rest, and a spinner that turns for hours costs power.
    return model.stateProperty().isEqualTo(SocketViewModel.State.OPENING);
  }

  @Override
  public ObservableBooleanValue live() {
    return model.stateProperty().isEqualTo(SocketViewModel.State.OPEN);
  }

  @Override
  public Observable edits() {
    return edits;
  }

  @Override
  public Map<String, String> draft() {
    Map<String, String> draft = new LinkedHashMap<>(model.unsent().draft());
    draft.putAll(labTarget.draft());
    draft.putAll(divider.draft());
    return draft;
  }

  @Override
  public void restoreDraft(Map<String, String> draft) {
    model.unsent().restore(draft);
    labTarget.restore(draft);
    divider.restore(draft);
  }

  @Override
  public Entry entry() {
    return model.entry();
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
  public void focus() {
    whom.focus();
  }

  @Override
  public void primary() {
    row.primary();
  }

  @Override
  public void cancel() {
    if (model.stateProperty().get() == SocketViewModel.State.OPENING) {
      row.cancel();
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
