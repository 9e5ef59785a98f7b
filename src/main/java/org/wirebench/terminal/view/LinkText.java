package org.wirebench.terminal.view;

import org.wirebench.core.net.ExternalLinks;

/** Finds an address in a text by how it begins. */
final class LinkText {
  /** How many chars an address has at most, and what it stands in without a blank. */
  static final int LONGEST = 4096;

  /** 64 octets (RFC 5321, section 4.5.3.1.1), each of which may be written as %xx. */
  private static final int LONGEST_LOCAL_PART = 3 * 64;

  private static final String NEVER = "<>\"`{}|\\^";
  private static final String NOT_LAST = ".,;:!?'*_~(&[";

  private LinkText() {}

  /** Whether a char may be part of an address. */
  static boolean isPart(char c) {
    return c < 0x80
        ? c > ' ' && c < 0x7f && NEVER.indexOf(c) < 0
        : Character.isLetterOrDigit(c) || Character.isSurrogate(c);
  }

  /**
   * Where the chars around a place begin and end that may be parts of an address; nothing where
   * there are more than {@value #LONGEST}.
   */
  static Overlay.Range around(String text, int index) {
    int from = index;
    while (from > 0 && index - from <= LONGEST && isPart(text.charAt(from - 1))) {
      from--;
    }
    int to = index;
    while (to < text.length() && to - from <= LONGEST && isPart(text.charAt(to))) {
      to++;
    }
    return to - from > LONGEST ? Overlay.Range.NONE : new Overlay.Range(from, to);
  }

  /** The address that has the char at {@code index}; empty where none has. */
  static Overlay.Range at(String text, int index) {
    Overlay.Range around = around(text, index);
    int begin = begin(text, around.from(), Math.min(index + 1, around.to()));
    while (begin >= 0) {
      int end = end(text, begin, around.to());
      if (index < end) {
        return new Overlay.Range(begin, end);
      }
      begin = begin(text, Math.max(begin + 1, end), Math.min(index + 1, around.to()));
    }
    return Overlay.Range.NONE;
  }

  /** The first address that begins at or behind {@code from} and before {@code to}, or -1. */
  private static int begin(String text, int from, int to) {
    for (int at = from; at < to; at++) {
      boolean word = at > 0 && Character.isLetterOrDigit(text.charAt(at - 1));
      if (!word && ExternalLinks.beginning(text, at) > 0) {
        return at;
      }
    }
    return -1;
  }

  /** Where an address ends: {@code begin} where nothing follows the scheme. */
  private static int end(String text, int begin, int most) {
    int rest = begin + ExternalLinks.beginning(text, begin);
    // Looked at first: a screen may be full of schemes with nothing behind them.
    if (!isNamed(text, rest, most)) {
      return begin;
    }
    int end = rest + balanced(text, rest, most);
    while (end > rest && NOT_LAST.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    boolean mail = text.charAt(rest - 1) == ':';
    return end > rest && (!mail || text.indexOf('@', rest, end) > 0) ? end : begin;
  }

  /** Whether a host, or a mailbox, begins here. */
  private static boolean isNamed(String text, int rest, int most) {
    if (rest >= most || !begins(text.charAt(rest))) {
      return false;
    }
    if (text.charAt(rest - 1) != ':') {
      return true;
    }
    int at = text.indexOf('@', rest, Math.min(most, rest + LONGEST_LOCAL_PART));
    return at > 0 && at + 1 < most && begins(text.charAt(at + 1));
  }

  private static boolean begins(char c) {
    return c == '[' || Character.isLetterOrDigit(c) || Character.isSurrogate(c);
  }

  /** How many chars there are before a closing bracket that was not opened. */
  private static int balanced(String text, int from, int to) {
    int round = 0;
    int square = 0;
    for (int at = from; at < to; at++) {
      switch (text.charAt(at)) {
        case '(' -> round++;
        case ')' -> round--;
        case '[' -> square++;
        case ']' -> square--;
        default -> {}
      }
      if (Math.min(round, square) < 0) {
        return at - from;
      }
    }
    return to - from;
  }
}
