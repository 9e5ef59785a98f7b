package org.wirebench.core.job;

/**
 * Work that runs inside a job.
 *
 * @param <T> what the work brings
 */
@FunctionalInterface
public interface Task<T> {
  /**
   * Does the work, on a thread of the job. Blocking is welcome: it is a virtual thread, and it is
   * interrupted when the job is cancelled.
   *
   * @throws Exception whatever goes wrong; the job classifies it
   */
  T run(JobContext context) throws Exception;
}
