package org.wirebench.fx.document;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.wirebench.core.bytes.ByteStores;
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

  private final DocumentFlags flags = new DocumentFlags();
  private final Showing showing;
  private final RowsPane rows;
  private final Saving saving;
  private final DocumentActions actions;
  private final DocumentBar bar;
  private final DocumentStrips strips;
  private final FindRow search;

  /** An empty pane; {@link #show} gives it something to show. */
  public DocumentPane(FxJobs jobs, ByteStores stores, Notices notices) {
    this.showing = new Showing(jobs, stores, notices, flags, this::told);
    this.rows = showing.place().rows();
    this.saving = new Saving(jobs, notices, this);
    this.actions = new DocumentActions(this, showing, flags);
    this.bar = new DocumentBar(showing, flags, actions);
    this.strips = new DocumentStrips(showing);
    this.search =
        new FindRow("document", rows.find().model(), actions.finding(), rows::requestFocus);
    getStyleClass().add("document-pane");
    getStylesheets().add(SHEET);
    layOut();
    clipToItself();
    rows.log()
        .moreMenuItems()
        .addAll(
            DocumentBar.item(actions.toggle()),
            DocumentBar.item(actions.copying().get(1)),
            DocumentBar.item(actions.copying().get(2)),
            DocumentBar.item(actions.copying().getFirst()));
    addEventHandler(KeyEvent.KEY_PRESSED, event -> Action.press(actions.all(), event));
    clear();
  }

  private void layOut() {
    VBox.setVgrow(showing.place(), Priority.ALWAYS);
    getChildren()
        .addAll(
            bar,
            Strip.problem(rows.filter().problemProperty()),
            search,
            Strip.problem(rows.find().model().problemProperty()));
    getChildren().addAll(strips.all());
    getChildren().add(showing.place());
  }

  private void told(Showing.Shown now) {
    OpenDocument document = now.document();
    if (document != null) {
      boolean json = document.kind() == DocumentKind.JSON;
      bar.offer(now.views(), now.view());
      bar.prompt(json ? TEXT.get("filter.json") : TEXT.get("filter.xml"));
      if (!now.view().isRows()) {
        rows.find().model().openProperty().set(false);
      }
    }
    strips.say(now);
  }

  /** Shows another document, of which nothing is complete yet. */
  public void show(Document document) {
    showing.show(document);
  }

  /** More bytes came; whoever calls this does so once per frame at most. */
  public void grown() {
    showing.grown();
  }

  /** No more bytes come: what needs all of them is made now. */
  public void complete() {
    showing.document().ifPresent(OpenDocument::complete);
  }

  /**
   * Offers to compare what is shown with what was there before; nothing to compare with if empty.
   */
  public void compareWith(Optional<Document> before) {
    showing.compareWith(before.orElse(null));
  }

  /** Shows what differs from what {@link #compareWith} was told of, where there is something. */
  public void showChanges() {
    if (showing.isCompared()) {
      showing.choose(View.CHANGES);
    }
  }

  /** Shows nothing. */
  public void clear() {
    showing.clear();
  }

  /** What can be done here, for the palette and as shortcuts. */
  public List<Action> actions() {
    return actions.all();
  }

  void openSearch() {
    if (!showing.view().isRows()) {
      showing
          .document()
          .ifPresent(open -> showing.choose(open.tree() == null ? View.TEXT : View.FORMATTED));
    }
    search.open();
  }

  void seek(boolean forward) {
    if (showing.view() == View.CHANGES) {
      showing.place().changes().seek(forward);
    } else if (rows.source() == null || rows.find().model().textProperty().get().isEmpty()) {
      openSearch();
    } else {
      rows.find().model().openProperty().set(true);
      rows.seek(forward);
    }
  }

  void openFilter() {
    bar.focusFilter();
  }

  void save() {
    showing.document().ifPresent(saving::choose);
  }

  /** For tests: saves without asking where. */
  void save(Path file) {
    showing.document().ifPresent(now -> saving.save(now, file));
  }

  /** For tests: the rows. */
  LogView log() {
    return rows.log();
  }

  @Override
  public void requestFocus() {
    showing.place().shown(showing.view()).requestFocus();
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
