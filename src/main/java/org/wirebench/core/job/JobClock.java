package org.wirebench.core.job;

import java.time.Duration;
import java.time.Instant;

/** Time as jobs see it; tests replace it with a clock that they move themselves. */
public interface JobClock {
  /** Nanoseconds on a clock that never jumps; only differences mean something. */
  long nanos();

  /** The time of day. */
  Instant now();

  /**
   * Runs {@code action} once, {@code delay} from now, on a thread of its own.
   *
   * @param delay at least zero
   */
  Timer schedule(Duration delay, Runnable action);

  /**
   * Waits for {@code delay}.
   *
   * @throws InterruptedException when the waiting thread is interrupted
   */
  void pause(Duration delay) throws InterruptedException;

  /** An action that waits for its time. */
  @FunctionalInterface
  interface Timer {
    /** Forgets the action, unless it already runs. */
    void cancel();
  }

  /** The clock of the machine. */
  static JobClock system() {
    return new SystemClock();
  }
}
