package org.wirebench.core.net;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.text.Messages;

/**
 * A host and a port.
 *
 * @param host a name as it was typed (possibly with letters outside ASCII), an IPv4 address, or an
 *     IPv6 address without brackets and possibly with a zone ({@code fe80::1%eth0})
 * @param port 1 to {@value #LAST_PORT}; 0 only where one listens
 */
public record Endpoint(String host, int port) {
  /** There is no default port: the text must name one. */
  public static final int NO_PORT = -1;

  /** The highest port. */
  public static final int LAST_PORT = 65535;

  private static final Messages TEXT = Messages.of(Endpoint.class);
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://.*");
  private static final int LONGEST = 1000;

  /**
   * @throws IllegalArgumentException when the host is not a name or an address, or the port is out
   *     of range; the message is for people
   */
  public Endpoint {
    host = Hosts.withoutBrackets(host);
    try {
      String _ = Hosts.ascii(host);
    } catch (EndpointException impossible) {
      throw new IllegalArgumentException(impossible.getMessage(), impossible);
    }
    if (port < 0 || port > LAST_PORT) {
      throw new IllegalArgumentException(TEXT.get("endpoint.portRange", String.valueOf(port)));
    }
  }

  /**
   * Reads {@code host:port}, {@code [v6]:port}, {@code [v6%zone]:port}, or a bare name or address.
   * The port may be the name of a service: {@code example.org:https}.
   *
   * @param defaultPort the port where the text names none, or {@link #NO_PORT} when it must
   */
  public static Endpoint parse(String typed, int defaultPort) throws EndpointException {
    String text = typed.strip();
    refuseWhatIsMore(text);
    String host;
    String port;
    if (text.startsWith("[")) {
      int close = text.indexOf(']');
      if (close < 0) {
        throw problem("endpoint.bracketOpen", text);
      }
      host = text.substring(1, close);
      port = afterBracket(text, close);
      if (host.indexOf(':') < 0) {
        throw problem("endpoint.bracketContent", host);
      }
    } else {
      int colon = text.indexOf(':');
      boolean bareAddress = colon >= 0 && text.indexOf(':', colon + 1) >= 0;
      host = bareAddress || colon < 0 ? text : text.substring(0, colon);
      port = bareAddress || colon < 0 ? "" : text.substring(colon);
    }
    if (host.isEmpty()) {
      throw problem("endpoint.noHost", text);
    }
    String _ = Hosts.ascii(host);
    return new Endpoint(host, portOr(port, defaultPort, text));
  }

  /**
   * Reads a port alone: a number or the name of a service.
   *
   * @param lowest 0 where one listens, else 1
   */
  public static int parsePort(String text, int lowest) throws EndpointException {
    String port = text.strip();
    if (port.isEmpty()) {
      throw problem("endpoint.noPort", "");
    }
    if (port.chars().allMatch(c -> c >= '0' && c <= '9')) {
      int number = port.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(port);
      if (number == 0 && lowest > 0) {
        throw problem("endpoint.portZero", port);
      }
      if (number > LAST_PORT) {
        throw problem("endpoint.portRange", port);
      }
      return number;
    }
    if (port.startsWith("-") && port.substring(1).chars().allMatch(Character::isDigit)) {
      throw problem("endpoint.portRange", port);
    }
    return Services.system().port(port);
  }

  private static void refuseWhatIsMore(String text) throws EndpointException {
    if (text.isEmpty()) {
      throw problem("endpoint.empty", text);
    }
    if (text.length() > LONGEST) {
      throw problem("endpoint.long", String.valueOf(LONGEST));
    }
    if (SCHEME.matcher(text).matches()) {
      throw problem("endpoint.scheme", text.substring(0, text.indexOf("://") + 3));
    }
    if (text.indexOf('@') >= 0) {
      throw problem("endpoint.userInfo", text);
    }
    if (text.indexOf('/') >= 0) {
      throw problem("endpoint.path", text.substring(text.indexOf('/')));
    }
  }

  private static String afterBracket(String text, int close) throws EndpointException {
    String rest = text.substring(close + 1);
    if (!rest.isEmpty() && rest.charAt(0) != ':') {
      throw problem("endpoint.afterBracket", rest);
    }
    return rest;
  }

  /**
   * @param port empty, or a colon and what follows it
   */
  private static int portOr(String port, int defaultPort, String text) throws EndpointException {
    if (!port.isEmpty()) {
      return parsePort(port.substring(1), 1);
    }
    if (defaultPort == NO_PORT) {
      boolean bareAddress = text.indexOf(':') >= 0 && !text.startsWith("[");
      throw problem(bareAddress ? "endpoint.noPortAfterAddress" : "endpoint.noPort", text);
    }
    return defaultPort;
  }

  /** An error about {@code what}, which is shown safely. */
  static EndpointException problem(String key, String what) {
    return new EndpointException(TEXT.get(key, Escapes.display(what)));
  }

  /** The host as the network knows it: a name in ASCII (RFC 5891), or the address. */
  public String ascii() {
    try {
      return Hosts.ascii(host);
    } catch (EndpointException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The address, where the host is one; a zone is left out. */
  public Optional<InetAddress> literal() {
    try {
      return Hosts.literal(host);
    } catch (EndpointException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** {@code host:port}, with brackets around an IPv6 address. */
  @Override
  public String toString() {
    return host.indexOf(':') >= 0 ? "[" + host + "]:" + port : host + ":" + port;
  }
}
