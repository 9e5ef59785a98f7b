package org.wirebench.tool.socket.interop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.wirebench.tool.socket.service.SocketHarness.said;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.net.Phase;
import org.wirebench.core.wire.Direction;
import org.wirebench.testkit.Peer;
import org.wirebench.tool.socket.code.Requests;
import org.wirebench.tool.socket.service.ClientSession;
import org.wirebench.tool.socket.service.ServerSession;
import org.wirebench.tool.socket.service.SocketHarness;
import org.wirebench.tool.socket.service.SocketHarness.Running;

/** microsocks and tinyproxy between our client and our server. */
@Tag("interop")
@Timeout(60)
class RealProxiesTest {
  @TempDir private Path folder;
  @RegisterExtension private final SocketHarness harness = new SocketHarness();

  private Peer microsocks(int port, String... login) throws IOException {
    Stream<String> command = Stream.of("microsocks", "-i", "127.0.0.1", "-p", "" + port);
    return listening(port, Stream.concat(command, Stream.of(login)).toArray(String[]::new));
  }

  private Peer tinyproxy(int port, String more) throws IOException {
    Path config = folder.resolve("tinyproxy.conf");
    Files.writeString(config, "Port " + port + "\nListen 127.0.0.1\nAllow 127.0.0.1\n" + more);
    return listening(port, "tinyproxy", "-d", "-c", config.toString());
  }

  private Peer listening(int port, String... command) throws IOException {
    Peer peer = Peer.start(folder, command);
    await(peer.toString()).until(() -> KernelSockets.tcpListens(port));
    return peer;
  }

  private int echo() throws Exception {
    ServerSession server =
        harness
            .serve(Requests.server("transport: tcp\nhost: 127.0.0.1\nbehaviour: echo"))
            .session();
    return ((InetSocketAddress) server.address()).getPort();
  }

  private Running<ClientSession> through(String proxy, int server) throws Exception {
    return harness.talk(
        Requests.client("transport: tcp\nhost: 127.0.0.1\nport: " + server + "\nproxy: " + proxy));
  }

  private void echoesThrough(String proxy) throws Exception {
    Running<ClientSession> client = through(proxy, echo());
    assertThat(client.session().offer("through\n".getBytes(UTF_8))).isTrue();
    await()
        .untilAsserted(
            () ->
                assertThat(said(client.session().transcript(), Direction.IN))
                    .isEqualTo("through\n"));
    client.job().cancel();
  }

  @Test
  void microsocksLetsUsThrough() throws Exception {
    int port = KernelSockets.freePort();
    try (Peer _ = microsocks(port)) {
      echoesThrough("socks5://127.0.0.1:" + port);
    }
  }

  @Test
  void microsocksTakesOurLogin() throws Exception {
    int port = KernelSockets.freePort();
    try (Peer _ = microsocks(port, "-u", "ann", "-P", "secret")) {
      echoesThrough("socks5://ann:secret@127.0.0.1:" + port);
    }
  }

  @Test
  void tinyproxyLetsUsThrough() throws Exception {
    int port = KernelSockets.freePort();
    try (Peer _ = tinyproxy(port, "")) {
      echoesThrough("http://127.0.0.1:" + port);
    }
  }

  @Test
  void tinyproxyTakesOurLogin() throws Exception {
    int port = KernelSockets.freePort();
    try (Peer _ = tinyproxy(port, "BasicAuth ann secret\n")) {
      echoesThrough("http://ann:secret@127.0.0.1:" + port);
    }
  }

  private NetFailure failing(String proxy, int server) throws Exception {
    return harness.failure(
        Requests.client("transport: tcp\nhost: 127.0.0.1\nport: " + server + "\nproxy: " + proxy));
  }

  @Test
  void aWrongLoginIsSaidSoByBoth() throws Exception {
    int socks = KernelSockets.freePort();
    int http = KernelSockets.freePort();
    int server = echo();
    try (Peer _ = microsocks(socks, "-u", "ann", "-P", "secret");
        Peer _ = tinyproxy(http, "BasicAuth ann secret\n")) {
      for (String proxy :
          new String[] {"socks5://ann:wrong@127.0.0.1:" + socks, "http://127.0.0.1:" + http}) {
        NetFailure failure = failing(proxy, server);
        assertThat(failure.kind()).as(proxy).isEqualTo(NetFailure.Kind.AUTHENTICATION);
        assertThat(failure.phase()).as(proxy).contains(Phase.PROXY);
      }
    }
  }

  @Test
  void aPortThatTinyproxyForbidsIsSaidSo() throws Exception {
    int port = KernelSockets.freePort();
    try (Peer _ = tinyproxy(port, "ConnectPort 443\n")) {
      assertThat(failing("http://127.0.0.1:" + port, echo()).kind())
          .isEqualTo(NetFailure.Kind.PERMISSION);
    }
  }

  @Test
  void aPortThatNobodyServesIsRefusedThroughMicrosocks() throws Exception {
    int port = KernelSockets.freePort();
    try (Peer _ = microsocks(port)) {
      NetFailure failure = failing("socks5://127.0.0.1:" + port, KernelSockets.freePort());
      assertThat(failure.kind()).isEqualTo(NetFailure.Kind.REFUSED);
      assertThat(failure.phase()).contains(Phase.PROXY);
    }
  }
}
