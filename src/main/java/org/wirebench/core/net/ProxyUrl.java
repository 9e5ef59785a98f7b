package org.wirebench.core.net;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.text.Messages;

/**
 * A proxy as people type it: {@code http://user:password@host:port}, {@code socks5://host:port},
 * {@code none}. User and password are percent-encoded (RFC 3986 section 2.1).
 */
public final class ProxyUrl {
  private static final Messages TEXT = Messages.of(ProxyUrl.class);
  private static final Pattern URL =
      Pattern.compile(
          "(?<scheme>http|socks5)://(?:(?<user>[^:@/]*)(?::(?<password>[^@/]*))?@)?(?<server>[^@/]+)/?");
  private static final String NONE = "none";
  private static final int HTTP_PORT = 8080;
  private static final int SOCKS_PORT = 1080;

  private ProxyUrl() {}

  /**
   * The proxy that {@code text} names; none for an empty text.
   *
   * @throws EndpointException when it is not of the form, or its server is no endpoint
   */
  public static ProxySettings parse(String text) throws EndpointException {
    String typed = text.strip();
    if (typed.isEmpty() || typed.equals(NONE)) {
      return ProxySettings.NONE;
    }
    Matcher url = URL.matcher(typed);
    if (!url.matches()) {
      throw new EndpointException(TEXT.get("proxy.url"));
    }
    boolean http = "http".equals(url.group("scheme"));
    Endpoint server = Endpoint.parse(url.group("server"), http ? HTTP_PORT : SOCKS_PORT);
    String user = decoded(url.group("user"));
    String password = decoded(url.group("password"));
    try {
      return http
          ? new ProxySettings.HttpConnect(server, user, password)
          : new ProxySettings.Socks5(server, user, password);
    } catch (IllegalArgumentException impossible) {
      throw new EndpointException(String.valueOf(impossible.getMessage()));
    }
  }

  /** How {@code proxy} is typed, password and all: for a file, never for the screen. */
  public static String of(ProxySettings proxy) {
    return switch (proxy) {
      case ProxySettings.None() -> NONE;
      case ProxySettings.HttpConnect(var server, var user, var password) ->
          "http://" + credentials(user, password) + server;
      case ProxySettings.Socks5(var server, var user, var password) ->
          "socks5://" + credentials(user, password) + server;
    };
  }

  private static String credentials(String user, String password) {
    if (user.isEmpty()) {
      return "";
    }
    return encoded(user) + (password.isEmpty() ? "" : ":" + encoded(password)) + "@";
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String decoded(@Nullable String text) throws EndpointException {
    try {
      return text == null
          ? ""
          : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException bad) {
      throw new EndpointException(TEXT.get("proxy.url"));
    }
  }
}
