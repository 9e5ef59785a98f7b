package org.wirebench.tool.http.view;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.wirebench.core.text.Messages;
import org.wirebench.tool.http.service.cookie.Cookie;
import org.wirebench.tool.http.service.cookie.CookieJar;
import org.wirebench.tool.http.service.cookie.SameSite;

/** How a cookie is written in the cells of a table, and read from them. */
final class CookieEdits {
  private static final Messages TEXT = Messages.of(CookieEdits.class);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM).withZone(ZoneId.systemDefault());

  private CookieEdits() {}

  /** A part of a cookie that is typed. */
  enum Part {
    DOMAIN,
    PATH,
    NAME,
    VALUE,
    EXPIRES
  }

  /** A cookie that is not in {@code jar} yet. */
  static Cookie fresh(CookieJar jar, String domain, Instant now) {
    String name = TEXT.get("cookies.new");
    int number = 1;
    while (has(jar, domain, numbered(name, number))) {
      number++;
    }
    return new Cookie(
        numbered(name, number),
        "",
        domain,
        "/",
        Optional.empty(),
        false,
        false,
        SameSite.UNSAID,
        true,
        now);
  }

  private static String numbered(String name, int number) {
    return number == 1 ? name : name + "-" + number;
  }

  private static boolean has(CookieJar jar, String domain, String name) {
    return jar.list().stream()
        .anyMatch(one -> one.domain().equals(domain) && one.name().equals(name));
  }

  /** Whether both are the same cookie: setting one replaces the other. */
  static boolean isSame(Cookie one, Cookie other) {
    return one.domain().equals(other.domain())
        && one.path().equals(other.path())
        && one.name().equals(other.name());
  }

  /** As it stands in a cell: a domain that is for the hosts below it too begins with a dot. */
  static String text(Cookie cookie, Part part) {
    return switch (part) {
      case DOMAIN -> cookie.hostOnly() ? cookie.domain() : "." + cookie.domain();
      case PATH -> cookie.path();
      case NAME -> cookie.name();
      case VALUE -> cookie.value();
      case EXPIRES -> cookie.expires().map(CookieEdits::text).orElse("");
    };
  }

  /** As it is read; it is typed as {@link #text(Instant)} has it. */
  static String date(Instant time) {
    return DATE.format(time);
  }

  /** To the second. */
  static String text(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /**
   * The cookie with a part as it was typed.
   *
   * @throws IllegalArgumentException when that is no such part; the message is for people
   */
  static Cookie with(Cookie cookie, Part part, String typed) {
    String text = typed.strip();
    return switch (part) {
      case DOMAIN -> inDomain(cookie, text);
      case PATH -> with(cookie, cookie.name(), cookie.value(), text, cookie.expires());
      case NAME -> with(cookie, text, cookie.value(), cookie.path(), cookie.expires());
      case VALUE -> with(cookie, cookie.name(), text, cookie.path(), cookie.expires());
      case EXPIRES -> {
        Optional<Instant> end =
            text.isEmpty() ? Optional.empty() : Optional.of(CookieJar.instant(text));
        yield with(cookie, cookie.name(), cookie.value(), cookie.path(), end);
      }
    };
  }

  private static Cookie inDomain(Cookie cookie, String typed) {
    boolean below = typed.startsWith(".");
    String domain = (below ? typed.substring(1) : typed).toLowerCase(Locale.ROOT);
    if (!domain.matches("[^\\s/:;,.]+(?:\\.[^\\s/:;,.]+)*|\\[[0-9a-f:.]+]")) {
      throw new IllegalArgumentException(TEXT.get("cookies.domain.wrong"));
    }
    return new Cookie(
        cookie.name(),
        cookie.value(),
        domain,
        cookie.path(),
        cookie.expires(),
        cookie.secure(),
        cookie.httpOnly(),
        cookie.sameSite(),
        !below,
        cookie.created());
  }

  private static Cookie with(
      Cookie cookie, String name, String value, String path, Optional<Instant> expires) {
    return new Cookie(
        name,
        value,
        cookie.domain(),
        path,
        expires,
        cookie.secure(),
        cookie.httpOnly(),
        cookie.sameSite(),
        cookie.hostOnly(),
        cookie.created());
  }

  /** The cookie, sent over TLS alone or not, hidden from scripts or not. */
  static Cookie flagged(Cookie cookie, boolean secure, boolean httpOnly) {
    return new Cookie(
        cookie.name(),
        cookie.value(),
        cookie.domain(),
        cookie.path(),
        cookie.expires(),
        secure,
        httpOnly,
        cookie.sameSite(),
        cookie.hostOnly(),
        cookie.created());
  }
}
