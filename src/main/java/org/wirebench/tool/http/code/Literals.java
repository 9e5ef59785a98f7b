package org.wirebench.tool.http.code;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.wirebench.core.code.JavaCode;
import org.wirebench.core.code.PythonCode;

/** Literals as a person would write them: JSON in single quotes, each line by itself. */
final class Literals {
  private static final Pattern LINE = Pattern.compile("(?<=\n)");
  private static final Pattern SIMPLE = Pattern.compile("[ -&(-\\[\\]-~]*");

  private Literals() {}

  /** A {@code str} of Python. */
  static String python(String text) {
    return isBetterSingle(text) ? "'" + text + "'" : PythonCode.string(text);
  }

  /** A text of JavaScript: its escapes are those of Java up to 0xffff, but for octal ones. */
  static String javaScript(String text) {
    if (isBetterSingle(text)) {
      return "'" + text + "'";
    }
    StringBuilder literal = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> literal.append("\\\"");
        case '\\' -> literal.append("\\\\");
        case '\n' -> literal.append("\\n");
        case '\r' -> literal.append("\\r");
        case '\t' -> literal.append("\\t");
        default -> literal.append(c >= ' ' && c < 0x7f ? c : String.format("\\u%04x", (int) c));
      }
    }
    return literal.append('"').toString();
  }

  private static boolean isBetterSingle(String text) {
    return text.indexOf('"') >= 0 && SIMPLE.matcher(text).matches();
  }

  /** A longer text of Python: in parentheses, one line below the other. */
  static String pythonLines(String text) {
    return isOneLine(text)
        ? python(text)
        : "(\n" + lines(text, Literals::python, "\n").indent(4) + ")";
  }

  /** A longer text of JavaScript, one line below the other, for right behind an equals sign. */
  static String javaScriptLines(String text) {
    return isOneLine(text)
        ? " " + javaScript(text)
        : "\n" + lines(text, Literals::javaScript, " +\n").indent(2).stripTrailing();
  }

  /** A longer text of Java, one line below the other, for right behind an equals sign. */
  static String javaLines(String text) {
    // A literal in pieces is one constant for the compiler, which has a limit.
    return isOneLine(text) || text.length() > 10_000
        ? " " + JavaCode.string(text)
        : "\n" + lines(text, JavaCode::string, "\n+ ").indent(4).stripTrailing();
  }

  private static boolean isOneLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 || end == text.length() - 1;
  }

  private static String lines(String text, UnaryOperator<String> literal, String between) {
    return LINE.splitAsStream(text).map(literal).collect(Collectors.joining(between));
  }

  /** A header's value for libraries that take one character for each byte. */
  static String bytesAsText(String value) {
    return new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  /** Whether a text is ASCII alone. */
  static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }
}
