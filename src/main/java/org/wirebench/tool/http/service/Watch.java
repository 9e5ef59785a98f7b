package org.wirebench.tool.http.service;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.JobClock;

/**
 * Ends a connection whose exchange is silent for too long, or takes too long. The time of the last
 * sign of life is all that is written for each, since they are many; the timer looks whether it was
 * long ago. It is left where it is between two exchanges, since the next often follows at once.
 */
final class Watch implements AutoCloseable {
  private final JobClock clock;
  private final Runnable end;
  private volatile long seen;
  private volatile boolean expired;
  private @Nullable Limits limits;
  private JobClock.@Nullable Timer timer;
  private long due;

  /**
   * @param end is called once when nothing was seen for too long, or all takes too long; must not
   *     block
   */
  Watch(JobClock clock, Runnable end) {
    this.clock = clock;
    this.end = end;
  }

  /** An exchange begins. */
  synchronized void begin(Limits of) {
    sign();
    limits = of;
    Duration left = left(of);
    if (timer == null || clock.nanos() + left.toNanos() - due < 0) {
      schedule(left);
    }
  }

  /** The exchange is over; nothing is expected before the next one begins. */
  synchronized void rest() {
    limits = null;
  }

  private Duration left(Limits of) {
    long now = clock.nanos();
    Duration silent = of.idle().minusNanos(now - seen);
    Duration all = of.left(now);
    Duration left = silent.compareTo(all) < 0 ? silent : all;
    return left.isNegative() ? Duration.ZERO : left;
  }

  private void schedule(Duration left) {
    if (timer != null) {
      timer.cancel();
    }
    due = clock.nanos() + left.toNanos();
    timer = clock.schedule(left, this::look);
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
      timer = null;
      if (limits == null) {
        return;
      }
      Duration left = left(limits);
      if (left.isPositive()) {
        schedule(left);
        return;
      }
      expired = true;
    }
    end.run();
  }

  /** There will be no other exchange. */
  @Override
  public synchronized void close() {
    limits = null;
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
  }
}
