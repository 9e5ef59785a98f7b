package org.wirebench.core.job;

import java.util.concurrent.Callable;

/** The context of a job for one of its many parts, none of which speaks for all. */
record QuietContext(JobContext job) implements JobContext {
  @Override
  public void progress(long done, long total, Progress.Unit unit) {
    // The job as a whole tells how far it is.
  }

  @Override
  public void step(String name) {
    // Each part is at another step.
  }

  @Override
  public JobClock clock() {
    return job.clock();
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
  public Registration closeOnCancel(AutoCloseable resource) {
    return job.closeOnCancel(resource);
  }

  @Override
  public <T> Fork<T> fork(String name, Task<T> work) {
    return job.fork(name, own -> work.run(new QuietContext(own)));
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
