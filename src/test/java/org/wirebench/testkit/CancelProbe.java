package org.wirebench.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.Job;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.job.Task;

/** Measures how long a blocked job takes to end once it is cancelled. */
public final class CancelProbe {
  private static final int TRIES = 3;

  private final TestJobs jobs;

  public CancelProbe(TestJobs jobs) {
    this.jobs = jobs;
  }

  /**
   * The best of a few tries, since on a busy machine any thread may have to wait for a processor.
   *
   * @param task blocks for ever as the last thing it does
   */
  public Duration measure(Task<?> task) throws InterruptedException {
    Duration best = Duration.ofDays(1);
    for (int i = 0; i < TRIES; i++) {
      Duration took = once(task);
      best = took.compareTo(best) < 0 ? took : best;
    }
    return best;
  }

  private <T> Duration once(Task<T> task) throws InterruptedException {
    AtomicReference<@Nullable Thread> worker = new AtomicReference<>();
    Job<T> job =
        jobs.start(
            context -> {
              worker.set(Thread.currentThread());
              return task.run(context);
            });
    await()
        .pollInterval(Duration.ofMillis(5))
        .during(Duration.ofMillis(60))
        .until(() -> job.isDone() || isBlocked(worker.get()));
    long start = System.nanoTime();
    job.cancel();
    Outcome<T> outcome = job.await(Duration.ofSeconds(10)).orElseThrow();
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    assertThat(outcome).isInstanceOf(Outcome.Cancelled.class);
    return took;
  }

  private static boolean isBlocked(@Nullable Thread thread) {
    return thread != null
        && (thread.getState() == Thread.State.WAITING
            || thread.getState() == Thread.State.TIMED_WAITING);
  }
}
