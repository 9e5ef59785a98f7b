package org.wirebench.terminal.view;

import org.wirebench.terminal.engine.Position;
import org.wirebench.terminal.engine.Positions;
import org.wirebench.terminal.engine.RowColumn;

/**
 * What is selected. It stays with the text when that scrolls, and when the width changes.
 *
 * @param from the first cell
 * @param to behind the last cell
 */
record Selection(Mode mode, Position from, Position to) {
  /** By what it grows while the mouse is moved. */
  enum Mode {
    CHARACTER,
    WORD,
    LINE,
    /** A rectangle of cells, whatever the lines are. */
    BLOCK
  }

  boolean isEmpty() {
    return from.compareTo(to) >= 0 && mode != Mode.BLOCK;
  }

  /** Where the mouse may have been when it was made: of words in the last cell, not behind it. */
  Position last() {
    int column = mode == Mode.WORD ? Math.max(0, to.column() - 1) : to.column();
    return new Position(to.line(), column);
  }

  /** Where it stands in the rows of this moment. */
  Rows rows(Positions positions) {
    RowColumn begin = positions.find(from);
    RowColumn end = positions.find(to);
    boolean noBegin = from.compareTo(positions.first()) < 0;
    boolean noEnd = to.compareTo(positions.first()) < 0;
    if (mode != Mode.BLOCK || noBegin == noEnd) {
      return new Rows(mode, begin, end);
    }
    // Of a block whose first rows were dropped the columns stay.
    return noBegin
        ? new Rows(mode, new RowColumn(0, from.column()), end)
        : new Rows(mode, begin, new RowColumn(0, to.column()));
  }

  /** A selection in rows. */
  record Rows(Mode mode, RowColumn from, RowColumn to) {
    /** The columns that are selected of a row with that many. */
    Overlay.Range in(int row, int columns) {
      if (mode == Mode.BLOCK) {
        return block(row, columns);
      }
      if (row < from.row() || row > to.row()) {
        return Overlay.Range.NONE;
      }
      int begin = row == from.row() ? from.column() : 0;
      return new Overlay.Range(begin, row == to.row() ? Math.min(to.column(), columns) : columns);
    }

    private Overlay.Range block(int row, int columns) {
      boolean inside =
          Math.min(from.row(), to.row()) <= row && row <= Math.max(from.row(), to.row());
      int left = Math.min(from.column(), to.column());
      int right = Math.min(columns, Math.max(from.column(), to.column()));
      return inside ? new Overlay.Range(left, right) : Overlay.Range.NONE;
    }
  }
}
