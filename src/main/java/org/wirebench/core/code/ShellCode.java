package org.wirebench.core.code;

import java.util.regex.Pattern;

/** Words of a POSIX shell. */
public final class ShellCode {
  private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_./:@%+,-]+");

  private ShellCode() {}

  /**
   * One word that the shell takes for {@code text} and nothing else.
   *
   * @throws IllegalArgumentException for a text with a NUL, which no word can hold
   */
  public static String word(String text) {
    if (text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("a word of a shell cannot hold NUL");
    }
    return BARE.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
  }

  /**
   * A word of bash that is exactly {@code bytes}: {@code $'hello\n'}.
   *
   * @throws IllegalArgumentException for bytes with a NUL, which no word can hold
   */
  public static String bytes(byte[] bytes) {
    StringBuilder word = new StringBuilder("$'");
    for (byte one : bytes) {
      switch (one) {
        case 0 -> throw new IllegalArgumentException("a word of a shell cannot hold NUL");
        case '\\' -> word.append("\\\\");
        case '\'' -> word.append("\\'");
        case '\n' -> word.append("\\n");
        case '\r' -> word.append("\\r");
        case '\t' -> word.append("\\t");
        default -> {
          if (one >= ' ' && one < 0x7f) {
            word.append((char) one);
          } else {
            word.append(String.format("\\%03o", one & 0xff));
          }
        }
      }
    }
    return word.append('\'').toString();
  }

  /** A command that prints exactly {@code bytes}: {@code printf 'hello\n'}. */
  public static String printf(byte[] bytes) {
    StringBuilder format = new StringBuilder("printf '");
    for (int i = 0; i < bytes.length; i++) {
      // A dash at the start would begin an option.
      if (i == 0 && bytes[i] == '-') {
        format.append("\\055");
      } else {
        append(format, bytes[i] & 0xff);
      }
    }
    return format.append('\'').toString();
  }

  private static void append(StringBuilder format, int b) {
    switch (b) {
      case '\\' -> format.append("\\\\");
      case '%' -> format.append("%%");
      case '\'' -> format.append("'\\''");
      case '\n' -> format.append("\\n");
      case '\r' -> format.append("\\r");
      case '\t' -> format.append("\\t");
      default -> {
        if (b >= ' ' && b < 0x7f) {
          format.append((char) b);
        } else {
          // Octal is the only form that every shell knows, with three digits always.
          format.append(String.format("\\%03o", b));
        }
      }
    }
  }

  /** {@code text} as comment lines, each ending in a line end. */
  public static String comment(String text) {
    return CodeLines.comment("# ", text);
  }
}
