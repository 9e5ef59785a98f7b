package org.wirebench.tool.http.service.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The seconds of a load run as a table of comma-separated values (RFC 4180). */
public final class LoadCsv {
  private static final String HEAD =
      "second,seconds,answers,failures,answers_per_second,median_ms,p99_ms";

  private LoadCsv() {}

  /** The whole table. */
  public static String of(LoadReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(HEAD);
    for (LoadReport.Second one : report.seconds()) {
      lines.add(
          String.join(
              ",",
              number(seconds(one.at())),
              number(seconds(one.length())),
              Long.toString(one.answers()),
              Long.toString(one.failures()),
              number(one.rate()),
              number(millis(one.median())),
              number(millis(one.high()))));
    }
    return String.join("\r\n", lines) + "\r\n";
  }

  static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }

  static double millis(Duration time) {
    return time.toNanos() / 1e6;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
