package org.wirebench.tool.http.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wirebench.core.net.Endpoint;
import org.wirebench.core.net.EndpointException;
import org.wirebench.core.text.Messages;

/**
 * An address of the web (RFC 9110 section 4.2), ready to be asked for: in ASCII, without a fragment
 * and without a login.
 *
 * @param secure whether it is {@code https}
 * @param endpoint the host as it was typed, and the port
 * @param path percent-encoded, at least {@code /}
 * @param query percent-encoded, without its question mark; empty where there is none
 */
public record HttpUrl(boolean secure, Endpoint endpoint, String path, Optional<String> query) {
  private static final Messages TEXT = Messages.of(HttpUrl.class);
  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(.*)");

  /** Schemes that are written without slashes, and are no hosts: a port follows a host. */
  private static final Pattern NO_WEB =
      Pattern.compile(
          "(?i)(about|blob|data|file|ftp|javascript|mailto|news|sms|tel|urn|view-source):"
              + "(?!\\d{1,5}(?:[/?#]|$)).*");

  private static final Pattern PARTS =
      Pattern.compile(
          "(?<authority>[^/?#]*)(?<path>[^?#]*)(?:\\?(?<query>[^#]*))?(?:#.*)?", Pattern.DOTALL);
  private static final Pattern REFERENCE =
      Pattern.compile(
          "(?:(?<scheme>[A-Za-z][A-Za-z0-9+.-]*):)?(?://(?<authority>[^/?#]*))?(?<path>[^?#]*)"
              + "(?:\\?(?<query>[^#]*))?(?:#.*)?");
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  /**
   * Reads what people type: without a scheme it is {@code http}; blanks and letters beyond ASCII
   * are percent-encoded as UTF-8; what is percent-encoded already stays. A login before the host is
   * left out, see {@link #userInfo}.
   *
   * @throws UrlException when it is none; the message tells the user why
   */
  public static HttpUrl parse(String typed) throws UrlException {
    String text = typed.strip();
    if (text.isEmpty()) {
      throw new UrlException(TEXT.get("url.empty"));
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new UrlException(TEXT.get("url.control"));
    }
    boolean secure = isSecure(text);
    Matcher parts = parts(text);
    String authority = parts.group("authority");
    String path = parts.group("path");
    return new HttpUrl(
        secure,
        endpoint(authority.substring(authority.lastIndexOf('@') + 1), secure),
        path.isEmpty() ? "/" : Percent.keep(path, Percent.PATH),
        Optional.ofNullable(parts.group("query")).map(query -> Percent.keep(query, Percent.QUERY)));
  }

  private static boolean isSecure(String text) throws UrlException {
    Matcher scheme = SCHEME.matcher(text);
    Matcher other = NO_WEB.matcher(text);
    if (other.matches()) {
      throw new UrlException(TEXT.get("url.scheme", other.group(1)));
    }
    if (!scheme.matches() || !scheme.group(2).startsWith("//")) {
      return false;
    }
    return switch (scheme.group(1).toLowerCase(Locale.ROOT)) {
      case "http" -> false;
      case "https" -> true;
      default -> throw new UrlException(TEXT.get("url.scheme", scheme.group(1)));
    };
  }

  private static Matcher parts(String text) {
    int begin = text.indexOf("://");
    boolean hasScheme = begin >= 0 && text.substring(0, begin).matches("[A-Za-z][A-Za-z0-9+.-]*");
    Matcher parts = PARTS.matcher(hasScheme ? text.substring(begin + 3) : text);
    boolean _ = parts.matches();
    return parts;
  }

  private static Endpoint endpoint(String host, boolean secure) throws UrlException {
    if (host.isEmpty()) {
      throw new UrlException(TEXT.get("url.host"));
    }
    try {
      return Endpoint.parse(host, secure ? HTTPS_PORT : HTTP_PORT);
    } catch (EndpointException impossible) {
      throw new UrlException(String.valueOf(impossible.getMessage()));
    }
  }

  /**
   * The login before the host (RFC 3986 section 3.2.1), {@code user:password}, decoded; empty where
   * there is none.
   */
  public static Optional<String> userInfo(String typed) {
    String authority = parts(typed.strip()).group("authority");
    int at = authority.lastIndexOf('@');
    return at < 0 ? Optional.empty() : Optional.of(Percent.decode(authority.substring(0, at)));
  }

  /**
   * Where a redirect leads to (RFC 3986 section 5.2, RFC 9110 section 10.2.2).
   *
   * @param location as the server sent it, absolute or not
   * @throws UrlException when it is no address of the web
   */
  public HttpUrl resolve(String location) throws UrlException {
    String clean = location.strip();
    Matcher reference = REFERENCE.matcher(clean);
    if (!reference.matches()) {
      throw new UrlException(TEXT.get("url.control"));
    }
    if (reference.group("scheme") != null) {
      return parse(withSlashes(clean, reference.group("scheme")));
    }
    if (reference.group("authority") != null) {
      return parse(scheme() + ":" + clean);
    }
    String there = reference.group("path");
    String asked = reference.group("query");
    if (there.isEmpty()) {
      return asked == null && !clean.startsWith("?") ? this : parse(origin() + path + "?" + asked);
    }
    String whole =
        there.startsWith("/") ? there : path.substring(0, path.lastIndexOf('/') + 1) + there;
    return parse(origin() + withoutDots(whole) + (asked == null ? "" : "?" + asked));
  }

  private static String withSlashes(String absolute, String scheme) throws UrlException {
    if (!absolute.startsWith("//", scheme.length() + 1)) {
      throw new UrlException(TEXT.get("url.scheme", scheme));
    }
    return absolute;
  }

  /** RFC 3986 section 5.2.4. */
  private static String withoutDots(String path) {
    List<String> kept = new ArrayList<>();
    String[] segments = path.substring(1).split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      boolean up = segments[i].equals("..");
      boolean dots = up || segments[i].equals(".");
      if (up && !kept.isEmpty()) {
        kept.removeLast();
      }
      if (!dots) {
        kept.add(segments[i]);
      } else if (i == segments.length - 1) {
        kept.add("");
      }
    }
    return "/" + String.join("/", kept);
  }

  /** The scheme: {@code http} or {@code https}. */
  public String scheme() {
    return secure ? "https" : "http";
  }

  /** What the request line holds: path and query (RFC 9112 section 3.2.1). */
  public String target() {
    return path + query.map(text -> "?" + text).orElse("");
  }

  /**
   * The value of the Host field and of {@code :authority}: the port is left out where it is the one
   * of the scheme (RFC 9110 section 7.2).
   */
  public String authority() {
    String whole = new Endpoint(endpoint.ascii(), endpoint.port()).toString();
    boolean usual = endpoint.port() == (secure ? HTTPS_PORT : HTTP_PORT);
    return usual ? whole.substring(0, whole.lastIndexOf(':')) : whole;
  }

  /** Scheme, host and port, which say whom a login or a cookie is for (RFC 6454 section 4). */
  public String origin() {
    return scheme() + "://" + authority();
  }

  /** Whether {@code other} has the same scheme, host and port. */
  public boolean isSameOrigin(HttpUrl other) {
    return origin().equalsIgnoreCase(other.origin());
  }

  /** The same with one more parameter at the end of its query. */
  public HttpUrl withParameter(String name, String value) {
    String pair = Percent.value(name) + "=" + Percent.value(value);
    String before = query().filter(query -> !query.isEmpty()).map(q -> q + "&").orElse("");
    return withQuery(Optional.of(before + pair));
  }

  /** The same with another query. */
  public HttpUrl withQuery(Optional<String> other) {
    return new HttpUrl(secure, endpoint, path, other);
  }

  /** The whole, as it can be typed again. */
  @Override
  public String toString() {
    return origin() + target();
  }
}
