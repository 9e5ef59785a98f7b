package org.wirebench.core.document;

import java.io.IOException;

/** Finds where names and values end in JSON that was understood before. */
final class JsonTokens {
  private JsonTokens() {}

  /** Behind the quote that ends the string whose first quote is at {@code from}. */
  static long stringEnd(ByteWindow bytes, long from, long most) throws IOException {
    long at = from + 1;
    while (at < most) {
      byte one = bytes.get(at);
      if (one == '"') {
        return at + 1;
      }
      at += one == '\\' ? 2 : 1;
    }
    return most;
  }

  /** Behind the number or the word that begins at {@code from}. */
  static long wordEnd(ByteWindow bytes, long from, long most) throws IOException {
    long at = from;
    while (at < most && isOfWord(bytes.get(at))) {
      at++;
    }
    return at;
  }

  private static boolean isOfWord(byte one) {
    return (one >= 'a' && one <= 'z')
        || (one >= '0' && one <= '9')
        || one == '-'
        || one == '+'
        || one == '.'
        || one == 'E';
  }

  /** Behind the bracket that ends the empty container which begins at {@code from}. */
  static long emptyEnd(ByteWindow bytes, long from) throws IOException {
    long at = from + 1;
    while (bytes.get(at) != ']' && bytes.get(at) != '}') {
      at++;
    }
    return at + 1;
  }

  /** What a name means whose quotes were taken away. */
  static String unescape(String name) {
    StringBuilder plain = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char one = name.charAt(i);
      if (one != '\\' || i + 1 == name.length()) {
        plain.append(one);
        continue;
      }
      char escaped = name.charAt(++i);
      if (escaped == 'u' && i + 4 < name.length()) {
        plain.append((char) Integer.parseInt(name, i + 1, i + 5, 16));
        i += 4;
      } else {
        plain.append(control(escaped));
      }
    }
    return plain.toString();
  }

  private static char control(char escaped) {
    return switch (escaped) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> escaped;
    };
  }
}
