package org.wirebench.tool.http.service.veil;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;

/**
 * One direction of HTTP/1: heads, of which secrets are hidden, and what follows them (RFC 9112). A
 * line that comes in pieces is hidden further than one that comes whole, since it is not known how
 * it goes on.
 */
final class HeadVeil {
  /** No name of a header that matters is longer. */
  private static final int LONGEST_NAME = 1024;

  private Secrecy secrecy = Secrecy.USUAL;
  private State state = State.START;
  private final StringBuilder begun = new StringBuilder();
  private boolean hidesLine;
  private int status;

  private enum State {
    /** In the first line. */
    START,
    /** In a name, or before one. */
    NAME,
    /** After the colon. */
    VALUE,
    /** After the head. */
    BODY
  }

  /** Another head comes. */
  void begin(Secrecy now) {
    secrecy = now;
    state = State.START;
    status = 0;
    next();
  }

  private void next() {
    begun.setLength(0);
    hidesLine = false;
  }

  boolean wants() {
    return state != State.BODY || hidesBody();
  }

  private boolean hidesBody() {
    return secrecy.bodies() && status < 400;
  }

  void cover(byte[] bytes) {
    int at = 0;
    while (at < bytes.length && state != State.BODY) {
      at = line(bytes, at);
    }
    if (at < bytes.length && hidesBody()) {
      Arrays.fill(bytes, at, bytes.length, (byte) '*');
    }
  }

  /**
   * Covers what there is of one line.
   *
   * @return where the next one begins
   */
  private int line(byte[] bytes, int from) {
    int end = from;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    boolean whole = end < bytes.length;
    switch (state) {
      case START -> first(bytes, from, end, whole);
      case NAME -> field(bytes, from, end, whole);
      case VALUE, BODY -> value(bytes, from, end);
    }
    if (whole) {
      boolean empty = state == State.NAME && begun.toString().isBlank();
      state = empty ? afterHead() : State.NAME;
      next();
    }
    return whole ? end + 1 : end;
  }

  private State afterHead() {
    boolean interim = status >= 100 && status < 200 && status != 101;
    return interim ? State.START : State.BODY;
  }

  private void first(byte[] bytes, int from, int end, boolean whole) {
    String text = new String(bytes, from, end - from, ISO_8859_1);
    if (begun.isEmpty() && whole) {
      put(secrecy.address(text), bytes, from);
      status = status(text);
      return;
    }
    int query = hidesLine ? 0 : text.indexOf('?');
    if (query >= 0) {
      hidesLine = true;
      Arrays.fill(bytes, from + query, end, (byte) '*');
    }
    remember(text);
    if (whole) {
      status = status(begun.toString());
    }
  }

  /** Of the first line of an answer; 0 for a request. */
  private static int status(String line) {
    return line.matches("HTTP/[0-9.]+ +[1-9][0-9]{2}(?:\\D.*)?\\s*")
        ? Integer.parseInt(line.strip().split(" +", 3)[1].substring(0, 3))
        : 0;
  }

  private void remember(String text) {
    begun.append(text, 0, Math.min(text.length(), LONGEST_NAME - begun.length()));
  }

  private void field(byte[] bytes, int from, int end, boolean whole) {
    int colon = from;
    while (colon < end && bytes[colon] != ':') {
      colon++;
    }
    remember(new String(bytes, from, colon - from, ISO_8859_1));
    boolean folded = !begun.isEmpty() && (begun.charAt(0) == ' ' || begun.charAt(0) == '\t');
    if (folded && !begun.toString().isBlank()) {
      // The line before goes on (RFC 9112 section 5.2): whether that is secret is not asked.
      hidesLine = true;
      value(bytes, from, end);
      return;
    }
    if (colon == end) {
      return;
    }
    String name = begun.toString().strip();
    hidesLine = secrecy.concerns(name);
    state = State.VALUE;
    if (hidesLine && whole) {
      String value = new String(bytes, colon + 1, end - colon - 1, ISO_8859_1);
      boolean cr = value.endsWith("\r");
      String plain = cr ? value.substring(0, value.length() - 1) : value;
      put(secrecy.header(name, plain), bytes, colon + 1);
    } else {
      value(bytes, colon + 1, end);
    }
  }

  /** A piece of a value. */
  private void value(byte[] bytes, int from, int end) {
    for (int i = from; hidesLine && i < end; i++) {
      if (bytes[i] != '\r' && bytes[i] != ' ') {
        bytes[i] = '*';
      }
    }
  }

  private static void put(String text, byte[] bytes, int at) {
    byte[] masked = text.getBytes(ISO_8859_1);
    System.arraycopy(masked, 0, bytes, at, masked.length);
  }
}
