package org.wirebench.core.code;

import java.nio.charset.StandardCharsets;

/** Literals of Java, in ASCII, so that a file in any encoding holds them. */
public final class JavaCode {
  /** What a constant of a class file can hold, with room to spare: 65535 bytes, 3 for some. */
  private static final int LONGEST_LITERAL = 16_000;

  private JavaCode() {}

  /**
   * An expression of a {@code String}, whatever is in it: a literal, or several joined where one
   * cannot hold it.
   */
  public static String string(String text) {
    if (text.length() <= LONGEST_LITERAL) {
      return literal(text);
    }
    // Joined when the program runs: what is added with + is one constant for the compiler.
    StringBuilder call = new StringBuilder("String.join(\"\"");
    for (int at = 0; at < text.length(); at += LONGEST_LITERAL) {
      int end = Math.min(text.length(), at + LONGEST_LITERAL);
      call.append(", ").append(literal(text.substring(at, end)));
    }
    return call.append(')').toString();
  }

  private static String literal(String text) {
    StringBuilder literal = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> literal.append("\\\"");
        case '\\' -> literal.append("\\\\");
        case '\n' -> literal.append("\\n");
        case '\r' -> literal.append("\\r");
        case '\t' -> literal.append("\\t");
        default -> {
          if (c >= ' ' && c < 0x7f) {
            literal.append(c);
          } else if (c < ' ') {
            // Not \\u000c and the like, which the compiler takes apart before it sees a literal.
            literal.append(String.format("\\%03o", (int) c));
          } else {
            literal.append(String.format("\\u%04x", (int) c));
          }
        }
      }
    }
    return literal.append('"').toString();
  }

  /**
   * An expression of a {@code byte[]}, exact whatever the bytes are: a text with one character of
   * ISO 8859-1 for each. It needs {@code import java.nio.charset.StandardCharsets}.
   */
  public static String bytes(byte[] bytes) {
    if (bytes.length == 0) {
      return "new byte[0]";
    }
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return string(text) + ".getBytes(StandardCharsets.ISO_8859_1)";
  }

  /** {@code text} as comment lines, each ending in a line end. */
  public static String comment(String text) {
    // The compiler reads escapes in comments too, and refuses wrong ones.
    return CodeLines.comment("// ", text).replace("\\u", "\\ u");
  }
}
