package org.wirebench.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.wirebench.core.job.Job;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.job.JobSpec;
import org.wirebench.core.job.Jobs;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.job.Runner;
import org.wirebench.core.job.Task;
import org.wirebench.core.net.NetFailure;

/** Real jobs on virtual threads; defects are collected, and fail the test when it closes them. */
public final class TestJobs implements AutoCloseable, AfterEachCallback {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final List<Throwable> faults = new CopyOnWriteArrayList<>();
  private final Jobs jobs;

  /** By the clock of the machine. */
  public TestJobs() {
    this(JobClock.system());
  }

  public TestJobs(JobClock clock) {
    this.jobs = new Jobs(Runner.virtualThreads(), clock, NetFailure::of, faults::add);
  }

  public Jobs jobs() {
    return jobs;
  }

  /** The defects so far. */
  public List<Throwable> faults() {
    return faults;
  }

  public <T> Job<T> start(Task<T> task) {
    return jobs.start(JobSpec.named("test", "test"), task);
  }

  /** Runs the task and waits for how it ends. */
  public <T> Outcome<T> outcome(Task<T> task) throws InterruptedException {
    return outcome(start(task));
  }

  private static <T> Outcome<T> outcome(Job<T> job) throws InterruptedException {
    return job.await(PATIENCE).orElseThrow(() -> new AssertionError("still running"));
  }

  /** Runs the task, which must succeed, and returns what it brings. */
  public <T> T run(Task<T> task) throws InterruptedException {
    return switch (outcome(task)) {
      case Outcome.Done<T>(T result) -> result;
      case Outcome.Failed<T>(var failure) ->
          throw new AssertionError(
              failure.title() + ": " + failure.cause() + "\n" + failure.detail());
      case Outcome.Cancelled<T>() -> throw new AssertionError("cancelled");
    };
  }

  /** Runs the task, which must fail, and returns why. */
  public NetFailure failure(Task<?> task) throws InterruptedException {
    return failure(start(task));
  }

  /** Waits for the end of the job, which must fail, and returns why. */
  public static NetFailure failure(Job<?> job) throws InterruptedException {
    return switch (outcome(job)) {
      case Outcome.Failed<?>(NetFailure failure) -> failure;
      case Outcome<?> other -> throw new AssertionError("did not fail, but: " + other);
    };
  }

  /** Cancels what runs and waits for its end. */
  @Override
  public void close() {
    jobs.close();
    await().atMost(PATIENCE).until(() -> jobs.running().isEmpty());
    assertThat(faults).isEmpty();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    close();
  }
}
