package org.wirebench.core.transcript;

import java.io.IOException;

/** A transcript cut into rows for the screen. Safe for use by any thread. */
public interface Rows {
  /** How many rows there are; grows while the transcript does. */
  long size();

  /**
   * One row.
   *
   * @param index from 0 to {@link #size()} - 1
   */
  TranscriptRow row(long index) throws IOException;

  /** How many rows there were when the transcript was so long. */
  long sizeAt(Extent extent);

  /** The number of the last row that begins at or before {@code offset}; 0 where there is none. */
  long rowAt(long offset) throws IOException;

  /**
   * Walks through the rows that there are now, quicker than asking for each.
   *
   * @param from the number of the first row to visit
   */
  void walk(long from, Visitor visitor) throws IOException;

  /**
   * Where a row stands.
   *
   * @param index its number
   * @param exchange the entry in which it begins
   * @param offset where it begins in the transcript
   * @param end where it ends, behind the line feed if there is one
   * @param settled whether nothing that is recorded later can make it longer
   * @param continues whether it goes on with the line of the row before
   */
  record Place(
      long index, Exchange exchange, long offset, long end, boolean settled, boolean continues) {}

  /** Is led through the rows. */
  @FunctionalInterface
  interface Visitor {
    /** Visits one row; false ends the walk. */
    boolean visit(Place row) throws IOException;
  }
}
