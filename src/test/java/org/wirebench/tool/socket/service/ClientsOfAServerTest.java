package org.wirebench.tool.socket.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.wirebench.tool.socket.service.SocketHarness.awaitReply;
import static org.wirebench.tool.socket.service.SocketHarness.bytes;
import static org.wirebench.tool.socket.service.SocketHarness.client;
import static org.wirebench.tool.socket.service.SocketHarness.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.wire.Direction;
import org.wirebench.tool.socket.request.Behaviour;
import org.wirebench.tool.socket.request.Transport;

/** The clients of a server: how many there may be, and who is spoken to. */
@Timeout(30)
class ClientsOfAServerTest {
  @RegisterExtension private final SocketHarness harness = new SocketHarness();

  @Test
  void moreClientsThanAllowedAreSentAway() throws Exception {
    var server = harness.serve(harness.server(Transport.TCP, new Behaviour.Echo(), 1));
    var first = harness.talk(client(Transport.TCP, server.session()));
    await().until(() -> server.session().connected() == 1);
    var second = harness.talk(client(Transport.TCP, server.session()));
    assertThat(second.job().await()).isInstanceOf(Outcome.Done.class);
    assertThat(server.session().refused()).isEqualTo(1);
    assertThat(first.session().offer(bytes("still here"))).isTrue();
    awaitReply(first.session(), "still here");
  }

  @Test
  void aServerSpeaksToOneToSomeAndToAll() throws Exception {
    var server = harness.serve(Transport.TCP, new Behaviour.Nothing());
    var one = harness.talk(client(Transport.TCP, server.session()));
    await().until(() -> server.session().connected() == 1);
    var two = harness.talk(client(Transport.TCP, server.session()));
    await().until(() -> server.session().connected() == 2);
    server.session().clients().forEach(client -> client.offer(bytes("all ")));
    assertThat(server.session().clients().get(1).offer(bytes("two"))).isTrue();
    awaitReply(one.session(), "all ");
    awaitReply(two.session(), "all two");
    server.session().clients().getFirst().disconnect();
    assertThat(one.job().await()).isInstanceOf(Outcome.Done.class);
    assertThat(two.job().isDone()).isFalse();
    await().until(() -> server.session().connected() == 1);
  }

  /** The goodbye of TLS waits for room that a client which does not read never makes. */
  @Test
  void sendingAwayAClientThatDoesNotReadHoldsUpNobody() throws Exception {
    var server = harness.serve(Transport.TLS, new Behaviour.Chargen());
    int port = ((InetSocketAddress) server.session().address()).getPort();
    try (SSLSocket deaf = (SSLSocket) trusting().getSocketFactory().createSocket()) {
      deaf.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      deaf.startHandshake();
      AtomicLong before = new AtomicLong(-1);
      await()
          .pollInterval(Duration.ofMillis(300))
          .until(
              () -> {
                long now = server.session().transcript().total(Direction.OUT);
                return now > 0 && before.getAndSet(now) == now;
              });
      long start = System.nanoTime();
      server.session().clients().getFirst().disconnect();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Ending.FAREWELL);
      await().until(() -> server.session().connected() == 0);
    }
  }

  /** Believes the authority of the harness, for a client that is not ours. */
  private SSLContext trusting() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("authority", harness.authority().certificate());
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
