package org.wirebench.terminal.engine;

import java.util.BitSet;

/** The tab stops; a row has one in each eighth column until a program says otherwise. */
final class Tabs {
  private static final int EVERY = 8;

  private final BitSet stops = new BitSet();
  private int columns;

  Tabs(int columns) {
    resize(columns);
  }

  /** Sets the usual stops. */
  void reset() {
    stops.clear();
    int width = columns;
    columns = 0;
    resize(width);
  }

  /** New columns have the usual stops. */
  void resize(int width) {
    for (int at = columns; at < width; at++) {
      stops.set(at, at % EVERY == 0);
    }
    columns = width;
  }

  void set(int column) {
    stops.set(column);
  }

  void clear(int column) {
    stops.clear(column);
  }

  void clear() {
    stops.clear();
  }

  /** The next stop right of a column, at most {@code last}. */
  int next(int column, int last) {
    int stop = stops.nextSetBit(column + 1);
    return stop < 0 ? last : Math.min(stop, last);
  }

  /** The stop left of a column, at least {@code first}. */
  int previous(int column, int first) {
    int stop = column == 0 ? -1 : stops.previousSetBit(column - 1);
    return Math.max(stop, first);
  }
}
