package org.wirebench.core.job;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;

/**
 * What the work of a job sees of its job. Every method may be called from any thread of the job.
 */
public interface JobContext {
  /** The clock of the job. */
  JobClock clock();

  /**
   * Tells how far the work is.
   *
   * @param done at least 0
   * @param total at least 0, or {@link Progress#UNKNOWN}
   */
  void progress(long done, long total, Progress.Unit unit);

  /** Names what the job is doing now: "TLS handshake". Shown beside the spinner. */
  void step(String name);

  /** Adds a line to the log of the job, which keeps the last {@value JobLog#LIMIT}. */
  void log(String line);

  /** Whether the job was cancelled or is past its deadline. */
  boolean isCancelled();

  /**
   * Returns if the job may go on.
   *
   * @throws CancellationException when it was cancelled or is past its deadline
   */
  void checkCancelled();

  /**
   * Has {@code resource} closed when the job is cancelled, so that a thread blocked in it ends at
   * once. What a thread can block in is registered before it blocks.
   *
   * @return takes the resource from the list again; does not close it
   * @throws CancellationException when the job is cancelled already; the resource is closed
   */
  Registration closeOnCancel(AutoCloseable resource);

  /**
   * Runs {@code work} on one more thread of this job, which is interrupted when the job is
   * cancelled. The job does not end before its forks have.
   */
  <T> Fork<T> fork(String name, Task<T> work);

  /**
   * Does {@code work}, which blocks where neither an interrupt nor a closed socket reaches it, and
   * waits for it. When the job is cancelled only the waiting ends, at once: the work is left to
   * itself, and what it brings in the end is dropped. So it must own nothing that needs closing.
   *
   * @return what the work brought
   * @throws InterruptedException when the job is cancelled meanwhile
   * @throws Exception what the work threw
   */
  <T> T abandonable(String name, Callable<T> work) throws Exception;

  /**
   * Does {@code work}, which keeps a processor busy for some milliseconds, when it is its turn: of
   * all jobs, so many at once that one processor is left. Work that goes on and on is done in
   * pieces, each with a turn of its own, or nobody else would come to do anything.
   *
   * @throws InterruptedException when the job is cancelled before the turn comes
   */
  void compute(Runnable work) throws InterruptedException;

  /**
   * Waits for {@code delay}.
   *
   * @throws InterruptedException when the job is cancelled meanwhile
   */
  default void pause(Duration delay) throws InterruptedException {
    clock().pause(delay);
  }

  /**
   * The same job for one of many like parts: what it says of its steps and progress is not told.
   */
  default JobContext quiet() {
    return new QuietContext(this);
  }

  /** A resource that is closed on cancellation. */
  @FunctionalInterface
  interface Registration extends AutoCloseable {
    /** Takes the resource from the list; does not close it. */
    @Override
    void close();
  }

  /**
   * One more thread of a job.
   *
   * @param <T> what its work brings
   */
  interface Fork<T> {
    /**
     * Waits for the work.
     *
     * @return what it brought
     * @throws Exception what it threw
     */
    T join() throws Exception;

    /** Interrupts the work. */
    void interrupt();

    /** Whether the work has ended. */
    boolean isDone();
  }
}
