package org.wirebench.tool.http.service.load;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;
import org.wirebench.tool.http.service.Repeater;

/** Counts what a load run brings. Any thread may count; one at a time may look. */
final class LoadStats {
  private static final long LONGEST = Duration.ofHours(1).toNanos();
  private static final int DIGITS = 3;

  /** How many reasons for failures are told apart. */
  private static final int MOST_REASONS = 100;

  private final Recorder latencies = new Recorder(LONGEST, DIGITS);
  private final Recorder services = new Recorder(LONGEST, DIGITS);
  private final LongAdder bytes = new LongAdder();
  private final LongAdder connections = new LongAdder();
  private final Map<Integer, LongAdder> statuses = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> errors = new ConcurrentHashMap<>();

  private final Histogram latency = new Histogram(LONGEST, DIGITS);
  private final Histogram service = new Histogram(LONGEST, DIGITS);
  private final Instant begun;
  private final boolean paced;
  private final LoadParts parts = new LoadParts();
  private Duration partBegin = Duration.ZERO;
  private long failuresBefore;

  /**
   * @param paced whether a rate is kept; without one a request is due when it is sent
   */
  LoadStats(Instant begun, boolean paced) {
    this.begun = begun;
    this.paced = paced;
  }

  /**
   * An answer came.
   *
   * @param sinceDue since the request was due, in nanoseconds
   * @param sinceSent since it was sent, in nanoseconds
   */
  void answered(Repeater.Answer answer, long sinceDue, long sinceSent) {
    services.recordValue(Math.clamp(sinceSent, 0, LONGEST));
    if (paced) {
      latencies.recordValue(Math.clamp(sinceDue, 0, LONGEST));
    }
    bytes.add(answer.bytes());
    if (answer.connected()) {
      connections.increment();
    }
    statuses.computeIfAbsent(answer.status(), _ -> new LongAdder()).increment();
  }

  /** A request failed, for this reason. */
  void failed(String reason) {
    String kept = errors.size() < MOST_REASONS || errors.containsKey(reason) ? reason : "…";
    errors.computeIfAbsent(kept, _ -> new LongAdder()).increment();
  }

  /**
   * What came so far.
   *
   * @param time since the beginning
   * @param last whether the part that runs ends now, however short it is
   */
  synchronized LoadReport report(Duration time, boolean last) {
    if (last || time.minus(partBegin).compareTo(parts.shortest()) >= 0) {
      endPart(time);
    }
    return new LoadReport(
        begun,
        time,
        sum(statuses),
        sum(errors),
        bytes.sum(),
        connections.sum(),
        (paced ? latency : service).copy(),
        service.copy(),
        sorted(statuses),
        sorted(errors),
        parts.shown());
  }

  private void endPart(Duration time) {
    Duration length = time.minus(partBegin);
    if (!length.isPositive()) {
      return;
    }
    Histogram now = services.getIntervalHistogram();
    service.add(now);
    if (paced) {
      now = latencies.getIntervalHistogram();
      latency.add(now);
    }
    long failures = sum(errors);
    parts.add(partBegin, length, failures - failuresBefore, now);
    failuresBefore = failures;
    partBegin = time;
  }

  private static long sum(Map<?, LongAdder> counts) {
    return counts.values().stream().mapToLong(LongAdder::sum).sum();
  }

  private static <K> SequencedMap<K, Long> sorted(Map<K, LongAdder> counts) {
    SequencedMap<K, Long> sorted = new LinkedHashMap<>();
    counts.entrySet().stream()
        .map(one -> Map.entry(one.getKey(), one.getValue().sum()))
        .sorted((one, two) -> Long.compare(two.getValue(), one.getValue()))
        .forEach(one -> sorted.put(one.getKey(), one.getValue()));
    return sorted;
  }
}
