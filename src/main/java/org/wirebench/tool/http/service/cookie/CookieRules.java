package org.wirebench.tool.http.service.cookie;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;
import org.wirebench.tool.http.request.HttpUrl;
import org.wirebench.tool.http.service.cookie.CookieDecision.Verdict;

/** Judges a Set-Cookie field by itself (RFC 6265 section 5.3, RFC 6265bis section 5.7). */
final class CookieRules {
  /** How many bytes name and value may have together. */
  static final int LARGEST = 4096;

  /** How much of what is refused is kept to be shown, in characters. */
  private static final int SHOWN = 2 * LARGEST;

  private static final Messages TEXT = Messages.of(CookieRules.class);

  private final HttpUrl url;
  private final Instant now;
  private final String host;

  /**
   * @param url what was asked for
   */
  CookieRules(HttpUrl url, Instant now) {
    this.url = url;
    this.now = now;
    this.host = Domains.of(url);
  }

  CookieDecision judge(String line) {
    if (line.chars().anyMatch(c -> c != '\t' && (c < 0x20 || c == 0x7f))) {
      return new CookieDecision(
          cut(line), Optional.empty(), Verdict.REFUSED, TEXT.get("refused.control"));
    }
    SetCookie said = new SetCookie(line, now);
    Cookie cookie = cookie(said);
    Optional<String> refused = refused(said, cookie);
    if (refused.isPresent()) {
      return new CookieDecision(cut(line), Optional.of(cookie), Verdict.REFUSED, refused.get());
    }
    return cookie.isExpired(now)
        ? new CookieDecision(cut(line), Optional.of(cookie), Verdict.REMOVED, TEXT.get("removed"))
        : new CookieDecision(cut(line), Optional.of(cookie), Verdict.KEPT, odd(cookie));
  }

  private static String cut(String line) {
    return line.length() > SHOWN ? line.substring(0, SHOWN) : line;
  }

  private Cookie cookie(SetCookie said) {
    boolean hostOnly =
        said.domain().isEmpty()
            || (said.domain().equals(host)
                && (Domains.isAddress(host) || Domains.isPublicSuffix(host)));
    return new Cookie(
        said.name(),
        said.value(),
        hostOnly ? host : said.domain(),
        said.path().isEmpty() ? CookiePaths.usual(url.path()) : said.path(),
        said.expires(),
        said.secure(),
        said.httpOnly(),
        said.sameSite(),
        hostOnly,
        now);
  }

  private Optional<String> refused(SetCookie said, Cookie cookie) {
    int size = cookie.name().getBytes(UTF_8).length + cookie.value().getBytes(UTF_8).length;
    String domain = Escapes.display(cookie.domain());
    if (size == 0) {
      return Optional.of(TEXT.get("refused.empty"));
    }
    if (size > LARGEST) {
      return Optional.of(TEXT.get("refused.large", Amounts.bytes(size), Amounts.bytes(LARGEST)));
    }
    if (!cookie.hostOnly() && Domains.isPublicSuffix(cookie.domain())) {
      return Optional.of(TEXT.get("refused.suffix", domain));
    }
    if (!Domains.matches(host, cookie.domain())) {
      return Optional.of(TEXT.get("refused.domain", domain, Escapes.display(host)));
    }
    if (cookie.secure() && !Domains.isTrustworthy(url)) {
      return Optional.of(TEXT.get("refused.secure"));
    }
    if (cookie.sameSite() == SameSite.NONE && !cookie.secure()) {
      return Optional.of(TEXT.get("refused.sameSite"));
    }
    return prefix(said, cookie);
  }

  /** RFC 6265bis section 4.1.3; a name in the value of a cookie without one counts too. */
  private static Optional<String> prefix(SetCookie said, Cookie cookie) {
    String name = cookie.name().toLowerCase(Locale.ROOT);
    String nameless = cookie.name().isEmpty() ? cookie.value().toLowerCase(Locale.ROOT) : "";
    if (nameless.startsWith("__host-") || nameless.startsWith("__secure-")) {
      return Optional.of(TEXT.get("refused.nameless"));
    }
    if (name.startsWith("__secure-") && !cookie.secure()) {
      return Optional.of(TEXT.get("refused.prefixSecure"));
    }
    boolean fitsHost = cookie.secure() && said.domain().isEmpty() && said.path().equals("/");
    return name.startsWith("__host-") && !fitsHost
        ? Optional.of(TEXT.get("refused.prefixHost"))
        : Optional.empty();
  }

  private String odd(Cookie cookie) {
    return CookiePaths.matches(url.path(), cookie.path())
        ? ""
        : TEXT.get("kept.path", Escapes.display(cookie.path()), Escapes.display(url.path()));
  }

  /** One that came in clear text may not replace one that is kept for TLS alone. */
  static CookieDecision shadowed(CookieDecision decision) {
    return new CookieDecision(
        decision.sent(), decision.cookie(), Verdict.REFUSED, TEXT.get("refused.shadow"));
  }
}
