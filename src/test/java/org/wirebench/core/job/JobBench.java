package org.wirebench.core.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.wirebench.testkit.FakeClock;

/** Jobs by a clock that stands still; what goes wrong is kept as it was thrown. */
final class JobBench {
  private final List<Throwable> faults = new CopyOnWriteArrayList<>();
  private final FakeClock clock = new FakeClock();
  private final Jobs jobs = jobs(Runner.virtualThreads());

  private record Told(Throwable thrown) implements Failure {
    @Override
    public String title() {
      return thrown.getClass().getSimpleName();
    }

    @Override
    public String cause() {
      return String.valueOf(thrown.getMessage());
    }

    @Override
    public String remedy() {
      return "";
    }

    @Override
    public String detail() {
      return "";
    }
  }

  /** The defects so far. */
  List<Throwable> faults() {
    return faults;
  }

  FakeClock clock() {
    return clock;
  }

  Jobs jobs() {
    return jobs;
  }

  /** Jobs that run otherwise. */
  Jobs jobs(Runner runner) {
    return new Jobs(runner, clock, Told::new, faults::add);
  }

  <T> Job<T> start(Task<T> task) {
    return jobs.start(JobSpec.named("test", ""), task);
  }

  /** How the task ends by itself. */
  <T> Outcome<T> outcome(Task<T> task) throws InterruptedException {
    return start(task).await();
  }

  /** How the task ends that is cancelled as soon as it waits for the clock. */
  <T> Outcome<T> cancelled(Task<T> task) throws InterruptedException {
    Job<T> job = start(task);
    await().until(() -> clock.waiting() == 1);
    job.cancel();
    return job.await();
  }

  /** What a task threw that failed. */
  static Throwable thrown(Outcome<?> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    return ((Told) ((Outcome.Failed<?>) outcome).failure()).thrown();
  }
}
