package org.wirebench.core.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many packets the Linux kernel threw away because nobody took them: the last column of {@code
 * /proc/net/udp} and {@code udp6}, in the line of our port and of a socket of this process.
 */
final class KernelDrops {
  private static final List<Path> TABLES =
      List.of(Path.of("/proc/net/udp"), Path.of("/proc/net/udp6"));
  private static final Path OUR_FILES = Path.of("/proc/self/fd");
  private static final Pattern SOCKET = Pattern.compile("socket:\\[([0-9]+)\\]");
  private static final int LOCAL_ADDRESS = 1;
  private static final int INODE = 9;
  private static final int DROPS = 12;

  private KernelDrops() {}

  /** The count for the socket bound to {@code local}; empty where the system does not tell. */
  static OptionalLong of(InetSocketAddress local) {
    try {
      List<String[]> lines = linesOf(local.getPort());
      if (lines.size() > 1) {
        Set<String> ours = ourSockets();
        lines.removeIf(line -> !ours.contains(line[INODE]));
      }
      return lines.size() == 1
          ? OptionalLong.of(Long.parseLong(lines.getFirst()[DROPS]))
          : OptionalLong.empty();
    } catch (IOException | NumberFormatException notTold) {
      return OptionalLong.empty();
    }
  }

  private static List<String[]> linesOf(int port) throws IOException {
    String ending = String.format(":%04X", port);
    List<String[]> found = new ArrayList<>();
    for (Path table : TABLES) {
      if (Files.isReadable(table)) {
        for (String line : Files.readAllLines(table, StandardCharsets.US_ASCII)) {
          String[] columns = line.strip().split("\\s+");
          if (columns.length > DROPS && columns[LOCAL_ADDRESS].endsWith(ending)) {
            found.add(columns);
          }
        }
      }
    }
    return found;
  }

  private static Set<String> ourSockets() throws IOException {
    Set<String> inodes = new HashSet<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(OUR_FILES)) {
      for (Path file : files) {
        Matcher socket = SOCKET.matcher(target(file));
        if (socket.matches()) {
          inodes.add(socket.group(1));
        }
      }
    }
    return inodes;
  }

  /** Files come and go while we look. */
  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException gone) {
      return "";
    }
  }
}
