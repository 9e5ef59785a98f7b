package org.wirebench.core.text;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Numbers as people say them: 1.2 MB, 14 ms, 3 min ago. Exact values belong in a tooltip. */
public final class Amounts {
  private static final Messages TEXT = Messages.of(Amounts.class);
  private static final String[] BYTE_UNITS = {
    TEXT.get("unit.bytes"),
    TEXT.get("unit.kilobytes"),
    TEXT.get("unit.megabytes"),
    TEXT.get("unit.gigabytes"),
    TEXT.get("unit.terabytes"),
    TEXT.get("unit.petabytes"),
    TEXT.get("unit.exabytes")
  };

  private Amounts() {}

  /**
   * An amount of data in powers of 1000: "292 B", "1.2 MB", "34 GB".
   *
   * @param bytes at least 0
   */
  public static String bytes(long bytes) {
    double value = bytes;
    int unit = 0;
    while (unit < BYTE_UNITS.length - 1 && Math.round(value) >= 1000) {
      value /= 1000;
      unit++;
    }
    return number(value) + " " + BYTE_UNITS[unit];
  }

  /** A speed: "12 MB/s". Negative and undefined speeds count as none. */
  public static String rate(double bytesPerSecond) {
    return TEXT.get("rate", bytes(bytesPerSecond > 0 ? (long) bytesPerSecond : 0));
  }

  /** A length of time: "850 µs", "14 ms", "1.2 s", "3 min 4 s", "2 h 5 min", "3 d 4 h". */
  public static String duration(Duration duration) {
    if (duration.isNegative()) {
      return "-" + duration(duration.negated());
    }
    if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
      return belowOneMinute(duration.toNanos());
    }
    if (duration.compareTo(Duration.ofHours(1)) < 0) {
      return TEXT.get("duration.minutes", duration.toMinutes(), duration.toSecondsPart());
    }
    if (duration.compareTo(Duration.ofDays(1)) < 0) {
      return TEXT.get("duration.hours", duration.toHours(), duration.toMinutesPart());
    }
    return TEXT.get("duration.days", duration.toDays(), duration.toHoursPart());
  }

  private static String belowOneMinute(long nanos) {
    if (nanos == 0) {
      return TEXT.get("duration.milliseconds", "0");
    }
    if (nanos < 999_500) {
      return TEXT.get("duration.microseconds", number(nanos / 1e3));
    }
    if (nanos < 999_500_000) {
      return TEXT.get("duration.milliseconds", number(nanos / 1e6));
    }
    return TEXT.get("duration.seconds", number(nanos / 1e9));
  }

  /** A number of things, grouped by thousands: "113,621". */
  public static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** How long ago {@code then} was: "just now", "3 min ago". A time to come counts as now. */
  public static String ago(Instant then, Instant now) {
    Duration since = Duration.between(then, now);
    if (since.compareTo(Duration.ofSeconds(5)) < 0) {
      return TEXT.get("ago.now");
    }
    if (since.compareTo(Duration.ofMinutes(1)) < 0) {
      return TEXT.get("ago.seconds", since.toSeconds());
    }
    if (since.compareTo(Duration.ofHours(1)) < 0) {
      return TEXT.get("ago.minutes", since.toMinutes());
    }
    if (since.compareTo(Duration.ofDays(1)) < 0) {
      return TEXT.get("ago.hours", since.toHours());
    }
    return TEXT.get("ago.days", since.toDays());
  }

  /** Two digits below ten, where they say something; whole numbers above. */
  private static String number(double value) {
    String text = String.format(Locale.ROOT, value < 9.95 ? "%.1f" : "%.0f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
