package org.wirebench.core.document;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.document.Outline.Kind;
import org.wirebench.core.document.Outline.Shape;

/**
 * Cuts JSON (RFC 8259) into rows while it comes: one for each value, and one more for the end of
 * each container that is not empty. Any number of texts may follow each other. Where the bytes are
 * no JSON comes a row that says so, and what is left is lines; if whole texts came before, only up
 * to the next line end.
 */
final class JsonScanner {
  private static final int MOST_LEAD = Integer.MAX_VALUE;
  private static final long MOST_ORDER = 0xffffffffL;
  private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
  private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
  private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
  private static final byte[] NULL = {'n', 'u', 'l', 'l'};

  private enum State {
    /** Before a value. */
    VALUE,
    /** Behind the bracket that begins an array. */
    FIRST_VALUE,
    /** Behind the brace that begins an object. */
    FIRST_NAME,
    /** Behind a comma in an object. */
    NAME,
    COLON,
    /** Behind a value in a container. */
    AFTER,
    STRING,
    ESCAPE,
    UNICODE,
    NUMBER,
    LITERAL,
    RAW
  }

  private final Outline rows;
  private final RawLines raw;
  private final byte[] brackets = new byte[Outline.DEEPEST + 1];
  private final long[] children = new long[Outline.DEEPEST + 2];
  private int depth;
  private State state = State.VALUE;

  /** Where the name or the value began that is being read; -1 between them. */
  private long rowStart = -1;

  private long valueStart;
  private boolean named;
  private boolean inName;

  /** Whether the row of the innermost container is still to come: it may be empty. */
  private boolean opening;

  private long openStart;
  private long openLead;
  private boolean openNamed;

  private int number;
  private byte[] literal = NULL;
  private int matched;

  JsonScanner(Outline rows) {
    this.rows = rows;
    this.raw = new RawLines(rows);
  }

  /**
   * Takes in the next bytes.
   *
   * @param at where the first of them stands in the document
   * @return where to go on: behind the last one, or before, where it turned out to be no JSON
   */
  long take(byte[] bytes, int length, long at) throws IOException {
    int i = at == 0 && startsWithMark(bytes, length) ? MARK.length : 0;
    while (i < length) {
      if (state == State.RAW) {
        i = raw.take(bytes, i, length, at);
        state = raw.isOver() ? State.VALUE : State.RAW;
        continue;
      }
      int next = step(bytes, i, length, at);
      if (next < 0) {
        return fail(at - next - 1);
      }
      i = next;
    }
    return at + length;
  }

  private static boolean startsWithMark(byte[] bytes, int length) {
    return length >= MARK.length && Arrays.equals(MARK, 0, MARK.length, bytes, 0, MARK.length);
  }

  private JsonFault fault = JsonFault.VALUE;
  private volatile @Nullable Fault firstFault;

  /** Where it stopped being JSON, and why. */
  record Fault(long offset, JsonFault what) {}

  /** The first place at which it is no JSON; null while there is none. */
  @Nullable Fault firstFault() {
    return firstFault;
  }

  /** What {@link #step} returns where there is no JSON at an index: below 0. */
  private int wrong(JsonFault what, int index) {
    fault = what;
    return -index - 1;
  }

  /** Leaves JSON; returns where what is shown as it is begins. */
  private long fail(long offset) throws IOException {
    long from = rowStart >= 0 ? rowStart : offset;
    if (opening) {
      addOpening(Shape.OPEN);
    }
    long lead = Math.min(offset - from, MOST_LEAD);
    rows.add(from, 0, Shape.LEAF, Kind.PROBLEM, false, fault.code(), lead);
    if (firstFault == null) {
      firstFault = new Fault(offset, fault);
    }
    raw.begin(children[0] > (depth > 0 ? 1 : 0));
    depth = 0;
    rowStart = -1;
    state = State.RAW;
    return from;
  }

  /**
   * Nothing comes any more.
   *
   * @param size how long the document is
   * @return where to go on, as {@link #take} says
   */
  long finish(long size) throws IOException {
    if (state == State.NUMBER && JsonNumber.isWhole(number)) {
      addValue(Kind.NUMBER);
    }
    boolean between = state == State.VALUE && depth == 0 && rowStart < 0;
    if (state == State.RAW || between) {
      return size;
    }
    fault = JsonFault.END;
    return fail(size);
  }

  private int step(byte[] bytes, int i, int length, long at) throws IOException {
    return switch (state) {
      case STRING -> string(bytes, i, length);
      case ESCAPE -> escape(bytes[i], i);
      case UNICODE -> unicode(bytes[i], i);
      case NUMBER -> number(bytes, i, length);
      case LITERAL -> literal(bytes[i], i);
      default -> {
        byte one = bytes[i];
        yield one == ' ' || one == '\n' || one == '\r' || one == '\t'
            ? i + 1
            : token(one, i, at + i);
      }
    };
  }

  private int token(byte one, int i, long offset) throws IOException {
    return switch (state) {
      case FIRST_VALUE -> one == ']' ? close(one, i, offset) : value(one, i, offset);
      case FIRST_NAME -> one == '}' ? close(one, i, offset) : name(one, i, offset);
      case NAME -> name(one, i, offset);
      case COLON -> colon(one, i);
      case AFTER -> after(one, i, offset);
      default -> value(one, i, offset);
    };
  }

  private int name(byte one, int i, long offset) throws IOException {
    if (one != '"') {
      return wrong(JsonFault.NAME, i);
    }
    if (opening) {
      addOpening(Shape.OPEN);
    }
    rowStart = offset;
    named = true;
    inName = true;
    state = State.STRING;
    return i + 1;
  }

  private int colon(byte one, int i) {
    if (one != ':') {
      return wrong(JsonFault.COLON, i);
    }
    state = State.VALUE;
    return i + 1;
  }

  private int after(byte one, int i, long offset) throws IOException {
    if (one == ',') {
      state = brackets[depth] == '{' ? State.NAME : State.VALUE;
      return i + 1;
    }
    return one == '}' || one == ']' ? close(one, i, offset) : wrong(JsonFault.COMMA, i);
  }

  private int value(byte one, int i, long offset) throws IOException {
    int began = JsonNumber.begin(one);
    boolean known = began != JsonNumber.WRONG || "\"{[tfn".indexOf(one) >= 0;
    if (!known) {
      return wrong(JsonFault.VALUE, i);
    }
    if (opening) {
      addOpening(Shape.OPEN);
    }
    if (rowStart < 0) {
      rowStart = offset;
      named = false;
    }
    valueStart = offset;
    if (offset - rowStart > MOST_LEAD) {
      return wrong(JsonFault.LONG_NAME, i);
    }
    return switch (one) {
      case '"' -> begin(State.STRING, i);
      case '{', '[' -> open(one, i);
      case 't' -> beginLiteral(TRUE, i);
      case 'f' -> beginLiteral(FALSE, i);
      case 'n' -> beginLiteral(NULL, i);
      default -> {
        number = began;
        yield begin(State.NUMBER, i);
      }
    };
  }

  private int begin(State next, int i) {
    inName = false;
    state = next;
    return i + 1;
  }

  private int beginLiteral(byte[] wanted, int i) {
    literal = wanted;
    matched = 1;
    return begin(State.LITERAL, i);
  }

  private int open(byte one, int i) {
    if (depth == Outline.DEEPEST) {
      return wrong(JsonFault.DEPTH, i);
    }
    opening = true;
    openStart = rowStart;
    openLead = valueStart - rowStart;
    openNamed = named;
    rowStart = -1;
    depth++;
    brackets[depth] = one;
    children[depth] = 0;
    return begin(one == '{' ? State.FIRST_NAME : State.FIRST_VALUE, i);
  }

  /** The row that begins a container, or that is all of it. */
  private void addOpening(Shape shape) throws IOException {
    opening = false;
    int outer = depth - 1;
    rows.add(openStart, outer, shape, kind(), openNamed, order(outer), openLead);
  }

  private Kind kind() {
    return brackets[depth] == '{' ? Kind.OBJECT : Kind.ARRAY;
  }

  private long order(int level) {
    return Math.min(children[level]++, MOST_ORDER);
  }

  private int close(byte one, int i, long offset) throws IOException {
    if (one != (brackets[depth] == '{' ? '}' : ']')) {
      return wrong(JsonFault.COMMA, i);
    }
    if (opening) {
      addOpening(Shape.LEAF);
    } else {
      long count = Math.min(children[depth], MOST_ORDER);
      rows.add(offset, depth - 1, Shape.CLOSE, kind(), false, count, 0);
    }
    depth--;
    behindValue();
    return i + 1;
  }

  private void addValue(Kind kind) throws IOException {
    rows.add(rowStart, depth, Shape.LEAF, kind, named, order(depth), valueStart - rowStart);
    rowStart = -1;
    behindValue();
  }

  private void behindValue() {
    state = depth == 0 ? State.VALUE : State.AFTER;
  }

  private int string(byte[] bytes, int from, int length) throws IOException {
    int i = from;
    byte one = 0;
    while (i < length && (one = bytes[i]) != '"' && one != '\\' && (one >= ' ' || one < 0)) {
      i++;
    }
    if (i == length) {
      return i;
    }
    if (one == '\\') {
      state = State.ESCAPE;
    } else if (one != '"') {
      return wrong(JsonFault.CONTROL, i);
    } else if (inName) {
      state = State.COLON;
    } else {
      addValue(Kind.STRING);
    }
    return i + 1;
  }

  private int escape(byte one, int i) {
    if ("\"\\/bfnrtu".indexOf(one) < 0) {
      return wrong(JsonFault.ESCAPE, i);
    }
    matched = 0;
    state = one == 'u' ? State.UNICODE : State.STRING;
    return i + 1;
  }

  private int unicode(byte one, int i) {
    if (Character.digit(one, 16) < 0) {
      return wrong(JsonFault.ESCAPE, i);
    }
    if (++matched == 4) {
      state = State.STRING;
    }
    return i + 1;
  }

  private int number(byte[] bytes, int from, int length) throws IOException {
    for (int i = from; i < length; i++) {
      int next = JsonNumber.next(number, bytes[i]);
      if (next == JsonNumber.WRONG) {
        return wrong(JsonFault.NUMBER, i);
      }
      if (next == JsonNumber.BEHIND) {
        addValue(Kind.NUMBER);
        return i;
      }
      number = next;
    }
    return length;
  }

  private int literal(byte one, int i) throws IOException {
    if (one != literal[matched]) {
      return wrong(JsonFault.LITERAL, i);
    }
    if (++matched == literal.length) {
      addValue(Kind.LITERAL);
    }
    return i + 1;
  }
}
