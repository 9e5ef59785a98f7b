package org.wirebench.tool.socket.code;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wirebench.core.code.Program;
import org.wirebench.core.code.PythonCode;
import org.wirebench.core.code.Snippets;
import org.wirebench.tool.socket.request.BytePattern;
import org.wirebench.tool.socket.request.SocketRequest;

/** Regular expressions of Java as those of Python's {@code re}. */
final class PythonRegex {
  private static final Snippets PIECES = Snippets.of(PythonRegex.class, "python-client.txt");

  /** What Python writes otherwise, each in a group of its own. */
  private static final Pattern DIFFERENT =
      Pattern.compile(
          """
          (?x) \\\\Q(?<quoted>.*?)(?:\\\\E|$)
          | \\(\\?<(?<named>[A-Za-z]\\w*)>
          | \\\\k<(?<back>[A-Za-z]\\w*)>
          | (?<end>\\\\z)
          | (?<lastLine>\\\\Z)
          | (?<escape>\\\\e)
          | (?<unknown>
              \\\\[pPhHRXGNKc0] | \\\\x\\{ | && | \\(\\?> | [*+?}]\\+
              | \\(\\?[A-Za-z-]*[A-Za-z&&[^imsx]]
              | (?<!^)\\(\\?[imsx]+\\)
              | \\(\\?[imsx]*-[imsx]*\\))
          | (?<same>\\\\.)
          """,
          Pattern.DOTALL);

  /** What a raw literal can hold. */
  private static final Pattern RAW =
      Pattern.compile("[ -~&&[^\"\\\\]]*(\\\\[ -~&&[^\"]][ -~&&[^\"\\\\]]*)*");

  private PythonRegex() {}

  /** The same for Python; empty where it is not known how to say it. */
  static Optional<String> of(String regex) {
    StringBuilder python = new StringBuilder();
    Matcher different = DIFFERENT.matcher(regex);
    while (different.find()) {
      if (different.group("unknown") != null) {
        return Optional.empty();
      }
      different.appendReplacement(python, Matcher.quoteReplacement(translated(different)));
    }
    return Optional.of(different.appendTail(python).toString());
  }

  /** The literal of {@code pattern}; where Python does not know it, a note says so. */
  static String literal(BytePattern pattern, SocketRequest request, Program program) {
    String java = Texts.regex(pattern, request.talk().charset());
    boolean typed = pattern.form() == BytePattern.Form.REGEX;
    Optional<String> python = typed ? of(java) : Optional.of(java);
    if (python.isEmpty()) {
      program.note(PIECES.get("note.regex", "regex", pattern.text()));
    }
    String regex = python.orElse(java);
    return RAW.matcher(regex).matches()
        ? "rb\"" + regex + "\""
        : PythonCode.bytes(regex.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String translated(Matcher found) {
    if (found.group("quoted") != null) {
      return found.group("quoted").replaceAll("([^A-Za-z0-9])", "\\\\$1");
    }
    if (found.group("named") != null) {
      return "(?P<" + found.group("named") + ">";
    }
    if (found.group("back") != null) {
      return "(?P=" + found.group("back") + ")";
    }
    if (found.group("end") != null) {
      return "\\Z";
    }
    if (found.group("lastLine") != null) {
      return "(?=\\n?\\Z)";
    }
    return found.group("escape") != null ? "\\x1b" : found.group();
  }
}
