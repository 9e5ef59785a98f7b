package org.wirebench.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A program of its own: sends lines of 100 bytes to the one who connects, as fast as they are
 * taken, and then writes down how many bytes that were.
 */
public final class LineSource {
  /** How long a line is, with its line feed. */
  static final int LINE = 100;

  private static final int LINES_PER_WRITE = 80;

  private LineSource() {}

  /** Takes the port, for how many seconds to send, and the file for the number of bytes. */
  public static void main(String[] arguments) throws IOException {
    int port = Integer.parseInt(arguments[0]);
    long length = TimeUnit.SECONDS.toNanos(Long.parseLong(arguments[1]));
    String alphabet = "abcdefghijklmnopqrstuvwxyz".repeat(4);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < LINES_PER_WRITE; i++) {
      text.append(String.format("%04d ", i)).append(alphabet, 0, LINE - 6).append('\n');
    }
    byte[] lines = text.toString().getBytes(US_ASCII);
    long sent = 0;
    try (ServerSocket server = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
        Socket socket = server.accept()) {
      OutputStream out = socket.getOutputStream();
      long start = System.nanoTime();
      while (System.nanoTime() - start < length) {
        out.write(lines);
        sent += lines.length;
      }
    }
    Files.writeString(Path.of(arguments[2]), Long.toString(sent));
  }
}
