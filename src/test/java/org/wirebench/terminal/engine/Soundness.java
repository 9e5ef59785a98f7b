package org.wirebench.terminal.engine;

import java.util.Optional;
import java.util.TreeSet;

/** What holds of a terminal whatever it was fed. */
final class Soundness {
  /**
   * The last page stays in the heap, and has a whole record however large that is: some thousand
   * cells, each with a style and a cluster of its own.
   */
  private static final long LARGEST_PAGE = 1_000_000;

  /** More than all cells of both screens, before those that nobody sees go. */
  private static final int MOST_CLUSTERS = 40_000;

  private static final int SOME = 8;

  private final ScreenView view;
  private final Positions positions;
  private final long heap;
  private final Row row = new Row();

  Soundness(ScreenView view, long heap) {
    this.view = view;
    this.positions = view.positions();
    this.heap = heap;
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError(what);
    }
  }

  void check() {
    require(0 <= view.cursorRow() && view.cursorRow() < view.rows(), "row of the cursor");
    require(0 <= view.cursorColumn() && view.cursorColumn() < view.columns(), "column");
    require(positions.rows() == view.scrollback() + view.rows(), "rows add up");
    require(view.scrollbackHeap() <= heap + LARGEST_PAGE, "heap " + view.scrollbackHeap());
    require(view.clusters() <= MOST_CLUSTERS, "clusters " + view.clusters());
    for (int each : someRows()) {
      view.read(each, row);
      whole(each);
      found(each, 0);
      found(each, view.columns() / 2);
      found(each, view.columns() - 1);
    }
    lines();
  }

  /** Those of the screen, and some above. */
  private Iterable<Integer> someRows() {
    TreeSet<Integer> some = new TreeSet<>();
    int above = view.scrollback();
    for (int i = 0; i < Math.min(SOME, above); i++) {
      some.add(i);
      some.add(above / 2);
      some.add(above - 1 - i);
    }
    for (int i = 0; i < view.rows(); i++) {
      some.add(above + i);
    }
    return some;
  }

  /** No half of a wide character stands alone, but where a row has no room for the other. */
  private void whole(int number) {
    require(row.columns() == view.columns(), "columns of row " + number);
    for (int column = 0; column < row.columns(); column++) {
      boolean right = row.width(column) == 0;
      boolean left = column > 0 && row.width(column - 1) == 2;
      if (right != left && row.columns() > 1) {
        throw new AssertionError("half of a wide character at " + number + "," + column);
      }
    }
  }

  /** A cell is found where its place says, and the text of its line has its character there. */
  private void found(int number, int column) {
    Position place = positions.at(number, column);
    RowColumn again = positions.find(place);
    boolean behind =
        number + 1 < positions.rows() && place.compareTo(positions.at(number + 1, 0)) >= 0;
    if (behind) {
      // The next row begins where this one ends, and they have no place in common.
      require(positions.at(number, 0).compareTo(positions.at(number + 1, 0)) < 0, "row " + number);
      return;
    }
    require(
        again.row() == number && again.column() == column,
        number + "," + column + " is " + place + ", which is " + again);
    LineText line = positions.text(place).orElseThrow();
    if (place.compareTo(line.end()) < 0) {
      int index = line.index(place.column());
      String cell = row.cell(column);
      require(
          line.text().startsWith(cell, index) || cell.isBlank(),
          number + "," + column + ": " + cell + " in " + line.text());
      require(line.position(index).compareTo(place) <= 0, "place of " + index);
    }
  }

  /** Lines follow each other from the first to the last. */
  private void lines() {
    Position at = positions.first();
    int parts = 0;
    for (Optional<LineText> line = positions.text(at);
        line.isPresent();
        line = positions.text(at)) {
      require(line.get().begin().equals(at), at + " begins at " + line.get().begin());
      at = line.get().next();
      require(++parts <= positions.rows(), "more lines than rows");
    }
    require(at.line() > positions.lastLine(), at + " is not the end");
  }
}
