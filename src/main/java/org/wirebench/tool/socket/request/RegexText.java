package org.wirebench.tool.socket.request;

import org.wirebench.core.bytes.HexMask;

/** Bytes as regular expressions in which each byte is one character. */
final class RegexText {
  private static final String SPECIAL = "\\^$.|?*+()[]{}";
  private static final int ALL = 0xFF;

  private RegexText() {}

  /** What matches exactly {@code bytes}. */
  static String of(byte[] bytes) {
    StringBuilder regex = new StringBuilder();
    for (byte one : bytes) {
      append(regex, one & ALL);
    }
    return regex.toString();
  }

  /** What matches the bytes that {@code mask} matches. */
  static String of(HexMask mask) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < mask.length(); i++) {
      int value = mask.value(i) & ALL;
      switch (mask.mask(i) & ALL) {
        case ALL -> append(regex, value);
        case 0 -> regex.append('.');
        case 0xF0 -> regex.append(String.format("[\\x%02x-\\x%02x]", value, value | 0x0F));
        default -> {
          regex.append('[');
          for (int high = 0; high <= ALL; high += 0x10) {
            regex.append(String.format("\\x%02x", high | value));
          }
          regex.append(']');
        }
      }
    }
    return regex.toString();
  }

  private static void append(StringBuilder regex, int one) {
    if (one < ' ' || one > '~') {
      regex.append(String.format("\\x%02x", one));
    } else {
      regex.append(SPECIAL.indexOf(one) >= 0 ? "\\" : "").append((char) one);
    }
  }
}
