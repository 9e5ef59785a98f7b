package org.wirebench.tool.socket.view;

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
      if (end > 0) {
        String rest = text.substring(end + 1);
        return new AddressText(
            text.substring(1, end), rest.startsWith(":") ? rest.substring(1) : rest);
      }
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

  /** Both parts in one text. */
  String joined() {
    String shown = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    return port.isEmpty() ? shown : shown + ":" + port;
  }
}
