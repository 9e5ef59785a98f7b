package org.wirebench.core.job;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Carries one job out, from the first line of its task to the news of its outcome. */
final class JobRun<T> implements Runnable, JobContext {
  private final Jobs jobs;
  private final Task<T> task;
  private final Cancellation cancellation;
  private final Job<T> job;
  private final Set<ForkRun<?>> forks = ConcurrentHashMap.newKeySet();

  JobRun(Jobs jobs, JobSpec spec, Task<T> task, Cancellation cancellation) {
    this.jobs = jobs;
    this.task = task;
    this.cancellation = cancellation;
    this.job = new Job<>(spec, jobs.clock(), cancellation, this::changed);
  }

  Job<T> job() {
    return job;
  }

  private void changed() {
    jobs.changed(job);
  }

  @Override
  public void run() {
    JobClock.Timer deadline =
        job.spec()
            .deadline()
            .map(
                limit ->
                    clock()
                        .schedule(limit, () -> cancellation.cancel(Cancellation.Reason.DEADLINE)))
            .orElse(() -> {});
    Outcome<T> outcome = outcomeOfTask();
    cancellation.end();
    deadline.cancel();
    List<Consumer<? super Outcome<T>>> listeners = job.finish(outcome);
    jobs.ended(job);
    for (Consumer<? super Outcome<T>> listener : listeners) {
      try {
        listener.accept(outcome);
      } catch (RuntimeException | Error defect) {
        jobs.faults().accept(defect);
      }
    }
  }

  private Outcome<T> outcomeOfTask() {
    cancellation.enter();
    try {
      cancellation.check();
      T result = task.run(this);
      endForks();
      return new Outcome.Done<>(result);
    } catch (Throwable thrown) {
      endForks();
      return outcomeOf(thrown);
    } finally {
      cancellation.leave();
      boolean _ = Thread.interrupted();
    }
  }

  /** A fork that is still at work has lost whom it worked for. */
  private void endForks() {
    // A fork can fork another before it ends.
    while (!forks.isEmpty()) {
      List<ForkRun<?>> still = List.copyOf(forks);
      still.forEach(ForkRun::interrupt);
      still.forEach(ForkRun::awaitEnd);
      forks.removeAll(still);
    }
  }

  private Outcome<T> outcomeOf(Throwable thrown) {
    Cancellation.Reason reason = cancellation.reason();
    if (reason == Cancellation.Reason.USER) {
      return new Outcome.Cancelled<>();
    }
    if (reason == Cancellation.Reason.DEADLINE) {
      var late = new DeadlineExceededException(job.spec().deadline().orElseThrow(), job.step());
      late.addSuppressed(thrown);
      return new Outcome.Failed<>(jobs.classify(late));
    }
    if (thrown instanceof RuntimeException || thrown instanceof Error) {
      jobs.faults().accept(thrown);
    }
    return new Outcome.Failed<>(jobs.classify(thrown));
  }

  @Override
  public JobClock clock() {
    return jobs.clock();
  }

  @Override
  public void progress(long done, long total, Progress.Unit unit) {
    job.report(new Progress(done, total, unit));
  }

  @Override
  public void step(String name) {
    job.enter(name);
  }

  @Override
  public void log(String line) {
    job.write(line);
  }

  @Override
  public boolean isCancelled() {
    return cancellation.reason() != Cancellation.Reason.NONE;
  }

  @Override
  public void checkCancelled() {
    cancellation.check();
  }

  @Override
  public Registration closeOnCancel(AutoCloseable resource) {
    return cancellation.register(resource);
  }

  @Override
  public <U> Fork<U> fork(String name, Task<U> work) {
    ForkRun<U> fork = new ForkRun<>(this, cancellation, work, jobs.faults(), forks::remove);
    forks.add(fork);
    jobs.runner().start(name, fork);
    return fork;
  }

  @Override
  public <U> U abandonable(String name, Callable<U> work) throws Exception {
    Detached<U> detached = new Detached<>(work, jobs.faults());
    jobs.runner().startDetached(name, detached);
    return detached.await();
  }

  @Override
  public void compute(Runnable work) throws InterruptedException {
    jobs.turns().acquire();
    try {
      work.run();
    } finally {
      jobs.turns().release();
    }
  }
}
