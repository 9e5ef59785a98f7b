package org.wirebench.tool.socket.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
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
import org.wirebench.fx.ToolContext;
import org.wirebench.fx.ToolView;
import org.wirebench.fx.transcript.TranscriptPane;
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
  private final Remedies remedies;
  private final VBox root = new VBox();
  private final Whom whom;
  private final AddressRow row;
  private final FailureBanner banner = new FailureBanner();
  private final StackPane content = new StackPane();
  private final SetupPane setup;
  private final ObservableValue<Object> edits;
  private final TranscriptPane clientTranscript;
  private final TranscriptPane serverTranscript;
  private final ClientPane clientPane;
  private final ServerPane serverPane;
  private final Recorded recorded;
  private final Earlier earlier;
  private final KeptDivider divider;

  SocketView(SocketTool tool, ToolContext context, Entry initial, List<Action> tries) {
    this.context = context;
    this.tool = tool;
    this.model = new SocketViewModel(context.jobs(), tool.service(), initial);
    this.targets = new Targets(tool, context, model);
    this.labTarget = new LabTarget(context, model);
    this.remedies = new Remedies(model, labTarget, this::start);
    this.whom = new Whom(model, targets);
    this.clientTranscript = transcriptPane();
    this.serverTranscript = transcriptPane();
    Counterpart counterpart = new Counterpart(context, model);
    this.recorded = new Recorded(context, model, counterpart, this::chosenClient);
    MacroKeys keys =
        new MacroKeys(
            model.form(),
            () ->
                Stream.of(
                        context.windowActions().get(),
                        clientTranscript.actions(),
                        recorded.actions())
                    .flatMap(List::stream)
                    .toList());
    this.earlier = new Earlier(model.earlier(), this::look, this::lookBack);
    this.clientPane =
        new ClientPane(context.jobs(), model, keys, context.recent(), clientTranscript, earlier);
    this.serverPane =
        new ServerPane(
            context.jobs(),
            model,
            keys,
            context.recent(),
            counterpart.connect(),
            serverTranscript,
            earlier);
    this.row = addressRow();
    this.setup =
        new SetupPane(
            model,
            keys,
            context.settings(),
            recorded::actions,
            new GeneratorForm(model),
            new CodePane(context.jobs(), model, tool.writers(), context.settings()));
    root.getStyleClass().add("socket-view");
    root.getStylesheets()
        .add(Objects.requireNonNull(SocketView.class.getResource("socket.css")).toExternalForm());
    VBox below = new VBox(whom.problem(), new Outdated(model), banner, earlier);
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
    // In a window that is too small the buttons stay in sight; the tools of the transcript go.
    root.setMinSize(0, 0);
    content.setMinWidth(0);
    clientPane.setMinWidth(0);
    serverPane.setMinWidth(0);
    content.getChildren().add(emptyState(tries));
    listen();
  }

  private int chosenClient() {
    return serverPane.chosenClient();
  }

  private TranscriptPane transcriptPane() {
    return new TranscriptPane(context.jobs(), context.stores(), context.notices());
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
    model.failureProperty().addListener((_, _, now) -> showFailure(now));
    model.transcriptProperty().addListener((_, _, _) -> showContent());
    model.stateProperty().addListener((_, _, now) -> stateChanged(now));
    edited();
  }

  private void edited() {
    setup.showProblems();
    boolean server = model.isServer();
    row.primaryTextProperty().set(server ? TEXT.get("listen") : TEXT.get("connect"));
    whom.edited();
  }

  private void look(Past past) {
    if (past.server()) {
      serverPane.look(past.transcript());
    } else {
      clientTranscript.show(past.transcript(), model.charset(), _ -> "");
    }
  }

  private void lookBack() {
    if (model.serverProperty().get() != null) {
      serverPane.lookBack();
    } else {
      clientTranscript.show(model.transcriptProperty().get(), model.charset(), _ -> "");
    }
  }

  private void showContent() {
    earlier.leave();
    boolean server = model.serverProperty().get() != null;
    var transcript = model.transcriptProperty().get();
    if (!server) {
      clientTranscript.show(transcript, model.charset(), _ -> "");
    }
    Node now = server ? serverPane : clientPane;
    if (content.getChildren().getFirst() != now) {
      content.getChildren().setAll(now);
    }
  }

  private void stateChanged(SocketViewModel.State now) {
    boolean open = now == SocketViewModel.State.OPEN;
    row.cancelTextProperty().set(open ? endTitle() : TEXT.get("cancel"));
    row.cancelKeysProperty().set(open ? endAction().keys() : TEXT.get("cancel.keys"));
    if (open) {
      (model.serverProperty().get() != null ? serverPane.bar() : clientPane.bar()).focusField();
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
    boolean server = model.serverProperty().get() != null;
    List<Action> actions = new ArrayList<>();
    if (model.transcriptProperty().get() != null) {
      actions.addAll((server ? serverTranscript : clientTranscript).actions());
    }
    actions.addAll((server ? serverPane.bar() : clientPane.bar()).actions());
    actions.addAll(recorded.actions());
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
    clientPane.close();
    serverPane.close();
    clientTranscript.close();
    serverTranscript.close();
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
            && serverPane.answered() == ServerDemonstration.CLIENTS;
  }
}
