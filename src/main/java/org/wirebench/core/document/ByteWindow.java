package org.wirebench.core.document;

import java.io.IOException;
import java.io.OutputStream;
import org.wirebench.core.bytes.ByteStore;

/** Some bytes of a store at hand, those around where it was asked last. For one thread. */
final class ByteWindow {
  private final ByteStore bytes;
  private final byte[] window;
  private long start;
  private int length;

  ByteWindow(ByteStore bytes, int size) {
    this.bytes = bytes;
    this.window = new byte[size];
  }

  /** The byte at {@code offset}; -1 behind the end, where no byte of a text is 0xff. */
  byte get(long offset) throws IOException {
    if (offset < start || offset >= start + length) {
      start = offset;
      length = Math.max(0, bytes.read(offset, window, 0, window.length));
    }
    return length == 0 ? -1 : window[(int) (offset - start)];
  }

  /** Whether {@code offset} is behind the last byte. */
  boolean isEnd(long offset) {
    return offset >= bytes.size();
  }

  /** Some bytes, fewer at the end. */
  byte[] copy(long from, int count) throws IOException {
    if (from >= start && from + count <= start + length) {
      byte[] some = new byte[count];
      System.arraycopy(window, (int) (from - start), some, 0, count);
      return some;
    }
    return bytes.read(from, count);
  }

  /** Writes bytes, however many. */
  void write(long from, long to, OutputStream out) throws IOException {
    long at = from;
    while (at < to) {
      if (get(at) < 0 && isEnd(at)) {
        return;
      }
      int within = (int) (at - start);
      int count = (int) Math.min(length - within, to - at);
      out.write(window, within, count);
      at += count;
    }
  }
}
