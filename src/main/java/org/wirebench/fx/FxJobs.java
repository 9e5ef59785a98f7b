package org.wirebench.fx;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.wirebench.core.job.Job;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.job.JobSpec;
import org.wirebench.core.job.Jobs;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.job.Task;

/** Starts jobs from the screen, and brings what they have to say back to the FX thread. */
public final class FxJobs {
  private final Jobs jobs;
  private final FxThread thread;

  /**
   * @param faults is told of what an action on the FX thread threw
   */
  public FxJobs(Jobs jobs, Consumer<Throwable> faults) {
    this.jobs = jobs;
    this.thread = new FxThread(faults);
  }

  /** All jobs of the program. */
  public Jobs jobs() {
    return jobs;
  }

  /** The clock that the jobs go by. */
  public JobClock clock() {
    return jobs.clock();
  }

  /**
   * Starts {@code task} on a thread of its own.
   *
   * @param onEnd is called once, on the FX thread, however the job ends
   */
  public <T> Job<T> start(JobSpec spec, Task<T> task, Consumer<? super Outcome<T>> onEnd) {
    Job<T> job = jobs.start(spec, task);
    job.onEnd(outcome -> thread.later(() -> onEnd.accept(outcome)));
    return job;
  }

  /** Runs {@code action} on the FX thread, soon. For news that come often there is a pulse. */
  public void later(Runnable action) {
    thread.later(action);
  }

  /**
   * Runs {@code action} on the FX thread, {@code delay} from now, unless the timer is cancelled on
   * the FX thread before.
   */
  public JobClock.Timer after(Duration delay, Runnable action) {
    AtomicBoolean cancelled = new AtomicBoolean();
    JobClock.Timer timer =
        clock()
            .schedule(
                delay,
                () ->
                    thread.later(
                        () -> {
                          if (!cancelled.get()) {
                            action.run();
                          }
                        }));
    return () -> {
      cancelled.set(true);
      timer.cancel();
    };
  }

  /**
   * A pulse that runs {@code delivery} on the FX thread, at most once per frame, after something
   * {@linkplain Pulse#changed() changed}.
   */
  public Pulse pulse(Runnable delivery) {
    return new Pulse(thread, delivery);
  }
}
