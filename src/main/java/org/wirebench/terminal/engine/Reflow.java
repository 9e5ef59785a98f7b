package org.wirebench.terminal.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * Gives a screen another size: lines that went over several rows are laid out anew, rows that find
 * no room go to the scrollback or come back from it, and the cursor stays with its character.
 */
final class Reflow {
  private final Screen screen;
  private final Cursor cursor;
  private final Scrollback scrollback;
  private final List<Line> laid = new ArrayList<>();
  private int cursorRow;
  private int cursorColumn;

  Reflow(Screen screen, Cursor cursor, Scrollback scrollback) {
    this.screen = screen;
    this.cursor = cursor;
    this.scrollback = scrollback;
  }

  /** Has all rows as they are, cut or filled: programs draw the alternate screen again anyway. */
  static void cut(Screen screen, int rows, int columns) {
    Line[] now = new Line[rows];
    for (int row = 0; row < rows; row++) {
      now[row] = row < screen.rows() ? screen.line(row) : new Line(columns);
      now[row].resize(columns);
      now[row].wraps = false;
    }
    screen.replace(now, columns);
  }

  /** Lays the screen out anew. */
  void perform(int rows, int columns) {
    boolean full = lastUsed() == screen.rows() - 1;
    Text line = new Text();
    boolean begun = scrollback.isOpen() && scrollback.takeLast(line);
    scrollback.resize(columns);
    int at = begun ? line.length : 0;
    for (int row = 0; row <= lastUsed(); row++) {
      Line one = screen.line(row);
      int before = begun ? line.length : 0;
      if (!begun) {
        line.clear();
      }
      boolean here = row == cursor.row;
      line.add(one);
      if (here) {
        at = before + cursor.column;
        cursorRow = -1;
      }
      line.goesOn = false;
      begun = one.wraps && row < lastUsed();
      if (!begun) {
        lay(line, columns, cursorRow == -1 ? at : -1);
      }
    }
    fit(rows, columns, full);
  }

  private int lastUsed() {
    int last = screen.rows() - 1;
    while (last > cursor.row && screen.line(last).written() == 0) {
      last--;
    }
    return last;
  }

  /**
   * Lays out a line in rows.
   *
   * @param cursorAt the cell of the cursor in it, which may be behind its end, or -1
   */
  private void lay(Text text, int columns, int cursorAt) {
    int from = 0;
    do {
      int end = text.rowEnd(from, columns);
      Line row = new Line(columns);
      text.copy(from, end, row);
      boolean last = end >= text.length;
      if (cursorAt >= from && (cursorAt < end || last)) {
        cursorRow = laid.size();
        cursorColumn = Math.min(cursorAt - from, columns - 1);
      }
      laid.add(row);
      from = end;
    } while (from < text.length);
  }

  private void fit(int rows, int columns, boolean full) {
    while (laid.size() > rows && laid.size() - 1 > cursorRow && isBlank(laid.getLast())) {
      laid.removeLast();
    }
    int above = Math.max(0, laid.size() - rows);
    if (above > cursorRow) {
      above = cursorRow;
    }
    for (Line line : laid.subList(0, above)) {
      scrollback.add(line);
    }
    List<Line> shown = new ArrayList<>(laid.subList(above, Math.min(laid.size(), above + rows)));
    cursorRow -= above;
    if (full) {
      fill(shown, rows, columns);
    }
    while (shown.size() < rows) {
      shown.add(new Line(columns));
    }
    screen.replace(shown.toArray(Line[]::new), columns);
    cursor.row = cursorRow;
    cursor.column = cursorColumn;
  }

  private static boolean isBlank(Line line) {
    return line.written() == 0;
  }

  /** Rows come back from the scrollback where the screen would have empty ones. */
  private void fill(List<Line> shown, int rows, int columns) {
    Text text = new Text();
    while (shown.size() < rows && scrollback.takeLast(text)) {
      List<Line> back = new ArrayList<>();
      int from = 0;
      do {
        int end = text.rowEnd(from, columns);
        Line row = new Line(columns);
        text.copy(from, end, row);
        back.add(row);
        from = end;
      } while (from < text.length);
      int room = rows - shown.size();
      for (Line line : back.subList(0, Math.max(0, back.size() - room))) {
        scrollback.add(line);
      }
      List<Line> fitting = back.subList(Math.max(0, back.size() - room), back.size());
      shown.addAll(0, fitting);
      cursorRow += fitting.size();
    }
  }
}
