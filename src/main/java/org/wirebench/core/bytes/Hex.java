package org.wirebench.core.bytes;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import org.wirebench.core.text.Messages;

/** Bytes as pairs of hexadecimal digits. */
public final class Hex {
  /** How many bytes a row of a dump shows. */
  public static final int ROW = 16;

  private static final Messages TEXT = Messages.of(Hex.class);
  private static final HexFormat SPACED = HexFormat.ofDelimiter(" ");
  private static final HexFormat PLAIN = HexFormat.of();

  private Hex() {}

  /** {@code "00 ff 7f"}; empty for no bytes. */
  public static String of(byte[] bytes) {
    return SPACED.formatHex(bytes);
  }

  /** {@code "00 ff 7f"} for {@code length} bytes from {@code offset}. */
  public static String of(byte[] bytes, int offset, int length) {
    return SPACED.formatHex(bytes, offset, offset + length);
  }

  /**
   * One row of a dump: the position, up to {@value #ROW} bytes as hex, and the same as ASCII with a
   * dot for what cannot be shown.
   *
   * <pre>00000010  48 65 6c 6c 6f 20 77 6f  72 6c 64 0a              |Hello world.|</pre>
   *
   * @param position the number shown in front; grows beyond eight digits where it must
   * @param length 0 to {@value #ROW}
   */
  public static String row(long position, byte[] bytes, int offset, int length) {
    if (length < 0 || length > ROW) {
      throw new IllegalArgumentException("a row has 0 to " + ROW + " bytes: " + length);
    }
    StringBuilder row = new StringBuilder(80);
    row.append(PLAIN.toHexDigits(position, position >>> 32 == 0 ? 8 : 16)).append("  ");
    for (int i = 0; i < ROW; i++) {
      if (i < length) {
        PLAIN.toHexDigits(row, bytes[offset + i]).append(' ');
      } else {
        row.append("   ");
      }
      if (i == ROW / 2 - 1) {
        row.append(' ');
      }
    }
    row.append(" |");
    for (int i = 0; i < length; i++) {
      byte one = bytes[offset + i];
      row.append(one >= 0x20 && one < 0x7f ? (char) one : '.');
    }
    return row.append('|').toString();
  }

  /**
   * Reads pairs of digits. Between pairs there may be white space, commas, colons, semicolons and
   * hyphens, and {@code 0x} in front of them: {@code "00 ff"}, {@code "00:ff"}, {@code "0x00,
   * 0xFF"}, {@code "00ff"}.
   *
   * @throws ParseProblem at a character that is not a digit, or at a digit that has no partner
   */
  public static byte[] parse(String text) throws ParseProblem {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() / 2);
    int at = 0;
    while (at < text.length()) {
      char here = text.charAt(at);
      if (isSeparator(here)) {
        at++;
      } else if (isPrefix(text, at)) {
        at += 2;
        requireDigit(text, at);
      } else {
        requireDigit(text, at);
        requirePartner(text, at);
        bytes.write(
            HexFormat.fromHexDigit(here) << 4 | HexFormat.fromHexDigit(text.charAt(at + 1)));
        at += 2;
      }
    }
    return bytes.toByteArray();
  }

  /** Whether it may stand between two bytes. */
  static boolean isSeparator(char one) {
    return Character.isWhitespace(one) || ",:;-".indexOf(one) >= 0;
  }

  /** Whether {@code 0x} stands there. */
  static boolean isPrefix(String text, int at) {
    return text.startsWith("0x", at) || text.startsWith("0X", at);
  }

  private static void requireDigit(String text, int at) throws ParseProblem {
    if (at == text.length()) {
      throw new ParseProblem(TEXT.get("hex.incomplete"), at);
    }
    if (!HexFormat.isHexDigit(text.charAt(at))) {
      throw new ParseProblem(TEXT.get("hex.digit", Escapes.character(text, at)), at);
    }
  }

  private static void requirePartner(String text, int at) throws ParseProblem {
    int next = at + 1;
    if (next == text.length() || isSeparator(text.charAt(next))) {
      throw new ParseProblem(TEXT.get("hex.odd", Escapes.character(text, at)), at);
    }
    requireDigit(text, next);
  }
}
