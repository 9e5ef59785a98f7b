package org.wirebench.terminal.engine;

/** Colours as X11 writes them (XParseColor): {@code rgb:1f/ff/00}, {@code #1fff00}. */
final class ColorText {
  private static final int PARTS = 3;
  private static final int LONGEST_PART = 4;

  private ColorText() {}

  /** A colour of 24 bits. */
  static String of(int color) {
    StringBuilder text = new StringBuilder("rgb:");
    for (int shift = 16; shift >= 0; shift -= 8) {
      String part = String.format("%02x", color >> shift & 0xff);
      text.append(part).append(part).append(shift > 0 ? "/" : "");
    }
    return text.toString();
  }

  /** A colour of 24 bits, or -1 where the text is none. */
  static int read(String text) {
    if (text.startsWith("rgb:")) {
      String[] parts = text.substring(4).split("/", -1);
      return parts.length == PARTS ? join(parts, true) : -1;
    }
    int each = (text.length() - 1) / PARTS;
    if (!text.startsWith("#") || each * PARTS != text.length() - 1) {
      return -1;
    }
    String[] parts = new String[PARTS];
    for (int i = 0; i < PARTS; i++) {
      parts[i] = text.substring(1 + i * each, 1 + (i + 1) * each);
    }
    return join(parts, false);
  }

  /**
   * @param scaled whether the highest value of a part is full brightness; otherwise its digits are
   *     the first ones of a longer part
   */
  private static int join(String[] parts, boolean scaled) {
    int color = 0;
    for (String part : parts) {
      int value = part(part, scaled);
      if (value < 0) {
        return -1;
      }
      color = color << 8 | value;
    }
    return color;
  }

  private static int part(String digits, boolean scaled) {
    if (digits.isEmpty() || digits.length() > LONGEST_PART) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = Character.digit(digits.charAt(i), 16);
      if (digit < 0 || digits.charAt(i) > 'f') {
        return -1;
      }
      value = value << 4 | digit;
    }
    int bits = 4 * digits.length();
    if (scaled) {
      return value * 0xff / ((1 << bits) - 1);
    }
    return bits == 4 ? value << 4 : value >> (bits - 8);
  }
}
