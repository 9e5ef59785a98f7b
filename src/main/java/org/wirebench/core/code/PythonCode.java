package org.wirebench.core.code;

/** Literals of Python 3, in ASCII, so that a file in any encoding holds them. */
public final class PythonCode {
  private PythonCode() {}

  /**
   * The literal of a {@code str}. A lone surrogate, which no encoding has, comes back as itself.
   */
  public static String string(String text) {
    StringBuilder literal = new StringBuilder("\"");
    text.codePoints().forEach(character -> append(literal, character));
    return literal.append('"').toString();
  }

  private static void append(StringBuilder literal, int character) {
    switch (character) {
      case '"' -> literal.append("\\\"");
      case '\\' -> literal.append("\\\\");
      case '\n' -> literal.append("\\n");
      case '\r' -> literal.append("\\r");
      case '\t' -> literal.append("\\t");
      default -> {
        if (character >= ' ' && character < 0x7f) {
          literal.append((char) character);
        } else if (character < 0x100) {
          literal.append(String.format("\\x%02x", character));
        } else if (character < 0x10000) {
          literal.append(String.format("\\u%04x", character));
        } else {
          literal.append(String.format("\\U%08x", character));
        }
      }
    }
  }

  /** The literal of a {@code bytes}. */
  public static String bytes(byte[] bytes) {
    StringBuilder literal = new StringBuilder("b\"");
    for (byte each : bytes) {
      append(literal, each & 0xff);
    }
    return literal.append('"').toString();
  }

  /** {@code True} or {@code False}. */
  public static String flag(boolean flag) {
    return flag ? "True" : "False";
  }

  /** {@code text} as comment lines, each ending in a line end. */
  public static String comment(String text) {
    return CodeLines.comment("# ", text);
  }
}
