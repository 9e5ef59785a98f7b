package org.wirebench.tool.http.curl;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wirebench.tool.http.request.Percent;

/** Percent-encoding of what may hold variables, which are no text yet. */
final class Encoding {
  /** What has a sign of a form between its braces is no variable, but a part of the form. */
  static final Pattern VARIABLE = Pattern.compile("\\{\\{[^{}&=+%]*}}");

  private Encoding() {}

  /** As curl encodes what {@code --data-urlencode} says. */
  static String strict(String text) {
    return keepingVariables(text, Percent::strict);
  }

  /** As the fields of a form are sent. */
  static String form(String text) {
    return keepingVariables(text, Percent::form);
  }

  private static String keepingVariables(String text, UnaryOperator<String> encode) {
    StringBuilder encoded = new StringBuilder();
    Matcher variables = VARIABLE.matcher(text);
    int from = 0;
    while (variables.find()) {
      encoded.append(encode.apply(text.substring(from, variables.start())));
      encoded.append(variables.group());
      from = variables.end();
    }
    return encoded.append(encode.apply(text.substring(from))).toString();
  }
}
