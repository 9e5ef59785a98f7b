package org.wirebench.core.workspace;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Replaces files whole: whoever reads, and whatever fails, finds the old file or the new one, never
 * a half of either.
 */
public final class AtomicFiles {
  private static final int LONGEST_CHAIN = 40;
  private static final int BUFFER = 64 * 1024;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<StandardOpenOption> NEW =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

  private AtomicFiles() {}

  /**
   * Puts {@code bytes} in the place of what is in {@code file}. The folder is made where it is
   * missing; the previous version stays beside the file as {@code name~}; a symbolic link stays a
   * link, and what it points to is replaced; the permissions of the file stay.
   *
   * @throws IOException when that cannot be done; {@code file} is then as it was
   */
  public static void write(Path file, byte[] bytes) throws IOException {
    replace(file, out -> out.write(bytes), true, false);
  }

  /** {@link #write}, and nobody but the owner may read the file, whatever it was before. */
  public static void writePrivate(Path file, byte[] bytes) throws IOException {
    replace(file, out -> out.write(bytes), true, true);
  }

  /** {@link #writePrivate}, but no previous version is left, not even one from before. */
  public static void replacePrivate(Path file, byte[] bytes) throws IOException {
    replace(file, out -> out.write(bytes), false, true);
    Files.deleteIfExists(previous(file));
  }

  /** {@link #write}, but the previous version is not kept. */
  public static void replace(Path file, byte[] bytes) throws IOException {
    replace(file, out -> out.write(bytes), false, false);
  }

  /**
   * {@link #replace(Path, byte[])} with what is too much for the heap. When {@code content} throws,
   * {@code file} is as it was.
   */
  public static void replace(Path file, Content content) throws IOException {
    replace(file, content, false, false);
  }

  /**
   * Finds out whether {@link #replace(Path, byte[])} can work: a file can be made in the folder,
   * which is made for that where it is missing, and taken away again.
   *
   * @throws IOException when it cannot
   */
  public static void probe(Path file) throws IOException {
    Path target = followed(file.toAbsolutePath());
    Files.createDirectories(Objects.requireNonNull(target.getParent(), "a file is in a folder"));
    Path fresh = temporary(target);
    Files.createFile(fresh);
    Files.delete(fresh);
  }

  /** What is to be in a file, of any size. */
  @FunctionalInterface
  public interface Content {
    /** Writes all of it; need not close {@code out}. */
    void writeTo(OutputStream out) throws IOException;
  }

  private static void replace(Path file, Content content, boolean keep, boolean ownerOnly)
      throws IOException {
    Path target = followed(file.toAbsolutePath());
    Path folder = Objects.requireNonNull(target.getParent(), "a file is in a folder");
    Files.createDirectories(folder);
    Path fresh = temporary(target);
    try {
      writeForced(fresh, content, ownerOnly && isPosix(folder));
      if (Files.exists(target)) {
        if (!ownerOnly) {
          keepPermissions(target, fresh);
        }
        if (keep) {
          keepPrevious(target);
        }
      }
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
    force(folder);
  }

  /** Where the previous version of {@code file} is kept. */
  public static Path previous(Path file) {
    return file.resolveSibling(file.getFileName() + "~");
  }

  /** What {@code file} is a link to, in the end; it need not exist. */
  private static Path followed(Path file) throws IOException {
    Path place = file;
    for (int links = 0; Files.isSymbolicLink(place); links++) {
      if (links == LONGEST_CHAIN) {
        throw new FileSystemLoopException(file.toString());
      }
      place = place.resolveSibling(Files.readSymbolicLink(place));
    }
    return place;
  }

  private static Path temporary(Path target) {
    return target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
  }

  private static void writeForced(Path file, Content content, boolean ownerOnly)
      throws IOException {
    FileAttribute<?>[] attributes =
        ownerOnly
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
            : new FileAttribute<?>[0];
    try (FileChannel channel = FileChannel.open(file, NEW, attributes)) {
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
      content.writeTo(out);
      out.flush();
      channel.force(true);
    }
  }

  private static void keepPermissions(Path from, Path to) throws IOException {
    if (isPosix(from)) {
      Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
    }
  }

  private static void keepPrevious(Path target) throws IOException {
    Path copy = temporary(target);
    try {
      Files.copy(target, copy, StandardCopyOption.COPY_ATTRIBUTES);
      Files.move(copy, previous(target), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  /** Has the new name survive a loss of power; Windows cannot open a folder, and need not. */
  private static void force(Path folder) throws IOException {
    if (isPosix(folder)) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private static boolean isPosix(Path path) throws IOException {
    return Files.getFileStore(path).supportsFileAttributeView(PosixFileAttributeView.class);
  }
}
