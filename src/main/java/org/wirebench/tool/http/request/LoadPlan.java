package org.wirebench.tool.http.request;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a request is repeated to see what a server can bear.
 *
 * @param requests how many in all; empty where only the time ends it
 * @param duration how long; empty where only the number ends it
 * @param concurrency how many at once, 1 to 10,000
 * @param rate how many are begun in a second, all together; empty for as many as are answered
 * @param ramp how long until all of {@code concurrency} take part
 */
public record LoadPlan(
    OptionalLong requests,
    Optional<Duration> duration,
    int concurrency,
    Optional<Double> rate,
    Duration ramp) {
  /** How many may run at once. */
  public static final int MOST = 10_000;

  /** A hundred requests, ten at once. */
  public static final LoadPlan DEFAULT =
      new LoadPlan(OptionalLong.of(100), Optional.empty(), 10, Optional.empty(), Duration.ZERO);
}
