package org.wirebench.tool.http.request;

import java.util.Locale;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.wirebench.core.workspace.Secrets;
import org.wirebench.core.workspace.Tree;

/**
 * Takes those secrets out of what was typed that are known by their names alone: headers,
 * parameters, fields of forms. The names stay, so that it is seen what has to be typed again; a
 * value that is one variable stays too. Whether a row is off makes no difference.
 */
final class TypedSecrets {
  private static final String NAME = "name";
  private static final String VALUE = "value";
  private static final Pattern PARAMETER = Pattern.compile("(?<=[?&#;])([^=?&#;]+)=");
  private static final Pattern VALUE_END = Pattern.compile("[&#]|$");

  private TypedSecrets() {}

  static Tree.Fields without(Tree.Fields typed) {
    Tree.Fields left = rows(typed, "headers", TypedSecrets::header);
    left = rows(left, "params", TypedSecrets::parameter);
    if (left.get("url").orElse(null) instanceof Tree.Text(String url, var mark)) {
      left = left.with("url", new Tree.Text(address(url), mark));
    }
    if (left.get("body").orElse(null) instanceof Tree.Fields body) {
      Tree.Fields form = rows(body, "form", TypedSecrets::parameter);
      left = left.with("body", rows(form, "multipart", TypedSecrets::parameter));
    }
    return left;
  }

  /**
   * @param kept makes of a name and its value what may be kept of the value
   */
  private static Tree.Fields rows(Tree.Fields typed, String list, BinaryOperator<String> kept) {
    return typed.get(list).orElse(null) instanceof Tree.Items(var items, var mark)
        ? typed.with(list, new Tree.Items(items.stream().map(row -> row(row, kept)).toList(), mark))
        : typed;
  }

  private static Tree row(Tree row, BinaryOperator<String> kept) {
    return switch (row) {
      case Tree.Text(String line, var mark) -> new Tree.Text(line(line, kept), mark);
      case Tree.Fields fields
          when fields.get(VALUE).orElse(null) instanceof Tree.Text(String value, var mark) -> {
        String left = kept.apply(fields.text(NAME).orElse(""), value.strip());
        if (left.equals(value.strip())) {
          yield fields;
        }
        yield left.isEmpty()
            ? fields.without(VALUE)
            : fields.with(VALUE, new Tree.Text(left, mark));
      }
      case Tree other -> other;
    };
  }

  /** {@code Name: value}. */
  private static String line(String line, BinaryOperator<String> kept) {
    int colon = line.indexOf(':');
    if (colon < 0) {
      return line;
    }
    String value = line.substring(colon + 1).strip();
    String left = kept.apply(line.substring(0, colon).strip(), value);
    return left.equals(value) ? line : (line.substring(0, colon) + ": " + left).strip();
  }

  private static String parameter(String name, String value) {
    return SecretNames.isParameter(name) ? Secrets.kept(value) : value;
  }

  private static String header(String typed, String value) {
    String name = typed.toLowerCase(Locale.ROOT);
    if (SecretNames.HEADERS.contains(name)) {
      return Secrets.kept(value);
    }
    return switch (name) {
      case "authorization", "proxy-authorization" -> credentials(value);
      case "cookie", "set-cookie" ->
          Pattern.compile(";")
              .splitAsStream(value)
              .map(TypedSecrets::cookie)
              .collect(Collectors.joining(";"));
      case "referer" -> address(Secrets.withoutPassword(value));
      default -> value;
    };
  }

  /** The kind stays, such as {@code Bearer}. */
  private static String credentials(String value) {
    Matcher known = SecretNames.CREDENTIALS.matcher(value);
    return known.matches()
        ? (value.substring(0, known.start(1)) + Secrets.kept(known.group(1))).strip()
        : Secrets.kept(value);
  }

  /** What has no name is a value. */
  private static String cookie(String pair) {
    int equals = pair.indexOf('=');
    return pair.substring(0, equals + 1) + Secrets.kept(pair.substring(equals + 1));
  }

  /** An address however badly it is typed, with nothing for the values that are secret. */
  private static String address(String text) {
    int begin = text.replace('#', '?').indexOf('?');
    return begin < 0 ? text : text.substring(0, begin) + query(text.substring(begin));
  }

  private static String query(String text) {
    StringBuilder left = new StringBuilder();
    Matcher each = PARAMETER.matcher(text);
    int from = 0;
    while (each.find()) {
      if (each.start() < from || !SecretNames.isParameter(Percent.decodeQuery(each.group(1)))) {
        continue;
      }
      Matcher end = VALUE_END.matcher(text).region(each.end(), text.length());
      int until = end.find() ? end.start() : text.length();
      left.append(text, from, each.end()).append(Secrets.kept(text.substring(each.end(), until)));
      from = until;
    }
    return left.append(text.substring(from)).toString();
  }
}
