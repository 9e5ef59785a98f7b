package org.wirebench.tool.socket.view;

import java.util.Optional;
import org.wirebench.core.net.Endpoint;
import org.wirebench.core.net.EndpointException;

/**
 * An address as it is typed in one field, and its two parts as they stand in a file. Nothing is
 * judged here: what cannot be an address is kept as it is, and found when the form is bound.
 *
 * @param host a name or an address, without brackets; may be empty
 * @param port a number or the name of a service; may be empty
 */
record AddressText(String host, String port) {
  /**
   * Takes {@code typed} apart.
   *
   * @param portAlone whether digits without a host are a port, as where one listens
   */
  static AddressText of(String typed, boolean portAlone) {
    String text = typed.strip();
    if (text.startsWith("[")) {
      int end = text.indexOf(']');
      String rest = text.substring(end + 1);
      if (end > 0 && (rest.isEmpty() || rest.startsWith(":"))) {
        return new AddressText(text.substring(1, end), rest.isEmpty() ? "" : rest.substring(1));
      }
      return new AddressText(text, "");
    }
    int colon = text.indexOf(':');
    boolean several = colon != text.lastIndexOf(':');
    if (colon >= 0 && !several) {
      String host = text.substring(0, colon);
      return new AddressText(host.equals("*") ? "" : host, text.substring(colon + 1));
    }
    if (portAlone && !text.isEmpty() && text.chars().allMatch(Character::isDigit)) {
      return new AddressText("", text);
    }
    return new AddressText(text, "");
  }

  /**
   * What is wrong with {@code typed} as a whole, which its parts do not show: a scheme, a path, a
   * bracket that is left open; empty where nothing is, or where there is no host.
   *
   * @param listening whether no port is any port
   */
  static Optional<String> fault(String typed, boolean listening) {
    if (of(typed, listening).host().isBlank()) {
      return Optional.empty();
    }
    try {
      Endpoint _ = Endpoint.parse(typed, listening ? 0 : Endpoint.NO_PORT);
      return Optional.empty();
    } catch (EndpointException wrong) {
      return Optional.of(String.valueOf(wrong.getMessage()));
    }
  }

  /** Both parts in one text. */
  String joined() {
    boolean bare = host.indexOf(':') >= 0 && !host.startsWith("[");
    String shown = bare ? "[" + host + "]" : host;
    return port.isEmpty() ? shown : shown + ":" + port;
  }
}
