package org.wirebench.tool.socket.interop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.wirebench.tool.socket.service.SocketHarness.said;

import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.net.PeerEnd;
import org.wirebench.core.net.tls.Identity;
import org.wirebench.core.net.tls.TlsInfo;
import org.wirebench.core.wire.Direction;
import org.wirebench.testkit.Peer;
import org.wirebench.tool.socket.code.Requests;
import org.wirebench.tool.socket.request.ClientRequest;
import org.wirebench.tool.socket.service.ClientSession;
import org.wirebench.tool.socket.service.ServerSession;
import org.wirebench.tool.socket.service.SocketHarness;
import org.wirebench.tool.socket.service.SocketHarness.Running;
import org.wirebench.tool.socket.service.SocketResult;

/** openssl as client of our TLS servers, and as server of our TLS clients. */
@Tag("interop")
@Timeout(60)
class OpensslTest {
  @TempDir private Path folder;
  @RegisterExtension private final SocketHarness harness = new SocketHarness();

  @BeforeEach
  void open() throws Exception {
    write("server", harness.authority().localServer());
    write("client", harness.authority().client("a client"));
    Files.writeString(folder.resolve("authority.pem"), harness.authority().pem());
  }

  private void write(String name, Identity identity) throws Exception {
    Files.writeString(folder.resolve(name + ".pem"), identity.certificatesPem());
    Files.writeString(folder.resolve(name + ".key"), identity.keyPem());
    Files.write(folder.resolve(name + ".p12"), identity.pkcs12("secret"));
  }

  private ServerSession serve(String yaml) throws Exception {
    return harness.serve(Requests.server("transport: tls\nhost: 127.0.0.1\n" + yaml)).session();
  }

  private Peer client(ServerSession server, String... more) throws Exception {
    int port = ((InetSocketAddress) server.address()).getPort();
    List<String> command =
        new ArrayList<>(List.of("openssl", "s_client", "-quiet", "-connect", "127.0.0.1:" + port));
    command.addAll(List.of(more));
    return Peer.start(folder, Map.of(), command);
  }

  private Peer server(int port, String... more) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of("openssl", "s_server", "-accept", "127.0.0.1:" + port, "-cert", "server.pem"));
    command.addAll(List.of("-key", "server.key", "-cert_chain", "server.pem"));
    command.addAll(List.of(more));
    Peer peer = Peer.start(folder, Map.of(), command);
    await(peer.toString()).until(() -> KernelSockets.tcpListens(port));
    return peer;
  }

  private String filled(String yaml) {
    return yaml.replace("FOLDER", folder.toString());
  }

  private ClientRequest request(int port, String yaml) {
    return Requests.client("transport: tls\nhost: 127.0.0.1\nport: " + port + "\n" + filled(yaml));
  }

  private Running<ClientSession> talk(int port, String yaml) throws Exception {
    return harness.talk(request(port, yaml));
  }

  private Outcome<SocketResult> play(int port, String yaml) throws Exception {
    return harness.play(request(port, yaml)).await();
  }

  private static void awaitHeard(Running<ClientSession> client, String text) {
    await()
        .untilAsserted(
            () -> assertThat(said(client.session().transcript(), Direction.IN)).isEqualTo(text));
  }

  @ParameterizedTest
  @CsvSource({"-tls1_2,TLSv1.2", "-tls1_3,TLSv1.3"})
  void opensslVerifiesOurServerAndTalksToIt(String flag, String version) throws Exception {
    ServerSession server = serve("behaviour: echo");
    try (Peer openssl =
        client(
            server,
            flag,
            "-verify_return_error",
            "-verify_ip",
            "127.0.0.1",
            "-CAfile",
            "authority.pem")) {
      openssl.type("one\n").awaitOutput("one\n");
      openssl.type("two\n").awaitOutput("one\ntwo\n");
      assertThat(server.clients().getFirst().tls().map(TlsInfo::version)).contains(version);
    }
    await().until(() -> server.connected() == 0);
  }

  @Test
  void ourCertificatesAreCorrectInEveryDetail() throws Exception {
    for (String name : new String[] {"server", "client"}) {
      try (Peer openssl =
          Peer.start(
              folder,
              "openssl",
              "verify",
              "-x509_strict",
              "-purpose",
              name.equals("server") ? "sslserver" : "sslclient",
              "-CAfile",
              "authority.pem",
              name + ".pem")) {
        assertThat(openssl.awaitEnd()).as(openssl.toString()).isZero();
      }
    }
  }

  @Test
  void opensslDoesNotBelieveAStranger() throws Exception {
    ServerSession server = serve("behaviour: echo");
    try (Peer openssl = client(server, "-verify_return_error")) {
      assertThat(openssl.endInput().awaitEnd()).isEqualTo(1);
      assertThat(openssl.errors()).contains("certificate verify failed");
    }
    await().until(() -> said(server.transcript(), Direction.FAILURE).length() > 0);
    assertThat(server.clients()).isEmpty();
  }

  @Test
  void opensslReadsAGreetingToItsEnd() throws Exception {
    ServerSession server =
        serve(
            filled(
                """
                behaviour: {greet: "Hello from server!\\\\n"}
                identity: {certificate: FOLDER/server.p12, password: secret}
                """));
    try (Peer openssl = client(server)) {
      assertThat(openssl.awaitEnd()).as(openssl.toString()).isZero();
      assertThat(openssl.output()).isEqualTo("Hello from server!\n");
      assertThat(openssl.errors()).doesNotContain("unexpected eof");
    }
  }

  @ParameterizedTest
  @CsvSource({"-tls1_2,TLSv1.2", "-tls1_3,TLSv1.3"})
  void weVerifyOpensslAndTalkToIt(String flag, String version) throws Exception {
    int port = KernelSockets.freePort();
    try (Peer openssl = server(port, "-quiet", flag, "-alpn", "second,first")) {
      Running<ClientSession> client =
          talk(
              port,
              """
              tls: {trust: authority, authority: FOLDER/authority.pem, alpn: [first, second]}
              """);
      assertThat(client.session().offer("from us\n".getBytes(UTF_8))).isTrue();
      openssl.awaitOutput("from us\n").type("from openssl\n");
      awaitHeard(client, "from openssl\n");
      TlsInfo tls = client.session().link().tls().orElseThrow();
      assertThat(tls.version()).isEqualTo(version);
      assertThat(tls.alpn()).isEqualTo("second");
    }
  }

  @Test
  void weDoNotBelieveAStranger() throws Exception {
    int port = KernelSockets.freePort();
    try (Peer openssl = server(port, "-quiet")) {
      NetFailure failure = harness.failure(request(port, "send: secret\n"));
      assertThat(failure.kind()).isEqualTo(NetFailure.Kind.TLS_UNTRUSTED);
      assertThat(openssl.output()).doesNotContain("secret");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "certificate: FOLDER/client.pem, key: FOLDER/client.key",
        "certificate: FOLDER/client.p12, password: secret"
      })
  void opensslIsShownOurCertificate(String identity) throws Exception {
    int port = KernelSockets.freePort();
    try (Peer openssl =
        server(port, "-rev", "-Verify", "2", "-verify_return_error", "-CAfile", "authority.pem")) {
      Outcome<SocketResult> outcome =
          play(
              port,
              "tls: {trust: authority, authority: FOLDER/authority.pem, identity: {"
                  + identity
                  + "}}\nsend: \"abc\\\\n\"\nuntil: {text: cba}\ntimeout: 5s\n");
      assertThat(outcome).as(openssl.toString()).isInstanceOf(Outcome.Done.class);
      assertThat(openssl.errors()).contains("CN = a client");
    }
  }

  @Test
  void opensslSendsAwayAClientWithoutACertificate() throws Exception {
    int port = KernelSockets.freePort();
    try (Peer openssl = server(port, "-rev", "-Verify", "2", "-CAfile", "authority.pem")) {
      Outcome<SocketResult> outcome =
          play(port, "tls: {trust: none}\nsend: \"abc\\\\n\"\nuntil: {text: cba}\ntimeout: 5s\n");
      assertThat(outcome).as(openssl.toString()).isInstanceOf(Outcome.Failed.class);
      NetFailure failure = (NetFailure) ((Outcome.Failed<SocketResult>) outcome).failure();
      assertThat(failure.kind())
          .as(failure.toString())
          .isIn(NetFailure.Kind.TLS_OTHER, NetFailure.Kind.AUTHENTICATION);
    }
  }

  @Test
  void theGoodbyeOfOpensslIsToldFromACut() throws Exception {
    int port = KernelSockets.freePort();
    try (Peer _ = server(port, "-rev")) {
      Running<ClientSession> client = talk(port, "tls: {trust: none}\n");
      assertThat(client.session().offer("CLOSE\n".getBytes(UTF_8))).isTrue();
      assertThat(client.job().await()).isInstanceOf(Outcome.Done.class);
      assertThat(client.session().link().peerEnd()).isEqualTo(PeerEnd.CLOSE_NOTIFY);
    }
    int other = KernelSockets.freePort();
    Running<ClientSession> cut;
    try (Peer openssl = server(other)) {
      cut = talk(other, "tls: {trust: none}\n");
      openssl.awaitOutput("CIPHER is");
    }
    assertThat(cut.job().await()).isInstanceOf(Outcome.Done.class);
    assertThat(cut.session().link().peerEnd()).isEqualTo(PeerEnd.TRUNCATED);
  }
}
