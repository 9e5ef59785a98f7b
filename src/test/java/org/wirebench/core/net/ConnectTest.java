package org.wirebench.core.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wirebench.core.net.NetFailure.Kind;
import org.wirebench.testkit.BadServer;
import org.wirebench.testkit.BlackHole;
import org.wirebench.testkit.FakeResolver;
import org.wirebench.testkit.TestNetwork;

@Timeout(60)
class ConnectTest {
  private static final InetAddress FIRST = InetAddress.ofLiteral("127.0.0.2");

  private static ConnectSpec to(String host, int port) {
    return ConnectSpec.to("test", new Endpoint(host, port));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Test
  void aNameIsResolvedAndConnectedTo() throws Exception {
    try (BadServer server = BadServer.silent();
        TestNetwork net = new TestNetwork(FakeResolver.of("server.test", "127.0.0.1"))) {
      net.connect(
          to("server.test", server.port()),
          connection -> {
            assertThat(connection.remote()).isEqualTo(server.address());
            assertThat(connection.peerEnd()).isEqualTo(PeerEnd.NONE);
            assertThat(connection.phases().timed())
                .extracting(Phases.Timed::phase)
                .containsExactly(Phase.RESOLVE, Phase.CONNECT);
          });
    }
  }

  @Test
  void aSilentFirstAddressCostsAQuarterOfASecond() throws Exception {
    try (BadServer server = BadServer.silent();
        BlackHole _ = new BlackHole(FIRST, server.port());
        TestNetwork net = new TestNetwork(FakeResolver.of("two.test", "127.0.0.2", "127.0.0.1"))) {
      net.connect(
          to("two.test", server.port()),
          connection -> {
            assertThat(connection.remote()).isEqualTo(server.address());
            assertThat(connection.phases().of(Phase.CONNECT))
                .isBetween(Duration.ofMillis(250), Duration.ofMillis(900));
          });
    }
  }

  @Test
  void aRefusedFirstAddressCostsNothing() throws Exception {
    try (BadServer server = BadServer.silent();
        TestNetwork net = new TestNetwork(FakeResolver.of("two.test", "::1", "127.0.0.1"))) {
      net.connect(
          to("two.test", server.port()),
          connection -> {
            assertThat(connection.remote()).isEqualTo(server.address());
            assertThat(connection.phases().of(Phase.CONNECT)).isLessThan(Duration.ofMillis(240));
          });
    }
  }

  @Test
  void withAPortOfOursTheAddressesAreTriedOneByOne() throws Exception {
    try (BadServer server = BadServer.silent();
        BlackHole _ = new BlackHole(FIRST, server.port());
        TestNetwork net = new TestNetwork(FakeResolver.of("two.test", "127.0.0.2", "127.0.0.1"))) {
      InetSocketAddress local = new InetSocketAddress(freePort());
      net.connect(
          to("two.test", server.port()).withLocal(local).withTimeout(Duration.ofSeconds(2)),
          connection -> {
            assertThat(connection.remote()).isEqualTo(server.address());
            assertThat(((InetSocketAddress) connection.local()).getPort())
                .isEqualTo(local.getPort());
          });
    }
  }

  @Test
  void withAPortOfOursEachAddressThatIsSilentIsSaidToBe() throws Exception {
    InetAddress second = InetAddress.ofLiteral("127.0.0.3");
    try (BlackHole hole = new BlackHole(FIRST);
        BlackHole _ = new BlackHole(second, hole.address().getPort());
        TestNetwork net = new TestNetwork(FakeResolver.of("two.test", "127.0.0.2", "127.0.0.3"))) {
      ConnectSpec spec =
          to("two.test", hole.address().getPort())
              .withLocal(new InetSocketAddress(freePort()))
              .withTimeout(Duration.ofSeconds(1));
      NetFailure failure = net.failure(spec);
      assertThat(failure.kind()).isEqualTo(Kind.TIMED_OUT);
      assertThat(failure.detail().lines()).hasSize(2).noneMatch(line -> line.contains("Exception"));
    }
  }

  @Test
  void theFailureNamesEveryAttempt() throws Exception {
    int port = freePort();
    try (TestNetwork net =
        new TestNetwork(FakeResolver.of("none.test", "::1", "127.0.0.1", "127.0.0.3"))) {
      NetFailure failure = net.failure(to("none.test", port));
      assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
      assertThat(failure.phase()).contains(Phase.CONNECT);
      assertThat(failure.steps())
          .extracting(Phases.Timed::phase)
          .containsExactly(Phase.RESOLVE, Phase.CONNECT);
      assertThat(failure.cause()).contains("127.0.0.1:" + port, "127.0.0.3:" + port, "1]:" + port);
      assertThat(failure.detail().lines()).hasSize(3);
      assertThat(net.failures()).anyMatch(event -> event.contains("refused"));
    }
  }

  @Test
  void theTimeLimitTellsWhoDidNotAnswer() throws Exception {
    try (BlackHole hole = new BlackHole(FIRST);
        TestNetwork net = new TestNetwork()) {
      NetFailure failure =
          net.failure(
              to("127.0.0.2", hole.address().getPort()).withTimeout(Duration.ofMillis(300)));
      assertThat(failure.kind()).isEqualTo(Kind.TIMED_OUT);
      assertThat(failure.phase()).contains(Phase.CONNECT);
      assertThat(failure.cause()).contains("127.0.0.2:" + hole.address().getPort());
    }
  }

  @Test
  void aResolverThatHangsIsTimedOut() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    try (TestNetwork net = new TestNetwork(FakeResolver.stuckUntil(gate))) {
      NetFailure failure = net.failure(to("slow.test", 80).withTimeout(Duration.ofMillis(200)));
      assertThat(failure.kind()).isEqualTo(Kind.TIMED_OUT);
      assertThat(failure.phase()).contains(Phase.RESOLVE);
      gate.countDown();
    }
  }

  @Test
  void anUnknownHostIsNamed() throws Exception {
    try (TestNetwork net = new TestNetwork(FakeResolver.of("other.test", "127.0.0.1"))) {
      NetFailure failure = net.failure(to("nobody.test", 80));
      assertThat(failure.kind()).isEqualTo(Kind.HOST_UNKNOWN);
      assertThat(failure.phase()).contains(Phase.RESOLVE);
      assertThat(failure.cause()).contains("nobody.test");
    }
  }

  @Test
  void theFamilyIsRespected() throws Exception {
    try (BadServer server = BadServer.silent();
        TestNetwork net = new TestNetwork(FakeResolver.of("two.test", "::1", "127.0.0.1"))) {
      net.connect(
          to("two.test", server.port()).withFamily(Family.IPV4),
          connection -> {
            assertThat(((InetSocketAddress) connection.remote()).getAddress())
                .isInstanceOf(Inet4Address.class);
          });
      NetFailure failure = net.failure(to("127.0.0.1", server.port()).withFamily(Family.IPV6));
      assertThat(failure.kind()).isEqualTo(Kind.HOST_UNKNOWN);
      assertThat(failure.cause()).contains("IPv6");
    }
  }

  @Test
  void theLocalAddressAndPortAreUsed() throws Exception {
    int port = freePort();
    try (BadServer server = BadServer.silent();
        TestNetwork net = new TestNetwork(FakeResolver.of("two.test", "::1", "127.0.0.1"))) {
      net.connect(
          to("two.test", server.port()).withLocal(new InetSocketAddress(FIRST, port)),
          connection -> {
            assertThat(connection.local()).isEqualTo(new InetSocketAddress(FIRST, port));
            connection.reset();
          });
    }
  }

  @Test
  void aPortOfOursThatWasUsedAMomentAgoIsUsedAgain() throws Exception {
    int port = freePort();
    try (BadServer one = BadServer.silent();
        BadServer other = BadServer.silent();
        TestNetwork net = new TestNetwork()) {
      for (BadServer server : List.of(one, other)) {
        net.connect(
            to("127.0.0.1", server.port()).withLocal(new InetSocketAddress(FIRST, port)),
            Connection::close);
      }
    }
  }

  @Test
  void aPortOfOursThatIsTakenIsNamed() throws Exception {
    try (BadServer server = BadServer.silent();
        BadServer taken = BadServer.silent();
        TestNetwork net = new TestNetwork()) {
      NetFailure failure =
          net.failure(
              to("127.0.0.1", server.port()).withLocal(new InetSocketAddress(taken.port())));
      assertThat(failure.kind()).isEqualTo(Kind.ADDRESS_IN_USE);
      assertThat(failure.cause()).contains("our port " + taken.port());
      assertThat(failure.remedy()).contains("local port");
    }
  }

  @Test
  void anAddressThatIsNotOursCannotBeLocal() throws Exception {
    try (BadServer server = BadServer.silent();
        TestNetwork net = new TestNetwork()) {
      NetFailure failure =
          net.failure(
              to("127.0.0.1", server.port())
                  .withLocal(new InetSocketAddress(InetAddress.ofLiteral("203.0.113.9"), 0)));
      assertThat(failure.kind()).isEqualTo(Kind.INVALID);
      assertThat(failure.title()).contains("Not an address of this machine");
    }
  }

  @Test
  void aZoneThatIsNoInterfaceIsSaidSo() throws Exception {
    try (TestNetwork net = new TestNetwork()) {
      NetFailure failure = net.failure(to("fe80::1%nosuch0", 80));
      assertThat(failure.kind()).isEqualTo(Kind.INVALID);
      assertThat(failure.cause()).contains("nosuch0");
    }
  }

  @Test
  void anAddressWithNoWayToItIsUnreachable() throws Exception {
    try (TestNetwork net = new TestNetwork()) {
      // TCP to a broadcast address: every kernel says that there is no way.
      NetFailure failure = net.failure(to("255.255.255.255", 80));
      assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
    }
  }

  @Test
  void theSocketOptionsAreApplied() throws Exception {
    try (BadServer server = BadServer.silent();
        TestNetwork net = new TestNetwork()) {
      SocketSettings settings =
          new SocketSettings(false, true, OptionalInt.of(65536), OptionalInt.of(32768));
      net.connect(
          to("127.0.0.1", server.port()).withSocket(settings),
          connection -> {
            assertThat(connection.socket().getTcpNoDelay()).isFalse();
            assertThat(connection.socket().getKeepAlive()).isTrue();
            assertThat(connection.socket().getSendBufferSize()).isGreaterThanOrEqualTo(65536);
            assertThat(connection.socket().getReceiveBufferSize()).isGreaterThanOrEqualTo(32768);
          });
    }
  }

  @Test
  void theFamiliesTakeTurnsAndIpv6IsFirst() {
    List<InetAddress> found =
        List.of(
            InetAddress.ofLiteral("192.0.2.1"),
            InetAddress.ofLiteral("192.0.2.2"),
            InetAddress.ofLiteral("2001:db8::1"),
            InetAddress.ofLiteral("192.0.2.3"));
    List<InetAddress> order = Addresses.interleaved(found);
    assertThat(order.getFirst()).isInstanceOf(Inet6Address.class);
    assertThat(order.subList(1, 4)).containsExactly(found.get(0), found.get(1), found.get(3));
  }

  @Test
  void losersOfTheRaceAreClosed() throws Exception {
    try (BadServer server = BadServer.silent();
        BlackHole hole = new BlackHole(FIRST, server.port());
        TestNetwork net = new TestNetwork(FakeResolver.of("two.test", "127.0.0.2", "127.0.0.1"))) {
      assertThat(hole.address().getPort()).isEqualTo(server.port());
      net.connect(
          to("two.test", server.port()),
          // A fork that still connected would keep the job from ending.
          connection -> assertThat(connection.remote()).isEqualTo(server.address()));
    }
  }
}
