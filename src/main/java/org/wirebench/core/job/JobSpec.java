package org.wirebench.core.job;

import java.time.Duration;
import java.util.Optional;

/**
 * What a job is called and how long it may take.
 *
 * @param name what the job does, for the list of jobs: "GET https://example.org/"
 * @param tool the id of the tool that started it, or empty
 * @param deadline how long it may take at most; empty for as long as it likes
 */
public record JobSpec(String name, String tool, Optional<Duration> deadline) {
  public JobSpec {
    if (deadline.isPresent() && !deadline.get().isPositive()) {
      throw new IllegalArgumentException("deadline must be positive: " + deadline.get());
    }
  }

  /** A job without a deadline. */
  public static JobSpec named(String name, String tool) {
    return new JobSpec(name, tool, Optional.empty());
  }

  /** The same job, to be ended after {@code limit}. */
  public JobSpec within(Duration limit) {
    return new JobSpec(name, tool, Optional.of(limit));
  }
}
