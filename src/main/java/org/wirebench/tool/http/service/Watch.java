package org.wirebench.tool.http.service;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.JobClock;

/**
 * Ends an exchange that is silent for too long, or takes too long. The time of the last sign of
 * life is all that is written for each, since they are many; the timer looks whether it was long
 * ago. It is left where it is between two exchanges, since the next often follows at once.
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
   * @param end is called once for an exchange when nothing was seen for too long, or all takes too
   *     long; must not block
   */
  Watch(JobClock clock, Runnable end) {
    this.clock = clock;
    this.end = end;
  }

  /** An exchange begins. */
  synchronized void begin(Limits of) {
    long now = clock.nanos();
    seen = now;
    expired = false;
    limits = of;
    long left = of.left(now, now);
    if (timer == null || now + left - due < 0) {
      schedule(now, left);
    }
  }

  /** The exchange is over; nothing is expected before the next one begins. */
  synchronized void rest() {
    limits = null;
  }

  private void schedule(long now, long left) {
    if (timer != null) {
      timer.cancel();
    }
    due = now + left;
    timer = clock.schedule(Duration.ofNanos(left), this::look);
  }

  /** Something came or went. */
  void sign() {
    seen = clock.nanos();
  }

  /** Whether the exchange was ended. */
  boolean isExpired() {
    return expired;
  }

  /** How much is left until the exchange will be ended, if there is no sign until then. */
  synchronized Duration left() {
    long left = limits == null ? Long.MAX_VALUE : limits.left(clock.nanos(), seen);
    return Duration.ofNanos(left);
  }

  /** Ends the exchange if its time is up, for who has waited for so long. */
  void check() {
    if (expires()) {
      end.run();
    }
  }

  /** Whether the time is up now; it is so once. */
  private synchronized boolean expires() {
    if (limits == null || expired || limits.left(clock.nanos(), seen) > 0) {
      return false;
    }
    expired = true;
    return true;
  }

  private void look() {
    boolean ends;
    synchronized (this) {
      timer = null;
      ends = expires();
      if (!ends && limits != null && !expired) {
        long now = clock.nanos();
        schedule(now, limits.left(now, seen));
      }
    }
    if (ends) {
      end.run();
    }
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
