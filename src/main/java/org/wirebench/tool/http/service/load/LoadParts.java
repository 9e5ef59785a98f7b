package org.wirebench.tool.http.service.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.PackedHistogram;

/**
 * The parts of a load run, of a second each or longer; there are never many. Each keeps how its
 * latencies are spread, for the percentiles of two parts are not those of both together.
 */
final class LoadParts {
  /** How many are kept; then every two become one. */
  private static final int MOST = 1200;

  /** Within one part in a hundred; a spread takes a few kilobytes then. */
  private static final int DIGITS = 2;

  private final List<Part> parts = new ArrayList<>();
  private Duration shortest = Duration.ofSeconds(1);

  private record Part(LoadReport.Second shown, Histogram latencies) {
    static Part of(Duration at, Duration length, long answers, long failures, Histogram latencies) {
      Duration median = latency(latencies, 50);
      Duration high = latency(latencies, 99);
      return new Part(
          new LoadReport.Second(at, length, answers, failures, median, high), latencies);
    }

    private static Duration latency(Histogram latencies, double percentile) {
      boolean none = latencies.getTotalCount() == 0;
      return Duration.ofNanos(none ? 0 : latencies.getValueAtPercentile(percentile));
    }

    Part with(Part next) {
      Histogram both = latencies.copy();
      both.add(next.latencies);
      return of(
          shown.at(),
          shown.length().plus(next.shown.length()),
          shown.answers() + next.shown.answers(),
          shown.failures() + next.shown.failures(),
          both);
    }
  }

  /** How long a part is at least, but for the last. */
  Duration shortest() {
    return shortest;
  }

  /**
   * A part is over. One that is less than half as long as it should be is the rest of a run, which
   * says nothing of its own: it goes to the one before.
   *
   * @param latencies of the answers in it, in nanoseconds
   */
  void add(Duration at, Duration length, long failures, Histogram latencies) {
    Histogram kept = new PackedHistogram(latencies.getHighestTrackableValue(), DIGITS);
    kept.add(latencies);
    Part part = Part.of(at, length, latencies.getTotalCount(), failures, kept);
    boolean rest = !parts.isEmpty() && length.multipliedBy(2).compareTo(shortest) < 0;
    parts.add(rest ? parts.removeLast().with(part) : part);
    if (parts.size() >= MOST) {
      halve();
    }
  }

  private void halve() {
    List<Part> all = List.copyOf(parts);
    parts.clear();
    for (int i = 0; i < all.size(); i += 2) {
      parts.add(i + 1 < all.size() ? all.get(i).with(all.get(i + 1)) : all.get(i));
    }
    shortest = shortest.multipliedBy(2);
  }

  /** What is shown of them. */
  List<LoadReport.Second> shown() {
    return parts.stream().map(Part::shown).toList();
  }
}
