package org.wirebench.tool.http.curl;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wirebench.tool.http.request.Percent;

/** Percent-encoding of what may hold variables, which are no text yet. */
final class Encoding {
  private static final Pattern VARIABLE = Pattern.compile("\\{\\{[^{}]*}}");

  private Encoding() {}

  static String keepingVariables(String text) {
    StringBuilder encoded = new StringBuilder();
    Matcher variables = VARIABLE.matcher(text);
    int from = 0;
    while (variables.find()) {
      encoded.append(Percent.strict(text.substring(from, variables.start())));
      encoded.append(variables.group());
      from = variables.end();
    }
    return encoded.append(Percent.strict(text.substring(from))).toString();
  }
}
