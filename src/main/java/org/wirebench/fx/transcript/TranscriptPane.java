package org.wirebench.fx.transcript;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.text.Messages;
import org.wirebench.core.transcript.Hit;
import org.wirebench.core.transcript.Shown;
import org.wirebench.core.transcript.Transcript;
import org.wirebench.fx.Action;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.LogView;
import org.wirebench.fx.NothingFound;
import org.wirebench.fx.Notices;
import org.wirebench.fx.RowSource;
import org.wirebench.fx.Strip;
import org.wirebench.fx.find.FindRow;

/**
 * A transcript on the screen, of any size: as text or hex, filtered, searched, paused, copied and
 * saved. It follows the transcript by itself. FX thread only.
 */
public final class TranscriptPane extends VBox {
  private static final Messages TEXT = Messages.of(TranscriptPane.class);
  private static final RowSource NOTHING = RowSource.of(List.of());

  private static final String SHEET =
      Objects.requireNonNull(TranscriptPane.class.getResource("transcript.css")).toExternalForm();

  private final Notices notices;
  private final LogView log;
  private final TranscriptViewModel model;
  private final SaveMenu saving;
  private final CopyMenu copying;
  private final TranscriptActions actions;
  private final FindRow search;

  /** An empty pane; {@link #show} gives it something to show. */
  public TranscriptPane(FxJobs jobs, ByteStores stores, Notices notices) {
    this.notices = notices;
    this.log = new LogView(jobs, TEXT.get("pane.name"));
    this.model = new TranscriptViewModel(jobs, stores, notices, log::requestLayout);
    this.copying = new CopyMenu(jobs, notices, model, log);
    this.saving = new SaveMenu(jobs, notices, model, this);
    this.actions = new TranscriptActions(model, log, this::openSearch, this::seek);
    this.search =
        new FindRow("transcript", model.search().find(), actions.finding(), log::requestFocus);
    RowNumbers numbers = model.numbers();
    log.setId("transcript-log");
    log.moreMenuItems().addAll(copying.items());
    NothingFound nothing = new NothingFound(numbers.nothingProperty(), actions.unfilter());
    StackPane rows = new StackPane(log, nothing);
    rows.setMinHeight(0);
    VBox.setVgrow(rows, Priority.ALWAYS);
    getStyleClass().add("transcript-pane");
    clipToItself();
    getStylesheets().add(SHEET);
    getChildren()
        .addAll(
            new ToolRow(model, log, actions, copying.items(), saving.items()),
            Strip.problem(model.filter().problemProperty()),
            search,
            Strip.problem(model.search().find().problemProperty()),
            Strip.of(Feather.PAUSE, numbers.missedProperty(), actions.goOn()),
            Strip.of(Feather.EYE_OFF, numbers.hiddenProperty(), actions.showAll()),
            Strip.of(Feather.ALERT_TRIANGLE, numbers.troubleProperty()),
            rows);
    model.rowsProperty().addListener((_, before, now) -> show(before, now));
    model.clockProperty().addListener((_, _, _) -> log.fitGutter());
    model.search().hitProperty().addListener((_, _, now) -> go(now));
    addEventHandler(KeyEvent.KEY_PRESSED, event -> Action.press(actions.all(), event));
  }

  /**
   * Shows a transcript, and follows it until another is shown or the pane is closed.
   *
   * @param now null for nothing
   * @param charset what its bytes are read in
   * @param partyName what a party is called, shown beside the time; empty where none is to be shown
   */
  public void show(@Nullable Transcript now, Charset charset, IntFunction<String> partyName) {
    show(now, charset, partyName, Set.of());
  }

  /**
   * Shows what some of the parties said.
   *
   * @param parties nobody else is shown, searched, counted or saved; none for all
   */
  public void show(
      @Nullable Transcript now,
      Charset charset,
      IntFunction<String> partyName,
      Set<Integer> parties) {
    model.show(now, charset, partyName, parties);
  }

  private void show(@Nullable TranscriptRows before, @Nullable TranscriptRows now) {
    boolean following = log.followingProperty().get();
    long top = log.topRow();
    log.setSource(now == null ? NOTHING : now);
    if (before != null && now != null && !following) {
      keepPlace(before, top, now);
    }
  }

  /** Shows the same bytes as before, where the same transcript is shown in another way. */
  private void keepPlace(TranscriptRows before, long top, TranscriptRows now) {
    if (before.isOf(now)) {
      try {
        long offset = before.offset(top);
        log.layout();
        log.show(now.index(offset));
      } catch (IOException unreadable) {
        fail(unreadable);
      }
    }
  }

  private void openSearch() {
    search.open();
  }

  private void seek(boolean forward) {
    TranscriptRows rows = model.rowsProperty().get();
    if (rows == null || model.search().find().textProperty().get().isEmpty()) {
      openSearch();
      return;
    }
    model.search().find().openProperty().set(true);
    try {
      long row = log.currentRowProperty().get();
      long start =
          row >= 0
              ? rows.offset(row)
              : log.followingProperty().get() ? 0 : rows.offset(log.topRow());
      model.search().find().seek(forward, start);
    } catch (IOException unreadable) {
      fail(unreadable);
    }
  }

  private void go(@Nullable Hit hit) {
    TranscriptRows rows = model.rowsProperty().get();
    if (hit == null || rows == null) {
      return;
    }
    try {
      long row = rows.index(hit.offset());
      List<Shown.Part> parts = row < rows.end() ? rows.parts(row, hit) : List.of();
      if (!parts.isEmpty()) {
        // The view may not have been drawn since the row came.
        log.requestLayout();
        log.layout();
        log.select(row, parts.getFirst().from(), parts.getFirst().to());
      }
    } catch (IOException unreadable) {
      fail(unreadable);
    }
  }

  private void fail(IOException unreadable) {
    notices.info(TEXT.get("pane.unreadable", String.valueOf(unreadable.getMessage())));
  }

  /** What can be done here, for the palette and as shortcuts. */
  public List<Action> actions() {
    List<Action> all = new ArrayList<>(actions.all());
    all.addAll(copying.actions());
    all.addAll(saving.actions());
    return List.copyOf(all);
  }

  /** The rows themselves. */
  public LogView log() {
    return log;
  }

  /** For tests: what saves without asking where. */
  SaveMenu saving() {
    return saving;
  }

  /** For tests: what is shown. */
  TranscriptViewModel model() {
    return model;
  }

  /** Shows nothing any more, and stops looking. Does not block. */
  public void close() {
    model.close();
  }

  /** Where there is too little room, nothing is drawn over what stands below. */
  private void clipToItself() {
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
  }
}
