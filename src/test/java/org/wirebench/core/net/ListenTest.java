package org.wirebench.core.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.net.NetFailure.Kind;
import org.wirebench.core.net.tls.Authority;
import org.wirebench.core.net.tls.KeySource;
import org.wirebench.core.net.tls.ServerTls;
import org.wirebench.core.net.tls.TlsSettings;
import org.wirebench.testkit.FakeResolver;
import org.wirebench.testkit.TestJobs;
import org.wirebench.testkit.TestNetwork;

@Timeout(60)
class ListenTest {
  private static final InetAddress V4 = InetAddress.ofLiteral("127.0.0.1");
  private static final InetAddress V6 = InetAddress.ofLiteral("::1");

  @RegisterExtension private final TestNetwork net = new TestNetwork();
  private final TestJobs jobs = net.jobs();

  private Listening listening(ListenSpec spec) throws InterruptedException {
    return new Listening(net.network(), jobs, spec);
  }

  @Test
  void allAddressesOfBothFamiliesAreServedByOneSocket() throws Exception {
    try (Listening listening = listening(ListenSpec.on("test", null, 0));
        Socket four = new Socket(V4, listening.port());
        Socket six = new Socket(V6, listening.port())) {
      assertThat(List.of(family(listening), family(listening)))
          .containsExactlyInAnyOrder("Inet4Address", "Inet6Address");
      assertThat(four.isConnected() && six.isConnected()).isTrue();
    }
  }

  private static String family(Listening listening) throws InterruptedException {
    return ((InetSocketAddress) listening.next().remote()).getAddress().getClass().getSimpleName();
  }

  @Test
  void ipv4AloneIsNotReachedByIpv6() throws Exception {
    try (Listening listening = listening(ListenSpec.on("test", null, 0).withFamily(Family.IPV4));
        Socket four = new Socket(V4, listening.port())) {
      assertThat(family(listening)).isEqualTo("Inet4Address");
      assertThat(four.isConnected()).isTrue();
      assertThatThrownBy(() -> new Socket(V6, listening.port())).hasMessageContaining("refused");
    }
  }

  @Test
  void ipv6AloneTurnsIpv4Away() throws Exception {
    try (Listening listening = listening(ListenSpec.on("test", null, 0).withFamily(Family.IPV6));
        Socket four = new Socket(V4, listening.port());
        Socket six = new Socket(V6, listening.port())) {
      assertThat(family(listening)).isEqualTo("Inet6Address");
      assertThat(six.isConnected()).isTrue();
      assertThatThrownBy(() -> four.getInputStream().read()).isInstanceOf(SocketException.class);
    }
  }

  @Test
  void ofANameWithBothFamiliesIpv4IsListenedOn() throws Exception {
    try (TestNetwork both = new TestNetwork(FakeResolver.of("both.test", "::1", "127.0.0.1"))) {
      ListenSpec spec = ListenSpec.on("test", "both.test", 0);
      try (Listening listening = new Listening(both.network(), jobs, spec)) {
        assertThat(hostOf(listening)).isEqualTo(V4);
      }
      ListenSpec newer = spec.withFamily(Family.IPV6);
      try (Listening listening = new Listening(both.network(), jobs, newer)) {
        assertThat(hostOf(listening)).isEqualTo(V6);
      }
    }
  }

  private static InetAddress hostOf(Listening listening) {
    return ((InetSocketAddress) listening.listener().address()).getAddress();
  }

  @Test
  void aTakenPortIsSaidSo() throws Exception {
    try (Listening listening = listening(Listening.LOOPBACK)) {
      NetFailure failure =
          jobs.failure(
              context ->
                  net.network()
                      .listen(ListenSpec.on("test", "127.0.0.1", listening.port()), context));
      assertThat(failure.kind()).isEqualTo(Kind.ADDRESS_IN_USE);
    }
  }

  @Test
  void anAddressThatIsNotOursIsSaidSo() throws Exception {
    NetFailure failure =
        jobs.failure(
            context -> net.network().listen(ListenSpec.on("test", "203.0.113.9", 0), context));
    assertThat(failure.kind()).isEqualTo(Kind.INVALID);
  }

  @Test
  void aClosedListenerAcceptsNothing() throws Exception {
    jobs.run(
        context -> {
          Listener listener = net.network().listen(Listening.LOOPBACK, context);
          JobContext.Fork<Boolean> waiting = context.fork("accept", _ -> listener.accept() == null);
          listener.close();
          assertThat(waiting.join()).isTrue();
          assertThat(listener.accept()).isNull();
          return "";
        });
  }

  @Test
  void clientsStayConnectedWhenTheListenerCloses() throws Exception {
    Listening listening = listening(Listening.LOOPBACK);
    try (Socket client = new Socket(V4, listening.port())) {
      jobs.run(
          context -> {
            Connection server = listening.next().open(context);
            listening.close();
            server.out().write(5);
            assertThat(client.getInputStream().read()).isEqualTo(5);
            server.close();
            return "";
          });
    }
  }

  @Test
  void aClientThatNeverShakesHandsHoldsUpNobodyAndIsSentAway() throws Exception {
    ServerTls tls = ServerTls.of(new KeySource.Held(Authority.create("test").localServer()));
    ListenSpec spec = Listening.shakingHands(tls, Duration.ofMillis(400));
    try (Listening listening = listening(spec);
        Socket slow = new Socket(V4, listening.port())) {
      NetFailure late =
          jobs.failure(
              context -> {
                Incoming first = listening.next();
                JobContext.Fork<Connection> stuck = context.fork("slow", first::open);
                JobContext.Fork<Connection> served =
                    context.fork("quick", forked -> listening.next().open(forked));
                Connection client =
                    net.network()
                        .connect(
                            ConnectSpec.to("test", new Endpoint("127.0.0.1", listening.port()))
                                .withTls(
                                    TlsSettings.DEFAULT.withTrust(new TlsSettings.Trust.None())),
                            context);
                served.join().out().write(9);
                assertThat(client.in().read()).isEqualTo(9);
                assertThat(stuck.isDone()).isFalse();
                return stuck.join();
              });
      assertThat(late.kind()).isEqualTo(Kind.TIMED_OUT);
      assertThat(late.phase()).contains(Phase.TLS);
      assertThat(slow.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void aClientCanBeSentAwayUnserved() throws Exception {
    try (Listening listening = listening(Listening.LOOPBACK);
        Socket client = new Socket(V4, listening.port())) {
      Incoming incoming = listening.next();
      incoming.close();
      assertThat(client.getInputStream().read()).isEqualTo(-1);
      assertThat(jobs.outcome(incoming::open)).isNotNull();
      assertThat(jobs.faults()).singleElement().isInstanceOf(IllegalStateException.class);
      jobs.faults().clear();
    }
  }

  @Test
  void aThousandClientsAreServedAtOnce() throws Exception {
    int many = 1000;
    try (Listening listening = listening(Listening.LOOPBACK)) {
      jobs.run(
          context -> {
            List<Connection> clients = new ArrayList<>();
            for (int i = 0; i < many; i++) {
              clients.add(
                  net.network()
                      .connect(
                          ConnectSpec.to("test", new Endpoint("127.0.0.1", listening.port())),
                          context));
              Connection server = listening.next().open(context);
              JobContext.Fork<Boolean> _ = context.fork("echo", _ -> echo(server));
            }
            for (Connection client : clients) {
              client.out().write(42);
            }
            for (Connection client : clients) {
              assertThat(client.in().read()).isEqualTo(42);
              client.close();
            }
            return "";
          });
    }
  }

  private static boolean echo(Connection server) throws IOException {
    try (server) {
      server.out().write(server.in().read());
      return server.in().read() < 0;
    }
  }
}
