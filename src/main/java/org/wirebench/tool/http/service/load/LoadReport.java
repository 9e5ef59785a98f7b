package org.wirebench.tool.http.service.load;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SequencedMap;
import org.HdrHistogram.Histogram;

/**
 * What a load run has shown so far, or in all.
 *
 * @param begun when it began
 * @param time how long it has run
 * @param answers how many requests were answered, whatever the status
 * @param failures how many were not
 * @param bytes of the bodies that came
 * @param connections how many were made
 * @param latency of the answers, in nanoseconds; where a rate was asked for it counts from when the
 *     request was due, so that a server that stalls is not asked less ("coordinated omission")
 * @param service as {@code latency}, but counted from when the request was sent
 * @param statuses how many answers had each status, the most frequent first
 * @param errors how many requests failed for each reason, the most frequent first
 * @param seconds one for each second, or for several where it runs long
 */
public record LoadReport(
    Instant begun,
    Duration time,
    long answers,
    long failures,
    long bytes,
    long connections,
    Histogram latency,
    Histogram service,
    SequencedMap<Integer, Long> statuses,
    SequencedMap<String, Long> errors,
    List<Second> seconds) {
  /** The percentiles that are shown. */
  public static final List<Double> PERCENTILES = List.of(50.0, 75.0, 90.0, 95.0, 99.0, 99.9);

  public LoadReport {
    seconds = List.copyOf(seconds);
  }

  /**
   * A part of the run.
   *
   * @param at when it began, since the run did
   * @param length how long it was
   * @param median of the latencies in it
   * @param high the 99th percentile of the latencies in it
   */
  public record Second(
      Duration at, Duration length, long answers, long failures, Duration median, Duration high) {
    /** Answers a second. */
    public double rate() {
      return answers / (length.toNanos() / 1e9);
    }
  }

  /** Answers a second. */
  public double rate() {
    return time.isZero() ? 0 : answers / (time.toNanos() / 1e9);
  }

  /** A percentile of the latencies, from 0 to 100. */
  public Duration latencyAt(double percentile) {
    return Duration.ofNanos(latency.getValueAtPercentile(percentile));
  }
}
