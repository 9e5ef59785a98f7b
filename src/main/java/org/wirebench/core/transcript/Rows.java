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
}
