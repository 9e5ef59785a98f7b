package org.wirebench.fx.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;
import org.wirebench.core.document.DocumentCharset;

/** What a document is, by what its sender says and by how it begins. */
enum DocumentKind {
  JSON(View.FORMATTED),
  XML(View.FORMATTED),
  HTML(View.FORMATTED),
  EVENTS(View.EVENTS),
  IMAGE(View.IMAGE),
  TEXT(View.TEXT),
  BINARY(View.HEX);

  /** How many bytes of the beginning are enough to tell. */
  static final int HEAD = DocumentCharset.HEAD;

  private final View best;

  DocumentKind(View best) {
    this.best = best;
  }

  /** How it is shown where nobody chose. */
  View best() {
    return best;
  }

  /** How it is shown while that cannot be done yet. */
  View meanwhile() {
    return this == EVENTS ? View.EVENTS : this == IMAGE || this == BINARY ? View.HEX : View.TEXT;
  }

  /** Whether it is made of values inside of each other. */
  boolean isTree() {
    return this == JSON || this == XML || this == HTML;
  }

  /**
   * Guesses it.
   *
   * @param mediaType what the sender says; may be empty or wrong
   * @param head the first {@value #HEAD} bytes, or all if there are fewer
   */
  static DocumentKind of(String mediaType, byte[] head) {
    // The program reads pictures by their first bytes, whatever they are called.
    if (ImageHead.isImage(head)) {
      return IMAGE;
    }
    String type = mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    String text = withoutMark(new String(head, ISO_8859_1).replace("\0", "")).stripLeading();
    if (type.equals("text/html") || type.equals("application/xhtml+xml")) {
      return HTML;
    }
    if (type.equals("text/event-stream")) {
      return EVENTS;
    }
    if (type.contains("json") || type.contains("ndjson")) {
      return JSON;
    }
    if (type.endsWith("/xml") || type.endsWith("+xml")) {
      return XML;
    }
    boolean declared = type.startsWith("text/");
    boolean told = declared && !type.equals("text/plain");
    boolean readable = isText(head) || (declared && !hasZeros(head));
    return readable ? told ? TEXT : byBeginning(text) : BINARY;
  }

  private static boolean hasZeros(byte[] head) {
    return new String(head, ISO_8859_1).indexOf('\0') >= 0;
  }

  private static DocumentKind byBeginning(String text) {
    String begin = text.substring(0, Math.min(text.length(), HEAD)).toLowerCase(Locale.ROOT);
    if (begin.startsWith("<!doctype html") || begin.startsWith("<html")) {
      return HTML;
    }
    if (begin.startsWith("<?xml") || begin.matches("(?s)<[a-z][^<>]*>.*")) {
      return XML;
    }
    return begin.matches("(?s)\\{\\s*[\"}].*|\\[\\s*[\\[\\]{\"0-9tfn-].*") ? JSON : TEXT;
  }

  private static String withoutMark(String text) {
    for (String mark : new String[] {"\u00ef\u00bb\u00bf", "\u00ff\u00fe", "\u00fe\u00ff"}) {
      if (text.startsWith(mark)) {
        return text.substring(mark.length());
      }
    }
    return text;
  }

  /** Text has no control characters but for a few, or says by a mark that it has. */
  private static boolean isText(byte[] head) {
    String latin = new String(head, ISO_8859_1);
    if (!withoutMark(latin).equals(latin)) {
      return true;
    }
    int odd = 0;
    for (byte one : head) {
      if (one == 0) {
        return false;
      }
      odd += one >= 0 && one < ' ' && "\t\n\r\f\u001b".indexOf(one) < 0 ? 1 : 0;
    }
    return odd * 16 <= head.length;
  }
}
