package org.wirebench.fx.transcript;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.JobClock;
import org.wirebench.fx.FxJobs;

/** Does something when it is due, but not more often than it is useful. FX thread only. */
final class Ticker implements AutoCloseable {
  private final FxJobs jobs;
  private final Duration pause;
  private final Runnable action;
  private JobClock.@Nullable Timer resting;
  private boolean due;

  /**
   * @param pause the shortest time between two runs; positive
   */
  Ticker(FxJobs jobs, Duration pause, Runnable action) {
    this.jobs = jobs;
    this.pause = pause;
    this.action = action;
  }

  /** Runs the action now, or as soon as the pause since the last time is over. */
  void due() {
    due = true;
    if (resting == null) {
      run();
    }
  }

  private void run() {
    due = false;
    action.run();
    resting = jobs.after(pause, this::rested);
  }

  private void rested() {
    resting = null;
    if (due) {
      run();
    }
  }

  /** Forgets what is due. */
  @Override
  public void close() {
    if (resting != null) {
      resting.cancel();
      resting = null;
    }
  }
}
