package org.wirebench.core.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One running, or ended, piece of work. Safe for use by any thread.
 *
 * @param <T> what the work brings
 */
public final class Job<T> {
  private final JobSpec spec;
  private final JobClock clock;
  private final long startedNanos;
  private final JobLog log = new JobLog();
  private final Cancellation cancellation;
  private final Runnable changed;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final List<Consumer<? super Outcome<T>>> endListeners = new ArrayList<>();
  private volatile Progress progress = Progress.NONE;
  private volatile String step = "";
  private volatile @Nullable Outcome<T> outcome;
  private volatile long endedNanos;

  Job(JobSpec spec, JobClock clock, Cancellation cancellation, Runnable changed) {
    this.spec = spec;
    this.clock = clock;
    this.cancellation = cancellation;
    this.changed = changed;
    this.startedNanos = clock.nanos();
  }

  /** What the job is called. */
  public JobSpec spec() {
    return spec;
  }

  /** How long the job has run so far, or ran in all. */
  public Duration elapsed() {
    return Duration.ofNanos((isDone() ? endedNanos : clock.nanos()) - startedNanos);
  }

  /** How far the job is. */
  public Progress progress() {
    return progress;
  }

  /** What the job is doing now; may be empty. */
  public String step() {
    return step;
  }

  /** What the job wrote about itself. */
  public JobLog log() {
    return log;
  }

  /**
   * Stops the job: its threads are interrupted and what they block in is closed. Returns at once.
   * Has no effect on a job that has ended.
   */
  public void cancel() {
    cancellation.cancel(Cancellation.Reason.USER);
  }

  /** Whether the job has ended. */
  public boolean isDone() {
    return outcome != null;
  }

  /** How the job ended; empty while it runs. */
  public Optional<Outcome<T>> outcome() {
    return Optional.ofNullable(outcome);
  }

  /**
   * Waits for the end.
   *
   * @throws InterruptedException when the waiting thread is interrupted; the job goes on
   */
  public Outcome<T> await() throws InterruptedException {
    ended.await();
    return outcome().orElseThrow();
  }

  /**
   * Waits for the end, at most for {@code limit}.
   *
   * @return how the job ended, or empty when it still runs
   * @throws InterruptedException when the waiting thread is interrupted; the job goes on
   */
  public Optional<Outcome<T>> await(Duration limit) throws InterruptedException {
    boolean inTime = ended.await(limit.toNanos(), TimeUnit.NANOSECONDS);
    return inTime ? outcome() : Optional.empty();
  }

  /**
   * Calls {@code listener} once with the outcome: on the job's thread, or at once if it has ended.
   */
  public void onEnd(Consumer<? super Outcome<T>> listener) {
    Outcome<T> known;
    synchronized (endListeners) {
      known = outcome;
      if (known == null) {
        endListeners.add(listener);
      }
    }
    if (known != null) {
      listener.accept(known);
    }
  }

  void report(Progress now) {
    progress = now;
    changed.run();
  }

  void enter(String name) {
    step = name;
    changed.run();
  }

  void write(String line) {
    log.add(clock.now(), line);
    changed.run();
  }

  List<Consumer<? super Outcome<T>>> finish(Outcome<T> how) {
    synchronized (endListeners) {
      endedNanos = clock.nanos();
      outcome = how;
      ended.countDown();
      List<Consumer<? super Outcome<T>>> toCall = List.copyOf(endListeners);
      endListeners.clear();
      return toCall;
    }
  }
}
