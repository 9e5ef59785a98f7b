package org.wirebench.tool.http.service;

import java.time.Duration;
import org.wirebench.core.job.JobClock;

/**
 * Ends what is silent for too long, or takes too long. The time of the last sign of life is all
 * that is written for each, since they are many; the timer looks whether it was long ago.
 */
final class Watch implements AutoCloseable {
  private final JobClock clock;
  private final Limits limits;
  private final Runnable end;
  private volatile long seen;
  private volatile boolean expired;
  private JobClock.Timer timer;
  private boolean closed;

  /**
   * @param end is called once when nothing was seen for too long, or all takes too long; must not
   *     block
   */
  Watch(JobClock clock, Limits limits, Runnable end) {
    this.clock = clock;
    this.limits = limits;
    this.end = end;
    this.seen = clock.nanos();
    this.timer = clock.schedule(left(), this::look);
  }

  private Duration left() {
    long now = clock.nanos();
    Duration silent = limits.idle().minusNanos(now - seen);
    Duration all = limits.left(now);
    Duration left = silent.compareTo(all) < 0 ? silent : all;
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** Something came or went. */
  void sign() {
    seen = clock.nanos();
  }

  /** Whether it was ended. */
  boolean isExpired() {
    return expired;
  }

  private void look() {
    synchronized (this) {
      if (closed) {
        return;
      }
      Duration left = left();
      if (left.isPositive()) {
        timer = clock.schedule(left, this::look);
        return;
      }
      expired = true;
    }
    end.run();
  }

  @Override
  public synchronized void close() {
    closed = true;
    timer.cancel();
  }
}
