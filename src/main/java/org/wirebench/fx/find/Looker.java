package org.wirebench.fx.find;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.Failure;
import org.wirebench.core.job.Job;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.job.JobSpec;
import org.wirebench.core.job.Outcome;
import org.wirebench.fx.FxJobs;

/**
 * Looks through something that grows, by a job that is there as long as there is something to look
 * at. FX thread only, but for the job itself.
 */
public final class Looker implements AutoCloseable {
  /** The job waits for more before it ends, so that a steady stream is not a job per frame. */
  private static final int LINGER_SECONDS = 2;

  private final FxJobs jobs;
  private final String name;
  private final Scan scan;
  private final Runnable changed;
  private final Consumer<Failure> failed;
  private final Runnable release;
  private final Semaphore news = new Semaphore(0);
  private volatile boolean looking;
  private @Nullable Job<?> job;
  private boolean stopped;
  private boolean closed;

  /** Looks at the next part; called by one thread at a time. */
  @FunctionalInterface
  public interface Scan {
    /**
     * Looks at a part small enough that cancelling is soon noticed.
     *
     * @return whether there is more to look at, at once
     */
    boolean scan(JobContext context) throws IOException;
  }

  /**
   * @param name what the job is called
   * @param changed is called, on the thread of the job, when a part was looked at
   * @param failed is told when no more can be found
   * @param release is run once, when this is closed and nobody looks any more
   */
  public Looker(
      FxJobs jobs,
      String name,
      Scan scan,
      Runnable changed,
      Consumer<Failure> failed,
      Runnable release) {
    this.jobs = jobs;
    this.name = name;
    this.scan = scan;
    this.changed = changed;
    this.failed = failed;
    this.release = release;
  }

  /** Whether there may be something that was not looked at yet. */
  public boolean isLooking() {
    return looking;
  }

  /** There may be more. */
  public void news() {
    if (closed || stopped) {
      return;
    }
    if (news.availablePermits() == 0) {
      looking = true;
      news.release();
    }
    if (job == null) {
      job = jobs.start(JobSpec.named(name, ""), this::look, this::ended);
    }
  }

  private boolean look(JobContext context) throws IOException, InterruptedException {
    while (news.tryAcquire(LINGER_SECONDS, TimeUnit.SECONDS)) {
      boolean more = true;
      while (more) {
        context.checkCancelled();
        more = scan.scan(context);
        looking = more || news.availablePermits() > 0;
        changed.run();
      }
    }
    return true;
  }

  private void ended(Outcome<Boolean> outcome) {
    job = null;
    if (closed) {
      release.run();
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

  /** Stops looking. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    looking = false;
    if (job == null) {
      release.run();
    } else {
      job.cancel();
    }
  }
}
