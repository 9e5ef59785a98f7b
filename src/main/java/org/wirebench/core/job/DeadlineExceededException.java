package org.wirebench.core.job;

import java.io.IOException;
import java.time.Duration;

/** A job took longer than it was allowed to. */
public final class DeadlineExceededException extends IOException {
  private static final long serialVersionUID = 1;

  private final transient Duration limit;
  private final String step;

  public DeadlineExceededException(Duration limit, String step) {
    super("not done within " + limit + (step.isEmpty() ? "" : ", was in: " + step));
    this.limit = limit;
    this.step = step;
  }

  /** How long the job was allowed to take. */
  public Duration limit() {
    return limit;
  }

  /** What the job was doing when its time ran out; may be empty. */
  public String step() {
    return step;
  }
}
