package org.wirebench.core.bytes;

import java.io.IOException;
import java.io.InputStream;

/** A stretch of a store as a stream. */
final class ByteStoreStream extends InputStream {
  private final ByteStore store;
  private final long to;
  private long position;
  private long mark;

  ByteStoreStream(ByteStore store, long from, long to) {
    if (from < 0 || to < from) {
      throw new IndexOutOfBoundsException("from " + from + " to " + to);
    }
    this.store = store;
    this.position = from;
    this.mark = from;
    this.to = to;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int count = (int) Math.min(length, to - position);
    if (count <= 0) {
      return -1;
    }
    int read = store.read(position, into, offset, count);
    if (read > 0) {
      position += read;
    }
    return read;
  }

  @Override
  public long skip(long count) {
    long skipped = Math.clamp(Math.min(to, store.size()) - position, 0, Math.max(0, count));
    position += skipped;
    return skipped;
  }

  @Override
  public int available() {
    return Math.clamp(Math.min(to, store.size()) - position, 0, Integer.MAX_VALUE);
  }

  @Override
  public boolean markSupported() {
    return true;
  }

  @Override
  public synchronized void mark(int limit) {
    mark = position;
  }

  @Override
  public synchronized void reset() {
    position = mark;
  }
}
