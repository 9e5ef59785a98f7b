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
  private List<String> swept = List.of();
  private int sweepAt = FIRST_SWEEP;

  String text(int index) {
    return texts.get(index);
  }

  int size() {
    return texts.size();
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

  /** Whether so many were made that it is time to {@link #beginSweep}. */
  boolean isFull() {
    return texts.size() >= sweepAt;
  }

  /** Begins to forget those that no cell holds: all cells there are have to be kept then. */
  void beginSweep() {
    swept = List.copyOf(texts);
    texts.clear();
    indexes.clear();
  }

  /** Keeps what stands in the first {@code count} of these cells, which get new indexes. */
  void keep(int[] cells, int count) {
    for (int at = 0; at < count; at++) {
      if (Cell.isCluster(cells[at])) {
        String text = swept.get(Cell.value(cells[at]));
        cells[at] = Cell.cluster(index(text), Cell.isWide(cells[at]));
      }
    }
  }

  void endSweep() {
    swept = List.of();
    sweepAt = Math.max(FIRST_SWEEP, 2 * texts.size());
  }
}
