package org.wirebench.core.bytes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes byte stores and owns their temporary files, which lie in a folder of this process alone.
 *
 * <p>Closing it deletes everything. What a process that was killed left behind is deleted by the
 * next one. Safe for use by any thread.
 */
public final class ByteStores implements AutoCloseable {
  /**
   * How many bytes of the heap all stores may hold before they go to files early: a server with
   * thousands of clients has thousands of stores.
   */
  static final long HEAP_OF_ALL = 64L << 20;

  private final TempFolder folder;
  private final AtomicLong count = new AtomicLong();
  private final AtomicLong heap = new AtomicLong();
  private final Set<TempFile> open = ConcurrentHashMap.newKeySet();
  private final Set<Path> undeleted = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /**
   * Makes a new folder, which only this user may read, in {@code parent}, and deletes those of
   * processes that are dead.
   *
   * @param parent made where it is missing; any number of processes may share it
   * @throws IOException when the folder cannot be made
   */
  public ByteStores(Path parent) throws IOException {
    this.folder = TempFolder.make(parent);
  }

  /** How many bytes of the heap the stores hold at this moment. */
  long heapBytes() {
    return heap.get();
  }

  /** A store takes more of the heap, or gives it back. */
  void heapChanged(long by) {
    long _ = heap.addAndGet(by);
  }

  /** Whether all stores together hold so much that each has to do with little. */
  boolean isCrowded() {
    return heap.get() > HEAP_OF_ALL;
  }

  /** The folder of the temporary files of this object. */
  public Path folder() {
    return folder.path();
  }

  /** A new, empty store. No file is made before it needs one. It must be closed by its user. */
  public ByteStore create() {
    return new ByteStore(this);
  }

  /**
   * Puts {@code length} bytes away into a file of their own, which keeps no handle open.
   *
   * @throws IOException in words for people when they cannot be written
   */
  public StoredBlock store(byte[] bytes, int offset, int length) throws IOException {
    TempFile file = newFile();
    try {
      file.write(0, bytes, offset, length);
      file.release();
    } catch (IOException failed) {
      delete(file);
      throw failed;
    }
    return new StoredBlock(this, file, length);
  }

  TempFile newFile() throws IOException {
    deleteLeftOver();
    TempFile file = new TempFile(folder.path(), count.getAndIncrement() + ".bytes");
    open.add(file);
    if (closed) {
      // Closing may have missed it. The first write then says that the file is closed.
      delete(file);
    }
    return file;
  }

  void delete(TempFile file) throws IOException {
    open.remove(file);
    undeleted.add(file.path());
    try {
      file.close();
    } finally {
      deleteLeftOver();
    }
  }

  /** Some systems delete no file that is just being read: it is tried again with the next one. */
  private void deleteLeftOver() {
    undeleted.removeIf(ByteStores::isDeleted);
  }

  private static boolean isDeleted(Path path) {
    try {
      Files.deleteIfExists(path);
      return true;
    } catch (IOException stillInUse) {
      // It stays in the list; closing deletes the folder, and reports what it cannot.
      return false;
    }
  }

  /**
   * Deletes all files, also of stores that are still open; they fail from now on.
   *
   * @throws UncheckedIOException when something cannot be deleted
   */
  @Override
  public void close() {
    closed = true;
    try {
      for (TempFile file : open) {
        delete(file);
      }
      folder.delete();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
