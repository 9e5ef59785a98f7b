package org.wirebench.terminal.engine;

/**
 * The rows of a screen with its margins, and what edits them. Rows and columns count from 0; what
 * is behind a limit is the caller's fault. Scrolling stays between the margins.
 */
final class Screen {
  /** What is above the screen, and takes the rows that leave it at its top. */
  interface Above {
    void add(Line line);

    /** The last row that left does not go on in the first one of the screen any more. */
    void endLine();
  }

  /** Keeps nothing. */
  static final Above NOTHING =
      new Above() {
        @Override
        public void add(Line line) {}

        @Override
        public void endLine() {}
      };

  private final Above above;
  private Line[] lines;
  private int columns;
  private int top;
  private int bottom;
  private int left;
  private int right;

  Screen(int rows, int columns, Above above) {
    this.above = above;
    this.columns = columns;
    this.lines = new Line[rows];
    for (int row = 0; row < rows; row++) {
      lines[row] = new Line(columns);
    }
    resetMargins();
  }

  int rows() {
    return lines.length;
  }

  int columns() {
    return columns;
  }

  Line line(int row) {
    return lines[row];
  }

  /** The first row that scrolls. */
  int top() {
    return top;
  }

  /** The last row that scrolls. */
  int bottom() {
    return bottom;
  }

  /** The first column that scrolls. */
  int left() {
    return left;
  }

  /** The last column that scrolls. */
  int right() {
    return right;
  }

  /** How many rows there are up to the last one that has anything. */
  int written() {
    int written = lines.length;
    while (written > 0 && lines[written - 1].written() == 0) {
      written--;
    }
    return written;
  }

  void resetMargins() {
    setRows(0, lines.length - 1);
    setColumns(0, columns - 1);
  }

  void setRows(int first, int last) {
    top = first;
    bottom = last;
  }

  void setColumns(int first, int last) {
    left = first;
    right = last;
  }

  boolean isWithinRows(int row) {
    return row >= top && row <= bottom;
  }

  boolean isWithinColumns(int column) {
    return column >= left && column <= right;
  }

  private boolean isFullWidth() {
    return left == 0 && right == columns - 1;
  }

  /** Moves the rows between the margins up; what leaves the top of the screen is kept elsewhere. */
  void scrollUp(int count, long style) {
    int moved = Math.min(count, bottom - top + 1);
    if (top == 0 && isFullWidth()) {
      for (int i = 0; i < moved; i++) {
        above.add(lines[i]);
      }
    } else {
      parted(top);
    }
    shiftUp(top, moved, style);
  }

  void scrollDown(int count, long style) {
    shiftDown(top, Math.min(count, bottom - top + 1), style);
  }

  /** Removes rows from {@code row} on (DL); those below come up. */
  void deleteLines(int row, int count, long style) {
    parted(row);
    shiftUp(row, Math.min(count, bottom - row + 1), style);
  }

  /** Inserts empty rows at {@code row} (IL); those below it go down, the last ones are lost. */
  void insertLines(int row, int count, long style) {
    shiftDown(row, Math.min(count, bottom - row + 1), style);
  }

  private void shiftUp(int from, int count, long style) {
    if (!isFullWidth()) {
      for (int row = from; row <= bottom; row++) {
        moveColumns(row + count <= bottom ? row + count : -1, row, style);
      }
      return;
    }
    Line[] moved = new Line[count];
    System.arraycopy(lines, from, moved, 0, count);
    System.arraycopy(lines, from + count, lines, from, bottom - from + 1 - count);
    for (int i = 0; i < count; i++) {
      moved[i].clear(style);
      lines[bottom + 1 - count + i] = moved[i];
    }
    if (bottom < lines.length - 1 && bottom - count >= from) {
      lines[bottom - count].wraps = false;
    }
  }

  private void shiftDown(int from, int count, long style) {
    if (!isFullWidth()) {
      for (int row = bottom; row >= from; row--) {
        moveColumns(row - count >= from ? row - count : -1, row, style);
      }
      return;
    }
    parted(from);
    Line[] moved = new Line[count];
    System.arraycopy(lines, bottom + 1 - count, moved, 0, count);
    System.arraycopy(lines, from, lines, from + count, bottom - from + 1 - count);
    for (int i = 0; i < count; i++) {
      moved[i].clear(style);
      lines[from + i] = moved[i];
    }
    lines[bottom].wraps = false;
  }

  /** The row above does not go on in what comes to {@code row} now. */
  private void parted(int row) {
    if (row > 0) {
      lines[row - 1].wraps = false;
    } else {
      above.endLine();
    }
  }

  /** Moves the cells between the side margins; from no row at all come empty ones. */
  private void moveColumns(int from, int to, long style) {
    Line line = lines[to];
    line.part(left);
    line.part(right + 1);
    if (from < 0) {
      line.erase(left, right + 1, style);
    } else {
      Line other = lines[from];
      other.part(left);
      other.part(right + 1);
      line.copy(other, left, left, right - left + 1);
    }
  }

  /** Inserts empty cells (ICH); those behind them go right, up to the margin. */
  void insertCells(int row, int column, int count, long style) {
    Line line = lines[row];
    int moved = Math.min(count, right - column + 1);
    line.mend(column, style);
    line.part(right + 1);
    line.mend(right + 1 - moved, style);
    line.move(column, column + moved, right + 1 - column - moved);
    line.erase(column, column + moved, style);
  }

  /** Removes cells (DCH); those behind them come left, up to the margin. */
  void deleteCells(int row, int column, int count, long style) {
    Line line = lines[row];
    int moved = Math.min(count, right - column + 1);
    line.mend(column, style);
    line.mend(column + moved, style);
    line.part(right + 1);
    line.move(column + moved, column, right + 1 - column - moved);
    line.erase(right + 1 - moved, right + 1, style);
  }

  /** Erases cells of a row, but protected ones where {@code selective}. */
  void erase(int row, int from, int to, long style, boolean selective) {
    Line line = lines[row];
    line.mend(from, style);
    line.mend(to, style);
    if (selective) {
      line.eraseUnprotected(from, to, style);
    } else {
      line.erase(from, to, style);
    }
    if (from == 0 && to == columns) {
      parted(row);
    }
    if (to == columns) {
      line.wraps = false;
    }
  }

  /** Erases whole rows, and makes their characters as large as usual. */
  void eraseRows(int from, int to, long style, boolean selective) {
    for (int row = from; row < to; row++) {
      erase(row, 0, columns, style, selective);
      if (!selective) {
        lines[row].clear(style);
      }
    }
  }

  /** Has these rows from now on, all of them of {@code width} columns. */
  void replace(Line[] now, int width) {
    lines = now;
    columns = width;
    resetMargins();
  }
}
