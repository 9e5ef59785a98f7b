package org.wirebench.tool.http.view;

import java.util.Map;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.FieldNames;

/** What the fields of the form are called on the screen, for what is said of them elsewhere. */
final class HttpNames {
  private static final Messages TEXT = Messages.of(HttpNames.class);
  private static final FieldNames NAMES =
      new FieldNames(
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
              Map.entry("load", TEXT.get("tab.load"))));

  private HttpNames() {}

  /** The name of the field that stands at {@code path}: "Headers, row 2"; else the path. */
  static String of(String path) {
    return NAMES.of(path);
  }
}
