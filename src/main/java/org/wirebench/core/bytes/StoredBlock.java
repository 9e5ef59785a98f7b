package org.wirebench.core.bytes;

import java.io.IOException;
import java.util.Objects;

/** Bytes put away in a temporary file. They never change. Safe for use by any thread. */
public final class StoredBlock implements AutoCloseable {
  private final ByteStores owner;
  private final TempFile file;
  private final int length;

  StoredBlock(ByteStores owner, TempFile file, int length) {
    this.owner = owner;
    this.file = file;
    this.length = length;
  }

  /** How many bytes there are. */
  public int length() {
    return length;
  }

  /**
   * Reads {@code count} bytes from {@code position}.
   *
   * @throws IOException in words for people when they cannot be read, or the block is closed
   */
  public void read(int position, byte[] into, int offset, int count) throws IOException {
    Objects.checkFromIndexSize(position, count, length);
    file.read(position, into, offset, count);
    file.release();
  }

  /** Deletes the file. */
  @Override
  public void close() throws IOException {
    owner.delete(file);
  }
}
