package org.wirebench.core.bytes;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.UUID;

/**
 * A folder that lives as long as its process: {@code NAME} with a locked file {@code NAME.lock}
 * beside it. The system frees the lock when the process dies, however it dies, so a lock that can
 * be had belongs to nobody. A process id would not tell: it is used again, in containers at once.
 */
final class TempFolder {
  private static final String LOCK = ".lock";

  private final Path path;
  private final Path lockFile;
  private final FileChannel lock;

  private TempFolder(Path path, Path lockFile, FileChannel lock) {
    this.path = path;
    this.lockFile = lockFile;
    this.lock = lock;
  }

  /**
   * @throws IOException when the folder cannot be made, also because the thread is interrupted
   */
  static TempFolder make(Path parent) throws IOException {
    Files.createDirectories(parent);
    deleteStale(parent);
    while (true) {
      String name = ownPrefix() + UUID.randomUUID();
      Path lockFile = parent.resolve(name + LOCK);
      FileChannel channel =
          FileChannel.open(lockFile, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      // Between making and locking it another process may have taken it for stale: then once more.
      if (channel.tryLock() != null && Files.exists(lockFile)) {
        Path path = Files.createDirectory(parent.resolve(name), forOwnerOnly());
        return new TempFolder(path, lockFile, channel);
      }
      channel.close();
    }
  }

  /** On some systems closing a lock file frees it for the whole process: ours is never opened. */
  private static String ownPrefix() {
    ProcessHandle self = ProcessHandle.current();
    long started = self.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    return "wirebench-" + self.pid() + "-" + started + "-";
  }

  private static FileAttribute<?>[] forOwnerOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }

  Path path() {
    return path;
  }

  void delete() throws IOException {
    deleteFolder(path);
    Files.deleteIfExists(lockFile);
    lock.close();
  }

  private static void deleteStale(Path parent) throws IOException {
    String own = ownPrefix();
    try (DirectoryStream<Path> locks = Files.newDirectoryStream(parent, "wirebench-*-*-*" + LOCK)) {
      for (Path lockFile : locks) {
        if (!name(lockFile).startsWith(own)) {
          tryToDelete(lockFile);
        }
      }
    }
  }

  private static void tryToDelete(Path lockFile) {
    try {
      deleteIfStale(lockFile);
    } catch (IOException notOurs) {
      // Another user's, or something was put into it: no reason not to start. It stays.
      return;
    }
  }

  private static void deleteIfStale(Path lockFile) throws IOException {
    try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock == null) {
        return;
      }
      String name = name(lockFile);
      deleteFolder(lockFile.resolveSibling(name.substring(0, name.length() - LOCK.length())));
      Files.deleteIfExists(lockFile);
    } catch (NoSuchFileException gone) {
      // Its owner has just ended, or another process was faster.
      return;
    }
  }

  private static String name(Path path) {
    return path.getFileName().toString();
  }

  /** Only the plain files that we put there: a link would lead elsewhere. */
  private static void deleteFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(folder);
  }
}
