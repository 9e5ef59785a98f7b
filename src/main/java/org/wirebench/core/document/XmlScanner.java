package org.wirebench.core.document;

import java.io.IOException;
import org.wirebench.core.document.Outline.Kind;

/**
 * Cuts XML (1.0, fifth edition, section 2) and what looks like it into rows while it comes: tags,
 * the lines of text between them, comments, CDATA, instructions, the document type. Entities stay
 * as they are written. There are no errors: a {@code <} that begins no markup is text.
 */
final class XmlScanner {
  private static final String COMMENT = "!--";
  private static final String DATA = "![CDATA[";

  private enum State {
    TEXT,
    /** Behind a {@code <}, until it is clear what it begins. */
    BEGUN,
    /** In a tag, or the document type. */
    TAG,
    /** In a comment, CDATA or an instruction, up to {@link #end}. */
    UNTIL,
    /** In an element of HTML whose text has no tags. */
    CODE
  }

  private final XmlTree tree;
  private State state = State.TEXT;
  private final StringBuilder begun = new StringBuilder();

  /** Where the markup began that is being read. */
  private long start;

  private Kind kind = Kind.ELEMENT;
  private String end = "";
  private int matched;

  private byte quote;
  private int brackets;
  private boolean nameEnded;
  private byte before;

  XmlScanner(Outline rows, boolean html) {
    this.tree = new XmlTree(rows, html);
  }

  /** Takes in the next bytes, of which the first stands at {@code at}; returns where to go on. */
  long take(byte[] bytes, int length, long at) throws IOException {
    int i = 0;
    while (i < length) {
      i = step(bytes, i, length, at);
    }
    return at + length;
  }

  /** Nothing comes any more: what has not ended is shown as text. */
  void finish(long size) throws IOException {
    if (state == State.TAG || state == State.UNTIL || state == State.BEGUN) {
      tree.unfinished(start, size);
    }
    tree.endText(size);
    tree.settle();
    state = State.TEXT;
  }

  private int step(byte[] bytes, int i, int length, long at) throws IOException {
    return switch (state) {
      case TEXT -> text(bytes, i, length, at);
      case BEGUN -> begun(bytes[i], i, at + i);
      case TAG -> tag(bytes[i], i, at + i);
      case UNTIL -> until(bytes, i, length, at);
      case CODE -> code(bytes, i, length, at);
    };
  }

  private int text(byte[] bytes, int from, int length, long at) throws IOException {
    for (int i = from; i < length; i++) {
      if (bytes[i] == '<') {
        start = at + i;
        begun.setLength(0);
        state = State.BEGUN;
        return i + 1;
      }
      tree.text(bytes[i], at + i);
    }
    return length;
  }

  /** What a {@code <} begins. */
  private int begun(byte one, int i, long offset) throws IOException {
    begun.append((char) (one & 0xff));
    String so = begun.toString();
    if (so.equals(COMMENT)) {
      return until(Kind.COMMENT, "-->", i);
    }
    if (so.equals(DATA)) {
      return until(Kind.DATA, "]]>", i);
    }
    if (COMMENT.startsWith(so) || DATA.startsWith(so) || so.equals("/")) {
      return i + 1;
    }
    if (one == '?' && so.length() == 1) {
      return until(Kind.INSTRUCTION, "?>", i);
    }
    if (so.charAt(0) == '!') {
      return beginTag(Kind.DOCTYPE, i);
    }
    if (isNameStart(so.charAt(so.length() - 1))) {
      boolean closing = so.charAt(0) == '/';
      tree.beginName(closing);
      return beginTag(Kind.ELEMENT, i);
    }
    tree.notMarkup(start, offset);
    state = State.TEXT;
    return i;
  }

  private static boolean isNameStart(char one) {
    return Character.isLetter(one) || one == '_' || one == ':' || one >= 0x80;
  }

  private int until(Kind what, String last, int i) {
    kind = what;
    end = last;
    matched = 0;
    state = State.UNTIL;
    return i + 1;
  }

  private int beginTag(Kind what, int i) {
    kind = what;
    quote = 0;
    brackets = 0;
    before = 0;
    nameEnded = what != Kind.ELEMENT;
    state = State.TAG;
    return i;
  }

  private int tag(byte one, int i, long offset) throws IOException {
    if (quote != 0) {
      quote = one == quote ? 0 : quote;
    } else if ((one == '"' || one == '\'') && (before == '=' || kind != Kind.ELEMENT)) {
      quote = one;
    } else if (kind == Kind.DOCTYPE && (one == '[' || one == ']')) {
      brackets += one == '[' ? 1 : -1;
    } else if (one == '>' && brackets <= 0) {
      endTag(offset + 1);
      return i + 1;
    }
    boolean space = one == ' ' || (one > 0 && one < ' ');
    nameEnded |= one == '/' || space;
    if (!nameEnded) {
      tree.name(one);
    }
    before = space ? before : one;
    return i + 1;
  }

  private void endTag(long to) throws IOException {
    state = State.TEXT;
    if (kind == Kind.ELEMENT) {
      tree.tag(start, to, before == '/');
      end = tree.codeEnd();
      matched = 0;
      state = end.isEmpty() ? State.TEXT : State.CODE;
    } else {
      tree.other(kind, start, to);
    }
  }

  private int until(byte[] bytes, int from, int length, long at) throws IOException {
    for (int i = from; i < length; i++) {
      byte one = bytes[i];
      if (one == end.charAt(matched)) {
        matched++;
      } else {
        // Of three hyphens the last two count.
        matched = one != end.charAt(0) ? 0 : matched == 2 ? 2 : 1;
      }
      if (matched == end.length()) {
        tree.other(kind, start, at + i + 1);
        state = State.TEXT;
        return i + 1;
      }
    }
    return length;
  }

  /** Text in which only the tag that ends the element is markup: {@code script}, {@code style}. */
  private int code(byte[] bytes, int from, int length, long at) throws IOException {
    for (int i = from; i < length; i++) {
      int one = Character.toLowerCase(bytes[i]);
      if (one == end.charAt(matched)) {
        start = matched == 0 ? at + i : start;
        if (++matched == end.length()) {
          tree.endText(start);
          tree.beginName(true);
          tree.names(end.substring(2));
          return beginTag(Kind.ELEMENT, i + 1);
        }
      } else {
        tree.notMarkup(at + i - matched, at + i);
        matched = 0;
        if (one == '<') {
          start = at + i;
          matched = 1;
        } else {
          tree.text(bytes[i], at + i);
        }
      }
    }
    return length;
  }
}
