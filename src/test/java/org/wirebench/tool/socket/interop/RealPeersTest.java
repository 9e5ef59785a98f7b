package org.wirebench.tool.socket.interop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.wirebench.tool.socket.service.SocketHarness.said;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.net.PeerEnd;
import org.wirebench.core.wire.Direction;
import org.wirebench.testkit.Peer;
import org.wirebench.tool.socket.code.Requests;
import org.wirebench.tool.socket.service.ClientSession;
import org.wirebench.tool.socket.service.ServerSession;
import org.wirebench.tool.socket.service.SocketHarness;
import org.wirebench.tool.socket.service.SocketHarness.Running;

/** nc and socat as clients of our servers, and as servers of our clients. */
@Tag("interop")
@Timeout(60)
class RealPeersTest {
  @TempDir private Path folder;
  @RegisterExtension private final SocketHarness harness = new SocketHarness();

  private ServerSession serve(String yaml) throws Exception {
    return harness.serve(Requests.server(yaml)).session();
  }

  private Running<ClientSession> talk(String yaml) throws Exception {
    return harness.talk(Requests.client(yaml));
  }

  private static String port(ServerSession server) {
    return String.valueOf(((InetSocketAddress) server.address()).getPort());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static void awaitHeard(ServerSession server, String text) {
    await()
        .untilAsserted(() -> assertThat(said(server.transcript(), Direction.IN)).isEqualTo(text));
  }

  private static void awaitHeard(Running<ClientSession> client, String text) {
    await()
        .untilAsserted(
            () -> assertThat(said(client.session().transcript(), Direction.IN)).isEqualTo(text));
  }

  private static void say(Running<ClientSession> client, String text) {
    assertThat(client.session().offer(bytes(text))).isTrue();
  }

  private Peer listening(int port, String... command) throws IOException {
    Peer peer = Peer.start(folder, command);
    await(peer.toString()).until(() -> KernelSockets.tcpListens(port));
    return peer;
  }

  @Test
  void ncTalksToOurServer() throws Exception {
    ServerSession server = serve("transport: tcp\nhost: 127.0.0.1\nbehaviour: echo");
    try (Peer nc = Peer.start(folder, "nc", "127.0.0.1", port(server))) {
      nc.type("one\n").awaitOutput("one\n");
      nc.type("two\n").awaitOutput("one\ntwo\n");
      awaitHeard(server, "one\ntwo\n");
    }
    await().until(() -> server.connected() == 0);
  }

  @Test
  void ncEndsItsDirectionAndReadsOn() throws Exception {
    ServerSession server = serve("transport: tcp\nhost: 127.0.0.1\nbehaviour: echo");
    try (Peer nc = Peer.start(folder, "nc", "-N", "127.0.0.1", port(server))) {
      nc.type("to the end").endInput();
      assertThat(nc.awaitEnd()).isZero();
      assertThat(nc.output()).isEqualTo("to the end");
    }
    await().until(() -> server.connected() == 0);
    assertThat(server.clients().getFirst().broken()).isEmpty();
  }

  @Test
  void ncTalksToOurServerOverIpv6() throws Exception {
    ServerSession server = serve("transport: tcp\nhost: \"::1\"\nbehaviour: echo");
    try (Peer nc = Peer.start(folder, "nc", "-6", "-N", "::1", port(server))) {
      nc.type("six").endInput();
      assertThat(nc.awaitEnd()).isZero();
      assertThat(nc.output()).isEqualTo("six");
    }
  }

  @Test
  void bothFamiliesReachAServerOnAllAddresses() throws Exception {
    ServerSession server = serve("transport: tcp\nbehaviour: {greet: \"hello\"}");
    for (String host : new String[] {"127.0.0.1", "::1"}) {
      try (Peer nc = Peer.start(folder, "nc", host, port(server))) {
        nc.awaitOutput("hello");
        assertThat(nc.endInput().awaitEnd()).isZero();
      }
    }
  }

  @Test
  void socatIsResetByOurServer() throws Exception {
    ServerSession server =
        serve("transport: tcp\nhost: 127.0.0.1\nbehaviour: {rules: [{when: boom, then: reset}]}");
    try (Peer socat = Peer.start(folder, "socat", "-d", "-", "TCP4:127.0.0.1:" + port(server))) {
      socat.type("boom");
      int code = socat.awaitEnd();
      assertThat(socat.errors()).as("exit %s", code).contains("Connection reset by peer");
    }
  }

  @Test
  void ncIsOurServer() throws Exception {
    int port = KernelSockets.freePort();
    try (Peer nc = listening(port, "nc", "-l", "-N", "127.0.0.1", String.valueOf(port))) {
      Running<ClientSession> client = talk("transport: tcp\nhost: 127.0.0.1\nport: " + port);
      say(client, "from us\n");
      nc.awaitOutput("from us\n").type("from nc\n");
      awaitHeard(client, "from nc\n");
      nc.endInput();
      assertThat(client.job().await()).isInstanceOf(Outcome.Done.class);
      assertThat(client.session().link().peerEnd()).isEqualTo(PeerEnd.FIN);
    }
  }

  @Test
  void socatSeesOurHalfCloseAndSpeaksOn() throws Exception {
    int port = KernelSockets.freePort();
    // It answers only when it has read to the end.
    Path script = Files.writeString(folder.resolve("count.sh"), "cat >heard; wc -c <heard\n");
    try (Peer socat =
        listening(port, "socat", "TCP4-LISTEN:" + port + ",bind=127.0.0.1", "EXEC:sh " + script)) {
      Running<ClientSession> client = talk("transport: tcp\nhost: 127.0.0.1\nport: " + port);
      say(client, "12345");
      assertThat(client.session().halfClose()).isTrue();
      awaitHeard(client, "5\n");
      assertThat(client.job().await()).isInstanceOf(Outcome.Done.class);
      assertThat(socat.awaitEnd()).isZero();
    }
  }

  @Test
  void ncIsOurServerOverIpv6() throws Exception {
    int port = KernelSockets.freePort();
    try (Peer nc = listening(port, "nc", "-6", "-l", "::1", String.valueOf(port))) {
      Running<ClientSession> client = talk("transport: tcp\nhost: \"::1\"\nport: " + port);
      say(client, "six\n");
      nc.awaitOutput("six\n");
    }
  }

  @Test
  void ourResetIsSeenByThePeer() throws Exception {
    int port = KernelSockets.freePort();
    try (Peer socat =
        listening(port, "socat", "-d", "-u", "TCP4-LISTEN:" + port + ",bind=127.0.0.1", "-")) {
      Running<ClientSession> client = talk("transport: tcp\nhost: 127.0.0.1\nport: " + port);
      say(client, "last words");
      socat.awaitOutput("last words");
      client.session().reset();
      int code = socat.awaitEnd();
      assertThat(socat.errors()).as("exit %s", code).contains("Connection reset by peer");
    }
  }

  @Test
  void theResetOfAPeerIsSeenByUs() throws Exception {
    ServerSession server = serve("transport: tcp\nhost: 127.0.0.1\nbehaviour: nothing");
    String address = "TCP4:127.0.0.1:" + port(server) + ",linger=0,shut-close";
    try (Peer socat = Peer.start(folder, "socat", "-u", "-", address)) {
      socat.type("last words");
      awaitHeard(server, "last words");
      socat.endInput();
      await().until(() -> server.connected() == 0);
      assertThat(server.clients().getFirst().broken()).isPresent();
      assertThat(said(server.transcript(), Direction.FAILURE)).contains("(RST)");
    }
  }

  @Test
  void datagramsOfNcAreAnswered() throws Exception {
    ServerSession server = serve("transport: udp\nhost: 127.0.0.1\nbehaviour: echo");
    try (Peer nc = Peer.start(folder, "nc", "-u", "127.0.0.1", port(server))) {
      nc.type("one\n").awaitOutput("one\n");
      nc.type("two\n").awaitOutput("one\ntwo\n");
      assertThat(server.clients()).hasSize(1);
      assertThat(server.transcript().count()).isGreaterThanOrEqualTo(4);
    }
  }

  @Test
  void datagramsOverIpv6GoBothWays() throws Exception {
    int port = KernelSockets.freePort();
    try (Peer socat =
        Peer.start(folder, "socat", "UDP6-RECVFROM:" + port + ",bind=[::1],fork", "EXEC:cat")) {
      await(socat.toString()).until(() -> KernelSockets.udpIsBound(port));
      Running<ClientSession> client = talk("transport: udp\nhost: \"::1\"\nport: " + port);
      say(client, "six");
      awaitHeard(client, "six");
    }
  }

  @Test
  void ncIsAServerOfDatagrams() throws Exception {
    int port = KernelSockets.freePort();
    try (Peer nc = Peer.start(folder, "nc", "-u", "-l", "127.0.0.1", String.valueOf(port))) {
      await(nc.toString()).until(() -> KernelSockets.udpIsBound(port));
      Running<ClientSession> client = talk("transport: udp\nhost: 127.0.0.1\nport: " + port);
      say(client, "from us\n");
      nc.awaitOutput("from us\n").type("from nc\n");
      awaitHeard(client, "from nc\n");
    }
  }

  @Test
  void aSocketFileIsSharedWithNc() throws Exception {
    Path path = folder.resolve("ours");
    ServerSession server = serve("transport: unix\npath: " + path + "\nbehaviour: echo");
    try (Peer nc = Peer.start(folder, "nc", "-N", "-U", path.toString())) {
      nc.type("file").endInput();
      assertThat(nc.awaitEnd()).isZero();
      assertThat(nc.output()).isEqualTo("file");
    }
    awaitHeard(server, "file");
  }

  @Test
  void theSocketFileOfSocatIsTalkedTo() throws Exception {
    Path path = folder.resolve("theirs");
    try (Peer socat = Peer.start(folder, "socat", "UNIX-LISTEN:" + path, "EXEC:cat")) {
      await(socat.toString()).until(() -> Files.exists(path));
      Running<ClientSession> client = talk("transport: unix\npath: " + path);
      say(client, "file");
      awaitHeard(client, "file");
      assertThat(client.session().halfClose()).isTrue();
      assertThat(client.job().await()).isInstanceOf(Outcome.Done.class);
      assertThat(socat.awaitEnd()).isZero();
    }
  }
}
