package org.wirebench.terminal.engine;

import org.jspecify.annotations.Nullable;
import org.wirebench.core.text.Unicode;
import org.wirebench.core.text.Unicode.Join;

/** Puts characters into cells. */
final class Printer {
  private static final int VARIATION_16 = 0xfe0f;

  private static final int DELETE = 0x7f;

  /** How many times a character is repeated at the most, on a small screen too. */
  private static final int MOST_AGAIN = 4096;

  private final Emulation emulation;
  private final Cursor cursor;
  private final Modes modes;
  private final Graphemes graphemes = new Graphemes();

  /** The line that the last character went to; null when something else came since. */
  private @Nullable Line lastLine;

  /** Where in that line it stands. */
  private int lastColumn;

  Printer(Emulation emulation) {
    this.emulation = emulation;
    this.cursor = emulation.cursor;
    this.modes = emulation.modes;
  }

  /** What is written next has nothing to do with what was written before. */
  void part() {
    lastLine = null;
    graphemes.restart();
  }

  void print(byte[] bytes, int from, int to) {
    if (!cursor.charsets.isPlain() || modes.insert) {
      for (int at = from; at < to; at++) {
        one(cursor.charsets.shown(bytes[at]));
      }
      return;
    }
    if (graphemes.precedes()) {
      one(bytes[from]);
      ascii(bytes, from + 1, to);
    } else {
      ascii(bytes, from, to);
    }
  }

  /** Writes as many characters at once as there is room for in a row. */
  private void ascii(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      wrapIfDue();
      emulation.fitCursor();
      int limit = emulation.limit();
      int column = cursor.column;
      int count = Math.min(limit - column, to - at);
      Line line = emulation.line();
      line.mend(column, emulation.erased());
      line.mend(column + count, emulation.erased());
      line.put(column, bytes, at, count, cursor.style, cursor.extra);
      lastLine = line;
      lastColumn = column + count - 1;
      advance(count, limit);
      at += count;
      if (!modes.wrap && cursor.column == limit - 1 && at < to) {
        // All others would be written over each other.
        at = Math.max(at, to - 1);
      }
    }
    if (to > from) {
      graphemes.joins(Join.OTHER);
    }
  }

  private void wrapIfDue() {
    if (cursor.wrapsNext && modes.wrap) {
      emulation.wrap();
    }
    cursor.wrapsNext = false;
  }

  private void advance(int count, int limit) {
    int next = cursor.column + count;
    cursor.wrapsNext = next >= limit;
    cursor.column = Math.min(next, limit - 1);
  }

  void print(int codePoint) {
    one(codePoint);
  }

  void delete() {
    if (cursor.charsets.hasDelete()) {
      one(cursor.charsets.shown(DELETE));
    }
  }

  /** Writes the last character, with its marks, so many times more (REP). */
  void repeat(int count) {
    if (lastLine == null) {
      return;
    }
    int[] again = Cell.text(lastLine.cells[lastColumn], emulation.clusters).codePoints().toArray();
    int cells = emulation.screen().rows() * emulation.screen().columns();
    for (int i = Math.min(count, Math.max(MOST_AGAIN, cells)); i > 0; i--) {
      graphemes.restart();
      for (int codePoint : again) {
        one(codePoint);
      }
    }
  }

  private void one(int codePoint) {
    boolean joined =
        !(graphemes.isApart() && Unicode.isApart(codePoint))
            && graphemes.joins(Unicode.join(codePoint));
    int width = Unicode.width(codePoint);
    if (modes.graphemes ? joined && join(codePoint) : width == 0 && join(codePoint)) {
      return;
    }
    if (width > 0) {
      write(codePoint, modes.graphemes && isFlag(codePoint) ? 2 : width);
    } else if (isMark(codePoint)) {
      boolean _ = join(codePoint);
    }
  }

  private static boolean isMark(int codePoint) {
    return Unicode.join(codePoint) != Join.CONTROL;
  }

  /** One half of a flag has the room of the whole, which does not move then. */
  private static boolean isFlag(int codePoint) {
    return Unicode.join(codePoint) == Join.REGIONAL_INDICATOR;
  }

  private void write(int codePoint, int width) {
    wrapIfDue();
    emulation.fitCursor();
    int limit = emulation.limit();
    if (cursor.column + width > limit && !makeRoom(limit)) {
      return;
    }
    insert(cursor.column, width);
    put(Cell.of(codePoint, width == 2), width);
  }

  /** Makes room in insert mode (IRM), which there is between the margins alone. */
  private void insert(int column, int width) {
    Screen screen = emulation.screen();
    if (modes.insert && screen.isWithinColumns(column)) {
      screen.insertCells(cursor.row, column, width, emulation.erased());
    }
  }

  /** Goes to the next row with a character that is too wide for this one; false where none may. */
  private boolean makeRoom(int limit) {
    if (!modes.wrap || limit - emulation.first() < 2) {
      return false;
    }
    emulation.screen().erase(cursor.row, cursor.column, limit, emulation.erased(), false);
    emulation.wrap();
    return true;
  }

  private void put(int cell, int width) {
    int limit = emulation.limit();
    Line line = emulation.line();
    int column = cursor.column;
    line.mend(column, emulation.erased());
    line.mend(column + width, emulation.erased());
    line.put(column, cell, cursor.style, cursor.extra);
    lastLine = line;
    lastColumn = column;
    if (width == 2) {
      line.put(column + 1, Cell.TAIL, cursor.style, cursor.extra);
    }
    advance(width, limit);
  }

  /** Adds a character to the one before the cursor; false where there is none. */
  private boolean join(int codePoint) {
    Line line = lastLine == null ? emulation.line() : lastLine;
    int at = lastLine == null ? before(line) : lastColumn;
    if (at < 0 || line.cells[at] == Cell.EMPTY || line.cells[at] == Cell.TAIL) {
      return false;
    }
    int cell = line.cells[at];
    String text = Cell.text(cell, emulation.clusters);
    if (text.length() < Clusters.LONGEST) {
      boolean wide = Cell.isWide(cell);
      int index = emulation.clusters.index(text + Character.toString(codePoint));
      line.put(at, Cell.cluster(index, wide), line.styles[at], line.extra(at));
      if (codePoint == VARIATION_16 && !wide && Unicode.isEmoji(text.codePointAt(0))) {
        widen(line, at);
      }
      emulation.sweep();
    }
    return true;
  }

  /** Where the character stands that the cursor is behind. */
  private int before(Line line) {
    int at = cursor.wrapsNext ? cursor.column : cursor.column - 1;
    return at > 0 && line.cells[at] == Cell.TAIL ? at - 1 : at;
  }

  /** What was one column wide is an emoji, and two. */
  private void widen(Line line, int at) {
    if (!modes.graphemes) {
      return;
    }
    int limit = emulation.limit();
    int cell = Cell.cluster(Cell.value(line.cells[at]), true);
    if (at + 1 < limit) {
      insert(at + 1, 1);
      cursor.column = at;
      cursor.wrapsNext = false;
      put(cell, line.styles[at], line.extra(at));
    } else if (makeRoomFor(line, at)) {
      put(cell, cursor.style, cursor.extra);
    }
  }

  private boolean makeRoomFor(Line line, int at) {
    if (!modes.wrap || emulation.limit() - emulation.first() < 2) {
      return false;
    }
    line.erase(at, at + 1, emulation.erased());
    emulation.wrap();
    return true;
  }

  private void put(int cell, long style, long extra) {
    long styleNow = cursor.style;
    long extraNow = cursor.extra;
    cursor.style = style;
    cursor.extra = extra;
    put(cell, 2);
    cursor.style = styleNow;
    cursor.extra = extraNow;
  }
}
