package org.wirebench.fx.transcript;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.Failure;
import org.wirebench.core.job.Job;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.job.JobSpec;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.text.Messages;
import org.wirebench.core.transcript.RowFilter;
import org.wirebench.core.transcript.TranscriptSearch;
import org.wirebench.fx.FxJobs;

/**
 * Filter and search of one view, carried on by a job as long as there is something to look at. FX
 * thread only, but for the job itself.
 */
final class Lookup implements AutoCloseable {
  private static final Messages TEXT = Messages.of(Lookup.class);

  /** The job waits for more before it ends, so that a steady stream is not a job per frame. */
  private static final int LINGER_SECONDS = 2;

  private final FxJobs jobs;
  private final @Nullable RowFilter filter;
  private final @Nullable TranscriptSearch search;
  private final Runnable changed;
  private final Consumer<Failure> failed;
  private final Semaphore news = new Semaphore(0);
  private volatile boolean looking;
  private @Nullable Job<?> job;
  private boolean stopped;
  private boolean closed;

  /**
   * @param changed is called, on the thread of the job, when more was found
   * @param failed is told when no more can be found
   */
  Lookup(
      FxJobs jobs,
      @Nullable RowFilter filter,
      @Nullable TranscriptSearch search,
      Runnable changed,
      Consumer<Failure> failed) {
    this.jobs = jobs;
    this.filter = filter;
    this.search = search;
    this.changed = changed;
    this.failed = failed;
  }

  /** Whether there may be something that was not looked at yet. */
  boolean isLooking() {
    return looking;
  }

  /** Something was recorded. */
  void news() {
    if (closed || stopped || (filter == null && search == null)) {
      return;
    }
    if (news.availablePermits() == 0) {
      looking = true;
      news.release();
    }
    if (job == null) {
      job = jobs.start(JobSpec.named(TEXT.get("look.job"), ""), this::look, this::ended);
    }
  }

  private boolean look(JobContext context) throws IOException, InterruptedException {
    while (news.tryAcquire(LINGER_SECONDS, TimeUnit.SECONDS)) {
      boolean more = true;
      while (more) {
        more = filter != null && filter.scan(context);
        more |= search != null && search.scan(context);
        looking = more || news.availablePermits() > 0;
        changed.run();
      }
    }
    return true;
  }

  private void ended(Outcome<Boolean> outcome) {
    job = null;
    if (closed) {
      release();
      return;
    }
    switch (outcome) {
      case Outcome.Done<Boolean> _ -> {
        if (news.availablePermits() > 0) {
          news();
        }
      }
      case Outcome.Failed<Boolean>(Failure failure) -> {
        stop();
        failed.accept(failure);
      }
      case Outcome.Cancelled<Boolean> _ -> stop();
    }
  }

  private void stop() {
    stopped = true;
    looking = false;
    changed.run();
  }

  /** Stops looking; what was found is gone. */
  @Override
  public void close() {
    closed = true;
    looking = false;
    if (job == null) {
      release();
    } else {
      job.cancel();
    }
  }

  private void release() {
    try {
      if (filter != null) {
        filter.close();
      }
      if (search != null) {
        search.close();
      }
    } catch (IOException left) {
      throw new UncheckedIOException(left);
    }
  }
}
