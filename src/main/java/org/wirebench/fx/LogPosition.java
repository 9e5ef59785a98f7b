package org.wirebench.fx;

import java.util.Comparator;

/** A place in a log: before the char {@code index} of the row {@code row}. */
record LogPosition(long row, int index) implements Comparable<LogPosition> {
  private static final Comparator<LogPosition> ORDER =
      Comparator.comparingLong(LogPosition::row).thenComparingInt(LogPosition::index);

  @Override
  public int compareTo(LogPosition other) {
    return ORDER.compare(this, other);
  }
}
