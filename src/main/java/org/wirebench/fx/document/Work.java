package org.wirebench.fx.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.wirebench.core.job.Job;
import org.wirebench.core.job.JobSpec;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.job.Task;
import org.wirebench.fx.FxJobs;

/**
 * Jobs, and what they work with: that is closed when this is, but not before the last of them has
 * ended. FX thread only.
 */
final class Work implements AutoCloseable {
  private final FxJobs jobs;
  private final List<Job<?>> running = new ArrayList<>();
  private final Deque<AutoCloseable> owned = new ArrayDeque<>();
  private int held;
  private boolean closed;

  Work(FxJobs jobs) {
    this.jobs = jobs;
  }

  /** Has {@code resource} closed at the end. */
  <R extends AutoCloseable> R own(R resource) {
    owned.push(resource);
    return resource;
  }

  /**
   * Starts a job.
   *
   * @param onEnd is told how it ended, unless this was closed before
   */
  <T> Job<T> start(String name, Task<T> task, Consumer<? super Outcome<T>> onEnd) {
    held++;
    List<Job<T>> self = new ArrayList<>();
    Job<T> job =
        jobs.start(
            JobSpec.named(name, ""),
            task,
            outcome -> {
              running.removeAll(self);
              try {
                if (!closed) {
                  onEnd.accept(outcome);
                }
              } finally {
                release();
              }
            });
    self.add(job);
    running.add(job);
    return job;
  }

  /** Somebody else works with it too, until {@link #release}. */
  void hold() {
    held++;
  }

  /** One less works with it. */
  void release() {
    held--;
    closeOwned();
  }

  boolean isClosed() {
    return closed;
  }

  /** Cancels the jobs; does not wait for their end. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      List.copyOf(running).forEach(Job::cancel);
      closeOwned();
    }
  }

  private void closeOwned() {
    if (!closed || held > 0) {
      return;
    }
    Exception failed = null;
    while (!owned.isEmpty()) {
      try {
        owned.pop().close();
      } catch (Exception left) {
        failed = left;
      }
    }
    if (failed != null) {
      throw new IllegalStateException(failed);
    }
  }
}
