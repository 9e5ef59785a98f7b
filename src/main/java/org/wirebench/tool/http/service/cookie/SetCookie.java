package org.wirebench.tool.http.service.cookie;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A Set-Cookie field, taken apart (RFC 6265 section 5.2, RFC 6265bis section 5.6). */
final class SetCookie {
  /** How long any cookie is kept at most (RFC 6265bis section 5.5). */
  static final Duration LONGEST = Duration.ofDays(400);

  /** How long the value of an attribute may be, in characters; a longer one is ignored. */
  private static final int LONGEST_ATTRIBUTE = 1024;

  private final Instant now;
  private final String name;
  private final String value;
  private String domain = "";
  private String path = "";
  private boolean secure;
  private boolean httpOnly;
  private SameSite sameSite = SameSite.UNSAID;
  private @Nullable Instant byDate;
  private @Nullable Instant byAge;

  SetCookie(String line, Instant now) {
    this.now = now;
    String[] parts = line.split(";", -1);
    int equals = parts[0].indexOf('=');
    this.name = equals < 0 ? "" : trimmed(parts[0].substring(0, equals));
    this.value = trimmed(parts[0].substring(equals + 1));
    for (int i = 1; i < parts.length; i++) {
      int between = parts[i].indexOf('=');
      String attribute = between < 0 ? parts[i] : parts[i].substring(0, between);
      String says = between < 0 ? "" : trimmed(parts[i].substring(between + 1));
      if (says.length() <= LONGEST_ATTRIBUTE) {
        take(trimmed(attribute).toLowerCase(Locale.ROOT), says);
      }
    }
  }

  /** Blanks and tabs alone: no other character is white space here. */
  private static String trimmed(String text) {
    int begin = 0;
    int end = text.length();
    while (begin < end && isBlank(text.charAt(begin))) {
      begin++;
    }
    while (end > begin && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(begin, end);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private void take(String attribute, String says) {
    switch (attribute) {
      case "expires" -> CookieDate.parse(says).ifPresent(date -> byDate = date);
      case "max-age" -> takeAge(says);
      case "domain" -> domain = Domains.canonical(says);
      case "path" -> path = says.startsWith("/") ? says : "";
      case "secure" -> secure = true;
      case "httponly" -> httpOnly = true;
      case "samesite" ->
          sameSite =
              switch (says.toLowerCase(Locale.ROOT)) {
                case "strict" -> SameSite.STRICT;
                case "lax" -> SameSite.LAX;
                case "none" -> SameSite.NONE;
                default -> SameSite.UNSAID;
              };
      default -> {
        // Attributes that are not known are ignored (RFC 6265 section 5.2).
      }
    }
  }

  private void takeAge(String says) {
    if (!says.matches("-?[0-9]+")) {
      return;
    }
    boolean over = says.startsWith("-") || says.matches("0+");
    // Ten digits are more than three hundred years.
    long seconds = says.length() > 10 ? Long.MAX_VALUE : Long.parseLong(says);
    byAge = over ? Instant.EPOCH : now.plusSeconds(Math.min(seconds, LONGEST.toSeconds()));
  }

  String name() {
    return name;
  }

  String value() {
    return value;
  }

  /** Empty where none is said. */
  String domain() {
    return domain;
  }

  /** Empty where none is said that can be used. */
  String path() {
    return path;
  }

  boolean secure() {
    return secure;
  }

  boolean httpOnly() {
    return httpOnly;
  }

  SameSite sameSite() {
    return sameSite;
  }

  /** When it ends; Max-Age goes before Expires. */
  Optional<Instant> expires() {
    Instant latest = now.plus(LONGEST);
    return Optional.ofNullable(byAge != null ? byAge : byDate)
        .map(end -> end.isAfter(latest) ? latest : end);
  }
}
