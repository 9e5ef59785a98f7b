package org.wirebench.terminal.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The characters of several code points that stand in cells. Those that no cell holds any more go.
 */
final class Clusters {
  /** How many code units one has at the most; more marks are left out. */
  static final int LONGEST = 64;

  private static final int FIRST_SWEEP = 4096;

  private final List<String> texts = new ArrayList<>();
  private final Map<String, Integer> indexes = new HashMap<>();
  private int sweepAt = FIRST_SWEEP;

  String text(int index) {
    return texts.get(index);
  }

  /** The index of a text. */
  int index(String text) {
    Integer known = indexes.get(text);
    if (known != null) {
      return known;
    }
    int index = texts.size();
    texts.add(text);
    indexes.put(text, index);
    return index;
  }

  /** Whether so many were made that it is time to {@link #sweep}. */
  boolean isFull() {
    return texts.size() >= sweepAt;
  }

  /** Forgets all that do not stand in these lines, whose cells get new indexes. */
  void sweep(Iterable<Line> lines) {
    List<String> before = List.copyOf(texts);
    texts.clear();
    indexes.clear();
    for (Line line : lines) {
      for (int at = 0; at < line.cells.length; at++) {
        int cell = line.cells[at];
        if (Cell.isCluster(cell)) {
          String text = before.get(Cell.value(cell));
          line.cells[at] = Cell.cluster(index(text), Cell.isWide(cell));
        }
      }
    }
    sweepAt = Math.max(FIRST_SWEEP, 2 * texts.size());
  }
}
