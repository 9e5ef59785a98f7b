package org.wirebench.tool.socket.interop;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the kernel tells of the sockets of other programs. */
final class KernelSockets {
  private static final String LISTENS = "0A";

  private KernelSockets() {}

  /** A port that nobody has at the moment. */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Whether someone waits for connections at a TCP port. */
  static boolean tcpListens(int port) throws IOException {
    return has("tcp", port, LISTENS) || has("tcp6", port, LISTENS);
  }

  /** Whether someone has a UDP port. */
  static boolean udpIsBound(int port) throws IOException {
    return has("udp", port, "") || has("udp6", port, "");
  }

  private static boolean has(String table, int port, String state) throws IOException {
    String local = String.format(":%04X", port);
    List<String> lines = Files.readAllLines(Path.of("/proc/net", table));
    return lines.stream()
        .map(line -> line.strip().split("\\s+"))
        .anyMatch(line -> line.length > 3 && line[1].endsWith(local) && line[3].endsWith(state));
  }
}
