package org.wirebench.fx.find;

import java.io.IOException;
import org.wirebench.core.transcript.HitList;

/**
 * Where something was found so far, in the order in which it stands. A place is any number that
 * grows: an offset, the number of an event. The oldest hits may be dropped; their numbers are not
 * given to others.
 */
public interface Hits {
  /** Hits by their offsets. */
  static Hits of(HitList hits) {
    return new Offsets(hits);
  }

  /** The number of the oldest hit that is still there. */
  default long first() throws IOException {
    return 0;
  }

  /** The number that the next hit will have. */
  long end() throws IOException;

  /** The number of the first hit at {@code place} or behind it; {@link #end()} where none is. */
  long firstFrom(long place) throws IOException;

  /**
   * Where a hit is.
   *
   * @param index from {@link #first()} to {@link #end()} - 1
   */
  long place(long index) throws IOException;
}
