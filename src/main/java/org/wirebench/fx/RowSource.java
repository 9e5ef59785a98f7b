package org.wirebench.fx;

import java.io.IOException;
import java.util.List;

/**
 * What a {@link LogView} shows: rows with numbers from {@link #first()} up to and without {@link
 * #end()}. Asked on the FX thread for the rows on the screen, and on the thread of a job for those
 * that are searched or copied, so it is safe for use by any thread.
 */
public interface RowSource {
  /** The number of the oldest row that is still there. */
  default long first() {
    return 0;
  }

  /** The number after that of the newest row. */
  long end();

  /**
   * One row; quick, even from a disk.
   *
   * @param index from {@link #first()} to {@link #end()} - 1; may have been dropped meanwhile, then
   *     any row will do
   * @throws IOException when it cannot be read; shown in its place
   */
  Row row(long index) throws IOException;

  /** What a row is copied as. */
  default String copy(long index) throws IOException {
    return row(index).text();
  }

  /**
   * Whether a row goes on with the line of the row of the number before: they are copied as one.
   */
  default boolean joins(long index) throws IOException {
    return row(index).continues();
  }

  /** Rows that do not change. */
  static RowSource of(List<Row> rows) {
    List<Row> fixed = List.copyOf(rows);
    return new RowSource() {
      @Override
      public long end() {
        return fixed.size();
      }

      @Override
      public Row row(long index) {
        return fixed.get((int) index);
      }
    };
  }

  /** The lines of a text that does not change. */
  static RowSource lines(String text) {
    return of(text.lines().map(Row::plain).toList());
  }
}
