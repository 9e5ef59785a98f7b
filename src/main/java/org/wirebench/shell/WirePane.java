package org.wirebench.shell;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.FileChooser;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.job.JobSpec;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;
import org.wirebench.core.wire.Direction;
import org.wirebench.core.wire.Pcapng;
import org.wirebench.core.wire.WireConnection;
import org.wirebench.core.wire.WireEvent;
import org.wirebench.core.wire.WireFilter;
import org.wirebench.core.wire.WireKind;
import org.wirebench.core.wire.WireLog;
import org.wirebench.core.wire.WireText;
import org.wirebench.fx.Describe;
import org.wirebench.fx.DesktopTool;
import org.wirebench.fx.LogView;
import org.wirebench.fx.Pulse;

/** All traffic of all tabs on one clock: filtered, searched, looked into, exported. */
final class WirePane extends BorderPane {
  private static final Messages TEXT = Messages.of(WirePane.class);
  private static final int MOST_CONNECTIONS = 200;

  private final Desk desk;
  private final WireLog log;
  private final LogView view;
  private final WireDetails details;
  private final SplitPane split = new SplitPane();
  private final ChoiceBox<Choice> tool = new ChoiceBox<>();
  private final ChoiceBox<Choice> connection = new ChoiceBox<>();
  private final ChoiceBox<Choice> direction = new ChoiceBox<>();
  private final TextField text = new TextField();
  private final ToggleButton pause;
  private final Label count = new Label();
  private final Map<Long, WireConnection> connections = new LinkedHashMap<>();
  private final Pulse pulse;
  private WireRows rows;
  private WireFilter filter = WireFilter.ALL;
  private long scanned;

  /** One choice of a filter, and what it does to it. */
  private record Choice(String title, java.util.function.UnaryOperator<WireFilter> narrow) {}

  WirePane(Desk desk) {
    this.desk = desk;
    log = desk.parts().wire();
    rows = new WireRows(log);
    view = new LogView(desk.jobs(), TEXT.get("wire.name"));
    details = new WireDetails(desk.jobs(), log);
    pause = Describe.iconToggle(Feather.PAUSE, TEXT.get("wire.pause"), "");
    pulse = desk.jobs().pulse(this::changed);
    getStyleClass().add("wire-pane");
    view.setSource(rows);
    view.markingProperty().set(true);
    view.currentRowProperty().addListener((_, _, now) -> show(now.longValue()));
    view.highlightProperty().bind(text.textProperty());
    split.setOrientation(Orientation.HORIZONTAL);
    split.getItems().add(view);
    setTop(bar());
    setCenter(split);
    log.addListener(pulse::changed);
    changed();
  }

  private HBox bar() {
    fill(tool, TEXT.get("wire.tool"), toolChoices());
    fill(connection, TEXT.get("wire.connection"), List.of(all("wire.connection.all")));
    fill(direction, TEXT.get("wire.direction"), directionChoices());
    text.setPromptText(TEXT.get("wire.text"));
    Describe.control(text, TEXT.get("wire.text"));
    text.setId("wire-text");
    text.textProperty().addListener((_, _, _) -> filter());
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setMaxWidth(320);
    pause.selectedProperty().addListener((_, _, now) -> pause(now));
    Button clear = Describe.iconButton(Feather.TRASH_2, TEXT.get("wire.clear"), this::clear);
    MenuButton export = new MenuButton("", Describe.icon(Feather.DOWNLOAD));
    export.getStyleClass().addAll("flat", "button-icon", "icon-button");
    Describe.control(export, TEXT.get("wire.export"));
    export.getItems().addAll(exportItem(Form.TEXT), exportItem(Form.PCAPNG));
    count.getStyleClass().add("secondary");
    count.setMinWidth(0);
    HBox bar = new HBox(tool, connection, direction, text, pause, clear, export, count);
    bar.getStyleClass().add("pane-bar");
    bar.setAlignment(Pos.CENTER_LEFT);
    return bar;
  }

  private void fill(ChoiceBox<Choice> box, String name, List<Choice> choices) {
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable Choice choice) {
            return choice == null ? "" : choice.title();
          }

          @Override
          public @Nullable Choice fromString(String title) {
            return null;
          }
        });
    Describe.control(box, name);
    box.setItems(FXCollections.observableArrayList(choices));
    box.getSelectionModel().selectFirst();
    box.getSelectionModel().selectedItemProperty().addListener((_, _, _) -> filter());
    box.setMaxWidth(220);
  }

  private static Choice all(String key) {
    return new Choice(TEXT.get(key), filter -> filter);
  }

  private List<Choice> toolChoices() {
    List<Choice> choices = new java.util.ArrayList<>(List.of(all("wire.tool.all")));
    for (DesktopTool one : desk.parts().tools()) {
      choices.add(new Choice(one.title(), filter -> filter.withTool(one.id())));
    }
    return choices;
  }

  private static List<Choice> directionChoices() {
    return List.of(
        all("wire.direction.all"),
        new Choice(TEXT.get("wire.direction.out"), filter -> filter.withDirection(Direction.OUT)),
        new Choice(TEXT.get("wire.direction.in"), filter -> filter.withDirection(Direction.IN)),
        new Choice(
            TEXT.get("wire.direction.events"), filter -> filter.withDirection(Direction.EVENT)));
  }

  /** The form of an exported file. */
  private enum Form {
    TEXT("txt"),
    PCAPNG("pcapng");

    private final String extension;

    Form(String extension) {
      this.extension = extension;
    }

    void write(WireLog log, WireFilter filter, OutputStream out) throws IOException {
      switch (this) {
        case TEXT -> WireText.write(log, filter, out);
        case PCAPNG -> Pcapng.write(log, filter, out);
      }
    }
  }

  private MenuItem exportItem(Form form) {
    MenuItem item = new MenuItem(TEXT.get(form));
    item.setOnAction(_ -> export(form));
    return item;
  }

  private void export(Form form) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(TEXT.get("wire.export"));
    chooser.setInitialFileName("wire." + form.extension);
    Optional.ofNullable(chooser.showSaveDialog(getScene().getWindow()))
        .ifPresent(file -> export(form, file.toPath()));
  }

  private void export(Form form, Path file) {
    WireFilter wanted = filter;
    var _ =
        desk.jobs()
            .start(
                JobSpec.named(TEXT.get("wire.exporting", file.getFileName()), "wire"),
                context -> {
                  try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                      var _ = context.closeOnCancel(out)) {
                    form.write(log, wanted, out);
                  }
                  return file;
                },
                outcome -> {
                  switch (outcome) {
                    case Outcome.Done<Path>(Path done) ->
                        desk.notices().info(TEXT.get("wire.exported", done));
                    case Outcome.Failed<Path>(var why) -> desk.notices().failure(why);
                    case Outcome.Cancelled<Path> _ ->
                        desk.notices().info(TEXT.get("wire.export.cancelled", file));
                  }
                });
  }

  private void pause(boolean now) {
    rows.pause(now);
    pause.setGraphic(Describe.icon(now ? Feather.PLAY : Feather.PAUSE));
    Describe.control(pause, TEXT.get(now ? "wire.goOn" : "wire.pause"));
    changed();
  }

  private void clear() {
    log.clear();
    connections.clear();
    connection.getItems().remove(1, connection.getItems().size());
    connection.getSelectionModel().selectFirst();
    view.clearSelection();
    hideDetails();
    changed();
  }

  private void filter() {
    WireFilter now = WireFilter.ALL.withText(text.getText());
    for (ChoiceBox<Choice> box : List.of(tool, connection, direction)) {
      Choice choice = box.getValue();
      if (choice != null) {
        now = choice.narrow().apply(now);
      }
    }
    if (now.equals(filter)) {
      return;
    }
    filter = now;
    WireRows old = rows;
    rows =
        now.equals(WireFilter.ALL)
            ? new WireRows(log)
            : new FilteredWireRows(log, now, desk.parts().stores(), desk.jobs(), pulse::changed);
    rows.pause(pause.isSelected());
    view.setSource(rows);
    if (old instanceof FilteredWireRows filtered) {
      filtered.close();
    }
    hideDetails();
    changed();
  }

  /** Once per frame, after something was recorded. */
  private void changed() {
    offerConnections();
    long shown = rows.end() - rows.first();
    long kept = log.end() - log.first();
    String events =
        shown == kept
            ? TEXT.get("wire.count", Amounts.count(kept))
            : TEXT.get("wire.countOf", Amounts.count(shown), Amounts.count(kept));
    long dropped = log.dropped();
    count.setText(
        dropped == 0
            ? events
            : TEXT.get(
                "wire.dropped", events, Amounts.count(dropped), Amounts.bytes(log.droppedBytes())));
    log.trouble().ifPresent(why -> count.setText(TEXT.get("wire.trouble", why.toString())));
    view.changed();
  }

  /** Looks at a few of the new events only: a choice of thousands would help nobody. */
  private void offerConnections() {
    long end = log.end();
    long from = Math.max(Math.max(scanned, log.first()), end - 1000);
    scanned = end;
    if (from >= end || connections.size() >= MOST_CONNECTIONS) {
      return;
    }
    try {
      log.forEach(from, end, event -> offer(event));
    } catch (IOException unreadable) {
      count.setText(TEXT.get("wire.trouble", unreadable.toString()));
    }
  }

  private void offer(WireEvent event) {
    WireConnection one = event.connection();
    boolean opened = event.kind() == WireKind.OPENED || event.direction() != Direction.EVENT;
    if (opened && connections.size() < MOST_CONNECTIONS) {
      if (connections.putIfAbsent(one.id(), one) == null) {
        String title = TEXT.get("wire.connection.one", one.id(), Escapes.display(one.label()));
        connection.getItems().add(new Choice(title, now -> now.withConnection(one.id())));
      }
    }
  }

  private void show(long row) {
    if (row < 0) {
      return;
    }
    try {
      rows.event(row)
          .ifPresent(
              event -> {
                details.show(event);
                if (!split.getItems().contains(details)) {
                  split.getItems().add(details);
                  split.setDividerPositions(0.6);
                }
              });
    } catch (IOException unreadable) {
      count.setText(TEXT.get("wire.trouble", unreadable.toString()));
    }
  }

  private void hideDetails() {
    split.getItems().remove(details);
  }

  /** For the tour and for tests. */
  LogView view() {
    return view;
  }

  /** The window is gone. */
  void close() {
    pulse.close();
    if (rows instanceof FilteredWireRows filtered) {
      filtered.close();
    }
  }
}
