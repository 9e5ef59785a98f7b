package org.wirebench.terminal.engine;

import java.util.Arrays;

/**
 * Cells of any number with their styles: a line as the program wrote it, over however many rows of
 * the screen it goes. It is grown and used again.
 */
final class Text {
  private static final int FIRST = 256;

  int[] cells;
  long[] styles;
  long[] extras;
  int length;
  Prompt prompt = Prompt.NONE;
  LineSize size = LineSize.SINGLE;

  /** The next line, or the screen, goes on with it: it was too long, or is not at its end. */
  boolean goesOn;

  Text() {
    this(FIRST);
  }

  /** With room for so many cells, which is made larger when there are more. */
  Text(int room) {
    cells = new int[room];
    styles = new long[room];
    extras = new long[room];
  }

  void clear() {
    length = 0;
    prompt = Prompt.NONE;
    size = LineSize.SINGLE;
    goesOn = false;
  }

  void reserve(int more) {
    if (length + more > cells.length) {
      int capacity = Math.max(length + more, 2 * cells.length);
      cells = Arrays.copyOf(cells, capacity);
      styles = Arrays.copyOf(styles, capacity);
      extras = Arrays.copyOf(extras, capacity);
    }
  }

  void add(int cell, long style, long extra) {
    reserve(1);
    cells[length] = cell;
    styles[length] = style;
    extras[length] = extra;
    length++;
  }

  /** Adds what was written to a row; where the text goes on in the next row, that is all of it. */
  void add(Line line) {
    int count = line.used();
    reserve(count);
    System.arraycopy(line.cells, 0, cells, length, count);
    System.arraycopy(line.styles, 0, styles, length, count);
    for (int at = 0; at < count; at++) {
      extras[length + at] = line.extra(at);
    }
    if (length == 0) {
      size = line.size;
    }
    if (prompt == Prompt.NONE) {
      prompt = line.prompt;
    }
    length += count;
  }

  void add(Text other) {
    reserve(other.length);
    System.arraycopy(other.cells, 0, cells, length, other.length);
    System.arraycopy(other.styles, 0, styles, length, other.length);
    System.arraycopy(other.extras, 0, extras, length, other.length);
    length += other.length;
  }

  /**
   * Where the row that begins at a cell ends, when rows are this wide: a wide character is not cut.
   */
  int rowEnd(int from, int columns) {
    int end = from + columns;
    if (end >= length) {
      return length;
    }
    return cells[end] == Cell.TAIL && columns > 1 ? end - 1 : end;
  }

  boolean hasWide() {
    int all = 0;
    for (int i = 0; i < length; i++) {
      all |= cells[i];
    }
    return Cell.isWide(all);
  }

  /** How many rows it takes; an empty one takes one. */
  int rows(int columns) {
    int rows = 1;
    for (int end = rowEnd(0, columns); end < length; end = rowEnd(end, columns)) {
      rows++;
    }
    return rows;
  }

  /**
   * Writes the cells from {@code from} up to and without {@code to} into an empty line. One of a
   * single column has no room for a wide character: half of it could be written over.
   */
  void copy(int from, int to, Line into) {
    into.clear(Style.DEFAULT);
    boolean narrow = into.columns() == 1;
    for (int at = from; at < to; at++) {
      boolean half = cells[at] == Cell.TAIL || Cell.isWide(cells[at]);
      into.put(at - from, narrow && half ? ' ' : cells[at], styles[at], extras[at]);
    }
    into.size = size;
    into.wraps = to < length || goesOn;
    into.full = into.wraps && to - from == into.columns();
    into.prompt = from == 0 ? prompt : Prompt.NONE;
  }
}
