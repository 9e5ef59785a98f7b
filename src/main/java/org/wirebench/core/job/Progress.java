package org.wirebench.core.job;

/**
 * How far a job is.
 *
 * @param done how much is done, in {@code unit}, at least 0
 * @param total how much there is to do, in {@code unit}, or {@link #UNKNOWN}
 * @param unit what is counted
 */
public record Progress(long done, long total, Unit unit) {
  /** The total is not known. */
  public static final long UNKNOWN = -1;

  /** Nothing done, nothing known. */
  public static final Progress NONE = new Progress(0, UNKNOWN, Unit.ITEMS);

  /** What a progress counts. */
  public enum Unit {
    BYTES,
    ITEMS
  }

  public Progress {
    if (done < 0 || total < UNKNOWN) {
      throw new IllegalArgumentException("done " + done + ", total " + total);
    }
  }

  /** The share done, 0 to 1, or -1 where the total is not known. */
  public double fraction() {
    if (total == UNKNOWN) {
      return -1;
    }
    return total == 0 ? 1 : Math.min(1, (double) done / total);
  }
}
