package org.wirebench.terminal.engine;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A cell and what stands in it, to be found again when the terminal has another size. */
record Mark(Position position, String text) {
  /**
   * That of a row and a column, counted around. Null where nothing stands, and on the alternate
   * screen, which is cut and not laid out anew.
   */
  static @Nullable Mark of(ScreenView view, int row, int column) {
    Positions positions = view.positions();
    RowColumn cell = new RowColumn(row % positions.rows(), column % view.columns());
    Row read = new Row();
    view.read(cell.row(), read);
    String text = read.cell(cell.column());
    Position position = positions.at(cell.row(), cell.column());
    boolean exists = positions.find(position).equals(cell) && !text.isBlank();
    return exists && !view.isAlternate() ? new Mark(position, text) : null;
  }

  /** It is where it was in its line, unless that is gone, or has no room for a wide character. */
  void requireKept(ScreenView view) {
    Positions positions = view.positions();
    Optional<LineText> line = positions.text(position);
    if (view.columns() == 1
        || !positions.isKept(position)
        || line.isEmpty()
        || line.get().end().compareTo(position) <= 0) {
      return;
    }
    int index = line.get().index(position.column());
    if (!line.get().text().startsWith(text, index)) {
      throw new AssertionError(this + " is not in " + line.get().text() + " at " + index);
    }
  }
}
