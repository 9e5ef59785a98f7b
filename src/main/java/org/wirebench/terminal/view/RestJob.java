package org.wirebench.terminal.view;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.Job;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.job.JobSpec;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.job.Task;
import org.wirebench.fx.FxJobs;

/**
 * Has a job look for something when a terminal has come to rest: not while lines go by. One job at
 * a time. FX thread only, but for the job.
 *
 * @param <S> what says that something may be elsewhere
 * @param <T> what is found
 */
final class RestJob<S, T> {
  private static final Duration REST = Duration.ofMillis(300);

  private final FxJobs jobs;
  private final String name;
  private final Task<List<T>> look;
  private final Runnable changed;
  private S now;
  private S before;
  private List<T> found = List.of();
  private JobClock.@Nullable Timer timer;
  private @Nullable Job<?> job;

  /**
   * @param name what the job is called
   * @param rest the state in which there is nothing to be found
   * @param changed is run when something else was found
   */
  RestJob(FxJobs jobs, String name, S rest, Task<List<T>> look, Runnable changed) {
    this.jobs = jobs;
    this.name = name;
    this.now = rest;
    this.before = rest;
    this.look = look;
    this.changed = changed;
  }

  /** The terminal has this state in this frame. */
  void take(S state) {
    if (!state.equals(now)) {
      now = state;
      if (timer == null) {
        await();
      }
    }
  }

  private void await() {
    before = now;
    timer = jobs.after(REST, this::rested);
  }

  private void rested() {
    timer = null;
    if (job != null || !now.equals(before)) {
      await();
    } else {
      job = jobs.start(JobSpec.named(name, "terminal"), look, this::ended);
    }
  }

  private void ended(Outcome<List<T>> outcome) {
    job = null;
    if (outcome instanceof Outcome.Done<List<T>>(var there)) {
      found = there;
      changed.run();
    }
  }

  /** What was found last. */
  List<T> found() {
    return found;
  }

  /** Looks no more. */
  void stop() {
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
    if (job != null) {
      job.cancel();
    }
  }
}
