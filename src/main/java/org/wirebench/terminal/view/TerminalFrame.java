package org.wirebench.terminal.view;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.JobClock;
import org.wirebench.terminal.engine.Position;
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
  private final Row row = new Row();
  private RowImage[] images = {};
  private Overlay[] overlays = {};
  private boolean[] changed = {};

  /** Which rows have text that blinks. */
  private boolean[] blinking = {};

  private PromptMarks.State prompts = new PromptMarks.State(0, 0, 0);
  private int scrollback;
  private int top;
  private int cursorRow;
  private int cursorColumn;
  private boolean late;
  private JobClock.@Nullable Timer patience;

  /** Where the first row on the screen is, while that is not the last of the terminal. */
  private @Nullable Position scrolledTo;

  TerminalFrame(TerminalView view, TerminalColors colors, Blink blink, LinkHover hover) {
    this.view = view;
    this.colors = colors;
    this.blink = blink;
    this.caret = new TerminalCaret(view, blink);
    this.hover = hover;
  }

  /** Has everything drawn anew. */
  void forget() {
    images = new RowImage[0];
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
      if (isHeldBack(screen) && images.length == screen.rows()) {
        return false;
      }
      fit(screen.rows());
      boolean recolored = colors.take(screen);
      Arrays.fill(changed, recolored);
      scroll(screen);
      prompts = new PromptMarks.State(screen.promptsSaid(), screen.firstLine(), scrollback);
      rows(screen);
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

  private void scroll(ScreenView screen) {
    scrollback = screen.scrollback();
    Position at = scrolledTo;
    if (at == null) {
      top = scrollback;
      return;
    }
    top = Math.min(screen.positions().find(at).row(), scrollback);
    if (top == scrollback) {
      scrolledTo = null;
    }
  }

  private void rows(ScreenView screen) {
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
      look(i, otherText);
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

  private void look(int shown, boolean changed) {
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
    return scrollback;
  }

  /** The first row that is shown, from that of the scrollback. */
  int top() {
    return top;
  }

  /** The row of the cursor on the screen; outside of it when that was scrolled away. */
  int cursorRow() {
    return cursorRow;
  }

  int cursorColumn() {
    return cursorColumn;
  }

  /** Shows the rows from this one on; at the end, whatever comes. */
  void scrollTo(int first) {
    Terminal terminal = view.terminal();
    terminal.lock();
    try {
      ScreenView screen = terminal.view();
      int to = Math.clamp(first, 0, screen.scrollback());
      scrolledTo = to == screen.scrollback() ? null : screen.positions().at(to, 0);
    } finally {
      terminal.unlock();
    }
  }

  /** Shows a place, in the middle where it was not in sight. */
  void reveal(Position at) {
    Terminal terminal = view.terminal();
    terminal.lock();
    try {
      int row = terminal.view().positions().find(at).row();
      if (row < top || row >= top + images.length) {
        scrollTo(Math.max(0, row - images.length / 2));
      }
    } finally {
      terminal.unlock();
    }
  }

  /** Shows a place in the first row, or as near to it as there are rows behind it. */
  void showAtTop(Position at) {
    Terminal terminal = view.terminal();
    terminal.lock();
    try {
      scrollTo(terminal.view().positions().find(at).row());
    } finally {
      terminal.unlock();
    }
  }

  /** Waits for nothing any more. */
  void stop() {
    if (patience != null) {
      patience.cancel();
      patience = null;
    }
  }
}
