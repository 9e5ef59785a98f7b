package org.wirebench.core.net;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.net.NetFailure.Kind;
import org.wirebench.core.text.Messages;

/** The files that stand for Unix-domain sockets. */
final class UnixFiles {
  private static final Messages TEXT = Messages.of(UnixFiles.class);

  /**
   * What Java takes: the room in {@code sockaddr_un}, which is 108 bytes on Linux and 104
   * elsewhere, without the closing zero and one more.
   */
  private static final int LONGEST =
      System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux") ? 106 : 102;

  private UnixFiles() {}

  /** The address of {@code path}. */
  static UnixDomainSocketAddress address(Path path) throws NetException {
    int length = path.toString().getBytes(StandardCharsets.UTF_8).length;
    if (length > LONGEST) {
      SocketException why = new SocketException("Unix domain path too long");
      throw new NetException(
          FailureClassifier.failure(
              Kind.LIMIT,
              TEXT.get("unixLong.title"),
              TEXT.get("unixLong.cause", length, LONGEST),
              TEXT.get("unixLong.remedy"),
              why),
          why);
    }
    return UnixDomainSocketAddress.of(path);
  }

  /**
   * Why {@code path} could not be connected to. The system says neither which file is missing, nor
   * that there is no host and no port that could have refused.
   */
  static IOException refused(Path path, IOException why) {
    if (!Files.exists(path)) {
      NoSuchFileException missing = new NoSuchFileException(path.toString());
      missing.initCause(why);
      return missing;
    }
    if (!(why instanceof ConnectException)) {
      return why;
    }
    boolean socket = !Files.isRegularFile(path) && !Files.isDirectory(path);
    return new NetException(
        FailureClassifier.failure(
            Kind.REFUSED,
            TEXT.get("refused.title"),
            TEXT.get(
                socket ? "unixRefused.cause" : "unixRefused.noSocket",
                Escapes.display(path.toString())),
            TEXT.get("unixRefused.remedy"),
            why),
        why);
  }

  /**
   * Makes room for a socket at {@code path}: removes one that a dead program left behind, and
   * nothing else.
   */
  static void removeStale(Path path) throws IOException {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    BasicFileAttributes attributes =
        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (!attributes.isOther()) {
      throw inTheWay(TEXT.get("unixFile.cause", Escapes.display(path.toString())));
    }
    if (isAlive(path)) {
      throw inTheWay(TEXT.get("unixAlive.cause", Escapes.display(path.toString())));
    }
    Files.delete(path);
  }

  /** Whether someone listens at it; a thing that is no socket counts as alive. */
  private static boolean isAlive(Path path) {
    try (SocketChannel probe = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      return probe.connect(UnixDomainSocketAddress.of(path));
    } catch (IOException no) {
      return NetFailure.of(no).kind() != Kind.REFUSED;
    }
  }

  private static NetException inTheWay(String cause) {
    BindException why = new BindException("Address already in use");
    return new NetException(
        FailureClassifier.failure(
            Kind.ADDRESS_IN_USE, TEXT.get("inUse.title"), cause, TEXT.get("unixFile.remedy"), why),
        why);
  }

  /** What tells the file from one that was put in its place; null where it is gone. */
  static @Nullable Object key(Path path) {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
          .fileKey();
    } catch (IOException gone) {
      return null;
    }
  }
}
