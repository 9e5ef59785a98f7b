package org.wirebench.tool.socket.interop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.wirebench.tool.socket.service.SocketHarness.said;

import java.net.Inet6Address;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirebench.core.code.Target;
import org.wirebench.core.wire.Direction;
import org.wirebench.testkit.Peer;
import org.wirebench.tool.socket.code.Requests;
import org.wirebench.tool.socket.request.ClientRequest;
import org.wirebench.tool.socket.request.ServerRequest;
import org.wirebench.tool.socket.service.ClientSession;
import org.wirebench.tool.socket.service.ServerSession;
import org.wirebench.tool.socket.service.SocketHarness;
import org.wirebench.tool.socket.service.SocketHarness.Running;

/** Groups of both families, with scopes that never leave this machine. */
@Tag("interop")
@Timeout(60)
class MulticastTest {
  private static final String FOUR = "239.255.77.7";
  private static final String SIX = "ff01::7707";

  /**
   * The loopback interface does no multicast of IPv6: it takes another one, which must be there.
   */
  private static final String CARD = card();

  @TempDir private Path folder;
  @RegisterExtension private final SocketHarness harness = new SocketHarness();

  private static String card() {
    try {
      for (NetworkInterface one : NetworkInterface.networkInterfaces().toList()) {
        boolean six = one.inetAddresses().anyMatch(Inet6Address.class::isInstance);
        if (one.isUp() && one.supportsMulticast() && !one.isLoopback() && six) {
          return one.getName();
        }
      }
    } catch (SocketException failed) {
      throw new AssertionError(failed);
    }
    return "";
  }

  private static String cardOf(String group) {
    if (group.equals(FOUR)) {
      return "lo";
    }
    assertThat(CARD).as("an interface that takes groups of IPv6; a dummy will do").isNotEmpty();
    return CARD;
  }

  static Stream<Arguments> groups() {
    return Stream.of(
        Arguments.of(FOUR, "UDP4-DATAGRAM:%s:%d,ip-multicast-if=127.0.0.1"),
        Arguments.of(SIX, "UDP6-DATAGRAM:[%s%%" + CARD + "]:%d"));
  }

  static Stream<Arguments> receivers() {
    return Stream.of(
        Arguments.of(FOUR, "UDP4-RECV:%d,reuseaddr,ip-add-membership=" + FOUR + ":lo"),
        Arguments.of(SIX, "UDP6-RECV:%d,reuseaddr,ipv6-join-group=[" + SIX + "]:" + CARD));
  }

  private static ServerRequest hearing(String group, int port) {
    return Requests.server(
        """
        transport: udp
        port: %d
        join: ["%s"]
        interface: %s
        behaviour: nothing
        """
            .formatted(port, group, cardOf(group)));
  }

  private ServerSession serve(String group, int port) throws Exception {
    return harness.serve(hearing(group, port)).session();
  }

  private static ClientRequest sender(String group, int port) {
    return Requests.client(
        """
        transport: udp
        host: "%s"
        port: %d
        interface: %s
        ttl: 1
        send: to all
        timeout: 500ms
        """
            .formatted(group, port, cardOf(group)));
  }

  private static void awaitHeard(ServerSession server, String text) {
    await()
        .untilAsserted(() -> assertThat(said(server.transcript(), Direction.IN)).isEqualTo(text));
  }

  @ParameterizedTest
  @MethodSource("groups")
  void aGroupHearsSocat(String group, String address) throws Exception {
    int port = KernelSockets.freePort();
    ServerSession server = serve(group, port);
    try (Peer socat = Peer.start(folder, "socat", "-u", "-", String.format(address, group, port))) {
      socat.type("to all");
      awaitHeard(server, "to all");
    }
  }

  @ParameterizedTest
  @MethodSource("receivers")
  void socatHearsAGroup(String group, String address) throws Exception {
    int port = KernelSockets.freePort();
    try (Peer socat = Peer.start(folder, "socat", "-u", String.format(address, port), "-")) {
      await(socat.toString()).until(() -> KernelSockets.udpIsBound(port));
      Running<ClientSession> client = harness.talk(sender(group, port));
      assertThat(client.session().offer("to all".getBytes(UTF_8))).isTrue();
      socat.awaitOutput("to all");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PYTHON", "JAVA", "SHELL"})
  void generatedClientsSendToAGroup(Target target) throws Exception {
    sendsTo(FOUR, target);
  }

  @ParameterizedTest
  @EnumSource(names = {"PYTHON", "JAVA", "SHELL"})
  void generatedClientsSendToAGroupOfIpv6(Target target) throws Exception {
    sendsTo(SIX, target);
  }

  private void sendsTo(String group, Target target) throws Exception {
    int port = KernelSockets.freePort();
    ServerSession server = serve(group, port);
    try (Peer program = Generated.start(target, sender(group, port), folder)) {
      assertThat(program.endInput().awaitEnd()).as(program.toString()).isIn(0, 124);
      awaitHeard(server, "to all");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PYTHON", "JAVA", "SHELL"})
  void generatedServersHearAGroup(Target target) throws Exception {
    int port = KernelSockets.freePort();
    for (String group : new String[] {FOUR, SIX}) {
      try (Peer program = Generated.start(target, hearing(group, port), folder)) {
        await(program.toString()).until(() -> KernelSockets.udpIsBound(port));
        if (target != Target.SHELL) {
          program.awaitOutput("listening on");
        }
        Running<ClientSession> client = harness.talk(sender(group, port));
        assertThat(client.session().offer("to all".getBytes(UTF_8))).isTrue();
        program.awaitOutput("to all");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PYTHON", "JAVA", "SHELL"})
  void generatedClientsSendBroadcasts(Target target) throws Exception {
    int port = KernelSockets.freePort();
    ServerSession server =
        harness.serve(Requests.server("transport: udp\nbehaviour: echo\nport: " + port)).session();
    ClientRequest request =
        Requests.client(
            """
            transport: udp
            host: 127.255.255.255
            broadcast: true
            port: %d
            send: to all
            timeout: 800ms
            """
                .formatted(port));
    try (Peer program = Generated.start(target, request, folder)) {
      assertThat(program.endInput().awaitEnd()).as(program.toString()).isIn(0, 124);
      awaitHeard(server, "to all");
      assertThat(Generated.received(target, program.output())).isEqualTo("to all");
    }
  }
}
