package org.wirebench.terminal.view;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.JobClock;
import org.wirebench.terminal.engine.Positions;
import org.wirebench.terminal.engine.Row;
import org.wirebench.terminal.engine.RowImage;
import org.wirebench.terminal.engine.ScreenView;
import org.wirebench.terminal.engine.Style;
import org.wirebench.terminal.engine.Terminal;

/**
 * What of a terminal is on the screen: taken from it at once, with its lock held for that alone,
 * and compared with what was drawn before.
 */
final class TerminalFrame {
  /** How long a program may hold a picture back that it does not finish (mode 2026). */
  private static final Duration PATIENCE = Duration.ofMillis(150);

  private final TerminalView view;
  private final TerminalColors colors;
  private final Blink blink;
  private final TerminalCaret caret;
  private final LinkHover hover;
  private final ScrollPlace place;
  private final Row row = new Row();
  private RowImage[] images = {};
  private Overlay[] overlays = {};
  private boolean[] changed = {};

  /** Which rows have text that blinks. */
  private boolean[] blinking = {};

  private PromptMarks.State prompts = new PromptMarks.State(0, 0, 0);
  private int cursorRow;
  private int cursorColumn;
  private boolean late;

  /** Whether every row is to be drawn, though none looks otherwise. */
  private boolean all = true;

  private boolean alternate;
  private JobClock.@Nullable Timer patience;

  TerminalFrame(TerminalView view, TerminalColors colors, Blink blink, LinkHover hover) {
    this.view = view;
    this.colors = colors;
    this.blink = blink;
    this.caret = new TerminalCaret(view, blink);
    this.hover = hover;
    this.place = new ScrollPlace(view.terminal());
  }

  /** Has everything drawn anew. */
  void drawAnew() {
    all = true;
  }

  /** Which rows are shown. */
  ScrollPlace place() {
    return place;
  }

  /**
   * Takes what is to be seen now.
   *
   * @return whether the colours are others
   */
  boolean take() {
    Terminal terminal = view.terminal();
    terminal.lock();
    try {
      ScreenView screen = terminal.view();
      boolean held = isHeldBack(screen) && images.length == screen.rows();
      if (!held) {
        fit(screen.rows());
      }
      boolean recolored = !held && colors.take(screen);
      Arrays.fill(changed, recolored || all);
      all = false;
      if (!held) {
        look(screen);
      }
      return recolored;
    } finally {
      terminal.unlock();
    }
  }

  private boolean isHeldBack(ScreenView screen) {
    if (!screen.isHeldBack()) {
      stop();
      late = false;
      return false;
    }
    if (late) {
      return false;
    }
    if (patience == null) {
      patience = view.jobs().after(PATIENCE, this::outOfPatience);
    }
    return true;
  }

  private void outOfPatience() {
    patience = null;
    late = true;
    view.changed();
  }

  private void fit(int rows) {
    if (images.length != rows) {
      images = Stream.generate(RowImage::new).limit(rows).toArray(RowImage[]::new);
      overlays = new Overlay[rows];
      Arrays.fill(overlays, Overlay.NONE);
      changed = new boolean[rows];
      blinking = new boolean[rows];
    }
  }

  private void look(ScreenView screen) {
    place.take(screen);
    int scrollback = screen.scrollback();
    prompts = new PromptMarks.State(screen.promptsSaid(), screen.firstLine(), scrollback);
    if (alternate != screen.isAlternate()) {
      // The other screen has other text at the same places.
      alternate = screen.isAlternate();
      view.selection().set(null);
    }
    rows(screen);
  }

  private void rows(ScreenView screen) {
    int top = place.top();
    Selection selected = view.selection().property().get();
    Positions positions = selected == null ? null : screen.positions();
    Selection.Rows range = selected == null || positions == null ? null : selected.rows(positions);
    int cursor = screen.scrollback() + screen.cursorRow() - top;
    cursorRow = cursor;
    cursorColumn = screen.cursorColumn();
    HitRows hits = new HitRows(view.places().search(), screen, top, images.length);
    caret.take(screen);
    for (int i = 0; i < images.length; i++) {
      screen.read(top + i, row);
      boolean otherText = images[i].take(row);
      changed[i] |= otherText;
      blink(i, otherText);
      Overlay.Range link = hover.in(i, otherText);
      Overlay.Range chosen = range == null ? Overlay.Range.NONE : range.in(top + i, row.columns());
      Overlay.Caret shown = i == cursor ? caret.at(screen.cursorColumn()) : Overlay.Caret.NONE;
      Overlay now = new Overlay(chosen, hits.in(i), link, shown, blinking[i] && blink.isDark());
      changed[i] |= !now.equals(overlays[i]);
      overlays[i] = now;
    }
    boolean any = caret.blinks();
    for (boolean one : blinking) {
      any |= one;
    }
    blink.take(any);
  }

  private void blink(int shown, boolean changed) {
    if (changed) {
      blinking[shown] = images[shown].has(Style.BLINK);
      if (blinking[shown]) {
        blink.stir();
      }
    }
  }

  /** The rows that look otherwise than when this was asked last. */
  int[] dirty() {
    int[] dirty = IntStream.range(0, changed.length).filter(i -> changed[i]).toArray();
    Arrays.fill(changed, false);
    return dirty;
  }

  int rows() {
    return images.length;
  }

  RowImage[] images() {
    return images.clone();
  }

  RowImage image(int shown) {
    return images[shown];
  }

  Overlay overlay(int shown) {
    return overlays[shown];
  }

  /** What says whether prompts may be elsewhere. */
  PromptMarks.State prompts() {
    return prompts;
  }

  /** How many rows stand above the screen of the terminal. */
  int scrollback() {
    return place.scrollback();
  }

  /** The first row that is shown, from that of the scrollback. */
  int top() {
    return place.top();
  }

  /** The row of the cursor on the screen; outside of it when that was scrolled away. */
  int cursorRow() {
    return cursorRow;
  }

  int cursorColumn() {
    return cursorColumn;
  }

  /** Waits for nothing any more. */
  void stop() {
    if (patience != null) {
      patience.cancel();
      patience = null;
    }
  }
}
