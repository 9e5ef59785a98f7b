package org.wirebench.core.bytes;

import java.io.IOException;
import java.util.Objects;

/** Bytes put away in a temporary file. Safe for use by any thread. */
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

  /**
   * Puts other bytes into the same file, whose pages the system need not find anew. This block must
   * not be used any more; who still reads it gets bytes of either.
   *
   * @throws IOException in words for people when they cannot be written; the file is deleted then
   */
  public StoredBlock replace(byte[] bytes, int offset, int count) throws IOException {
    try {
      file.write(0, bytes, offset, count);
      file.cut(count);
      file.release();
    } catch (IOException failed) {
      owner.delete(file);
      throw failed;
    }
    return new StoredBlock(owner, file, count);
  }

  /** Deletes the file. */
  @Override
  public void close() throws IOException {
    owner.delete(file);
  }
}
