package org.wirebench.fx.code;

import java.util.Set;
import org.wirebench.fx.code.Paint.Kind;

/** GraphQL (October 2021, section 2.1). A text in three quotes may reach over lines. */
final class GraphQlLexer implements Lexer {
  private static final int BLOCK = 1;
  private static final String QUOTES = "\"\"\"";
  private static final Set<String> WORDS =
      Set.of("query", "mutation", "subscription", "fragment", "on", "true", "false", "null");

  @Override
  public int line(String line, int state, Paint paint) {
    int now = state;
    int at = 0;
    while (at < line.length()) {
      int from = at;
      if (now == BLOCK) {
        int found = line.indexOf(QUOTES, at);
        at = found < 0 ? line.length() : found + QUOTES.length();
        paint.fill(from, at, Kind.STRING);
        now = found < 0 ? BLOCK : BEGIN;
      } else if (line.startsWith(QUOTES, at)) {
        at += QUOTES.length();
        paint.fill(from, at, Kind.STRING);
        now = BLOCK;
      } else {
        at = token(line, at, paint);
      }
    }
    return now;
  }

  private static int token(String line, int from, Paint paint) {
    char one = line.charAt(from);
    int end = from + 1;
    if (one == '#') {
      end = line.length();
      paint.fill(from, end, Kind.COMMENT);
    } else if (one == '"') {
      end = JsonLexer.stringEnd(line, from);
      paint.fill(from, end, Kind.STRING);
    } else if (one == '-' || Character.isDigit(one)) {
      end = nameEnd(line, end);
      paint.fill(from, end, Kind.NUMBER);
    } else if (one == '$' || one == '@') {
      end = nameEnd(line, end);
      paint.fill(from, end, Kind.KEY);
    } else if (Character.isLetter(one) || one == '_') {
      end = nameEnd(line, end);
      paint.fill(from, end, WORDS.contains(line.substring(from, end)) ? Kind.WORD : Kind.PLAIN);
    } else if (!Character.isWhitespace(one)) {
      paint.fill(from, end, Kind.PUNCTUATION);
    }
    return end;
  }

  private static int nameEnd(String line, int from) {
    int at = from;
    while (at < line.length()
        && (Character.isLetterOrDigit(line.charAt(at)) || line.charAt(at) == '_')) {
      at++;
    }
    return at;
  }
}
