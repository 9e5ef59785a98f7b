package org.wirebench.tool.http.service.cookie;

import java.time.Instant;
import java.util.Optional;
import org.wirebench.core.text.Messages;
import org.wirebench.tool.http.request.HttpUrl;

/**
 * A cookie that is kept (RFC 6265 section 5.3). Its value is never shown by {@code toString}.
 *
 * @param name may be empty, for what some servers send
 * @param domain whom it is for: a name in lower case and ASCII, or an address
 * @param path begins with a slash
 * @param expires when it ends; empty for one that ends with the program
 * @param secure whether it is sent over TLS alone
 * @param httpOnly whether the server wants it hidden from scripts; of no effect here
 * @param hostOnly whether it is for {@code domain} itself, and not for the hosts below it
 * @param created when it was first set
 */
public record Cookie(
    String name,
    String value,
    String domain,
    String path,
    Optional<Instant> expires,
    boolean secure,
    boolean httpOnly,
    SameSite sameSite,
    boolean hostOnly,
    Instant created) {
  private static final Messages TEXT = Messages.of(Cookie.class);

  /**
   * @throws IllegalArgumentException when it could not be sent; the message is for people
   */
  public Cookie {
    if ((name + value + path).chars().anyMatch(Cookie::isForbidden) || name.indexOf('=') >= 0) {
      throw new IllegalArgumentException(TEXT.get("cookie.control"));
    }
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException(TEXT.get("cookie.slash"));
    }
  }

  private static boolean isForbidden(int c) {
    return c == ';' || c == 0x7f || (c < 0x20 && c != '\t');
  }

  /** What makes it the same cookie: setting it again replaces it. */
  record Key(String domain, String path, String name) {}

  Key key() {
    return new Key(domain, path, name);
  }

  /** Whether it is over at {@code now}. */
  public boolean isExpired(Instant now) {
    return expires.filter(end -> !end.isAfter(now)).isPresent();
  }

  /** Whether it is sent to {@code url} (RFC 6265 section 5.4). */
  public boolean isFor(HttpUrl url) {
    String host = Domains.of(url);
    return (hostOnly ? host.equals(domain) : Domains.matches(host, domain))
        && CookiePaths.matches(url.path(), path)
        && (!secure || Domains.isTrustworthy(url));
  }

  /** As it stands in the Cookie field. */
  String pair() {
    return name.isEmpty() ? value : name + "=" + value;
  }

  /** The same, created at another time. */
  Cookie createdAt(Instant when) {
    return new Cookie(
        name, value, domain, path, expires, secure, httpOnly, sameSite, hostOnly, when);
  }

  @Override
  public String toString() {
    return name + " of " + domain + path;
  }
}
