package org.wirebench.core.net;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
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
  private final List<Running> running = new ArrayList<>();
  private final List<Timed> done = new ArrayList<>();

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

  private record Running(Phase phase, long start) {}

  /** Time counts from now. */
  public Phases(JobClock clock) {
    this.clock = clock;
    this.origin = clock.nanos();
  }

  /** A step begins now. */
  public synchronized void begin(Phase phase) {
    running.add(new Running(phase, clock.nanos()));
  }

  /** A step of that name begins now; one that runs counts from now. */
  public synchronized void restart(Phase phase) {
    running.removeIf(one -> one.phase() == phase);
    begin(phase);
  }

  /**
   * The step of that name that began last ends now.
   *
   * @throws IllegalStateException when none is running
   */
  public synchronized void end(Phase phase) {
    long now = clock.nanos();
    for (int i = running.size() - 1; i >= 0; i--) {
      Running one = running.get(i);
      if (one.phase() == phase) {
        running.remove(i);
        done.add(
            new Timed(
                phase,
                Duration.ofNanos(one.start() - origin),
                Duration.ofNanos(now - one.start())));
        return;
      }
    }
    throw new IllegalStateException(phase + " has not begun");
  }

  /** The steps that have ended, in the order they began. */
  public synchronized List<Timed> timed() {
    return done.stream().sorted(Comparator.comparing(Timed::start)).toList();
  }

  /** How long the steps of that name took together; zero where there was none. */
  public synchronized Duration of(Phase phase) {
    return done.stream()
        .filter(one -> one.phase() == phase)
        .map(Timed::length)
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** The step that began last and still runs. */
  public synchronized Optional<Phase> current() {
    return running.isEmpty() ? Optional.empty() : Optional.of(running.getLast().phase());
  }
}
