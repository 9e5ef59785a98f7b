package org.wirebench.core.net;

import java.nio.channels.Channel;
import java.util.concurrent.Callable;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.job.Progress;
import org.wirebench.core.job.Task;

/**
 * A job that another thread cancels at the worst moment: what is opened was registered to be
 * closed, and the one that opens it has not heard of that yet.
 */
final class CancelledMidway implements JobContext {
  private final JobContext job;

  CancelledMidway(JobContext job) {
    this.job = job;
  }

  @Override
  public Registration closeOnCancel(AutoCloseable resource) {
    Registration registration = job.closeOnCancel(resource);
    // Bare channels are registered on the way, before there is a connection or a listener.
    if (!(resource instanceof Channel)) {
      try {
        resource.close();
      } catch (Exception failed) {
        throw new AssertionError(failed);
      }
    }
    return registration;
  }

  @Override
  public JobClock clock() {
    return job.clock();
  }

  @Override
  public void progress(long done, long total, Progress.Unit unit) {
    job.progress(done, total, unit);
  }

  @Override
  public void step(String name) {
    job.step(name);
  }

  @Override
  public void log(String line) {
    job.log(line);
  }

  @Override
  public boolean isCancelled() {
    return job.isCancelled();
  }

  @Override
  public void checkCancelled() {
    job.checkCancelled();
  }

  @Override
  public <T> Fork<T> fork(String name, Task<T> work) {
    return job.fork(name, work);
  }

  @Override
  public <T> T abandonable(String name, Callable<T> work) throws Exception {
    return job.abandonable(name, work);
  }

  @Override
  public void compute(Runnable work) throws InterruptedException {
    job.compute(work);
  }
}
