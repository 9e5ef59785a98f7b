package org.wirebench.tool.socket.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.wirebench.tool.socket.service.SocketHarness.said;

import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebench.core.code.Target;
import org.wirebench.core.net.tls.Identity;
import org.wirebench.core.wire.Direction;
import org.wirebench.testkit.Peer;
import org.wirebench.tool.socket.code.Requests;
import org.wirebench.tool.socket.request.ClientRequest;
import org.wirebench.tool.socket.service.ServerSession;
import org.wirebench.tool.socket.service.SocketHarness;

/** What generated clients can do beyond talking: resets, proxies, certificates, addresses. */
@Tag("interop")
@Timeout(60)
class GeneratedDetailsTest {
  private static final String ASK = "send: hello\nuntil: {bytes: 5}\ntimeout: 3s\n";

  @TempDir private Path folder;
  @RegisterExtension private final SocketHarness harness = new SocketHarness();

  @BeforeEach
  void open() throws Exception {
    for (String name : List.of("server", "client")) {
      Identity identity =
          name.equals("server")
              ? harness.authority().localServer()
              : harness.authority().client("a client");
      Files.writeString(folder.resolve(name + ".pem"), identity.certificatesPem());
      Files.writeString(folder.resolve(name + ".key"), identity.keyPem());
      Files.write(folder.resolve(name + ".p12"), identity.pkcs12("secret"));
    }
    Files.writeString(folder.resolve("authority.pem"), harness.authority().pem());
  }

  private ServerSession serve(String yaml) throws Exception {
    return harness.serve(Requests.server(yaml)).session();
  }

  private ClientRequest client(String transport, String host, int port, String more) {
    return Requests.client(
        "transport: %s\nhost: \"%s\"\nport: %d\n%s"
            .formatted(transport, host, port, more.replace("FOLDER", folder.toString())));
  }

  private static int port(ServerSession server) {
    return ((InetSocketAddress) server.address()).getPort();
  }

  private void assertAnswered(Target target, ClientRequest request) throws Exception {
    Map<String, String> secrets = Map.of("KEY_PASSWORD", "secret", "PROXY_PASSWORD", "pass word");
    try (Peer program = Generated.start(target, request, folder, secrets)) {
      int code = program.endInput().awaitEnd();
      assertThat(code).as(program.toString()).isZero();
      assertThat(Generated.received(target, program.output()))
          .as(program.toString())
          .isEqualTo("hello");
    }
  }

  /** The server stays open, and the time is far off. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{bytes: 6}",
        "{text: \"l'o\\\\xe4\"}",
        "{hex: \"27 6f e4\"}",
        "{regex: \"l+.o|never\"}"
      })
  void aCommandEndsWhenTheAnswerHasCome(String until) throws Exception {
    String ask = "send: \"hell'o\\\\xe4\\\\0\"\nuntil: " + until + "\ntimeout: 40s\n";
    ServerSession server = serve("transport: tcp\nhost: 127.0.0.1\nbehaviour: echo");
    ServerSession packets = serve("transport: udp\nhost: 127.0.0.1\nbehaviour: echo");
    for (ClientRequest request :
        List.of(
            client("tcp", "127.0.0.1", port(server), ask),
            client("udp", "127.0.0.1", port(packets), ask))) {
      long start = System.nanoTime();
      try (Peer program = Generated.start(Target.SHELL, request, folder)) {
        assertThat(program.endInput().awaitEnd()).as(program.toString()).isZero();
        assertThat(program.output()).startsWith("hell'o");
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{bytes: 6}", "{text: hallo}", "{regex: \"ha.*\"}"})
  void aCommandEndsWithOneWhenTheAnswerHasNotCome(String until) throws Exception {
    ServerSession server = serve("transport: tcp\nhost: 127.0.0.1\nbehaviour: echo");
    String ask = "send: hello\nuntil: " + until + "\ntimeout: 1s\n";
    ClientRequest request = client("tcp", "127.0.0.1", port(server), ask);
    try (Peer program = Generated.start(Target.SHELL, request, folder)) {
      assertThat(program.endInput().awaitEnd()).as(program.toString()).isEqualTo(1);
      assertThat(program.output()).isEqualTo("hello");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PYTHON", "JAVA", "SHELL"})
  void theServerSeesTheReset(Target target) throws Exception {
    ServerSession server = serve("transport: tcp\nhost: 127.0.0.1\nbehaviour: nothing");
    ClientRequest request =
        client(
            "tcp",
            "127.0.0.1",
            port(server),
            "steps: [{send: last words}, {pause: 300ms}, {reset: true}]\ntimeout: 3s\n");
    try (Peer program = Generated.start(target, request, folder)) {
      assertThat(program.endInput().awaitEnd()).as(program.toString()).isZero();
    }
    await().until(() -> server.connected() == 0 && !server.clients().isEmpty());
    assertThat(said(server.transcript(), Direction.IN)).isEqualTo("last words");
    assertThat(said(server.transcript(), Direction.FAILURE)).contains("(RST)");
  }

  @ParameterizedTest
  @EnumSource(names = {"PYTHON", "JAVA"})
  void theServerSeesTheResetBelowTls(Target target) throws Exception {
    ServerSession server = serve("transport: tls\nhost: 127.0.0.1\nbehaviour: nothing");
    ClientRequest request =
        client(
            "tls",
            "127.0.0.1",
            port(server),
            "tls: {trust: none}\nsteps: [{send: x}, {pause: 300ms}, {reset: true}]\ntimeout: 3s\n");
    try (Peer program = Generated.start(target, request, folder)) {
      assertThat(program.endInput().awaitEnd()).as(program.toString()).isZero();
    }
    await().until(() -> server.connected() == 0 && !server.clients().isEmpty());
    assertThat(said(server.transcript(), Direction.FAILURE)).contains("(RST)");
  }

  @ParameterizedTest
  @EnumSource(names = {"PYTHON", "JAVA", "SHELL"})
  void ipv6IsSpoken(Target target) throws Exception {
    ServerSession server = serve("transport: tcp\nhost: \"::1\"\nbehaviour: echo");
    assertAnswered(target, client("tcp", "::1", port(server), "family: ipv6\n" + ASK));
    ServerSession packets = serve("transport: udp\nhost: \"::1\"\nbehaviour: echo");
    assertAnswered(target, client("udp", "::1", port(packets), ASK));
  }

  @ParameterizedTest
  @EnumSource(names = {"PYTHON", "JAVA", "SHELL"})
  void namesAreLookedUpInTheFamily(Target target) throws Exception {
    ServerSession server = serve("transport: tcp\nhost: 127.0.0.1\nbehaviour: echo");
    assertAnswered(target, client("tcp", "localhost", port(server), "family: ipv4\n" + ASK));
    ServerSession packets = serve("transport: udp\nhost: 127.0.0.1\nbehaviour: echo");
    assertAnswered(target, client("udp", "localhost", port(packets), "family: ipv4\n" + ASK));
  }

  @ParameterizedTest
  @EnumSource(names = {"PYTHON", "JAVA", "SHELL"})
  void theLocalPortIsTheAskedOne(Target target) throws Exception {
    ServerSession server = serve("transport: tcp\nhost: 127.0.0.1\nbehaviour: echo");
    int own = KernelSockets.freePort();
    String local = "local: {address: 127.0.0.1, port: " + own + "}\n";
    assertAnswered(target, client("tcp", "127.0.0.1", port(server), local + ASK));
    assertThat(((InetSocketAddress) server.clients().getFirst().remote()).getPort()).isEqualTo(own);
    ServerSession packets = serve("transport: udp\nhost: 127.0.0.1\nbehaviour: echo");
    assertAnswered(target, client("udp", "127.0.0.1", port(packets), local + ASK));
    assertThat(((InetSocketAddress) packets.clients().getFirst().remote()).getPort())
        .isEqualTo(own);
  }

  /** Who ends first keeps its port for a minute (TIME_WAIT, RFC 9293 section 3.6.1). */
  @ParameterizedTest
  @EnumSource(names = {"PYTHON", "JAVA", "SHELL"})
  void theLocalPortThatTheLastRunLeftIsTakenAgain(Target target) throws Exception {
    String local = "socket: {keepAlive: true}\nlocal: {port: " + KernelSockets.freePort() + "}\n";
    for (int run = 1; run <= 2; run++) {
      ServerSession server = serve("transport: tcp\nhost: 127.0.0.1\nbehaviour: echo");
      assertAnswered(target, client("tcp", "127.0.0.1", port(server), local + ASK));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PYTHON,http,''", "PYTHON,http,me", "PYTHON,socks5,''", "PYTHON,socks5,me",
    "JAVA,http,''", "JAVA,http,me", "JAVA,socks5,''", "JAVA,socks5,me",
    "SHELL,http,''", "SHELL,socks5,''"
  })
  void theWayGoesThroughAProxy(Target target, String kind, String user) throws Exception {
    ServerSession server = serve("transport: tcp\nhost: 127.0.0.1\nbehaviour: echo");
    String login = user.isEmpty() ? "" : user + ":pass word";
    try (ProxyScript proxy = ProxyScript.start(folder, login)) {
      String way =
          "proxy: \"%s://%s127.0.0.1:%d\"\n"
              .formatted(kind, user.isEmpty() ? "" : user + ":pass%20word@", proxy.port());
      assertAnswered(target, client("tcp", "127.0.0.1", port(server), way + ASK));
      proxy.peer().awaitOutput("to ('127.0.0.1', " + port(server) + ")");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PYTHON", "JAVA", "SHELL"})
  void tlsGoesThroughAProxyToo(Target target) throws Exception {
    ServerSession server = serve("transport: tls\nhost: 127.0.0.1\nbehaviour: echo");
    try (ProxyScript proxy = ProxyScript.start(folder, "me:pass word")) {
      String way =
          "proxy: \"http://me:pass%20word@127.0.0.1:"
              + proxy.port()
              + "\"\n"
              + "tls: {trust: authority, authority: FOLDER/authority.pem}\n";
      assertAnswered(target, client("tls", "127.0.0.1", port(server), way + ASK));
      proxy.peer().awaitOutput("to ('127.0.0.1', " + port(server) + ")");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PYTHON|certificate: FOLDER/client.pem, key: FOLDER/client.key",
        "PYTHON|certificate: FOLDER/client.p12, password: secret",
        "JAVA|certificate: FOLDER/client.pem, key: FOLDER/client.key",
        "JAVA|certificate: FOLDER/client.p12, password: secret",
        "SHELL|certificate: FOLDER/client.pem, key: FOLDER/client.key",
        "SHELL|certificate: FOLDER/client.p12, password: secret"
      })
  void theCertificateIsShown(Target target, String identity) throws Exception {
    if (target != Target.JAVA && identity.contains("p12")) {
      convert();
    }
    int port = KernelSockets.freePort();
    try (Peer openssl =
        Peer.start(
            folder,
            ("openssl s_server -accept 127.0.0.1:%d -cert server.pem -key server.key -rev"
                    + " -Verify 2 -verify_return_error -CAfile authority.pem")
                .formatted(port)
                .split(" "))) {
      await(openssl.toString()).until(() -> KernelSockets.tcpListens(port));
      String tls =
          "tls: {trust: authority, authority: FOLDER/authority.pem, identity: {%s}}\n"
              .formatted(identity);
      ClientRequest request =
          client(
              "tls",
              "127.0.0.1",
              port,
              tls + "send: \"olleh\\\\n\"\nuntil: {bytes: 5}\ntimeout: 3s\n");
      Map<String, String> secrets = Map.of("KEY_PASSWORD", "secret");
      try (Peer program = Generated.start(target, request, folder, secrets)) {
        int code = program.endInput().awaitEnd();
        assertThat(code).as(program.toString()).isIn(0, 124);
        assertThat(Generated.received(target, program.output())).startsWith("hello");
      }
      assertThat(openssl.errors()).contains("CN = a client");
    }
  }

  /** What the note in the program asks for. */
  private void convert() throws Exception {
    Files.delete(folder.resolve("client.pem"));
    try (Peer openssl =
        Peer.start(
            folder,
            "openssl pkcs12 -in client.p12 -passin pass:secret -out client.pem -passout pass:secret"
                .split(" "))) {
      assertThat(openssl.awaitEnd()).as(openssl.toString()).isZero();
    }
  }
}
