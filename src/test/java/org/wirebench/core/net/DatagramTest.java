package org.wirebench.core.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wirebench.core.net.Datagrams.LOOPBACK;
import static org.wirebench.core.net.Datagrams.bytes;
import static org.wirebench.core.net.Datagrams.onLoopback;
import static org.wirebench.core.net.Datagrams.to;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wirebench.core.net.NetFailure.Kind;
import org.wirebench.testkit.TestJobs;
import org.wirebench.testkit.TestNetwork;

/** Datagrams from one to another. */
@Timeout(60)
class DatagramTest {
  @RegisterExtension private final TestNetwork net = new TestNetwork();
  private final TestJobs jobs = net.jobs();
  private final Network network = net.network();

  @Test
  void packetsGoBothWaysAndAreRecordedByPeer() throws Exception {
    jobs.run(
        context -> {
          try (DatagramLink server = network.datagram(onLoopback(), context);
              DatagramLink client = network.datagram(to(server), context)) {
            client.send(bytes("ping"), 0, 4);
            DatagramLink.Packet ping = server.receive();
            assertThat(ping.bytes()).asString().isEqualTo("ping");
            assertThat(ping.truncated()).isFalse();
            assertThat(ping.from().getPort()).isEqualTo(client.local().getPort());
            server.send(bytes("pong"), 0, 4, ping.from());
            assertThat(client.receive().bytes()).asString().isEqualTo("pong");
          }
          return "";
        });
    assertThat(net.log().end()).isEqualTo(8);
  }

  @Test
  void anEmptyPacketIsAPacket() throws Exception {
    jobs.run(
        context -> {
          try (DatagramLink server = network.datagram(onLoopback(), context);
              DatagramLink client = network.datagram(to(server), context)) {
            server.send(new byte[0], 0, 0, client.local());
            assertThat(client.receive().bytes()).isEmpty();
            assertThatThrownBy(() -> client.send(new byte[0], 0, 0))
                .isInstanceOf(NetException.class)
                .hasMessageContaining("empty packet");
          }
          return "";
        });
  }

  @Test
  void aPacketThatIsTooLongIsSaidSo() throws Exception {
    NetFailure failure =
        jobs.failure(
            context -> {
              try (DatagramLink server = network.datagram(onLoopback(), context);
                  DatagramLink client = network.datagram(to(server), context)) {
                client.send(new byte[65535], 0, 65535);
                return "";
              }
            });
    assertThat(failure.kind()).isEqualTo(Kind.LIMIT);
  }

  @Test
  void aPortWhereNobodyListensIsToldToAConnectedSocket() throws Exception {
    NetFailure failure =
        jobs.failure(
            context -> {
              DatagramLink gone = network.datagram(onLoopback(), context);
              DatagramLink client = network.datagram(to(gone), context);
              gone.close();
              client.send(bytes("x"), 0, 1);
              return client.receive();
            });
    assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
    assertThat(failure.cause()).contains("UDP");
  }

  @Test
  void aTakenPortIsSaidSo() throws Exception {
    NetFailure failure =
        jobs.failure(
            context -> {
              DatagramLink first = network.datagram(onLoopback(), context);
              return network.datagram(DatagramSpec.bound("test", first.local()), context);
            });
    assertThat(failure.kind()).isEqualTo(Kind.ADDRESS_IN_USE);
  }

  @Test
  void whoIsBoundToIpv6AloneDoesNotHearIpv4() throws Exception {
    assertThat(heardFirstBy(Family.IPV6)).isEqualTo("six");
    assertThat(net.events()).noneMatch(event -> event.contains("127.0.0.1"));
  }

  @Test
  void whoIsBoundToAllAddressesHearsBothFamilies() throws Exception {
    assertThat(heardFirstBy(Family.ANY)).isEqualTo("four");
  }

  /** What a server on all addresses hears first when IPv4 speaks before IPv6 does. */
  private String heardFirstBy(Family family) throws Exception {
    DatagramSpec spec =
        DatagramSpec.bound("test", new InetSocketAddress(InetAddress.ofLiteral("::"), 0))
            .withFamily(family);
    return jobs.run(
        context -> {
          try (DatagramLink server = network.datagram(spec, context);
              DatagramChannel four = DatagramChannel.open(StandardProtocolFamily.INET);
              DatagramChannel six = DatagramChannel.open(StandardProtocolFamily.INET6)) {
            int port = server.local().getPort();
            int _ =
                four.send(ByteBuffer.wrap(bytes("four")), new InetSocketAddress(LOOPBACK, port));
            int _ =
                six.send(
                    ByteBuffer.wrap(bytes("six")),
                    new InetSocketAddress(InetAddress.ofLiteral("::1"), port));
            return new String(server.receive().bytes(), StandardCharsets.UTF_8);
          }
        });
  }
}
