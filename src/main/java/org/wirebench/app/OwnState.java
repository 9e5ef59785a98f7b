package org.wirebench.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.settings.Folders;

/**
 * What one copy of the program remembers, while others with the same folders run: of two that wrote
 * the same file, the one that ends last would take away what was typed in the other. The first has
 * the folder itself, each further one a folder in it, and finds it again at its next start.
 */
final class OwnState implements AutoCloseable {
  private static final String LOCK = ".lock";

  private final Folders folders;
  private final boolean first;
  private final FileChannel lock;

  private OwnState(Folders folders, boolean first, FileChannel lock) {
    this.folders = folders;
    this.first = first;
    this.lock = lock;
  }

  /**
   * Takes the first folder that no other copy has.
   *
   * @throws IOException when none can be made
   */
  static OwnState of(Folders folders) throws IOException {
    Path state = folders.state();
    for (int copy = 1; ; copy++) {
      Path own = copy == 1 ? state : state.resolve("copy-" + copy);
      FileChannel lock = lock(own);
      if (lock != null) {
        Folders mine = new Folders(folders.config(), own, folders.cache(), folders.workspace());
        return new OwnState(mine, copy == 1, lock);
      }
    }
  }

  /** Opens and locks the file of a folder; null where another copy has it. */
  private static @Nullable FileChannel lock(Path folder) throws IOException {
    Files.createDirectories(folder);
    FileChannel file =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (isOurs(file)) {
      return file;
    }
    file.close();
    return null;
  }

  private static boolean isOurs(FileChannel file) {
    try {
      return file.tryLock() != null;
    } catch (OverlappingFileLockException ofThisProcess) {
      return false;
    } catch (IOException noLocks) {
      // Some network disks know none: better to start as if alone than not at all.
      return true;
    }
  }

  /** The folders, of which that for what is remembered is of this copy alone. */
  Folders folders() {
    return folders;
  }

  /** Whether no other copy ran when this one began. */
  boolean isFirst() {
    return first;
  }

  /** Leaves the folder to others; the system does so for a copy that is killed. */
  @Override
  public void close() throws IOException {
    lock.close();
  }
}
