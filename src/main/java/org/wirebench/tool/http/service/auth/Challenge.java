package org.wirebench.tool.http.service.auth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a server wants to be shown (RFC 9110 section 11.6.1).
 *
 * @param scheme in lower case
 * @param parameters their names in lower case, their values without quotes
 */
record Challenge(String scheme, Map<String, String> parameters) {
  /** The value of a parameter. */
  Optional<String> get(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  /** The challenges of all WWW-Authenticate fields; one field can hold several. */
  static List<Challenge> parse(List<String> fields) {
    List<Challenge> all = new ArrayList<>();
    for (String field : fields) {
      new Parser(field).into(all);
    }
    return all;
  }

  /** Reads one field; what makes no sense is left out. */
  private static final class Parser {
    private final String text;
    private int at;

    Parser(String text) {
      this.text = text;
    }

    void into(List<Challenge> all) {
      Challenge current = null;
      while (at < text.length()) {
        String word = word();
        if (word.isEmpty()) {
          at++;
          continue;
        }
        skipBlanks();
        if (current != null && isAt('=')) {
          at++;
          skipBlanks();
          current.parameters.putIfAbsent(word, isAt('"') ? quoted() : value());
        } else {
          current = new Challenge(word, new LinkedHashMap<>());
          all.add(current);
        }
      }
    }

    private boolean isAt(char c) {
      return at < text.length() && text.charAt(at) == c;
    }

    private void skipBlanks() {
      while (isAt(' ') || isAt('\t')) {
        at++;
      }
    }

    private String word() {
      return value().toLowerCase(Locale.ROOT);
    }

    private String value() {
      int begin = at;
      while (at < text.length() && " \t,=\"".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      return text.substring(begin, at);
    }

    private String quoted() {
      StringBuilder value = new StringBuilder();
      at++;
      while (at < text.length() && text.charAt(at) != '"') {
        if (text.charAt(at) == '\\' && at + 1 < text.length()) {
          at++;
        }
        value.append(text.charAt(at));
        at++;
      }
      at++;
      return value.toString();
    }
  }
}
