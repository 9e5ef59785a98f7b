package org.wirebench.core.document;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;

/**
 * Finds the events of a stream (WHATWG HTML, section 9.2.6), byte by byte, so that it can stop and
 * go on anywhere. Places are offsets in the stream, in UTF-8.
 */
final class EventScanner {
  private static final int LONGEST_NAME = 5;

  private final Found found;
  private final byte[] name = new byte[LONGEST_NAME];
  private long at;
  private boolean afterReturn;

  /** The line that is read: how long its name is so far, and where its value begins. */
  private int nameLength;

  private long lineStart;
  private long valueStart = -1;
  private boolean zero;

  /** The event that is read. */
  private long start;

  private long typeFrom;
  private long typeTo;
  private long dataFrom;
  private long dataTo;
  private long dataLines;

  /** The last id holds until there is another one. */
  private long idFrom;

  private long idTo;

  /**
   * An event that was dispatched.
   *
   * @param start where its first line begins
   * @param end where the empty line behind it begins
   * @param typeFrom where its type stands, up to {@code typeTo}; the two are the same where it is
   *     {@code message}
   * @param idFrom where the id stands that holds, up to {@code idTo}; it may be that of an earlier
   *     event
   * @param dataFrom where the first line of its data stands, up to {@code dataTo}
   * @param dataLines how many lines its data has
   */
  record Event(
      long start,
      long end,
      long typeFrom,
      long typeTo,
      long idFrom,
      long idTo,
      long dataFrom,
      long dataTo,
      long dataLines) {}

  /** Who is told what was found. */
  interface Found {
    void event(Event event) throws IOException;

    /** A field {@code retry}; what stands there may be anything. */
    void retry(long from, long to) throws IOException;

    /** A line of the data of the event that is not over yet. */
    default void data(long from, long to) throws IOException {}
  }

  /**
   * @param from where the stream begins, behind a byte order mark
   */
  EventScanner(long from, Found found) {
    this.found = found;
    at = from;
    lineStart = from;
    start = from;
  }

  /** Reads on. */
  void take(byte[] bytes, int length) throws IOException {
    int next = 0;
    while (next < length) {
      byte one = bytes[next];
      if (one == '\n' && afterReturn) {
        skip();
      } else if (one == '\n' || one == '\r') {
        endLine();
        afterReturn = one == '\r';
        at++;
      } else {
        character(one);
        at++;
      }
      next++;
    }
  }

  /** CR LF is one line end. */
  private void skip() {
    afterReturn = false;
    at++;
    start = start == lineStart ? at : start;
    lineStart = at;
  }

  private void character(byte one) {
    afterReturn = false;
    if (valueStart >= 0) {
      zero |= one == 0;
      if (one == ' ' && at == valueStart && at == lineStart + nameLength + 1) {
        valueStart++;
      }
    } else if (one == ':') {
      valueStart = at + 1;
    } else {
      if (nameLength < LONGEST_NAME) {
        name[nameLength] = one;
      }
      nameLength++;
    }
  }

  private void endLine() throws IOException {
    long end = at;
    if (end == lineStart) {
      dispatch(end);
      start = end + 1;
    } else {
      field(valueStart < 0 ? end : valueStart, end);
    }
    lineStart = end + 1;
    nameLength = 0;
    valueStart = -1;
    zero = false;
  }

  private void field(long from, long to) throws IOException {
    if (nameLength > LONGEST_NAME) {
      return;
    }
    switch (new String(name, 0, nameLength, US_ASCII)) {
      case "data" -> {
        if (dataLines++ == 0) {
          dataFrom = from;
          dataTo = to;
        }
        found.data(from, to);
      }
      case "event" -> {
        typeFrom = from;
        typeTo = to;
      }
      case "id" -> {
        if (!zero) {
          idFrom = from;
          idTo = to;
        }
      }
      case "retry" -> found.retry(from, to);
      default -> {
        // A comment, which has no name, or a field that nobody knows: both are ignored.
      }
    }
  }

  private void dispatch(long end) throws IOException {
    if (dataLines > 0) {
      found.event(
          new Event(start, end, typeFrom, typeTo, idFrom, idTo, dataFrom, dataTo, dataLines));
    }
    dataLines = 0;
    typeFrom = 0;
    typeTo = 0;
  }
}
