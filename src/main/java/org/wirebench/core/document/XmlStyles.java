package org.wirebench.core.document;

import java.util.ArrayList;
import java.util.List;
import org.wirebench.core.document.DocumentRow.Style;
import org.wirebench.core.document.DocumentRow.Styled;
import org.wirebench.core.document.Outline.Entry;
import org.wirebench.core.transcript.Shown;

/** Colours a row of XML or HTML: names, attributes and their values, comments. */
final class XmlStyles {
  private final byte[] bytes;
  private final List<Styled> styles = new ArrayList<>();

  private XmlStyles(byte[] bytes) {
    this.bytes = bytes;
  }

  static void add(Entry entry, byte[] bytes, Shown shown, DocumentRow.Builder row) {
    switch (entry.kind()) {
      case ELEMENT ->
          row.bytes(entry.offset(), bytes.length, shown, new XmlStyles(bytes).element());
      case COMMENT -> row.bytes(entry.offset(), bytes.length, shown, Style.COMMENT);
      case DATA -> row.bytes(entry.offset(), bytes.length, shown, Style.STRING);
      case INSTRUCTION, DOCTYPE -> row.bytes(entry.offset(), bytes.length, shown, Style.DIM);
      default -> row.bytes(entry.offset(), bytes.length, shown);
    }
  }

  /** Tags, and for an element of one line the text between them. */
  private List<Styled> element() {
    int at = 0;
    while (at < bytes.length) {
      at = bytes[at] == '<' ? tag(at) : until(at, '<');
    }
    return styles;
  }

  private void style(int from, int to, Style style) {
    if (from < to) {
      styles.add(new Styled(from, to, style));
    }
  }

  private int tag(int from) {
    int name = from + (from + 1 < bytes.length && bytes[from + 1] == '/' ? 2 : 1);
    style(from, name, Style.PUNCTUATION);
    int at = word(name);
    style(name, at, Style.KEY);
    while (at < bytes.length && bytes[at] != '>') {
      at = inTag(at);
    }
    if (at < bytes.length) {
      style(at, ++at, Style.PUNCTUATION);
    }
    return at;
  }

  private int inTag(int from) {
    byte one = bytes[from];
    int end = from + 1;
    if (one == '"' || one == '\'') {
      end = Math.min(bytes.length, until(from + 1, (char) one) + 1);
      style(from, end, Style.STRING);
    } else if (one == '=' || one == '/') {
      style(from, end, Style.PUNCTUATION);
    } else if (!isSpace(one)) {
      end = Math.max(end, word(from));
      boolean value = from > 0 && bytes[from - 1] == '=';
      style(from, end, value ? Style.STRING : Style.ATTRIBUTE);
    }
    return end;
  }

  private int until(int from, char wanted) {
    int at = from;
    while (at < bytes.length && bytes[at] != wanted) {
      at++;
    }
    return at;
  }

  private int word(int from) {
    int at = from;
    while (at < bytes.length && !isSpace(bytes[at]) && "=/>\"'".indexOf(bytes[at]) < 0) {
      at++;
    }
    return at;
  }

  private static boolean isSpace(byte one) {
    return one == ' ' || one == '\t' || one == '\n' || one == '\r';
  }
}
