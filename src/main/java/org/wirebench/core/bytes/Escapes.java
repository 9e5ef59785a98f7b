package org.wirebench.core.bytes;

import java.nio.charset.Charset;
import java.util.HexFormat;

/**
 * Bytes as text that a person can type: <code>\n \r \t \0 \\ \xHH &#92;u{…}</code>, and text of
 * strangers made safe to show.
 */
public final class Escapes {
  private static final HexFormat HEX = HexFormat.of();

  private Escapes() {}

  /**
   * The bytes that {@code text} stands for: <code>\n \r \t \0 \\</code>, a byte as {@code \xHH}, a
   * character of {@code charset} as <code>&#92;u{1F600}</code> (one to six digits), and anything
   * else for itself. Of UTF-16 it is big endian without a byte order mark, {@link WithoutMark}.
   *
   * @throws ParseProblem at an unknown or unfinished escape, and at a character that {@code
   *     charset} does not have
   */
  public static byte[] decode(String text, Charset charset) throws ParseProblem {
    return new EscapeReader(text, WithoutMark.of(charset)).read();
  }

  /**
   * A text for which {@link #decode} gives {@code bytes} again, whatever they are. It is one line
   * and safe to show.
   */
  public static String encode(byte[] bytes, Charset charset) {
    return encode(bytes, 0, bytes.length, charset);
  }

  /** {@link #encode(byte[], Charset)} of {@code length} bytes from {@code offset}. */
  public static String encode(byte[] bytes, int offset, int length, Charset charset) {
    return new EscapeWriter(bytes, offset, length, WithoutMark.of(charset)).write();
  }

  /**
   * The text with everything escaped that a label or a terminal could take as a command or would
   * hide: control, format (also those that turn the direction of writing), private and unassigned
   * characters, lone surrogates, and line and paragraph separators. It is one line. A backslash
   * stays as it is, so this is for showing and not for reading back.
   */
  public static String display(String text) {
    int plain = 0;
    while (plain < text.length() && text.charAt(plain) >= ' ' && text.charAt(plain) < 0x7f) {
      plain++;
    }
    if (plain == text.length()) {
      return text;
    }
    StringBuilder safe = new StringBuilder(text.length() + 16).append(text, 0, plain);
    for (int at = plain; at < text.length(); ) {
      int character = text.codePointAt(at);
      appendSafe(safe, character, true);
      at += Character.charCount(character);
    }
    return safe.toString();
  }

  /** As {@link #display}, of the first {@code most} chars alone, with an ellipsis for the rest. */
  public static String display(String text, int most) {
    if (text.length() <= most) {
      return display(text);
    }
    boolean inPair = most > 0 && Character.isHighSurrogate(text.charAt(most - 1));
    return display(text.substring(0, inPair ? most - 1 : most)) + "…";
  }

  /** The one character at {@code at}, safe to show. */
  static String character(String text, int at) {
    return display(Character.toString(text.codePointAt(at)));
  }

  /** Whether {@code character} shows itself, does nothing else, and takes place. */
  static boolean isSafe(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  /**
   * @param plain whether an ASCII character is a byte, and may be written as one
   */
  static void appendSafe(StringBuilder to, int character, boolean plain) {
    switch (character) {
      case '\n' -> to.append("\\n");
      case '\r' -> to.append("\\r");
      case '\t' -> to.append("\\t");
      case 0 -> to.append("\\0");
      default -> {
        if (isSafe(character)) {
          to.appendCodePoint(character);
        } else if (plain && character < 0x80) {
          HEX.toHexDigits(to.append("\\x"), (byte) character);
        } else {
          to.append("\\u{").append(Integer.toHexString(character)).append('}');
        }
      }
    }
  }
}
