package org.wirebench.terminal.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is drawn over a row besides what the program wrote.
 *
 * @param selected which columns are selected
 * @param hits which columns are found by the search, in order
 * @param link which columns belong to the link below the mouse
 * @param cursor the cursor; {@link Caret#NONE} where it is in another row
 * @param dark whether what blinks is not to be seen now
 */
record Overlay(Range selected, List<Hit> hits, Range link, Caret cursor, boolean dark) {
  /** Nothing. */
  static final Overlay NONE = new Overlay(Range.NONE, List.of(), Range.NONE, Caret.NONE, false);

  /** Columns from {@code from} up to and without {@code to}. */
  record Range(int from, int to) {
    static final Range NONE = new Range(0, 0);

    boolean isEmpty() {
      return to <= from;
    }

    boolean contains(int column) {
      return from <= column && column < to;
    }
  }

  /**
   * Something that was searched for.
   *
   * @param current whether the search is at this one
   */
  record Hit(Range columns, boolean current) {}

  /** What was found in a column; null where nothing was. */
  @Nullable Hit hitAt(int column) {
    int low = 0;
    int high = hits.size();
    // The first hit that does not end before the column: they stand in order.
    while (low < high) {
      int middle = (low + high) >>> 1;
      boolean before = hits.get(middle).columns().to() <= column;
      low = before ? middle + 1 : low;
      high = before ? high : middle;
    }
    return low < hits.size() && hits.get(low).columns().contains(column) ? hits.get(low) : null;
  }

  /** How the cursor is drawn. */
  enum Look {
    /** Filled. */
    BLOCK,
    /** The edge alone, since the keyboard is elsewhere. */
    HOLLOW,
    UNDERLINE,
    BAR
  }

  /**
   * The cursor.
   *
   * @param column -1 for none
   */
  record Caret(int column, Look look) {
    static final Caret NONE = new Caret(-1, Look.BLOCK);
  }
}
