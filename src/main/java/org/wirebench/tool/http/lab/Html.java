package org.wirebench.tool.http.lab;

/** Text within HTML. */
final class Html {
  private Html() {}

  /** A text that is nothing but text, also within an attribute. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
