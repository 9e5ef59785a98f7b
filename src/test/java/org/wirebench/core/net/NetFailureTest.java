package org.wirebench.core.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.wirebench.core.job.DeadlineExceededException;
import org.wirebench.core.job.Job;
import org.wirebench.core.job.JobSpec;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.net.NetFailure.Kind;
import org.wirebench.testkit.BadServer;
import org.wirebench.testkit.ClosedPort;
import org.wirebench.testkit.TestJobs;

/** Exceptions of the platform as it really throws them; what core.net opens is tested there. */
@Timeout(60)
class NetFailureTest {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  private interface Action {
    void run() throws Exception;
  }

  /** How what {@code action} throws is told. */
  private static NetFailure provoke(Action action) {
    try {
      action.run();
    } catch (Exception thrown) {
      NetFailure failure = NetFailure.of(thrown);
      assertThat(failure.title()).isNotBlank();
      assertThat(failure.cause()).isNotBlank();
      return failure;
    }
    throw new AssertionError("nothing was thrown");
  }

  @Test
  void refused() {
    NetFailure failure =
        provoke(
            () -> {
              try (ClosedPort port = new ClosedPort()) {
                new Socket(LOOPBACK, port.port()).close();
              }
            });
    assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
    assertThat(failure.remedy()).isNotBlank();
    assertThat(failure.detail()).contains("ConnectException");
  }

  @Test
  void networkUnreachable() {
    assertThat(
            provoke(
                    () ->
                        SocketChannel.open(
                                new InetSocketAddress(InetAddress.ofLiteral("224.0.0.1"), 80))
                            .close())
                .kind())
        .isEqualTo(Kind.UNREACHABLE);
  }

  /** No machine can be made to say this without changing its routes. */
  @Test
  void noRoute() {
    assertThat(NetFailure.of(new NoRouteToHostException("No route to host")).kind())
        .isEqualTo(Kind.UNREACHABLE);
    assertThat(NetFailure.of(new ConnectException("Connection timed out")).kind())
        .isEqualTo(Kind.TIMED_OUT);
  }

  @Test
  void readTimedOut() throws Exception {
    try (BadServer server = BadServer.silent();
        Socket socket = new Socket(LOOPBACK, server.port())) {
      socket.setSoTimeout(20);
      assertThat(provoke(() -> socket.getInputStream().read()).kind()).isEqualTo(Kind.TIMED_OUT);
    }
  }

  @Test
  void resetAndBrokenPipe() throws Exception {
    try (BadServer server = BadServer.resetting();
        Socket socket = new Socket(LOOPBACK, server.port())) {
      socket.getOutputStream().write(1);
      assertThat(provoke(() -> socket.getInputStream().read()).kind()).isEqualTo(Kind.RESET);
      NetFailure pipe =
          provoke(
              () -> {
                for (int i = 0; i < 100; i++) {
                  socket.getOutputStream().write(new byte[100_000]);
                }
              });
      assertThat(pipe.kind()).isEqualTo(Kind.RESET);
    }
  }

  @Test
  void closedHere() throws Exception {
    try (BadServer server = BadServer.silent()) {
      Socket socket = new Socket(LOOPBACK, server.port());
      socket.close();
      assertThat(provoke(() -> socket.getInputStream().read()).kind()).isEqualTo(Kind.CANCELLED);
    }
  }

  @Test
  void bindErrors() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, LOOPBACK)) {
      assertThat(provoke(() -> new ServerSocket(taken.getLocalPort(), 1, LOOPBACK).close()).kind())
          .isEqualTo(Kind.ADDRESS_IN_USE);
    }
    assertThat(
            provoke(() -> new ServerSocket(0, 1, InetAddress.ofLiteral("203.0.113.9")).close())
                .kind())
        .isEqualTo(Kind.INVALID);
  }

  @Test
  void unknownHost() {
    NetFailure failure = provoke(() -> InetAddress.getAllByName("no-such-host.invalid"));
    assertThat(failure.kind()).isEqualTo(Kind.HOST_UNKNOWN);
    assertThat(failure.cause()).contains("no-such-host.invalid");
  }

  @Test
  void whatTheTlsEngineSaysIsSaidWithoutItsNamesForIt() {
    NetFailure failure =
        NetFailure.of(
            new SSLException("(unexpected_message) Unexpected handshake message: client_hello"));
    assertThat(failure.kind()).isEqualTo(Kind.TLS_OTHER);
    assertThat(failure.cause())
        .isEqualTo(
            "The handshake was broken off on this side: Unexpected handshake message:"
                + " client_hello.");
  }

  @Test
  void tlsOfALibraryThatBringsItsOwnSockets() throws Exception {
    try (BadServer server = BadServer.saying("220 mail\r\n".getBytes(StandardCharsets.US_ASCII))) {
      NetFailure failure =
          provoke(
              () -> {
                try (Socket socket =
                    SSLSocketFactory.getDefault().createSocket(LOOPBACK, server.port())) {
                  socket.getOutputStream().write(1);
                }
              });
      assertThat(failure.kind()).isEqualTo(Kind.TLS_OTHER);
      assertThat(failure.phase()).contains(Phase.TLS);
    }
  }

  @Test
  void files(@TempDir Path folder) {
    NetFailure missing = provoke(() -> Files.readString(folder.resolve("nothing")));
    assertThat(missing.kind()).isEqualTo(Kind.IO);
    assertThat(missing.cause()).contains("nothing");
    assertThat(provoke(() -> new FileInputStream(folder.resolve("old").toFile()).close()).title())
        .isEqualTo(missing.title());
    assertThat(
            provoke(
                    () -> {
                      Files.createFile(folder.resolve("twice"));
                      Files.createFile(folder.resolve("twice"));
                    })
                .title())
        .isEqualTo("File exists");
    assertThat(provoke(() -> Files.readString(folder)).kind()).isEqualTo(Kind.IO);
  }

  /** The kernel lets nobody write here, not even the superuser; elsewhere it lets him anywhere. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void noPermission() {
    Path file = Path.of("/proc/sys/kernel/ostype");
    assertThat(
            provoke(
                    () -> {
                      try (OutputStream out =
                          Files.newOutputStream(file, StandardOpenOption.WRITE)) {
                        out.write(1);
                      }
                    })
                .kind())
        .isEqualTo(Kind.PERMISSION);
  }

  @Test
  @EnabledOnOs(OS.LINUX) // It has a device for it.
  void diskFull() {
    Path full = Path.of("/dev/full");
    assertThat(
            provoke(
                    () -> {
                      try (OutputStream out = Files.newOutputStream(full)) {
                        out.write(1);
                      }
                    })
                .kind())
        .isEqualTo(Kind.LIMIT);
  }

  @Test
  void interrupted() {
    assertThat(
            provoke(
                    () -> {
                      Thread.currentThread().interrupt();
                      new CountDownLatch(1).await();
                    })
                .kind())
        .isEqualTo(Kind.CANCELLED);
    assertThat(NetFailure.of(new CancellationException()).kind()).isEqualTo(Kind.CANCELLED);
  }

  @Test
  void channelClosedByInterrupt() throws Exception {
    try (BadServer server = BadServer.silent();
        SocketChannel channel = SocketChannel.open(server.address())) {
      NetFailure failure =
          provoke(
              () -> {
                Thread.currentThread().interrupt();
                channel.read(ByteBuffer.allocate(1));
              });
      assertThat(Thread.interrupted()).isTrue();
      assertThat(failure.kind()).isEqualTo(Kind.CANCELLED);
    }
  }

  @Test
  void aDeadlineTellsTheStep() throws Exception {
    try (TestJobs jobs = new TestJobs()) {
      Job<Object> job =
          jobs.jobs()
              .start(
                  JobSpec.named("test", "").within(Duration.ofMillis(30)),
                  context -> {
                    context.step("waiting for\u001b a reply");
                    context.pause(Duration.ofMinutes(1));
                    return "";
                  });
      Outcome<Object> outcome = job.await();
      assertThat(outcome)
          .isInstanceOfSatisfying(
              Outcome.Failed.class,
              failed -> {
                NetFailure failure = (NetFailure) failed.failure();
                assertThat(failure.kind()).isEqualTo(Kind.TIMED_OUT);
                assertThat(failure.cause())
                    .contains("30 ms", "waiting for")
                    .doesNotContain("\u001b");
                assertThat(failure.detail())
                    .contains(DeadlineExceededException.class.getSimpleName());
              });
    }
  }

  @Test
  void anEndThatCameTooEarly() {
    assertThat(provoke(() -> new DataInputStream(InputStream.nullInputStream()).readInt()).kind())
        .isEqualTo(Kind.CLOSED);
    assertThat(NetFailure.of(new IOException(new EOFException())).kind()).isEqualTo(Kind.CLOSED);
  }

  @Test
  void anImpossibleEndpoint() {
    NetFailure failure = provoke(() -> Endpoint.parse("a b", 1));
    assertThat(failure.kind()).isEqualTo(Kind.INVALID);
    assertThat(failure.cause()).contains("space");
  }

  @Test
  void wrappersAreUnwrapped() {
    IOException inner = new SocketTimeoutException();
    assertThat(NetFailure.of(new UncheckedIOException(inner)).kind()).isEqualTo(Kind.TIMED_OUT);
    assertThat(NetFailure.of(new ExecutionException(inner)).kind()).isEqualTo(Kind.TIMED_OUT);
    assertThat(NetFailure.of(new IOException("outer", inner)).kind()).isEqualTo(Kind.TIMED_OUT);
  }

  @Test
  void anythingElseIsADefectWithItsTrace() {
    NetFailure failure =
        provoke(
            () -> {
              throw new IllegalStateException("odd\u001b[31m", new IOException("inner"));
            });
    assertThat(failure.kind()).isEqualTo(Kind.INTERNAL);
    assertThat(failure.detail())
        .contains("NetFailureTest", "Caused by: java.io.IOException: inner")
        .doesNotContain("\u001b");
    assertThat(failure.detail().lines().count()).isGreaterThan(3);
  }

  @Test
  void anIoExceptionNobodyKnowsIsStillIo() {
    assertThat(NetFailure.of(new IOException("who knows")).kind()).isEqualTo(Kind.IO);
    assertThat(NetFailure.of(new IOException((String) null)).kind()).isEqualTo(Kind.IO);
    assertThat(NetFailure.of(new FileSystemException("a", "b", "strange")).kind())
        .isEqualTo(Kind.IO);
    assertThat(NetFailure.of(new NoSuchFileException(null)).kind()).isEqualTo(Kind.IO);
  }
}
