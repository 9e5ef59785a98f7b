package org.wirebench.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.JobClock;

/** A clock that stands still until a test moves it. Timers run on the thread that moves it. */
public final class FakeClock implements JobClock {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final List<Waiting> timers = new ArrayList<>();
  private long nanos;
  private long scheduled;

  /** The order tells two timers apart that are due at once. */
  private record Waiting(long due, long order, Runnable action) {}

  @Override
  public synchronized long nanos() {
    return nanos;
  }

  @Override
  public synchronized Instant now() {
    return START.plusNanos(nanos);
  }

  @Override
  public Timer schedule(Duration delay, Runnable action) {
    synchronized (this) {
      if (delay.isPositive()) {
        Waiting waiting = new Waiting(nanos + delay.toNanos(), scheduled++, action);
        timers.add(waiting);
        return () -> forget(waiting);
      }
    }
    action.run();
    return () -> {};
  }

  @Override
  public void pause(Duration delay) throws InterruptedException {
    CountDownLatch over = new CountDownLatch(1);
    Timer timer = schedule(delay, over::countDown);
    try {
      over.await();
    } finally {
      timer.cancel();
    }
  }

  /** How many timers wait for their time. */
  public synchronized int waiting() {
    return timers.size();
  }

  /** Lets time pass and runs what falls due, in order. */
  public void advance(Duration by) {
    long until = nanos() + by.toNanos();
    for (Waiting next = next(until); next != null; next = next(until)) {
      next.action().run();
    }
    synchronized (this) {
      nanos = until;
    }
  }

  private synchronized @Nullable Waiting next(long until) {
    Waiting first =
        timers.stream()
            .filter(one -> one.due() <= until)
            .min(Comparator.comparingLong(Waiting::due))
            .orElse(null);
    if (first != null) {
      timers.remove(first);
      nanos = Math.max(nanos, first.due());
    }
    return first;
  }

  private synchronized void forget(Waiting waiting) {
    timers.remove(waiting);
  }
}
