package org.wirebench.fx.code;

import org.wirebench.fx.code.Paint.Kind;

/** JSON (RFC 8259). No part of it reaches over a line. */
final class JsonLexer implements Lexer {
  @Override
  public int line(String line, int state, Paint paint) {
    int at = 0;
    while (at < line.length()) {
      char one = line.charAt(at);
      int end = at + 1;
      if (one == '"') {
        end = stringEnd(line, at);
        paint.fill(at, end, isName(line, end) ? Kind.KEY : Kind.STRING);
      } else if (one == '-' || Character.isDigit(one)) {
        end = wordEnd(line, at);
        paint.fill(at, end, Kind.NUMBER);
      } else if (Character.isLetter(one)) {
        end = wordEnd(line, at);
        paint.fill(at, end, Kind.WORD);
      } else if (!Character.isWhitespace(one)) {
        paint.fill(at, end, Kind.PUNCTUATION);
      }
      at = end;
    }
    return BEGIN;
  }

  /** Behind the quote that ends a text with backslashes, or the end of the line. */
  static int stringEnd(String line, int from) {
    for (int at = from + 1; at < line.length(); at++) {
      if (line.charAt(at) == '\\') {
        at++;
      } else if (line.charAt(at) == '"') {
        return at + 1;
      }
    }
    return line.length();
  }

  private static int wordEnd(String line, int from) {
    int at = from + 1;
    while (at < line.length()
        && (Character.isLetterOrDigit(line.charAt(at)) || "+-.".indexOf(line.charAt(at)) >= 0)) {
      at++;
    }
    return at;
  }

  private static boolean isName(String line, int end) {
    int at = end;
    while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
      at++;
    }
    return at < line.length() && line.charAt(at) == ':';
  }
}
