package org.wirebench.fx.code;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the characters of one line are, as a lexer finds it out. */
final class Paint {
  /** As core.workspace.Variables takes them. */
  static final Pattern VARIABLE =
      Pattern.compile("(?<!\\\\)\\{\\{ *([A-Za-z_][A-Za-z0-9_.-]*) *\\}\\}");

  private final Kind[] kinds;

  /** What a character is part of; the sheet has a colour for each. */
  enum Kind {
    PLAIN,
    KEY,
    STRING,
    NUMBER,
    WORD,
    PUNCTUATION,
    COMMENT,
    VARIABLE,
    UNKNOWN;

    /** The class of its style. */
    String style() {
      return "code-" + name().toLowerCase(Locale.ROOT);
    }
  }

  Paint(int length) {
    kinds = new Kind[length];
    Arrays.fill(kinds, Kind.PLAIN);
  }

  void fill(int from, int to, Kind kind) {
    Arrays.fill(kinds, Math.min(from, kinds.length), Math.min(to, kinds.length), kind);
  }

  /**
   * Marks the variables, which are none of the language.
   *
   * @param known whether there is one of that name
   */
  void variables(String line, Predicate<String> known) {
    Matcher found = VARIABLE.matcher(line);
    while (found.find()) {
      Kind kind = known.test(found.group(1)) ? Kind.VARIABLE : Kind.UNKNOWN;
      fill(found.start(), found.end(), kind);
    }
  }

  /** The variable in whose place {@code at} is; empty where that is none. */
  static String variableAt(String line, int at) {
    Matcher found = VARIABLE.matcher(line);
    while (found.find()) {
      if (found.start() <= at && at <= found.end()) {
        return found.group();
      }
    }
    return "";
  }

  Kind at(int index) {
    return kinds[index];
  }

  /** Behind the last of the characters from {@code from} on that are of the same kind. */
  int runEnd(int from) {
    int to = from + 1;
    while (to < kinds.length && kinds[to] == kinds[from]) {
      to++;
    }
    return to;
  }
}
