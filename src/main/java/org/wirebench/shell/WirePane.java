package org.wirebench.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.bytes.ParseProblem;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;
import org.wirebench.core.transcript.Needle;
import org.wirebench.core.wire.WireFilter;
import org.wirebench.core.wire.WireLog;
import org.wirebench.fx.Action;
import org.wirebench.fx.Describe;
import org.wirebench.fx.LogView;
import org.wirebench.fx.NothingFound;
import org.wirebench.fx.Pulse;
import org.wirebench.fx.Row;
import org.wirebench.fx.Strip;
import org.wirebench.fx.WrapRow;
import org.wirebench.fx.find.FindActions;
import org.wirebench.fx.find.FindRow;

/** All traffic of all tabs on one clock: filtered, searched, looked into, exported. */
final class WirePane extends BorderPane {
  private static final Messages TEXT = Messages.of(WirePane.class);
  private static final int SCANNED_AT_ONCE = 500;

  private final Desk desk;
  private final WireLog log;
  private final LogView view;
  private final WireDetails details;
  private final SplitPane split = new SplitPane();
  private final WireFilterBar filters;
  private final WireSearch search;
  private final FindActions finding =
      FindActions.of(TEXT.get("wire.find"), this::openSearch, this::seek);
  private final FindRow findRow;
  private final ToggleButton pause;
  private final Label count = new Label();
  private final StringProperty trouble = new SimpleStringProperty(this, "trouble", "");
  private final StringProperty nothing = new SimpleStringProperty(this, "nothing", "");
  private final Pulse recorded;
  private final Pulse found;
  private final Runnable listener;
  private WireRows rows;
  private long scanned;

  WirePane(Desk desk) {
    this.desk = desk;
    log = desk.parts().wire();
    rows = new WireRows(log);
    view = new LogView(desk.jobs(), TEXT.get("wire.name"));
    details = new WireDetails(desk.jobs(), log);
    pause = Describe.iconToggle(Feather.PAUSE, TEXT.get("wire.pause"), "");
    recorded = desk.jobs().pulse(this::recorded);
    found = desk.jobs().pulse(this::changed);
    listener = recorded::changed;
    filters = new WireFilterBar(desk.parts().tools());
    search =
        new WireSearch(
            log,
            desk.parts().stores(),
            desk.jobs(),
            found::changed,
            desk.notices()::failure,
            this::mark,
            this::go);
    findRow = new FindRow("wire", search.find(), finding, view::requestFocus);
    getStyleClass().add("wire-pane");
    view.setSource(rows);
    view.markingProperty().set(true);
    view.currentRowProperty().addListener((_, _, now) -> show(now.longValue()));
    filters.filterProperty().addListener((_, _, now) -> filter(now));
    split.setOrientation(Orientation.HORIZONTAL);
    split.getItems().add(new StackPane(view, new NothingFound(nothing, unfilter())));
    setTop(
        new VBox(
            bar(),
            Strip.of(Feather.ALERT_TRIANGLE, trouble),
            Strip.problem(filters.problemProperty()),
            findRow,
            Strip.problem(search.find().problemProperty())));
    setCenter(split);
    // What opens above takes its room from the rows, not from the tab above the dock.
    split.setMinHeight(0);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    log.addListener(listener);
    sceneProperty().subscribe(recorded::changed);
  }

  private Action unfilter() {
    return Action.of(
        TEXT.get("wire.nothing.clear"),
        Feather.X,
        () -> {
          filters.clear();
          view.requestFocus();
        });
  }

  private WrapRow bar() {
    pause.selectedProperty().addListener((_, _, now) -> pause(now));
    Button clear = Describe.iconButton(Feather.TRASH_2, TEXT.get("wire.clear"), this::clear);
    Button find = Describe.iconButton(finding.find());
    count.getStyleClass().add("secondary");
    count.setMinWidth(USE_PREF_SIZE);
    WireExport export = new WireExport(desk, filters.filterProperty()::get);
    HBox tools = new HBox(find, pause, clear, export);
    tools.setAlignment(Pos.CENTER_LEFT);
    tools.setMinWidth(USE_PREF_SIZE);
    filters.getChildren().addAll(count, tools);
    return filters;
  }

  private void pause(boolean now) {
    rows.pause(now);
    pause.setGraphic(Describe.icon(now ? Feather.PLAY : Feather.PAUSE));
    Describe.control(pause, TEXT.get(now ? "wire.goOn" : "wire.pause"));
    changed();
  }

  private void clear() {
    log.clear();
    trouble.set("");
    filters.forgetConnections();
    view.clearSelection();
    hideDetails();
    changed();
  }

  private void filter(WireFilter now) {
    WireRows old = rows;
    rows =
        now.equals(WireFilter.ALL)
            ? new WireRows(log)
            : new FilteredWireRows(
                log,
                now,
                desk.parts().stores(),
                desk.jobs(),
                found::changed,
                desk.notices()::failure);
    rows.pause(pause.isSelected());
    view.setSource(rows);
    old.close();
    hideDetails();
    search.within(now);
    changed();
  }

  /** Marks what is searched for, or else what is filtered by. */
  private void mark() {
    WireFilter filter = filters.filterProperty().get();
    WireMarks marks = search.marks();
    if (marks == WireMarks.NONE) {
      marks = filter.text().isEmpty() ? bytes(filter) : text(filter.text());
    }
    rows.mark(marks);
    String wanted = search.find().wanted();
    details.highlight(wanted.isEmpty() ? filter.text() : wanted);
    view.requestLayout();
  }

  private static WireMarks bytes(WireFilter filter) {
    return filter.bytes().length() == 0 ? WireMarks.NONE : WireMarks.of(filter.bytes());
  }

  private static WireMarks text(String typed) {
    try {
      return WireMarks.of(Needle.ofText(typed, StandardCharsets.UTF_8));
    } catch (ParseProblem tooLong) {
      // It filters all the same; a text of a thousand characters is not seen in a preview anyway.
      return WireMarks.NONE;
    }
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && search.find().openProperty().get()) {
      search.find().openProperty().set(false);
      event.consume();
    }
  }

  /** Opens the search and puts the focus into it. */
  void openSearch() {
    findRow.open();
  }

  private void seek(boolean forward) {
    if (search.find().textProperty().get().isEmpty()) {
      openSearch();
      return;
    }
    search.find().openProperty().set(true);
    try {
      long row = view.currentRowProperty().get();
      long start =
          row >= rows.first() && row < rows.end()
              ? rows.sequence(row)
              : view.followingProperty().get() ? 0 : rows.sequence(view.topRow());
      search.find().seek(forward, start);
    } catch (IOException unreadable) {
      trouble(unreadable);
    }
  }

  private void go(long sequence) {
    long row = rows.index(sequence);
    if (row >= rows.end()) {
      return;
    }
    try {
      List<Row.Span> marked =
          rows.row(row).spans().stream()
              .filter(span -> span.style() == Row.Style.MATCH)
              .limit(1)
              .toList();
      int from = marked.isEmpty() ? 0 : marked.getFirst().from();
      int to = marked.isEmpty() ? 0 : marked.getFirst().to();
      // The view may not have been drawn since the row came.
      view.requestLayout();
      view.layout();
      view.select(row, from, to);
    } catch (IOException unreadable) {
      trouble(unreadable);
    }
  }

  /** Once per frame, after something was recorded; while the pane is on the screen. */
  private void recorded() {
    if (getScene() == null) {
      return;
    }
    rows.news();
    search.news();
    offerConnections();
    changed();
  }

  /** Once per frame, after something was recorded or found. */
  private void changed() {
    search.changed(rows);
    long shown = rows.end() - rows.first();
    long kept = log.end() - log.first();
    String events =
        shown == kept
            ? TEXT.get("wire.count", kept, Amounts.count(kept))
            : TEXT.get(
                "wire.countOf",
                Amounts.count(shown),
                Amounts.count(kept),
                rows.isLooking() ? "…" : "");
    nothing.set(shown == 0 && kept > 0 && !rows.isLooking() ? filters.nothing() : "");
    long dropped = log.dropped();
    count.setText(
        dropped == 0
            ? events
            : TEXT.get(
                "wire.dropped", events, Amounts.count(dropped), Amounts.bytes(log.droppedBytes())));
    log.trouble().ifPresent(this::trouble);
    view.changed();
  }

  private void trouble(IOException why) {
    trouble.set(TEXT.get("wire.trouble", NetFailure.of(why).cause()));
  }

  /** Looks at a few of the new events, and at those after them with the next frame. */
  private void offerConnections() {
    long from = Math.max(scanned, log.first());
    scanned = Math.max(from, Math.min(log.end(), from + SCANNED_AT_ONCE));
    try {
      log.forEach(from, scanned, filters::offer);
      if (scanned < log.end()) {
        recorded.changed();
      }
    } catch (IOException unreadable) {
      trouble(unreadable);
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
      trouble(unreadable);
    }
  }

  private void hideDetails() {
    split.getItems().remove(details);
  }

  /** What can be done here, as shortcuts. */
  List<Action> actions() {
    return finding.all();
  }

  /** For the tour and for tests. */
  LogView view() {
    return view;
  }

  /** Searches for the tour; true when it has been found. */
  BooleanSupplier demonstrateSearch(String text) {
    search.find().textProperty().set(text);
    seek(true);
    return () -> search.find().at() >= 0;
  }

  /** The window is gone. */
  void close() {
    log.removeListener(listener);
    recorded.close();
    found.close();
    search.close();
    rows.close();
  }
}
