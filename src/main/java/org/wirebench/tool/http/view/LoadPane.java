package org.wirebench.tool.http.view;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.job.Failure;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Action;
import org.wirebench.fx.Describe;
import org.wirebench.fx.EmptyState;
import org.wirebench.fx.FailureBanner;
import org.wirebench.fx.FormParts;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.KeyValueTable;
import org.wirebench.fx.Notices;
import org.wirebench.fx.StatusPill;
import org.wirebench.fx.WrapRow;
import org.wirebench.tool.http.service.load.LoadReport;

/** Repeats the request, and shows what the server bears while it runs and after. */
final class LoadPane extends VBox {
  private static final Messages TEXT = Messages.of(LoadPane.class);
  private static final String SHEET =
      Objects.requireNonNull(LoadPane.class.getResource("load.css")).toExternalForm();

  private final LoadViewModel model;
  private final LoadExport export;
  private final Button button = new Button();
  private final Label why = new Label();
  private final FailureBanner banner = new FailureBanner();
  private final StatusPill state = new StatusPill();
  private final Label plan = new Label();
  private final LoadFigures figures = new LoadFigures();
  private final LoadGraph graph = new LoadGraph();
  private final LoadTable table = new LoadTable();
  private final KeyValueTable statuses = new KeyValueTable();
  private final KeyValueTable errors = new KeyValueTable();
  private final VBox answered = section(TEXT.get("load.statuses"), statuses);
  private final VBox failed = section(TEXT.get("load.errors"), errors);
  private final ScrollPane results = new ScrollPane();
  private final EmptyState empty;

  LoadPane(FxJobs jobs, Notices notices, LoadViewModel model) {
    this.model = model;
    this.export = new LoadExport(jobs, notices, model, this);
    this.empty = new EmptyState(Feather.BAR_CHART_2, TEXT.get("load.empty"));
    getStylesheets().add(SHEET);
    getStyleClass().add("load-pane");
    results.setContent(content());
    results.setFitToWidth(true);
    StackPane body = new StackPane(empty, results);
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(bar(), banner, body);
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    model.shownProperty().subscribe(this::show);
    model.failureProperty().subscribe(this::show);
    model.runningProperty().subscribe(this::explain);
    model.blockedProperty().subscribe(this::explain);
    model.waitingProperty().subscribe(this::explain);
    explain();
  }

  private VBox content() {
    plan.setWrapText(true);
    plan.setMinHeight(USE_PREF_SIZE);
    plan.getStyleClass().add("secondary");
    HBox.setHgrow(plan, Priority.ALWAYS);
    WrapRow counts = new WrapRow(answered, failed);
    HBox.setHgrow(failed, Priority.ALWAYS);
    VBox content = new VBox(new WrapRow(state, plan), figures, graph, counts, table);
    content.getStyleClass().add("load-content");
    return content;
  }

  private static VBox section(String title, KeyValueTable content) {
    Label head = new Label(title);
    head.getStyleClass().add("load-head");
    VBox section = new VBox(head, content);
    section.getStyleClass().add("load-section");
    return section;
  }

  private WrapRow bar() {
    button.setId("load-start");
    button.getStyleClass().add("primary-button");
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(_ -> toggle());
    why.setWrapText(true);
    why.getStyleClass().add("secondary");
    HBox.setHgrow(why, Priority.ALWAYS);
    MenuButton save = new MenuButton(TEXT.get("load.save"));
    save.setId("load-save");
    save.setMinWidth(USE_PREF_SIZE);
    save.getItems().setAll(export.items());
    WrapRow bar = new WrapRow(button, why, Describe.control(save, TEXT.get("load.save.help")));
    bar.getStyleClass().add("load-bar");
    return bar;
  }

  private Action start() {
    return Action.of(TEXT.get("load.start"), Feather.PLAY, model::start)
        .when(
            Bindings.createBooleanBinding(
                () -> model.blockedProperty().getValue().isEmpty(), model.blockedProperty()),
            TEXT.get("load.noRequest"));
  }

  /** As in every tool, Escape ends what runs. */
  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && model.runningProperty().get()) {
      event.consume();
      model.stop();
    }
  }

  private void toggle() {
    if (model.runningProperty().get()) {
      model.stop();
    } else {
      model.start();
    }
  }

  /** A button that cannot be pressed says what is missing. */
  private void explain() {
    boolean running = model.runningProperty().get();
    String missing = running ? "" : model.blockedProperty().getValue();
    button.setText(TEXT.get(running ? "load.stop" : "load.start"));
    button.setGraphic(Describe.icon(running ? Feather.SQUARE : Feather.PLAY));
    Describe.control(button, TEXT.get(running ? "load.stop.help" : "load.start.help"));
    button.setDisable(!missing.isEmpty());
    button.getStyleClass().remove("accent");
    if (!running) {
      button.getStyleClass().add("accent");
    }
    String words = running ? model.waitingProperty().get() : missing;
    why.setText(words);
    FormParts.show(why, !words.isEmpty());
    showResults();
  }

  private void show(@Nullable Failure failure) {
    if (failure == null) {
      banner.hide();
    } else {
      banner.show(failure, start());
    }
  }

  private void showResults() {
    boolean any = model.shownProperty().get() != null;
    boolean nothing = !any && !model.runningProperty().get();
    empty.setVisible(nothing);
    results.setVisible(any);
  }

  private void show(LoadViewModel.@Nullable Shown run) {
    showResults();
    if (run == null) {
      return;
    }
    LoadReport report = run.report();
    state.show(kind(run), word(run));
    plan.setText(LoadWords.of(run.request()));
    figures.show(run);
    graph.show(report.seconds());
    table.show(report.seconds());
    show(answered, statuses, rows(report.statuses(), report));
    show(failed, errors, rows(report.errors(), report));
  }

  private static StatusPill.Kind kind(LoadViewModel.Shown run) {
    return switch (run.state()) {
      case RUNNING -> StatusPill.Kind.ACTIVE;
      case STOPPED -> StatusPill.Kind.NEUTRAL;
      case FAILED -> StatusPill.Kind.BAD;
      case DONE -> {
        LoadReport report = run.report();
        yield report.failures() == 0
            ? StatusPill.Kind.GOOD
            : report.answers() == 0 ? StatusPill.Kind.BAD : StatusPill.Kind.WARNING;
      }
    };
  }

  private static String word(LoadViewModel.Shown run) {
    return run.state() == LoadViewModel.State.DONE && run.report().failures() > 0
        ? TEXT.get("load.doneWithFailures")
        : TEXT.get(run.state());
  }

  private static void show(VBox section, KeyValueTable table, List<KeyValueTable.Row> rows) {
    table.show(rows);
    FormParts.show(section, !rows.isEmpty());
  }

  private static <K> List<KeyValueTable.Row> rows(SequencedMap<K, Long> counts, LoadReport report) {
    double all = report.answers() + (double) report.failures();
    List<KeyValueTable.Row> rows = new ArrayList<>();
    counts.forEach(
        (what, count) ->
            rows.add(
                KeyValueTable.Row.of(
                    what.toString(),
                    TEXT.get("load.share", Amounts.count(count), Math.round(100 * count / all)))));
    return rows;
  }

  /** Saves what is shown, or a plan of what is typed; tells how it ended. */
  void save(LoadExport.Form form, Path file) {
    export.save(form, file);
  }

  /** All that can be done here, for the palette. */
  List<Action> actions() {
    List<Action> actions = new ArrayList<>();
    actions.add(
        model.runningProperty().get()
            ? Action.of(TEXT.get("load.stop.help"), Feather.SQUARE, model::stop)
            : start());
    actions.addAll(export.actions());
    return actions;
  }
}
