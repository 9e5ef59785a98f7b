package org.wirebench.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program from outside that a benchmark starts, and ends. */
final class Peer implements AutoCloseable {
  private static final long LOOK_MILLIS = 20;

  private final Process process;
  private Duration busy = Duration.ZERO;

  private Peer(Process process) {
    this.process = process;
  }

  /** Starts a command whose output nobody wants. */
  static Peer start(String... command) throws IOException {
    return new Peer(
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start());
  }

  /** Starts a command whose output goes into a file. */
  static Peer startInto(Path file, String... command) throws IOException {
    return new Peer(
        new ProcessBuilder(command)
            .redirectOutput(file.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start());
  }

  /** How many seconds a command takes that reads {@code file} and whose output nobody wants. */
  static double secondsToRead(Path file, String... command) throws Exception {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectInput(file.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException(command[0] + " failed");
    }
    return (System.nanoTime() - start) / 1e9;
  }

  /** Waits for its end. */
  void await(long seconds) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
      if (System.nanoTime() - end > 0) {
        throw new IllegalStateException("the peer did not end within " + seconds + " s");
      }
      Duration _ = busy();
    }
  }

  /** How long processors worked for it and its children, as far as they were seen alive. */
  Duration busy() {
    Duration now =
        Stream.concat(Stream.of(process.toHandle()), process.descendants())
            .flatMap(one -> one.info().totalCpuDuration().stream())
            .reduce(Duration.ZERO, Duration::plus);
    busy = now.compareTo(busy) > 0 ? now : busy;
    return busy;
  }

  /** A TCP port that was free a moment ago. */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Waits until something listens there, by the table of the kernel: connecting would be seen. */
  static void awaitListening(int port) throws IOException {
    String wanted = String.format(":%04X ", port);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (System.nanoTime() < end) {
      for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
        boolean listens =
            Files.readAllLines(Path.of(table)).stream()
                .anyMatch(line -> line.contains(wanted) && line.contains(" 0A "));
        if (listens) {
          return;
        }
      }
      Thread.onSpinWait();
    }
    throw new IllegalStateException("nothing listens on " + port);
  }

  @Override
  public void close() {
    process.destroy();
  }
}
