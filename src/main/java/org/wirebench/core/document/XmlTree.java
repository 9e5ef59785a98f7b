package org.wirebench.core.document;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.wirebench.core.document.Outline.Kind;
import org.wirebench.core.document.Outline.Shape;

/**
 * Makes rows of tags and texts. An element that has but one line of text is one row. A tag that
 * ends an element ends those in it too that have no such tag; one that ends none is a row alone.
 */
final class XmlTree {
  private static final int LONGEST = 1024;

  /** So many elements within each other may lack the tag that ends them. */
  private static final int MOST_UNENDED = 256;

  private static final long MOST_LENGTH = 0xffffffffL;
  private static final long PRIME = 0x100000001b3L;
  private static final long BASIS = 0xcbf29ce484222325L;
  private static final Set<Long> EMPTY =
      hashes(
          "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source",
          "track", "wbr");
  private static final Set<Long> NO_TWO = hashes("li", "p", "tr", "td", "th", "option", "dt", "dd");
  private static final Set<Long> CODE = hashes("script", "style");
  private static final long SCRIPT = hash("script");

  private final Outline rows;
  private final boolean html;

  /** The names of the elements that are open, as numbers: hundreds of them cost nothing. */
  private final long[] open = new long[Outline.DEEPEST];

  private int depth;
  private long name;
  private boolean closing;

  /** The tag that might be all there is of an element, with what comes up to its end. */
  private long heldFrom = -1;

  private long heldTo;

  /** The one line of text behind it. */
  private long heldTextTo = -1;

  private long textFrom = -1;
  private long textTo;
  private boolean goesOn;

  /** Whether the tag just read begins an element of HTML that has no tags in it. */
  private boolean code;

  XmlTree(Outline rows, boolean html) {
    this.rows = rows;
    this.html = html;
  }

  private static long hash(String name) {
    long hash = BASIS;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * PRIME;
    }
    return hash;
  }

  private static Set<Long> hashes(String... names) {
    return Arrays.stream(names).map(XmlTree::hash).collect(Collectors.toUnmodifiableSet());
  }

  private void add(long from, int level, Shape shape, Kind kind, long length, boolean goesOnHere)
      throws IOException {
    rows.add(from, level, shape, kind, goesOnHere, 0, Math.min(length, MOST_LENGTH));
  }

  /** A tag begins; its name comes next. */
  void beginName(boolean ofEnd) {
    closing = ofEnd;
    name = BASIS;
  }

  void name(byte one) {
    name = (name ^ (html ? Character.toLowerCase(one) : one)) * PRIME;
  }

  void names(String all) {
    for (int i = 0; i < all.length(); i++) {
      name((byte) all.charAt(i));
    }
  }

  /** The next byte of text. */
  void text(byte one, long offset) throws IOException {
    if (one == '\n') {
      endText(offset);
      return;
    }
    boolean inCharacter = (one & 0xc0) == 0x80;
    if (textFrom >= 0 && offset - textFrom >= LONGEST && !inCharacter) {
      addText(textFrom, offset);
      goesOn = true;
    }
    boolean space = one == ' ' || one == '\t' || one == '\r';
    if (textFrom < 0 && (goesOn || !space)) {
      textFrom = offset;
    }
    if (!space) {
      textTo = offset + 1;
    }
  }

  /** What looked like markup is text. */
  void notMarkup(long from, long to) {
    if (from < to) {
      textFrom = textFrom < 0 ? from : textFrom;
      textTo = to;
    }
  }

  /** The line of text has ended. */
  void endText(long offset) throws IOException {
    if (textFrom >= 0 && textFrom < Math.min(textTo, offset)) {
      addText(textFrom, Math.min(textTo, offset));
    }
    textFrom = -1;
    goesOn = false;
  }

  private void addText(long from, long to) throws IOException {
    textFrom = -1;
    boolean only = heldFrom >= 0 && heldTextTo < 0 && from == heldTo && to - heldFrom < LONGEST;
    if (only) {
      heldTextTo = to;
      return;
    }
    settle();
    add(from, depth, Shape.LEAF, Kind.TEXT, to - from, goesOn);
  }

  /** The element whose tag was held back is more than a line. */
  void settle() throws IOException {
    if (heldFrom < 0) {
      return;
    }
    long from = heldFrom;
    heldFrom = -1;
    add(from, depth - 1, Shape.OPEN, Kind.ELEMENT, heldTo - from, false);
    if (heldTextTo >= 0) {
      add(heldTo, depth, Shape.LEAF, Kind.TEXT, heldTextTo - heldTo, false);
      heldTextTo = -1;
    }
  }

  /** A comment or the like. */
  void other(Kind kind, long from, long to) throws IOException {
    endText(from);
    settle();
    add(from, depth, Shape.LEAF, kind, to - from, false);
  }

  /** What is left when the document ends within markup. */
  void unfinished(long from, long to) throws IOException {
    endText(from);
    settle();
    for (long at = from; at < to; at += LONGEST) {
      long length = Math.min(LONGEST, to - at);
      add(at, depth, Shape.LEAF, Kind.TEXT, length, at > from);
    }
  }

  /** A whole tag. */
  void tag(long from, long to, boolean empty) throws IOException {
    code = false;
    endText(from);
    if (closing) {
      close(from, to);
      return;
    }
    settle();
    if (html && depth > 0 && open[depth - 1] == name && NO_TWO.contains(name)) {
      depth--;
    }
    boolean alone = empty || depth == Outline.DEEPEST || (html && EMPTY.contains(name));
    if (alone) {
      add(from, depth, Shape.LEAF, Kind.ELEMENT, to - from, false);
      return;
    }
    open[depth++] = name;
    heldFrom = from;
    heldTo = to;
    heldTextTo = -1;
    code = html && CODE.contains(name);
  }

  private void close(long from, long to) throws IOException {
    int level = level();
    boolean whole = heldFrom >= 0 && level == depth - 1;
    if (whole) {
      add(heldFrom, level, Shape.LEAF, Kind.ELEMENT, to - heldFrom, false);
      heldFrom = -1;
      heldTextTo = -1;
    } else if (level < 0) {
      settle();
      add(from, depth, Shape.LEAF, Kind.ELEMENT, to - from, false);
      return;
    } else {
      settle();
      add(from, level, Shape.CLOSE, Kind.ELEMENT, to - from, false);
    }
    depth = level;
  }

  /** Which of the open elements the tag ends; -1 if none. */
  private int level() {
    int last = Math.max(0, depth - MOST_UNENDED);
    for (int level = depth - 1; level >= last; level--) {
      if (open[level] == name) {
        return level;
      }
    }
    return -1;
  }

  /** What ends the text of the element that the last tag began; empty if that has tags in it. */
  String codeEnd() {
    return !code ? "" : name == SCRIPT ? "</script" : "</style";
  }
}
