package org.wirebench.core.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.job.Task;
import org.wirebench.core.net.tls.Authority;
import org.wirebench.core.net.tls.KeySource;
import org.wirebench.core.net.tls.ServerTls;
import org.wirebench.core.net.tls.TlsSettings;
import org.wirebench.testkit.BadServer;
import org.wirebench.testkit.BlackHole;
import org.wirebench.testkit.CancelProbe;
import org.wirebench.testkit.FakeResolver;
import org.wirebench.testkit.TestJobs;
import org.wirebench.testkit.TestNetwork;

/** Whatever a job blocks in, it ends within a tenth of a second of being cancelled. */
@Timeout(120)
class CancelMatrixTest {
  private static final Duration BOUND = Duration.ofMillis(100);
  private static final TlsSettings ANY_TLS =
      TlsSettings.DEFAULT.withTrust(new TlsSettings.Trust.None());

  private final CountDownLatch gate = new CountDownLatch(1);

  @RegisterExtension private final TestNetwork net = new TestNetwork(FakeResolver.stuckUntil(gate));

  private final TestJobs jobs = net.jobs();
  private final Network network = net.network();
  @TempDir private Path folder;

  @BeforeEach
  void nothingRuns() {
    assertThat(jobs.jobs().running()).isEmpty();
  }

  @AfterEach
  void openTheGate() {
    gate.countDown();
  }

  private void endsAtOnce(Task<?> task) throws InterruptedException {
    assertThat(new CancelProbe(jobs).measure(task)).isLessThan(BOUND);
  }

  private static ConnectSpec to(InetSocketAddress address) {
    return ConnectSpec.to(
            "test", new Endpoint(address.getAddress().getHostAddress(), address.getPort()))
        .withTimeout(Duration.ofMinutes(5));
  }

  @Test
  void resolve() throws Exception {
    endsAtOnce(
        context ->
            network.connect(
                ConnectSpec.to("test", new Endpoint("slow.test", 80))
                    .withTimeout(Duration.ofMinutes(5)),
                context));
  }

  @Test
  void connect() throws Exception {
    try (BlackHole hole = new BlackHole(InetAddress.ofLiteral("127.0.0.2"))) {
      endsAtOnce(context -> network.connect(to(hole.address()), context));
    }
  }

  @Test
  void httpProxyHandshake() throws Exception {
    try (BadServer server = BadServer.silent()) {
      ProxySettings proxy =
          new ProxySettings.HttpConnect(new Endpoint("127.0.0.1", server.port()), "", "");
      endsAtOnce(context -> network.connect(to(server.address()).withProxy(proxy), context));
    }
  }

  @Test
  void socksProxyHandshake() throws Exception {
    try (BadServer server = BadServer.silent()) {
      ProxySettings proxy =
          new ProxySettings.Socks5(new Endpoint("127.0.0.1", server.port()), "", "");
      endsAtOnce(context -> network.connect(to(server.address()).withProxy(proxy), context));
    }
  }

  @Test
  void tlsHandshakeOfAClient() throws Exception {
    try (BadServer server = BadServer.silent()) {
      endsAtOnce(context -> network.connect(to(server.address()).withTls(ANY_TLS), context));
    }
  }

  @Test
  void tlsHandshakeOfAServer() throws Exception {
    ServerTls tls = ServerTls.of(new KeySource.Held(Authority.create("test").localServer()));
    ListenSpec spec =
        ListenSpec.loopback("test").withTls(tls).withHandshakeTimeout(Duration.ofMinutes(5));
    endsAtOnce(
        context -> {
          Listener listener = network.listen(spec, context);
          Connection _ = network.connect(to((InetSocketAddress) listener.address()), context);
          return opened(listener, context);
        });
  }

  private static Connection opened(Listener listener, JobContext context) throws Exception {
    Incoming incoming = listener.accept();
    if (incoming == null) {
      throw new AssertionError("closed");
    }
    return incoming.open(context);
  }

  @Test
  void read() throws Exception {
    try (BadServer server = BadServer.silent()) {
      endsAtOnce(context -> network.connect(to(server.address()), context).in().read());
    }
  }

  @Test
  void readThroughTheSocketOfALibrary() throws Exception {
    try (BadServer server = BadServer.silent()) {
      endsAtOnce(
          context ->
              network.connect(to(server.address()), context).socket().getInputStream().read());
    }
  }

  @Test
  void readUnderTls() throws Exception {
    ServerTls tls = ServerTls.of(new KeySource.Held(Authority.create("test").localServer()));
    try (Listening listening =
        new Listening(network, jobs, ListenSpec.loopback("test").withTls(tls))) {
      endsAtOnce(
          context -> {
            JobContext.Fork<Connection> _ =
                context.fork("serve", forked -> listening.next().open(forked));
            return network
                .connect(
                    to((InetSocketAddress) listening.listener().address()).withTls(ANY_TLS),
                    context)
                .in()
                .read();
          });
    }
  }

  @Test
  void readInAFork() throws Exception {
    try (BadServer server = BadServer.silent()) {
      endsAtOnce(
          context -> {
            Connection connection = network.connect(to(server.address()), context);
            return context.fork("read", _ -> connection.in().read()).join();
          });
    }
  }

  @Test
  void writeToAPeerThatNeverReads() throws Exception {
    try (BadServer server = BadServer.silent()) {
      endsAtOnce(context -> fill(network.connect(to(server.address()), context)));
    }
  }

  @Test
  void writeUnderTlsToAPeerThatNeverReads() throws Exception {
    ServerTls tls = ServerTls.of(new KeySource.Held(Authority.create("test").localServer()));
    try (Listening listening =
        new Listening(network, jobs, ListenSpec.loopback("test").withTls(tls))) {
      endsAtOnce(
          context -> {
            JobContext.Fork<Connection> _ =
                context.fork("serve", forked -> listening.next().open(forked));
            return fill(
                network.connect(
                    to((InetSocketAddress) listening.listener().address()).withTls(ANY_TLS),
                    context));
          });
    }
  }

  private static boolean fill(Connection connection) throws IOException {
    byte[] piece = new byte[256 * 1024];
    while (!connection.isClosed()) {
      connection.out().write(piece);
    }
    return true;
  }

  @Test
  void accept() throws Exception {
    endsAtOnce(context -> network.listen(ListenSpec.loopback("test"), context).accept() == null);
  }

  @Test
  void receive() throws Exception {
    endsAtOnce(
        context ->
            network
                .datagram(
                    DatagramSpec.bound(
                        "test", new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)),
                    context)
                .receive());
  }

  @Test
  void unixAccept() throws Exception {
    Path path = folder.resolve("accept");
    endsAtOnce(context -> network.listenUnix("test", "test", path, context).accept() == null);
    assertThat(path).doesNotExist();
  }

  @Test
  void unixRead() throws Exception {
    Path path = folder.resolve("read");
    endsAtOnce(
        context -> {
          Listener _ = network.listenUnix("test", "test", path, context);
          return network.connectUnix("test", "test", path, context).in().read();
        });
  }

  @Test
  void unixWrite() throws Exception {
    Path path = folder.resolve("write");
    endsAtOnce(
        context -> {
          Listener _ = network.listenUnix("test", "test", path, context);
          return fill(network.connectUnix("test", "test", path, context));
        });
  }
}
