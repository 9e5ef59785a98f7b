package org.wirebench.fx.document;

import java.io.IOException;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.document.EventRows;
import org.wirebench.core.document.HexDumpRows;
import org.wirebench.core.document.TreeRows;
import org.wirebench.core.text.Messages;
import org.wirebench.core.transcript.Hit;
import org.wirebench.core.transcript.Shown;
import org.wirebench.fx.Action;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.LogView;
import org.wirebench.fx.NothingFound;
import org.wirebench.fx.Notices;
import org.wirebench.fx.RowSource;

/** A document as rows: its tree, its text, its bytes. FX thread only. */
final class RowsPane extends VBox {
  private static final Messages TEXT = Messages.of(RowsPane.class);
  private static final double EVENTS_SHARE = 0.6;
  private static final RowSource NOTHING = RowSource.of(List.of());

  private final Notices notices;
  private final LogView log;
  private final DocumentFilter filter;
  private final DocumentFind find;
  private final Folds folds;
  private final SplitPane split = new SplitPane();
  private final EventDetails details;
  private @Nullable OpenDocument open;
  private View view = View.TEXT;
  private @Nullable DocumentSource source;
  private boolean tailing;

  /**
   * @param filtered is run when other rows are to be shown
   */
  RowsPane(FxJobs jobs, ByteStores stores, Notices notices, Runnable filtered) {
    this.notices = notices;
    this.log = new LogView(jobs, TEXT.get("rows.name"));
    this.filter = new DocumentFilter(jobs, stores, notices::failure);
    this.find = new DocumentFind(jobs, stores, notices::failure, log::changed, this::go);
    this.folds = new Folds(jobs, log, notices::failure);
    log.setId("document-rows");
    log.getStyleClass().add("document-rows");
    log.setTail(false);
    log.setOnGutter(this::toggle);
    log.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    // The menu is about the row that it was opened on.
    log.addEventFilter(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          if (event.getButton() == MouseButton.SECONDARY) {
            log.moveTo(event.getX(), event.getY());
          }
        });
    filter.foundProperty().addListener((_, _, _) -> filtered.run());
    Action all = Action.of(TEXT.get("filter.clear"), Feather.X, this::unfilter);
    log.visibleProperty().bind(filter.nothingProperty().isEmpty());
    StackPane rows = new StackPane(log, new NothingFound(filter.nothingProperty(), all));
    rows.setMinHeight(0);
    details = new EventDetails(jobs, stores, notices, this::hideDetails);
    log.currentRowProperty().addListener((_, _, now) -> choose(now.longValue()));
    split.setOrientation(Orientation.VERTICAL);
    split.getItems().add(rows);
    split.setMinHeight(0);
    VBox.setVgrow(split, Priority.ALWAYS);
    getChildren().add(split);
  }

  /** Whoever goes to an event sees all of its data below. */
  private void choose(long row) {
    DocumentSource in = source;
    Work work = work();
    if (row < 0 || in == null || work == null || !(in.shown().rows() instanceof EventRows events)) {
      return;
    }
    details.show(events, row, work);
    if (!split.getItems().contains(details)) {
      split.getItems().add(details);
      split.setDividerPositions(EVENTS_SHARE);
    }
  }

  private void hideDetails() {
    details.clear();
    if (split.getItems().remove(details)) {
      log.requestFocus();
    }
  }

  private void unfilter() {
    filter.textProperty().set("");
    log.requestFocus();
  }

  LogView log() {
    return log;
  }

  DocumentFilter filter() {
    return filter;
  }

  DocumentFind find() {
    return find;
  }

  /** What is shown; null for nothing. */
  @Nullable DocumentSource source() {
    return source;
  }

  /** What works on what is shown; null for nothing. */
  @Nullable Work work() {
    Work filtering = filter.work();
    return view == View.FORMATTED && filtering != null
        ? filtering
        : open == null ? null : open.work();
  }

  /** Shows a document in a way, or goes on with it; null for none. */
  void show(@Nullable OpenDocument now, View how) {
    boolean other = now != open;
    open = now;
    view = how;
    filter.in(now == null || now.tree() == null ? null : now);
    TreeDocument found = filter.foundProperty().get();
    ShownRows next =
        now == null ? null : how == View.FORMATTED && found != null ? found.shown() : now.rows(how);
    DocumentSource before = source;
    if (next == null) {
      source = null;
      find.in(null);
      leaveEvents();
      log.setSource(NOTHING);
      return;
    }
    if (before == null || !isSame(before.shown(), next)) {
      leaveEvents();
      put(other ? null : before, new DocumentSource(next));
    }
    // What still comes can be followed, but nobody is taken to its end.
    boolean growing = now != null && !now.isComplete();
    if (growing != tailing) {
      tailing = growing;
      boolean followed = log.followingProperty().get();
      log.setTail(growing);
      if (!followed && how != View.EVENTS) {
        log.show(log.topRow());
      }
    }
    find.news();
    log.changed();
  }

  private static boolean isSame(ShownRows one, ShownRows other) {
    boolean dumps = one.rows() instanceof HexDumpRows && other.rows() instanceof HexDumpRows;
    return one.rows() == other.rows() || (dumps && one.bytes() == other.bytes());
  }

  /** Shows the same bytes as before, where those of the same document are shown otherwise. */
  private void put(@Nullable DocumentSource before, DocumentSource now) {
    long row = 0;
    try {
      long top = log.topRow();
      if (before != null && before.shown().bytes() == now.shown().bytes() && top > 0) {
        row = now.shown().rows().rowAt(before.offset(top));
      }
    } catch (IOException unreadable) {
      notices.failure(Unreadable.of(unreadable));
    }
    source = now;
    log.setSource(now);
    find.in(now);
    log.markingProperty().set(view == View.EVENTS);
    log.layout();
    if (view == View.EVENTS && row == 0) {
      log.toEnd();
    } else {
      log.show(row);
    }
  }

  private void leaveEvents() {
    details.clear();
    boolean _ = split.getItems().remove(details);
  }

  private void key(KeyEvent event) {
    boolean folds =
        !event.isShortcutDown()
            && !event.isAltDown()
            && (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE);
    if (folds && log.currentRowProperty().get() >= 0 && isTree()) {
      toggle(log.currentRowProperty().get());
      event.consume();
    }
  }

  private boolean isTree() {
    return source != null && source.shown().rows() instanceof TreeRows;
  }

  /** Folds the container of a row, or unfolds it. */
  void toggle(long row) {
    Work work = work();
    if (source != null && work != null && isTree() && row >= 0) {
      folds.toggle(source, work, row);
    }
  }

  void foldAll(boolean folded) {
    Work work = work();
    if (source != null && work != null && isTree()) {
      folds.all(source, work, folded);
    }
  }

  /** Goes to the next hit, or to the one before, as seen from where the keyboard is. */
  void seek(boolean forward) {
    if (source == null) {
      return;
    }
    try {
      long row = log.currentRowProperty().get();
      find.seek(forward, source.offset(row >= 0 ? row : log.topRow()));
    } catch (IOException unreadable) {
      notices.failure(Unreadable.of(unreadable));
    }
  }

  private void go(Hit hit) {
    go(hit.offset(), hit.end());
  }

  /** Shows some bytes, and selects them. */
  void go(long from, long to) {
    DocumentSource in = source;
    Work work = work();
    if (in == null || work == null) {
      return;
    }
    if (isTree()) {
      folds.reveal(in, work, from, row -> select(in, row, from, to));
      return;
    }
    try {
      select(in, in.shown().rows().rowAt(from), from, to);
    } catch (IOException unreadable) {
      notices.failure(Unreadable.of(unreadable));
    }
  }

  private void select(DocumentSource in, long row, long from, long to) {
    try {
      List<Shown.Part> parts = row < in.end() ? in.document(row).parts(from, to) : List.of();
      // The view may not have been drawn since the row came.
      log.requestLayout();
      log.layout();
      if (parts.isEmpty()) {
        log.select(row, 0, 0);
      } else {
        log.select(row, parts.getFirst().from(), parts.getFirst().to());
      }
    } catch (IOException unreadable) {
      notices.failure(Unreadable.of(unreadable));
    }
  }

  @Override
  public void requestFocus() {
    log.requestFocus();
  }

  /** Shows nothing any more. */
  void close() {
    show(null, View.TEXT);
    filter.close();
    find.close();
  }
}
