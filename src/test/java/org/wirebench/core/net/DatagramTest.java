package org.wirebench.core.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.job.Task;
import org.wirebench.core.net.DatagramSpec.Buffers;
import org.wirebench.core.net.Multicast.Group;
import org.wirebench.core.net.NetFailure.Kind;
import org.wirebench.testkit.TestJobs;
import org.wirebench.testkit.TestNetwork;

@Timeout(60)
class DatagramTest {
  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

  @RegisterExtension private final TestNetwork net = new TestNetwork();
  private final TestJobs jobs = net.jobs();
  private final Network network = net.network();

  private static DatagramSpec onLoopback() {
    return DatagramSpec.bound("test", new InetSocketAddress(LOOPBACK, 0));
  }

  private static DatagramSpec with(Buffers buffers) {
    return onLoopback().withBuffers(buffers);
  }

  private static Multicast joining(Group... groups) {
    return Multicast.DEFAULT.withGroups(List.of(groups));
  }

  private static DatagramSpec to(DatagramLink link) {
    return DatagramSpec.to("test", new Endpoint("127.0.0.1", link.local().getPort()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

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
  void aPacketThatIsCutOffIsMarked() throws Exception {
    jobs.run(
        context -> {
          try (DatagramLink server =
                  network.datagram(with(Buffers.DEFAULT.withPacket(10)), context);
              DatagramLink client = network.datagram(to(server), context)) {
            client.send(bytes("0123456789"), 0, 10);
            client.send(bytes("0123456789a"), 0, 11);
            assertThat(server.receive().truncated()).isFalse();
            DatagramLink.Packet cut = server.receive();
            assertThat(cut.truncated()).isTrue();
            assertThat(cut.bytes()).asString().isEqualTo("0123456789");
          }
          return "";
        });
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
  void broadcastingNeedsToBeAllowed() throws Exception {
    // A machine with no network has no way to 255.255.255.255.
    DatagramSpec spec = DatagramSpec.to("test", new Endpoint("127.255.255.255", 9));
    NetFailure failure =
        jobs.failure(
            context -> {
              try (DatagramLink link = network.datagram(spec, context)) {
                link.send(bytes("x"), 0, 1);
                return "";
              }
            });
    assertThat(failure.kind()).isEqualTo(Kind.PERMISSION);
    assertThat(failure.remedy()).contains("Broadcast");
  }

  @Test
  void aBroadcastIsHeard() throws Exception {
    jobs.run(
        context -> {
          // The whole of 127/8 is the loopback network, and this is its broadcast address.
          InetAddress everyone = InetAddress.ofLiteral("127.255.255.255");
          try (DatagramLink server =
                  network.datagram(
                      DatagramSpec.bound(
                          "test", new InetSocketAddress(InetAddress.ofLiteral("0.0.0.0"), 0)),
                      context);
              DatagramLink client = network.datagram(onLoopback().withBroadcast(true), context)) {
            client.send(
                bytes("all"), 0, 3, new InetSocketAddress(everyone, server.local().getPort()));
            assertThat(server.receive().bytes()).asString().isEqualTo("all");
          }
          return "";
        });
  }

  @Test
  void anIpv4GroupIsHeardOnItsInterface() throws Exception {
    groupIsHeard("239.255.77.77", NetworkInterface.getByInetAddress(LOOPBACK).getName());
  }

  /** On Linux the loopback interface has no way to groups of IPv6, so there is always one. */
  @Test
  void anIpv6GroupIsHeardOnAnInterfaceThatTakesGroupsAndRefusedOnAnother() throws Exception {
    NetworkInterface loopback = NetworkInterface.getByInetAddress(LOOPBACK);
    Optional<NetworkInterface> card =
        NetworkInterface.networkInterfaces().filter(DatagramTest::takesIpv6Groups).findFirst();
    for (String group : List.of("ff02::77:77", "ff01::77:77")) {
      if (card.isPresent()) {
        groupIsHeard(group, card.get().getName());
      }
      if (!takesIpv6Groups(loopback)) {
        NetFailure failure = jobs.failure(throughGroup(group, loopback.getName()));
        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
      }
    }
  }

  private static boolean takesIpv6Groups(NetworkInterface one) {
    try {
      return one.isUp()
          && one.supportsMulticast()
          && one.inetAddresses().anyMatch(Inet6Address.class::isInstance);
    } catch (IOException gone) {
      return false;
    }
  }

  private void groupIsHeard(String address, String networkInterface) throws Exception {
    assertThat(jobs.run(throughGroup(address, networkInterface))).isEqualTo("group");
  }

  /** What a member of a group hears when somebody sends to it. */
  private Task<String> throughGroup(String address, String networkInterface) {
    Group group = new Group(InetAddress.ofLiteral(address), networkInterface);
    return context -> {
      DatagramSpec spec =
          DatagramSpec.bound("test", null).withMulticast(joining(group)).withReuseAddress(true);
      try (DatagramLink listener = network.datagram(spec, context);
          DatagramLink sender =
              network.datagram(
                  DatagramSpec.to("test", new Endpoint(address, listener.local().getPort()))
                      .withMulticast(Multicast.DEFAULT.withNetworkInterface(networkInterface)),
                  context)) {
        sender.send(bytes("group"), 0, 5);
        return new String(listener.receive().bytes(), StandardCharsets.UTF_8);
      }
    };
  }

  @Test
  void anUnknownInterfaceIsNamed() throws Exception {
    Group group = new Group(InetAddress.ofLiteral("239.255.77.77"), "nosuch0");
    NetFailure failure =
        jobs.failure(
            context ->
                network.datagram(
                    DatagramSpec.bound("test", null).withMulticast(joining(group)), context));
    assertThat(failure.kind()).isEqualTo(Kind.INVALID);
    assertThat(failure.cause()).contains("nosuch0");
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThatThrownBy(() -> new Group(LOOPBACK, "")).isInstanceOf(IllegalArgumentException.class);
    Group four = new Group(InetAddress.ofLiteral("239.0.0.1"), "");
    Group six = new Group(InetAddress.ofLiteral("ff02::1"), "");
    assertThatThrownBy(() -> joining(four, six)).hasMessageContaining("both families");
    assertThatThrownBy(() -> Multicast.DEFAULT.withTtl(256)).hasMessageContaining("hop limit");
    assertThatThrownBy(() -> Buffers.DEFAULT.withPacket(65536)).hasMessageContaining("packets");
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

  /** Fifty thousand a second for a second, as the speed of the socket console asks for. */
  @Test
  void noPacketIsLostThatTheKernelDidNotDrop() throws Exception {
    int packets = 50_000;
    int perBurst = 500;
    jobs.run(
        context -> {
          try (DatagramLink server = network.datagram(onLoopback(), context);
              DatagramLink client = network.datagram(to(server), context)) {
            JobContext.Fork<Integer> receiving =
                context.fork("receive", _ -> count(server, packets));
            byte[] packet = new byte[100];
            long start = System.nanoTime();
            for (int sent = 0; sent < packets; sent++) {
              if (sent % perBurst == 0) {
                LockSupport.parkNanos(start + sent * 20_000L - System.nanoTime());
              }
              client.send(packet, 0, packet.length);
            }
            sendEnds(client, receiving);
            int received = receiving.join();
            assertThat(received + server.kernelDrops().orElse(0)).isGreaterThanOrEqualTo(packets);
          }
          return "";
        });
  }

  /** The end may be dropped, too, so it is said until it is heard. */
  private static void sendEnds(DatagramLink client, JobContext.Fork<Integer> receiving)
      throws IOException {
    while (!receiving.isDone()) {
      client.send(new byte[1], 0, 1);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  private static int count(DatagramLink server, int most) throws IOException {
    PacketBuffer buffer = new PacketBuffer(200);
    int count = 0;
    while (true) {
      server.receive(buffer);
      if (buffer.length() == 1) {
        return count;
      }
      count++;
      assertThat(count).isLessThanOrEqualTo(most);
    }
  }

  @Test
  void whatTheKernelDropsIsCounted() throws Exception {
    jobs.run(
        context -> {
          try (DatagramLink server =
                  network.datagram(with(Buffers.DEFAULT.withReceive(4096)), context);
              DatagramLink client = network.datagram(to(server), context)) {
            assertThat(server.kernelDrops()).hasValue(0);
            for (int i = 0; i < 500; i++) {
              client.send(new byte[1000], 0, 1000);
            }
            int held = server.receiveBuffer() / 1000;
            assertThat(server.kernelDrops().orElse(-1)).isBetween(500L - held, 500L);
          }
          return "";
        });
  }

  @Test
  void theKernelIsAskedForTheBufferThatIsSaid() throws Exception {
    jobs.run(
        context -> {
          try (DatagramLink usual = network.datagram(onLoopback(), context);
              DatagramLink small =
                  network.datagram(
                      with(Buffers.DEFAULT.withSend(OptionalInt.of(20_000))), context)) {
            assertThat(small.sendBuffer()).isEqualTo(20_000);
            assertThat(usual.sendBuffer()).isGreaterThan(20_000);
          }
          return "";
        });
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

  @Test
  void forgedSendersCannotFillTheMemory() throws Exception {
    jobs.run(
        context -> {
          try (DatagramLink server = network.datagram(onLoopback(), context)) {
            for (int i = 0; i < PeerTaps.MOST_PEERS + 50; i++) {
              server.send(new byte[1], 0, 1, new InetSocketAddress(LOOPBACK, 20_000 + i));
            }
          }
          return "";
        });
    assertThat(net.events().stream().filter(event -> event.contains("closed")).count())
        .isEqualTo(PeerTaps.MOST_PEERS + 50);
  }
}
