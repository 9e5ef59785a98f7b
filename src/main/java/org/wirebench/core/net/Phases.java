package org.wirebench.core.net;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wirebench.core.job.JobClock;

/**
 * The timed steps of one connection, on a clock that never jumps. A step may come again (each
 * request of a kept connection), and steps may overlap. Safe for use by any thread.
 */
public final class Phases {
  private final JobClock clock;
  private final long origin;
  private final List<Step> steps = new ArrayList<>(4);

  /**
   * One step that has ended.
   *
   * @param start since the first step could begin, zero or more
   * @param length zero or more
   */
  public record Timed(Phase phase, Duration start, Duration length) {
    /** When it ended, counted like {@code start}. */
    public Duration end() {
      return start.plus(length);
    }
  }

  /** A step that has begun. Many are made, and few are looked at. */
  private static final class Step {
    private final Phase phase;
    private final long start;
    private long end;
    private boolean over;

    Step(Phase phase, long start) {
      this.phase = phase;
      this.start = start;
    }

    Timed timed(long origin, long until) {
      return new Timed(phase, Duration.ofNanos(start - origin), Duration.ofNanos(until - start));
    }
  }

  /** Time counts from now. */
  public Phases(JobClock clock) {
    this.clock = clock;
    this.origin = clock.nanos();
  }

  /** A step begins now. */
  public synchronized void begin(Phase phase) {
    steps.add(new Step(phase, clock.nanos()));
  }

  /**
   * One step ends, and the next begins with it.
   *
   * @throws IllegalStateException when {@code over} is not running
   */
  public synchronized void next(Phase over, Phase next) {
    long now = clock.nanos();
    end(over, now);
    steps.add(new Step(next, now));
  }

  /** A step of that name begins now; one that runs counts from now. */
  public synchronized void restart(Phase phase) {
    steps.removeIf(one -> one.phase == phase && !one.over);
    begin(phase);
  }

  /**
   * The step of that name that began last ends now.
   *
   * @throws IllegalStateException when none is running
   */
  public synchronized void end(Phase phase) {
    end(phase, clock.nanos());
  }

  private void end(Phase phase, long now) {
    for (int i = steps.size() - 1; i >= 0; i--) {
      Step one = steps.get(i);
      if (one.phase == phase && !one.over) {
        one.end = now;
        one.over = true;
        return;
      }
    }
    throw new IllegalStateException(phase + " has not begun");
  }

  /** The steps that have ended, in the order they began. */
  public synchronized List<Timed> timed() {
    return steps.stream().filter(one -> one.over).map(one -> one.timed(origin, one.end)).toList();
  }

  /** As {@link #timed}, with those that still run as if they ended now. */
  public synchronized List<Timed> untilNow() {
    long now = clock.nanos();
    return steps.stream().map(one -> one.timed(origin, one.over ? one.end : now)).toList();
  }

  /** How long the steps of that name took together; zero where there was none. */
  public synchronized Duration of(Phase phase) {
    return timed().stream()
        .filter(one -> one.phase() == phase)
        .map(Timed::length)
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** The step that began last and still runs. */
  public synchronized Optional<Phase> current() {
    return steps.reversed().stream().filter(one -> !one.over).map(one -> one.phase).findFirst();
  }
}
