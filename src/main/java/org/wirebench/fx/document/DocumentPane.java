package org.wirebench.fx.document;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.document.EventRows;
import org.wirebench.core.document.JsonRows;
import org.wirebench.core.document.TreeRows;
import org.wirebench.core.job.Failure;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.Action;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.LogView;
import org.wirebench.fx.Notices;
import org.wirebench.fx.Strip;
import org.wirebench.fx.find.FindRow;

/**
 * A document on the screen, of any size and while it still grows: as a tree, a table, a page, a
 * picture, text or bytes, or how it differs from the one before. FX thread only.
 */
public final class DocumentPane extends VBox implements AutoCloseable {
  private static final Messages TEXT = Messages.of(DocumentPane.class);

  private static final String SHEET =
      Objects.requireNonNull(DocumentPane.class.getResource("document.css")).toExternalForm();

  /** What is ready within that time is shown at once in its best way, and in no other before. */
  private static final Duration PATIENCE = Duration.ofMillis(300);

  private final FxJobs jobs;
  private final ByteStores stores;
  private final Notices notices;
  private final DocumentFlags flags = new DocumentFlags();
  private final RowsPane rows;
  private final DocumentPlace place;
  private final StringProperty facts = new SimpleStringProperty(this, "facts", "");
  private final StringProperty fault = new SimpleStringProperty(this, "fault", "");
  private final StringProperty waiting = new SimpleStringProperty(this, "waiting", "");
  private final StringProperty stopped = new SimpleStringProperty(this, "stopped", "");
  private final Map<DocumentKind, View> chosen = new EnumMap<>(DocumentKind.class);
  private final Saving saving;
  private final DocumentActions actions;
  private final DocumentBar bar;
  private final FindRow search;
  private @Nullable OpenDocument open;
  private @Nullable Document previous;
  private @Nullable View chosenHere;
  private View view = View.TEXT;
  private JobClock.@Nullable Timer patience;

  /** An empty pane; {@link #show} gives it something to show. */
  public DocumentPane(FxJobs jobs, ByteStores stores, Notices notices) {
    this.jobs = jobs;
    this.stores = stores;
    this.notices = notices;
    this.place = new DocumentPlace(jobs, stores, notices, this::refresh, this::showFacts);
    this.rows = place.rows();
    this.saving = new Saving(jobs, notices, this);
    this.actions = new DocumentActions(this);
    this.bar = new DocumentBar(this, rows.filter(), actions, rows.log());
    this.search =
        new FindRow("document", rows.find().model(), actions.finding(), rows::requestFocus);
    getStyleClass().add("document-pane");
    getStylesheets().add(SHEET);
    VBox.setVgrow(place, Priority.ALWAYS);
    bar.facts(facts);
    layOut();
    clipToItself();
    rows.log()
        .moreMenuItems()
        .addAll(
            DocumentBar.item(actions.toggle()),
            DocumentBar.item(actions.copying().get(1)),
            DocumentBar.item(actions.copying().get(2)),
            DocumentBar.item(actions.copying().getFirst()));
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    clear();
  }

  private void layOut() {
    Action toFault = Action.of(TEXT.get("fault.show"), Feather.CROSSHAIR, this::showFault);
    Action stop =
        Action.of(
            TEXT.get("format.stop"),
            Feather.X,
            () -> Optional.ofNullable(open).ifPresent(OpenDocument::stopFormatting));
    Action format =
        Action.of(
            TEXT.get("format.again"),
            Feather.PLAY,
            () -> Optional.ofNullable(open).ifPresent(OpenDocument::format));
    getChildren()
        .addAll(
            bar,
            Strip.problem(rows.filter().problemProperty()),
            search,
            Strip.problem(rows.find().model().problemProperty()),
            Strip.of(Feather.ALERT_TRIANGLE, fault, toFault),
            Strip.of(Feather.LOADER, waiting, stop),
            Strip.of(Feather.ALIGN_LEFT, stopped, format),
            place);
  }

  /** Shows another document, of which nothing is complete yet. */
  public void show(Document document) {
    leave();
    open =
        new OpenDocument(
            document,
            jobs,
            stores,
            new OpenDocument.Listener() {
              @Override
              public void changed() {
                refresh();
              }

              @Override
              public void failed(Failure failure) {
                notices.failure(failure);
              }
            });
    patience = jobs.after(PATIENCE, this::waited);
    refresh();
  }

  private void waited() {
    patience = null;
    refresh();
  }

  /** More bytes came; whoever calls this does so once per frame at most. */
  public void grown() {
    if (open != null) {
      open.grown();
      refresh();
    }
  }

  /** No more bytes come: what needs all of them is made now. */
  public void complete() {
    if (open != null) {
      open.complete();
    }
  }

  /**
   * Offers to compare what is shown with what was there before; nothing to compare with if empty.
   */
  public void compareWith(Optional<Document> before) {
    previous = before.orElse(null);
    refresh();
  }

  /** Shows what differs from what {@link #compareWith} was told of, where there is something. */
  public void showChanges() {
    if (previous != null) {
      choose(View.CHANGES);
    }
  }

  /** Shows nothing. */
  public void clear() {
    leave();
    previous = null;
    refresh();
  }

  private void leave() {
    if (patience != null) {
      patience.cancel();
      patience = null;
    }
    OpenDocument before = open;
    open = null;
    chosenHere = null;
    place.clear();
    if (before != null) {
      before.close();
    }
  }

  /** The user chose; that holds for all documents of the kind. */
  void choose(View wanted) {
    if (open != null) {
      chosen.put(open.kind(), wanted);
      chosenHere = wanted;
      refresh();
    }
  }

  /** Goes to the next view, or to the one before. */
  void step(int by) {
    if (open != null) {
      List<View> views = open.views(previous != null);
      choose(views.get(Math.floorMod(views.indexOf(view) + by, views.size())));
    }
  }

  private void refresh() {
    OpenDocument now = open;
    boolean any = now != null && now.size() > 0;
    flags.any().set(any);
    bar.setVisible(any);
    bar.setManaged(any);
    if (now == null || !any) {
      place.showNothing(now);
      say(null);
      setFlags(null);
      return;
    }
    List<View> views = now.views(previous != null);
    View wanted = wanted(now);
    boolean ready = views.contains(wanted);
    if (!ready && patience != null && (!now.isComplete() || now.isGettingReady())) {
      place.showNothing(null);
      return;
    }
    view = ready ? wanted : views.contains(now.best()) ? now.best() : now.kind().meanwhile();
    bar.offer(views, view);
    bar.prompt(now.kind() == DocumentKind.JSON ? TEXT.get("filter.json") : TEXT.get("filter.xml"));
    if (!view.isRows()) {
      rows.find().model().openProperty().set(false);
    }
    place.show(now, view, previous);
    say(now);
    setFlags(now);
    showFacts();
  }

  /** What is damaged is not what was chosen for others of its kind. */
  private View wanted(OpenDocument now) {
    if (chosenHere != null) {
      return chosenHere;
    }
    View usual = chosen.get(now.kind());
    return usual == null || now.isDamaged() ? now.best() : usual;
  }

  private void say(@Nullable OpenDocument now) {
    Optional<TreeDocument.Fault> found =
        Optional.ofNullable(now).map(OpenDocument::tree).flatMap(TreeDocument::fault);
    fault.set(
        found
            .map(
                one ->
                    TEXT.get(
                        "fault.where",
                        Amounts.count(one.line()),
                        Amounts.count(one.column()),
                        one.reason()))
            .orElse(""));
    boolean formatting = now != null && now.isFormatting() && patience == null;
    waiting.set(formatting ? TEXT.get("format.running") : "");
    stopped.set(now != null && now.isStopped() ? TEXT.get("format.stopped") : "");
  }

  private void setFlags(@Nullable OpenDocument now) {
    DocumentSource source = now != null && view.isRows() ? rows.source() : null;
    flags.rows().set(now != null && view.isRows());
    flags.tree().set(source != null && source.shown().rows() instanceof TreeRows);
    flags.json().set(source != null && source.shown().rows() instanceof JsonRows);
    flags
        .valued()
        .set(flags.json().get() || (source != null && source.shown().rows() instanceof EventRows));
    flags.filterable().set(now != null && now.tree() != null && view == View.FORMATTED);
    flags
        .table()
        .set(
            Optional.ofNullable(now)
                .map(OpenDocument::tree)
                .flatMap(TreeDocument::table)
                .isPresent());
    flags.pictured().set(now != null && view == View.IMAGE);
  }

  private void showFacts() {
    if (open != null) {
      facts.set(place.facts(open, view));
    }
  }

  private void showFault() {
    Optional.ofNullable(open)
        .map(OpenDocument::tree)
        .flatMap(TreeDocument::fault)
        .ifPresent(
            found -> {
              choose(View.TEXT);
              rows.go(found.offset(), found.offset() + 1);
              rows.requestFocus();
            });
  }

  private void key(KeyEvent event) {
    for (Action action : actions.all()) {
      if (action.shortcut() != null && action.shortcut().match(event)) {
        action.fire();
        event.consume();
        return;
      }
    }
  }

  /** What can be done here, for the palette and as shortcuts. */
  public List<Action> actions() {
    return actions.all();
  }

  void openSearch() {
    if (open != null && !view.isRows()) {
      choose(open.tree() == null ? View.TEXT : View.FORMATTED);
    }
    search.open();
  }

  void seek(boolean forward) {
    if (view == View.CHANGES) {
      place.changes().seek(forward);
    } else if (rows.source() == null || rows.find().model().textProperty().get().isEmpty()) {
      openSearch();
    } else {
      rows.find().model().openProperty().set(true);
      rows.seek(forward);
    }
  }

  void toggleWrap() {
    LogView log = rows.log();
    log.wrapProperty().set(!log.wrapProperty().get());
  }

  void foldAll(boolean folded) {
    rows.foldAll(folded);
  }

  void toggleRow() {
    rows.toggle(rows.log().currentRowProperty().get());
  }

  void openFilter() {
    bar.focusFilter();
  }

  void save() {
    Optional.ofNullable(open).ifPresent(saving::choose);
  }

  /** For tests: saves without asking where. */
  void save(Path file) {
    Optional.ofNullable(open).ifPresent(now -> saving.save(now, file));
  }

  void copyAll() {
    Optional.ofNullable(open).ifPresent(now -> place.copyAll(now, view));
  }

  void copyValue() {
    place.copyValue();
  }

  void copyPath() {
    place.copyPath();
  }

  void copyTable() {
    Optional.ofNullable(open).ifPresent(place::copyTable);
  }

  DocumentFlags flags() {
    return flags;
  }

  DocumentPlace place() {
    return place;
  }

  /** For tests: the rows. */
  LogView log() {
    return rows.log();
  }

  @Override
  public void requestFocus() {
    place.shown(view).requestFocus();
  }

  /** Shows nothing any more, and stops what works on it. Does not block. */
  @Override
  public void close() {
    clear();
    rows.close();
  }

  /** Where there is too little room, nothing is drawn over what stands below. */
  private void clipToItself() {
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
  }
}
