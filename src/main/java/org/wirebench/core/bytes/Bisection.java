package org.wirebench.core.bytes;

import java.io.IOException;

/** Looks for a place among many that are in order, and that may be on a disk. */
public final class Bisection {
  private Bisection() {}

  /** What holds from some place on, and nowhere before it. */
  @FunctionalInterface
  public interface Reached {
    boolean at(long index) throws IOException;
  }

  /**
   * The first place where it holds.
   *
   * @param from the first place to look at
   * @param to behind the last place to look at; returned where it holds nowhere
   */
  public static long first(long from, long to, Reached reached) throws IOException {
    long low = from;
    long high = to;
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (reached.at(middle)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
