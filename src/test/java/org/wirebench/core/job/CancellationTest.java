package org.wirebench.core.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wirebench.testkit.BadServer;
import org.wirebench.testkit.BlackHole;
import org.wirebench.testkit.CancelProbe;
import org.wirebench.testkit.TestJobs;

/** Jobs that block in plain sockets, with nothing of ours in between. */
@Timeout(60)
class CancellationTest {
  private static final Duration BOUND = Duration.ofMillis(100);

  @RegisterExtension private final TestJobs jobs = new TestJobs();
  private final CancelProbe probe = new CancelProbe(jobs);

  @Test
  void aJobBlockedInReadEndsWhenCancelled() throws Exception {
    try (BadServer server = BadServer.silent()) {
      assertThat(
              probe.measure(
                  context -> {
                    try (Socket socket = connected(server, context)) {
                      return socket.getInputStream().read();
                    }
                  }))
          .isLessThan(BOUND);
    }
  }

  @Test
  void aJobBlockedInConnectEndsWhenCancelled() throws Exception {
    try (BlackHole hole = new BlackHole(InetAddress.getLoopbackAddress())) {
      assertThat(
              probe.measure(
                  context -> {
                    try (SocketChannel channel = SocketChannel.open()) {
                      JobContext.Registration _ = context.closeOnCancel(channel);
                      return channel.connect(hole.address());
                    }
                  }))
          .isLessThan(BOUND);
    }
  }

  @Test
  void aJobBlockedInAcceptEndsWhenCancelled() throws Exception {
    assertThat(
            probe.measure(
                context -> {
                  try (ServerSocket server =
                      new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                    JobContext.Registration _ = context.closeOnCancel(server);
                    return server.accept();
                  }
                }))
        .isLessThan(BOUND);
  }

  @Test
  void aJobBlockedInATlsHandshakeEndsWhenCancelled() throws Exception {
    try (BadServer server = BadServer.silent()) {
      assertThat(
              probe.measure(
                  context -> {
                    Socket raw = connected(server, context);
                    SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
                    try (SSLSocket tls =
                        (SSLSocket) factory.createSocket(raw, "localhost", 443, true)) {
                      tls.startHandshake();
                      return "";
                    }
                  }))
          .isLessThan(BOUND);
    }
  }

  private static Socket connected(BadServer server, JobContext context) throws IOException {
    Socket socket = new Socket(server.address().getAddress(), server.port());
    JobContext.Registration _ = context.closeOnCancel(socket);
    return socket;
  }
}
