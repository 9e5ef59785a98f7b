package org.wirebench.tool.http.service.cookie;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the date of an Expires attribute as browsers do (RFC 6265 section 5.1.1). */
final class CookieDate {
  private static final Pattern DELIMITER =
      Pattern.compile("[\\x09\\x20-\\x2F\\x3B-\\x40\\x5B-\\x60\\x7B-\\x7E]+");
  private static final Pattern TIME =
      Pattern.compile("(\\d{1,2}):(\\d{1,2}):(\\d{1,2})(?:\\D.*)?", Pattern.DOTALL);
  private static final Pattern DAY = Pattern.compile("(\\d{1,2})(?:\\D.*)?", Pattern.DOTALL);
  private static final Pattern YEAR = Pattern.compile("(\\d{2,4})(?:\\D.*)?", Pattern.DOTALL);
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final int FIRST_YEAR = 1601;

  private @Nullable Matcher time;
  private int day;
  private int month;
  private int year = -1;

  private CookieDate() {}

  /** The time that {@code text} says; empty where it says none. */
  static Optional<Instant> parse(String text) {
    CookieDate date = new CookieDate();
    for (String token : DELIMITER.split(text)) {
      date.take(token);
    }
    return date.instant();
  }

  private void take(String token) {
    Matcher asTime = TIME.matcher(token);
    Matcher asDay = DAY.matcher(token);
    Matcher asYear = YEAR.matcher(token);
    if (time == null && asTime.matches()) {
      time = asTime;
    } else if (day == 0 && asDay.matches()) {
      day = Integer.parseInt(asDay.group(1));
    } else if (month == 0 && monthOf(token) > 0) {
      month = monthOf(token);
    } else if (year < 0 && asYear.matches()) {
      year = whole(Integer.parseInt(asYear.group(1)));
    }
  }

  private static int monthOf(String token) {
    return token.length() < 3
        ? 0
        : MONTHS.indexOf(token.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
  }

  private static int whole(int written) {
    return written >= 100 ? written : written >= 70 ? 1900 + written : 2000 + written;
  }

  private Optional<Instant> instant() {
    if (time == null || day == 0 || month == 0 || year < FIRST_YEAR) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDateTime.of(year, month, day, number(time, 1), number(time, 2), number(time, 3))
              .toInstant(ZoneOffset.UTC));
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }

  private static int number(Matcher time, int group) {
    return Integer.parseInt(time.group(group));
  }
}
