package org.wirebench.core.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wirebench.core.net.Datagrams.LOOPBACK;
import static org.wirebench.core.net.Datagrams.bytes;
import static org.wirebench.core.net.Datagrams.joining;
import static org.wirebench.core.net.Datagrams.onLoopback;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wirebench.core.job.Task;
import org.wirebench.core.net.Multicast.Group;
import org.wirebench.core.net.NetFailure.Kind;
import org.wirebench.testkit.TestJobs;
import org.wirebench.testkit.TestNetwork;

/** Broadcasts, and what is sent to groups. */
@Timeout(60)
class DatagramsToManyTest {
  @RegisterExtension private final TestNetwork net = new TestNetwork();
  private final TestJobs jobs = net.jobs();
  private final Network network = net.network();

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
        NetworkInterface.networkInterfaces()
            .filter(DatagramsToManyTest::takesIpv6Groups)
            .findFirst();
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
  void groupsThatCannotBeAreRefused() {
    assertThatThrownBy(() -> new Group(LOOPBACK, "")).isInstanceOf(IllegalArgumentException.class);
    Group four = new Group(InetAddress.ofLiteral("239.0.0.1"), "");
    Group six = new Group(InetAddress.ofLiteral("ff02::1"), "");
    assertThatThrownBy(() -> joining(four, six)).hasMessageContaining("both families");
    assertThatThrownBy(() -> Multicast.DEFAULT.withTtl(256)).hasMessageContaining("hop limit");
  }
}
