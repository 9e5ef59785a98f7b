package org.wirebench.terminal.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A row of cells. It does not know what was drawn of it: {@link RowImage} compares. */
final class Line {
  int[] cells;
  long[] styles;

  /** The link and the colour of the underline of each cell; most lines have neither. */
  long @Nullable [] extras;

  /** Whether the text goes on in the next row, because it did not fit. */
  boolean wraps;

  /** The last cell is of the text that goes on, even if nothing was written to it. */
  boolean full;

  /** What a program said of this line (OSC 133). */
  Prompt prompt = Prompt.NONE;

  /** How large its characters are. */
  LineSize size = LineSize.SINGLE;

  Line(int columns) {
    cells = new int[columns];
    styles = new long[columns];
  }

  int columns() {
    return cells.length;
  }

  /** Makes it an empty line, as it looks when it is erased with this style. */
  void clear(long style) {
    erase(0, cells.length, style);
    wraps = false;
    full = false;
    prompt = Prompt.NONE;
    size = LineSize.SINGLE;
  }

  /** Erases the cells from {@code from} up to and without {@code to}. */
  void erase(int from, int to, long style) {
    full &= to < cells.length;
    Arrays.fill(cells, from, to, Cell.EMPTY);
    Arrays.fill(styles, from, to, style);
    if (extras != null) {
      Arrays.fill(extras, from, to, 0);
    }
  }

  /** Erases what is not protected (DECSCA). */
  void eraseUnprotected(int from, int to, long style) {
    for (int at = from; at < to; at++) {
      if (!Style.has(styles[at], Style.PROTECTED)) {
        erase(at, at + 1, style);
      }
    }
  }

  /** Writes blanks over what is not protected, which look as what stood there. */
  void blankUnprotected(int from, int to) {
    for (int at = from; at < to; at++) {
      if (!Style.has(styles[at], Style.PROTECTED)) {
        put(at, ' ', styles[at], extra(at));
      }
    }
  }

  /** Writes characters of ASCII. */
  void put(int at, byte[] ascii, int from, int count, long style, long extra) {
    int[] to = cells;
    for (int i = 0; i < count; i++) {
      to[at + i] = ascii[from + i];
    }
    Arrays.fill(styles, at, at + count, style);
    if (extra != 0 || extras != null) {
      Arrays.fill(extras(), at, at + count, extra);
    }
  }

  void put(int at, int cell, long style, long extra) {
    cells[at] = cell;
    styles[at] = style;
    if (extra != 0 || extras != null) {
      extras()[at] = extra;
    }
  }

  private long[] extras() {
    long[] now = extras;
    if (now == null) {
      now = new long[cells.length];
      extras = now;
    }
    return now;
  }

  long extra(int at) {
    return extras == null ? 0 : extras[at];
  }

  /** Moves {@code count} cells within the line. */
  void move(int from, int to, int count) {
    System.arraycopy(cells, from, cells, to, count);
    System.arraycopy(styles, from, styles, to, count);
    if (extras != null) {
      System.arraycopy(extras, from, extras, to, count);
    }
  }

  /** Takes {@code count} cells of another line. */
  void copy(Line other, int from, int to, int count) {
    System.arraycopy(other.cells, from, cells, to, count);
    System.arraycopy(other.styles, from, styles, to, count);
    if (other.extras != null) {
      System.arraycopy(other.extras, from, extras(), to, count);
    } else if (extras != null) {
      Arrays.fill(extras, to, to + count, 0);
    }
  }

  /** Blanks both halves of a wide character between these two cells, which keep their looks. */
  void part(int at) {
    if (at > 0 && at < cells.length && cells[at] == Cell.TAIL) {
      put(at - 1, ' ', styles[at - 1], 0);
      put(at, ' ', styles[at], 0);
    }
  }

  /** Blanks both halves of a wide character that a change between these two cells would cut. */
  void mend(int at, long style) {
    if (at > 0 && at < cells.length && cells[at] == Cell.TAIL) {
      put(at - 1, ' ', style, 0);
      put(at, ' ', style, 0);
    }
  }

  /**
   * How many of its cells are of its text: where that goes on in the next row all of them, but for
   * the last where that was left empty for a wide character. No two rows begin at the same place of
   * a line, so one that goes on has a cell.
   */
  int used() {
    if (!wraps) {
      return written();
    }
    boolean all = full || cells[cells.length - 1] != Cell.EMPTY;
    return all ? cells.length : Math.max(1, cells.length - 1);
  }

  /** How many cells there are up to the last that was written to. */
  int written() {
    int end = cells.length;
    while (end > 0 && cells[end - 1] == Cell.EMPTY) {
      end--;
    }
    return end;
  }

  /** Has this many columns from now on; what is behind them is lost. */
  void resize(int columns) {
    if (columns == cells.length) {
      return;
    }
    cells = Arrays.copyOf(cells, columns);
    styles = Arrays.copyOf(styles, columns);
    if (extras != null) {
      extras = Arrays.copyOf(extras, columns);
    }
    if (Cell.isWide(cells[columns - 1])) {
      cells[columns - 1] = Cell.EMPTY;
    }
  }
}
