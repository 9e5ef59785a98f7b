package org.wirebench.terminal.engine;

import java.util.Arrays;

/**
 * Cells of one line, all of them or as many as are looked at together, and the rows they are in.
 */
final class Part {
  /** The number of the line. */
  final long line;

  /** Where in it this begins. */
  final int column;

  final Text text;

  /** What the clusters of the text are indexes of. */
  final Clusters clusters;

  /** Its first row, from 0 for the first of the scrollback. */
  final int firstRow;

  private final int columns;

  /** Where in the text each row begins. */
  private final int[] starts;

  /**
   * @param columns how wide the rows are
   * @param starts where in {@code text} each row begins
   */
  Part(Position begin, Text text, Clusters clusters, int firstRow, int columns, int[] starts) {
    this.line = begin.line();
    this.column = begin.column();
    this.text = text;
    this.clusters = clusters;
    this.firstRow = firstRow;
    this.columns = columns;
    this.starts = starts;
  }

  /** Lays a text out in rows of this width. */
  static int[] starts(Text text, int columns) {
    int[] starts = new int[text.rows(columns)];
    for (int row = 1; row < starts.length; row++) {
      starts[row] = text.rowEnd(starts[row - 1], columns);
    }
    return starts;
  }

  /** The same in other rows. */
  Part withFirstRow(int row) {
    Position begin = new Position(line, column);
    return row == firstRow ? this : new Part(begin, text, clusters, row, columns, starts);
  }

  /** How wide the rows are. */
  int width() {
    return columns;
  }

  /** The row behind its last one. */
  int endRow() {
    return firstRow + starts.length;
  }

  /** Whether a place is behind it, and not only behind the end of the line. */
  boolean endsBefore(Position position) {
    boolean passed = text.goesOn && column + text.length <= position.column();
    return line < position.line() || (line == position.line() && passed);
  }

  private int index(int row) {
    return Math.clamp(row - firstRow, 0, starts.length - 1);
  }

  /** Where a row ends in the text. */
  private int end(int index) {
    return index + 1 < starts.length ? starts[index + 1] : text.length;
  }

  /** Writes a row into an empty line. */
  void copy(int row, Line into) {
    text.copy(starts[index(row)], end(index(row)), into);
  }

  /** The place of a cell of a row; in a row that goes on, none is behind its end. */
  Position position(int row, int cell) {
    int index = index(row);
    int at = starts[index] + cell;
    boolean last = index == starts.length - 1 && !text.goesOn;
    return new Position(line, column + (last ? at : Math.min(at, end(index))));
  }

  /** Where a cell of the line is, or the nearest of this part to it. */
  RowColumn place(int cell) {
    int at = Math.max(0, cell - column);
    int found = Arrays.binarySearch(starts, at);
    int index = found >= 0 ? found : -found - 2;
    return new RowColumn(firstRow + index, Math.min(at - starts[index], columns));
  }
}
