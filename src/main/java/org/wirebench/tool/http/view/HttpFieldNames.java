package org.wirebench.tool.http.view;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wirebench.core.text.Messages;

/** What the fields of the form are called on the screen, for what is said of them elsewhere. */
final class HttpFieldNames {
  private static final Messages TEXT = Messages.of(HttpFieldNames.class);
  private static final Pattern ROW = Pattern.compile("\\[(\\d+)\\]");

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("url", TEXT.get("url")),
          Map.entry("method", TEXT.get("method")),
          Map.entry("path", TEXT.get("path")),
          Map.entry("params", TEXT.get("tab.params")),
          Map.entry("headers", TEXT.get("tab.headers")),
          Map.entry("body", TEXT.get("tab.body")),
          Map.entry("auth", TEXT.get("tab.auth")),
          Map.entry("version", TEXT.get("version")),
          Map.entry("family", TEXT.get("family")),
          Map.entry("maxRedirects", TEXT.get("maxRedirects")),
          Map.entry("connectTimeout", TEXT.get("connectTimeout")),
          Map.entry("idleTimeout", TEXT.get("idleTimeout")),
          Map.entry("timeout", TEXT.get("timeout")),
          Map.entry("proxy", TEXT.get("proxy")),
          Map.entry("tls", TEXT.get("tls")),
          Map.entry("largest", TEXT.get("largest")),
          Map.entry("load", TEXT.get("tab.load")));

  private HttpFieldNames() {}

  /** The name of the field that stands at {@code path}: "Headers, row 2"; else the path. */
  static String of(String path) {
    String plain = ROW.matcher(path).replaceAll("");
    String at = plain.startsWith("request.") ? plain.substring("request.".length()) : plain;
    while (!NAMES.containsKey(at) && at.contains(".")) {
      at = at.substring(0, at.lastIndexOf('.'));
    }
    String name = NAMES.getOrDefault(at, path);
    Matcher row = ROW.matcher(path);
    return row.find() && NAMES.containsKey(at)
        ? TEXT.get("name.row", name, Integer.parseInt(row.group(1)) + 1)
        : name;
  }
}
