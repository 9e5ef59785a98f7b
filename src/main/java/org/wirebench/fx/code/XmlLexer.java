package org.wirebench.fx.code;

import org.wirebench.fx.code.Paint.Kind;

/** XML 1.0. A tag, a value, a comment and what is no markup may reach over lines. */
final class XmlLexer implements Lexer {
  private static final int TAG = 1;
  private static final int DOUBLE = 2;
  private static final int SINGLE = 3;
  private static final int COMMENT = 4;
  private static final int DATA = 5;
  private static final int INSTRUCTION = 6;

  @Override
  public int line(String line, int state, Paint paint) {
    int now = state;
    int at = 0;
    while (at < line.length()) {
      int from = at;
      switch (now) {
        case COMMENT -> {
          at = behind(line, at, "-->");
          paint.fill(from, at, Kind.COMMENT);
          now = ended(line, at, "-->") ? BEGIN : COMMENT;
        }
        case DATA -> {
          at = behind(line, at, "]]>");
          paint.fill(from, at, Kind.STRING);
          now = ended(line, at, "]]>") ? BEGIN : DATA;
        }
        case INSTRUCTION -> {
          at = behind(line, at, "?>");
          paint.fill(from, at, Kind.COMMENT);
          now = ended(line, at, "?>") ? BEGIN : INSTRUCTION;
        }
        case DOUBLE, SINGLE -> {
          String quote = now == DOUBLE ? "\"" : "'";
          at = behind(line, at, quote);
          paint.fill(from, at, Kind.STRING);
          now = ended(line, at, quote) ? TAG : now;
        }
        case TAG -> {
          char one = line.charAt(at);
          if (one == '"' || one == '\'') {
            paint.fill(at, at + 1, Kind.STRING);
            now = one == '"' ? DOUBLE : SINGLE;
            at++;
          } else {
            at = inTag(line, at, paint);
            now = line.charAt(at - 1) == '>' ? BEGIN : TAG;
          }
        }
        default -> {
          at = line.indexOf('<', from);
          at = at < 0 ? line.length() : at;
          if (at < line.length()) {
            now = opens(line, at);
            at = now == TAG ? name(line, at, paint) : at;
          }
        }
      }
    }
    return now;
  }

  private static int opens(String line, int at) {
    return line.startsWith("<!--", at)
        ? COMMENT
        : line.startsWith("<![CDATA[", at) ? DATA : line.startsWith("<?", at) ? INSTRUCTION : TAG;
  }

  /** The angle and the name behind it. */
  private static int name(String line, int from, Paint paint) {
    int begin = from + 1;
    while (begin < line.length() && "/!".indexOf(line.charAt(begin)) >= 0) {
      begin++;
    }
    paint.fill(from, begin, Kind.PUNCTUATION);
    int end = wordEnd(line, begin);
    paint.fill(begin, end, Kind.KEY);
    return end;
  }

  private static int inTag(String line, int from, Paint paint) {
    char one = line.charAt(from);
    if (Character.isWhitespace(one)) {
      return from + 1;
    }
    int end = wordEnd(line, from);
    if (end > from) {
      paint.fill(from, end, Kind.WORD);
      return end;
    }
    paint.fill(from, from + 1, Kind.PUNCTUATION);
    return from + 1;
  }

  private static int wordEnd(String line, int from) {
    int at = from;
    while (at < line.length()
        && (Character.isLetterOrDigit(line.charAt(at)) || ":_-.".indexOf(line.charAt(at)) >= 0)) {
      at++;
    }
    return at;
  }

  private static int behind(String line, int from, String end) {
    int found = line.indexOf(end, from);
    return found < 0 ? line.length() : found + end.length();
  }

  private static boolean ended(String line, int at, String end) {
    return line.startsWith(end, at - end.length());
  }
}
