package org.wirebench.core.job;

/**
 * How a job ended. A view switches over it, so that no case can be forgotten.
 *
 * @param <T> what the job was to bring
 */
public sealed interface Outcome<T> {
  /** The job did what was asked. */
  record Done<T>(T result) implements Outcome<T> {}

  /** The job could not do what was asked. */
  record Failed<T>(Failure failure) implements Outcome<T> {}

  /** The job was stopped by the user. */
  record Cancelled<T>() implements Outcome<T> {}
}
