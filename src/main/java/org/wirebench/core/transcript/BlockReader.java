package org.wirebench.core.transcript;

import java.io.IOException;

/** Walks the rows of a transcript from a known place on, by the rules of {@link TextRows}. */
final class BlockReader {
  private final Transcript transcript;
  private final long exchanges;
  private Exchange current;
  private byte[] payload;
  private int at;

  private long offset;
  private int length;
  private Exchange began;
  private boolean opensExchange;
  private boolean cut;
  private boolean continues;
  private boolean fed;
  private long before;
  private boolean ended;
  private boolean exhausted;

  /**
   * @param from where the first row begins
   * @param number the entry in which it begins
   * @param opens whether it is the first row that begins in that entry
   * @param continues whether it goes on with the line of the row before
   */
  BlockReader(Transcript transcript, long from, long number, boolean opens, boolean continues)
      throws IOException {
    this.transcript = transcript;
    this.exchanges = transcript.count();
    this.current = transcript.exchange(number);
    this.payload = transcript.payload(current);
    this.at = (int) (from - current.offset());
    this.began = current;
    this.before = opens ? -1 : number;
    this.cut = continues;
    this.exhausted = false;
  }

  /** Reads the next row; false when there is none. */
  boolean next() throws IOException {
    Exchange endedIn = current;
    if (at >= payload.length && !(payload.length == 0 && at == 0) && !advance()) {
      return false;
    }
    if (exhausted) {
      return false;
    }
    boolean same = endedIn.number() == current.number() || transcript.joins(endedIn, current);
    continues = cut && same;
    offset = current.offset() + at;
    began = current;
    opensExchange = began.number() != before;
    before = began.number();
    length = 0;
    cut = false;
    fed = false;
    ended = false;
    readRow();
    return true;
  }

  private void readRow() throws IOException {
    while (true) {
      int limit = Math.min(payload.length, at + TextRows.LONGEST - length);
      int feed = Newlines.find(payload, at, limit);
      length += feed - at;
      if (feed < limit) {
        at = feed + 1;
        fed = true;
        ended = true;
        return;
      }
      at = feed;
      if (length == TextRows.LONGEST) {
        cut = true;
        ended = true;
        return;
      }
      if (payload.length == 0) {
        at = 1;
        ended = true;
        return;
      }
      if (!goesOn()) {
        return;
      }
    }
  }

  /** Whether the row goes on in the next entry; if so, that entry is the current one now. */
  private boolean goesOn() throws IOException {
    if (current.number() + 1 >= exchanges) {
      return false;
    }
    Exchange next = transcript.exchange(current.number() + 1);
    boolean same = transcript.joins(current, next);
    ended = !same;
    return same && advance();
  }

  private boolean advance() throws IOException {
    if (current.number() + 1 >= exchanges) {
      exhausted = true;
      return false;
    }
    current = transcript.exchange(current.number() + 1);
    payload = transcript.payload(current);
    at = 0;
    return true;
  }

  long offset() {
    return offset;
  }

  int length() {
    return length;
  }

  long exchange() {
    return began.number();
  }

  boolean opensExchange() {
    return opensExchange;
  }

  /** Whether a line feed comes after the row. */
  boolean fed() {
    return fed;
  }

  /** The entry in which the row begins. */
  Exchange began() {
    return began;
  }

  /** Whether the line goes on in the next row. */
  boolean cut() {
    return cut;
  }

  /** Whether it goes on with the line of the row before. */
  boolean continues() {
    return continues;
  }

  /** Whether nothing that is recorded later can make the row longer. */
  boolean ended() {
    return ended;
  }
}
