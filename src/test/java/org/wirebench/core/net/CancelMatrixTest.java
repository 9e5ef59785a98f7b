package org.wirebench.core.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
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

  /** A task that blocks on one connection as the last thing it does. */
  private interface Blocking {
    Object on(Connection connection, JobContext context) throws Exception;
  }

  /** Connecting to an end that takes connections and says nothing. */
  private void connectingEndsAtOnce(UnaryOperator<ConnectSpec> how) throws Exception {
    try (BadServer server = BadServer.silent()) {
      ConnectSpec spec = how.apply(to(server.address()));
      endsAtOnce(context -> network.connect(spec, context));
    }
  }

  /** Connected to an end that neither reads nor says anything. */
  private void endsAtOnceConnected(Blocking task) throws Exception {
    try (BadServer server = BadServer.silent()) {
      endsAtOnce(context -> task.on(network.connect(to(server.address()), context), context));
    }
  }

  private void endsAtOnceUnderTls(Blocking task) throws Exception {
    try (Listening listening =
        new Listening(network, jobs, Listening.LOOPBACK.withTls(identified()))) {
      InetSocketAddress address = (InetSocketAddress) listening.listener().address();
      endsAtOnce(
          context -> {
            JobContext.Fork<Connection> _ =
                context.fork("serve", forked -> listening.next().open(forked));
            return task.on(network.connect(to(address).withTls(ANY_TLS), context), context);
          });
    }
  }

  private static ServerTls identified() {
    return ServerTls.of(new KeySource.Held(Authority.create("test").localServer()));
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
    connectingEndsAtOnce(
        spec -> spec.withProxy(new ProxySettings.HttpConnect(spec.remote(), "", "")));
  }

  @Test
  void socksProxyHandshake() throws Exception {
    connectingEndsAtOnce(spec -> spec.withProxy(new ProxySettings.Socks5(spec.remote(), "", "")));
  }

  @Test
  void tlsHandshakeOfAClient() throws Exception {
    connectingEndsAtOnce(spec -> spec.withTls(ANY_TLS));
  }

  @Test
  void tlsHandshakeOfAServer() throws Exception {
    ListenSpec spec = Listening.shakingHands(identified(), Duration.ofMinutes(5));
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
    endsAtOnceConnected((connection, _) -> connection.in().read());
  }

  @Test
  void readThroughTheSocketOfALibrary() throws Exception {
    endsAtOnceConnected((connection, _) -> connection.socket().getInputStream().read());
  }

  @Test
  void readUnderTls() throws Exception {
    endsAtOnceUnderTls((connection, _) -> connection.in().read());
  }

  @Test
  void readInAFork() throws Exception {
    endsAtOnceConnected(
        (connection, context) -> context.fork("read", _ -> connection.in().read()).join());
  }

  @Test
  void writeToAPeerThatNeverReads() throws Exception {
    endsAtOnceConnected((connection, _) -> fill(connection));
  }

  @Test
  void writeUnderTlsToAPeerThatNeverReads() throws Exception {
    endsAtOnceUnderTls((connection, _) -> fill(connection));
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
    endsAtOnce(context -> network.listen(Listening.LOOPBACK, context).accept() == null);
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
