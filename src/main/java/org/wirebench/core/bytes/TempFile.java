package org.wirebench.core.bytes;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.text.Messages;

/**
 * A temporary file: written by one thread at a time, read by any number.
 *
 * <p>It is a {@link RandomAccessFile} and not a {@code FileChannel}, because a channel is closed
 * for everybody when one thread is interrupted while it reads or writes, and threads of jobs are
 * interrupted on cancel. Writing and reading have a handle each, so that they do not wait for each
 * other.
 */
final class TempFile implements AutoCloseable {
  private static final Messages TEXT = Messages.of(TempFile.class);
  private static final long LITTLE_ROOM = 1 << 20;

  private final Path folder;
  private final Path path;
  private final Object readLock = new Object();
  private final Object writeLock = new Object();
  private @Nullable RandomAccessFile reader;
  private @Nullable RandomAccessFile writer;
  private boolean closed;

  TempFile(Path folder, String name) {
    this.folder = folder;
    this.path = folder.resolve(name);
  }

  Path path() {
    return path;
  }

  /**
   * Writes at {@code position}; the same again after a failure is fine.
   *
   * @throws IOException in words for people when the disk is full or broken, or the file closed
   */
  void write(long position, byte[] bytes, int offset, int length) throws IOException {
    synchronized (writeLock) {
      requireOpen();
      try {
        if (writer == null) {
          writer = new RandomAccessFile(path.toFile(), "rw");
        }
        writer.seek(position);
        writer.write(bytes, offset, length);
      } catch (IOException failed) {
        throw explained(failed);
      }
    }
  }

  /** Ends the file after {@code length} bytes, which must have been written. */
  void cut(long length) throws IOException {
    synchronized (writeLock) {
      requireOpen();
      try {
        if (writer != null && writer.length() > length) {
          writer.setLength(length);
        }
      } catch (IOException failed) {
        throw explained(failed);
      }
    }
  }

  /**
   * Reads all of {@code length} bytes, which must have been written.
   *
   * @throws IOException in words for people
   */
  void read(long position, byte[] into, int offset, int length) throws IOException {
    synchronized (readLock) {
      requireOpen();
      try {
        if (reader == null) {
          reader = new RandomAccessFile(path.toFile(), "r");
        }
        reader.seek(position);
        reader.readFully(into, offset, length);
      } catch (EOFException cut) {
        throw new IOException(TEXT.get("file.read", folder, path.getFileName()), cut);
      } catch (IOException failed) {
        throw new IOException(TEXT.get("file.read", folder, reason(failed)), failed);
      }
    }
  }

  private void requireOpen() throws IOException {
    if (closed) {
      throw new IOException(TEXT.get("file.closed"));
    }
  }

  private IOException explained(IOException failed) {
    return isFull(failed)
        ? new IOException(TEXT.get("file.full", folder), failed)
        : new IOException(TEXT.get("file.write", folder, reason(failed)), failed);
  }

  /** The system says so in its own words, and in its own language on some systems. */
  private boolean isFull(IOException failed) {
    if (reason(failed).contains("No space left")) {
      return true;
    }
    try {
      return Files.getFileStore(folder).getUsableSpace() < LITTLE_ROOM;
    } catch (IOException unknown) {
      failed.addSuppressed(unknown);
      return false;
    }
  }

  private static String reason(IOException failed) {
    return Escapes.display(String.valueOf(failed.getMessage()));
  }

  /** Gives the handles back; the next write or read takes new ones. */
  void release() throws IOException {
    synchronized (writeLock) {
      synchronized (readLock) {
        RandomAccessFile oldWriter = writer;
        RandomAccessFile oldReader = reader;
        writer = null;
        reader = null;
        try {
          if (oldWriter != null) {
            oldWriter.close();
          }
        } finally {
          if (oldReader != null) {
            oldReader.close();
          }
        }
      }
    }
  }

  /** Closes the file; whoever made it deletes it. */
  @Override
  public void close() throws IOException {
    synchronized (writeLock) {
      synchronized (readLock) {
        closed = true;
        release();
      }
    }
  }
}
