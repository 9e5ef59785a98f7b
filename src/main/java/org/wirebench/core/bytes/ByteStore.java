package org.wirebench.core.bytes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.text.Messages;

/**
 * Bytes of any number, that are only ever added to. Small ones are in the heap, larger ones in a
 * temporary file, with the last few in a buffer before it; where very many stores are open, the
 * heap part of each is small. One thread may add while any number read; a reader sees all that was
 * added before. Interrupting a thread in here does no harm.
 *
 * <p>Must be closed: that deletes the file.
 */
public final class ByteStore implements AutoCloseable {
  /** How many bytes are kept in the heap before a file is made. */
  public static final int HEAP_LIMIT = 256 * 1024;

  private static final Messages TEXT = Messages.of(ByteStore.class);
  private static final int FIRST_CHUNK = 1024;
  private static final int TAIL_LIMIT = 64 * 1024;
  private static final int CROWDED_LIMIT = 8 * 1024;
  private static final byte[] NOTHING = {};

  private final ByteStores owner;

  /** Held by the one that adds, also while it writes to the file. */
  private final Object appendLock = new Object();

  /** Held for moments only: a reader never waits for the disk because somebody writes. */
  private final Object stateLock = new Object();

  private @Nullable TempFile file;
  private long inFile;
  private byte[] tail = NOTHING;
  private int inTail;
  private boolean closed;

  ByteStore(ByteStores owner) {
    this.owner = owner;
  }

  /** How many bytes there are. */
  public long size() {
    synchronized (stateLock) {
      return inFile + inTail;
    }
  }

  /**
   * Adds {@code length} bytes.
   *
   * @throws IOException in words for people when the disk is full or the store closed. What was
   *     added before is still there; of these bytes nothing is.
   */
  public void append(byte[] bytes, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    synchronized (appendLock) {
      requireOpen();
      if (length <= limit() - inTail) {
        addToTail(bytes, offset, length);
        return;
      }
      flushTail();
      if (length < limit() / 2) {
        addToTail(bytes, offset, length);
      } else {
        writeThrough(bytes, offset, length);
      }
    }
  }

  /** Adds what remains in {@code bytes}, as {@link #append(byte[], int, int)} does. */
  public void append(ByteBuffer bytes) throws IOException {
    if (bytes.hasArray()) {
      append(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
      bytes.position(bytes.limit());
      return;
    }
    byte[] copy = new byte[Math.min(bytes.remaining(), HEAP_LIMIT)];
    while (bytes.hasRemaining()) {
      int part = Math.min(copy.length, bytes.remaining());
      bytes.get(copy, 0, part);
      append(copy, 0, part);
    }
  }

  private int limit() {
    if (owner.isCrowded()) {
      return CROWDED_LIMIT;
    }
    return file == null ? HEAP_LIMIT : TAIL_LIMIT;
  }

  private void addToTail(byte[] bytes, int offset, int length) {
    synchronized (stateLock) {
      if (inTail + length > tail.length) {
        int wished = Math.max(inTail + length, Math.max(tail.length * 2, FIRST_CHUNK));
        setTail(Arrays.copyOf(tail, Math.clamp(wished, inTail + length, HEAP_LIMIT)));
      }
      System.arraycopy(bytes, offset, tail, inTail, length);
      inTail += length;
    }
  }

  private void flushTail() throws IOException {
    TempFile to = file;
    if (to == null) {
      to = owner.newFile();
    }
    if (inTail > 0) {
      try {
        to.write(inFile, tail, 0, inTail);
      } catch (IOException failed) {
        if (file == null) {
          owner.delete(to);
        }
        throw failed;
      }
    }
    synchronized (stateLock) {
      file = to;
      inFile += inTail;
      inTail = 0;
      if (tail.length > limit()) {
        setTail(NOTHING);
      }
    }
  }

  private void setTail(byte[] now) {
    owner.heapChanged(now.length - tail.length);
    tail = now;
  }

  private void writeThrough(byte[] bytes, int offset, int length) throws IOException {
    Objects.requireNonNull(file).write(inFile, bytes, offset, length);
    synchronized (stateLock) {
      inFile += length;
    }
  }

  /**
   * Reads up to {@code length} bytes from {@code position}, at least one unless {@code length} is
   * 0.
   *
   * @return how many were read, or -1 when {@code position} is at or behind the end
   * @throws IOException in words for people when the file cannot be read or the store is closed
   */
  public int read(long position, byte[] into, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, into.length);
    if (position < 0) {
      throw new IndexOutOfBoundsException("position " + position);
    }
    TempFile from;
    int count;
    synchronized (stateLock) {
      requireOpen();
      long left = inFile + inTail - position;
      if (left <= 0) {
        return -1;
      }
      if (position >= inFile) {
        count = (int) Math.min(left, length);
        System.arraycopy(tail, (int) (position - inFile), into, offset, count);
        return count;
      }
      from = Objects.requireNonNull(file);
      count = (int) Math.min(inFile - position, length);
    }
    from.read(position, into, offset, count);
    return count;
  }

  /**
   * The bytes from {@code position}, fewer than {@code length} at the end.
   *
   * @throws IOException in words for people when the file cannot be read or the store is closed
   */
  public byte[] read(long position, int length) throws IOException {
    byte[] bytes = new byte[(int) Math.clamp(size() - position, 0, (long) length)];
    int done = 0;
    while (done < bytes.length) {
      // The size never shrinks, so there is no end before it.
      done += read(position + done, bytes, done, bytes.length - done);
    }
    return bytes;
  }

  /** All bytes up to the end, wherever that is by the time it is reached. */
  public InputStream newInputStream() {
    return new ByteStoreStream(this, 0, Long.MAX_VALUE);
  }

  /** The bytes from {@code from} up to and without {@code to}, or the end if that comes first. */
  public InputStream newInputStream(long from, long to) {
    return new ByteStoreStream(this, from, to);
  }

  private void requireOpen() throws IOException {
    synchronized (stateLock) {
      if (closed) {
        throw new IOException(TEXT.get("file.closed"));
      }
    }
  }

  /** Forgets the bytes and deletes the file. Reading and adding fail from now on. */
  @Override
  public void close() throws IOException {
    synchronized (appendLock) {
      TempFile toDelete;
      synchronized (stateLock) {
        closed = true;
        setTail(NOTHING);
        inTail = 0;
        inFile = 0;
        toDelete = file;
        file = null;
      }
      if (toDelete != null) {
        owner.delete(toDelete);
      }
    }
  }
}
