package org.wirebench.tool.http.request;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An address as it is typed, with variables or not, right or wrong, taken apart so that its
 * parameters can be edited as a table. Putting it together again gives the same text.
 *
 * @param front all before the question mark
 * @param query the parameters as they stand there, without what joins them
 * @param asked whether there is a question mark
 * @param fragment the number sign and all behind it, or empty
 */
public record UrlText(String front, List<String> query, boolean asked, String fragment) {
  private static final Pattern PARTS =
      Pattern.compile("([^?#]*)(\\?([^#]*))?(#.*)?", Pattern.DOTALL);
  private static final Pattern VARIABLE = Pattern.compile("(?<=/):([A-Za-z_][A-Za-z0-9_.-]*)");

  public UrlText {
    query = List.copyOf(query);
  }

  /** Takes {@code typed} apart. */
  public static UrlText of(String typed) {
    Matcher parts = PARTS.matcher(typed);
    boolean _ = parts.matches();
    String query = parts.group(3);
    return new UrlText(
        parts.group(1),
        query == null || query.isEmpty() ? List.of() : Arrays.asList(query.split("&", -1)),
        query != null,
        parts.group(4) == null ? "" : parts.group(4));
  }

  /** The parameters, decoded. */
  public List<NameValue> parameters() {
    return query.stream().map(UrlText::parameter).toList();
  }

  private static NameValue parameter(String text) {
    int equals = text.indexOf('=');
    return equals < 0
        ? new NameValue(Percent.decodeQuery(text), "")
        : new NameValue(
            Percent.decodeQuery(text.substring(0, equals)),
            Percent.decodeQuery(text.substring(equals + 1)));
  }

  /** The same with other parameters; those that mean the same stay as they were typed. */
  public UrlText withParameters(List<NameValue> rows) {
    List<String> left = new ArrayList<>(query);
    List<String> now = new ArrayList<>();
    for (NameValue row : rows) {
      String same = taken(left, row);
      now.add(same.isEmpty() ? encoded(row) : same);
    }
    return new UrlText(front, now, !now.isEmpty(), fragment);
  }

  private static String taken(List<String> from, NameValue row) {
    for (String one : from) {
      NameValue read = parameter(one);
      if (read.name().equals(row.name()) && read.value().equals(row.value())) {
        from.remove(one);
        return one;
      }
    }
    return "";
  }

  private static String encoded(NameValue row) {
    String name = keepingVariables(row.name());
    return row.value().isEmpty() ? name : name + "=" + keepingVariables(row.value());
  }

  /** What stands between double braces is a variable, which is no text yet. */
  private static String keepingVariables(String text) {
    return Pattern.compile("\\{\\{[^{}]*}}|((?!\\{\\{).)+|.", Pattern.DOTALL)
        .matcher(text)
        .results()
        .map(part -> part.group().startsWith("{{") ? part.group() : Percent.value(part.group()))
        .collect(Collectors.joining());
  }

  /** The same with more parameters at the end. */
  public UrlText adding(List<NameValue> rows) {
    List<String> all = new ArrayList<>(query);
    rows.forEach(row -> all.add(encoded(row)));
    return new UrlText(front, all, asked || !rows.isEmpty(), fragment);
  }

  /** The names of the variables of the path: {@code /users/:id} has one, {@code id}. */
  public Set<String> variables() {
    return VARIABLE
        .matcher(path())
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private int pathBegin() {
    int scheme = front.indexOf("://");
    int slash = front.indexOf('/', scheme < 0 ? 0 : scheme + 3);
    return slash < 0 ? front.length() : slash;
  }

  private String path() {
    return front.substring(pathBegin());
  }

  /** The whole text with the variables of the path filled in; a name without a value stays. */
  public String filled(Map<String, String> values) {
    String path =
        VARIABLE
            .matcher(path())
            .replaceAll(
                found -> {
                  String value = values.getOrDefault(found.group(1), "");
                  return Matcher.quoteReplacement(
                      value.isEmpty() ? found.group() : Percent.segment(value));
                });
    return new UrlText(front.substring(0, pathBegin()) + path, query, asked, fragment).toString();
  }

  /** As it is typed. */
  @Override
  public String toString() {
    return front + (asked ? "?" + String.join("&", query) : "") + fragment;
  }
}
