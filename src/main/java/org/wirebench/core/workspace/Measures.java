package org.wirebench.core.workspace;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time and amounts of data as people type them. */
public final class Measures {
  private static final Pattern AMOUNT = Pattern.compile("([0-9]+(?:\\.[0-9]+)?) ?([a-zµ]*)");
  private static final Map<String, Long> NANOS =
      Map.ofEntries(
          Map.entry("ns", 1L),
          Map.entry("us", 1_000L),
          Map.entry("µs", 1_000L),
          Map.entry("ms", 1_000_000L),
          Map.entry("s", 1_000_000_000L),
          Map.entry("sec", 1_000_000_000L),
          Map.entry("m", 60_000_000_000L),
          Map.entry("min", 60_000_000_000L),
          Map.entry("h", 3_600_000_000_000L),
          Map.entry("d", 86_400_000_000_000L));
  private static final Map<String, Long> BYTES =
      Map.ofEntries(
          Map.entry("", 1L),
          Map.entry("b", 1L),
          Map.entry("kb", 1_000L),
          Map.entry("mb", 1_000_000L),
          Map.entry("gb", 1_000_000_000L),
          Map.entry("tb", 1_000_000_000_000L),
          Map.entry("kib", 1L << 10),
          Map.entry("mib", 1L << 20),
          Map.entry("gib", 1L << 30),
          Map.entry("tib", 1L << 40));

  private Measures() {}

  /**
   * The length of time that {@code text} says: {@code 500ms}, {@code 1.5 s}, {@code 2m}, {@code
   * 1h}.
   *
   * @return empty when it says none, has no unit, or is longer than 292 years
   */
  public static Optional<Duration> duration(String text) {
    return amount(text, NANOS).map(Duration::ofNanos);
  }

  /**
   * The number of bytes that {@code text} says: {@code 512}, {@code 64KiB} (powers of 1024), {@code
   * 1MB} (powers of 1000).
   *
   * @return empty when it says none
   */
  public static Optional<Long> size(String text) {
    return amount(text, BYTES);
  }

  private static Optional<Long> amount(String text, Map<String, Long> units) {
    Matcher amount = AMOUNT.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (text.length() > 40 || !amount.matches()) {
      return Optional.empty();
    }
    Long unit = units.get(amount.group(2));
    if (unit == null) {
      return Optional.empty();
    }
    BigDecimal value = new BigDecimal(amount.group(1)).multiply(BigDecimal.valueOf(unit));
    boolean fits = value.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
    return fits
        ? Optional.of(value.setScale(0, RoundingMode.HALF_UP).longValueExact())
        : Optional.empty();
  }

  /** How {@code duration} is typed: {@code 1500ms}, {@code 2s}, {@code 1m}. */
  public static String text(Duration duration) {
    SequencedMap<String, Long> units = new LinkedHashMap<>();
    for (String unit : new String[] {"h", "m", "s", "ms", "us"}) {
      units.put(unit, NANOS.getOrDefault(unit, 1L));
    }
    return duration.isZero() ? "0s" : text(duration.toNanos(), units, "ns");
  }

  /** How {@code bytes} is typed: {@code 64KiB}, {@code 1MB}, {@code 513}. */
  public static String text(long bytes) {
    SequencedMap<String, Long> units = new LinkedHashMap<>();
    for (String unit : new String[] {"GiB", "GB", "MiB", "MB", "KiB", "kB"}) {
      units.put(unit, BYTES.getOrDefault(unit.toLowerCase(Locale.ROOT), 1L));
    }
    return bytes == 0 ? "0" : text(bytes, units, "");
  }

  private static String text(long amount, SequencedMap<String, Long> units, String smallest) {
    for (Map.Entry<String, Long> unit : units.entrySet()) {
      if (amount % unit.getValue() == 0) {
        return amount / unit.getValue() + unit.getKey();
      }
    }
    return amount + smallest;
  }
}
