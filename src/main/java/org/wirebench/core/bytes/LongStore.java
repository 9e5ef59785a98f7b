package org.wirebench.core.bytes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * Numbers, that are only ever added to, 8 bytes each: in the heap while few, in a temporary file
 * otherwise. One thread may add while any number read. Must be closed.
 */
public final class LongStore implements AutoCloseable {
  private final ByteStore bytes;

  /** A new, empty store. No file is made before it needs one. */
  public LongStore(ByteStores stores) {
    this.bytes = stores.create();
  }

  /** How many numbers there are. */
  public long size() {
    return bytes.size() / Long.BYTES;
  }

  /**
   * Adds a number.
   *
   * @throws IOException in words for people when the disk is full or the store closed
   */
  public void append(long value) throws IOException {
    bytes.append(ByteBuffer.allocate(Long.BYTES).putLong(0, value));
  }

  /**
   * The number at {@code index}.
   *
   * @param index from 0 to {@link #size()} - 1
   * @throws IOException in words for people when the file cannot be read or the store is closed
   */
  public long get(long index) throws IOException {
    Objects.checkIndex(index, size());
    return ByteBuffer.wrap(bytes.read(index * Long.BYTES, Long.BYTES)).getLong();
  }

  /**
   * The numbers from {@code index} on, fewer than {@code count} at the end: one read for all.
   *
   * @param index from 0 to {@link #size()}
   * @throws IOException in words for people when the file cannot be read or the store is closed
   */
  public long[] get(long index, int count) throws IOException {
    int known = (int) Math.clamp(size() - index, 0, (long) count);
    long[] values = new long[known];
    ByteBuffer.wrap(bytes.read(index * Long.BYTES, known * Long.BYTES)).asLongBuffer().get(values);
    return values;
  }

  /** Forgets the numbers and deletes the file. */
  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
