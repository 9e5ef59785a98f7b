package org.wirebench.core.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebench.core.net.TlsHarness.LOCALHOST;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.net.NetFailure.Kind;
import org.wirebench.core.net.tls.ServerTls;
import org.wirebench.core.net.tls.TlsVersion;
import org.wirebench.testkit.BadServer;

/** What the two ends agree on, and what is said when one of them does not do its part. */
@Timeout(60)
class TlsHandshakeTest {
  @RegisterExtension private final TlsHarness tls = new TlsHarness();

  @Test
  void protocolsAreAgreedOn() throws Exception {
    tls.talk(
        tls.localServer().withAlpn(List.of("h2", "http/1.1")),
        LOCALHOST,
        tls.trusting().withAlpn(List.of("http/1.1", "h2")),
        (ends, _) -> {
          assertThat(ends.client().tls().orElseThrow().alpn()).isEqualTo("h2");
          assertThat(ends.server().tls().orElseThrow().alpn()).isEqualTo("h2");
        });
  }

  @Test
  void noCommonProtocolIsAnAlertWithItsName() throws Exception {
    NetFailure failure =
        tls.failure(
            tls.localServer().withAlpn(List.of("h2")),
            LOCALHOST,
            tls.trusting().withAlpn(List.of("ftp")));
    assertThat(failure.kind()).isEqualTo(Kind.TLS_OTHER);
    assertThat(failure.cause()).contains("no_application_protocol");
  }

  @Test
  void noCommonVersionIsSaidSo() throws Exception {
    NetFailure failure =
        tls.failure(
            tls.localServer().withVersions(TlsVersion.TLS_1_3, TlsVersion.TLS_1_3),
            LOCALHOST,
            tls.trusting().withVersions(TlsVersion.TLS_1_2, TlsVersion.TLS_1_2));
    assertThat(failure.kind()).isEqualTo(Kind.TLS_OTHER);
    assertThat(failure.title()).contains("version");
  }

  @Test
  void plainTextIsShownCleaned() throws Exception {
    byte[] banner = "SSH-2.0-Test\u001b[31m\r\n".getBytes(StandardCharsets.US_ASCII);
    try (BadServer server = BadServer.saying(banner)) {
      NetFailure failure = tls.failure(tls.to(server));
      assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL);
      assertThat(failure.cause()).contains("SSH-2.0-Test").doesNotContain("\u001b");
    }
  }

  @Test
  void aServerThatHangsUpInTheHandshakeIsSaidSo() throws Exception {
    try (BadServer server = BadServer.ending()) {
      NetFailure failure = tls.failure(tls.to(server));
      assertThat(failure.kind()).isEqualTo(Kind.CLOSED);
      assertThat(failure.phase()).contains(Phase.TLS);
    }
  }

  @Test
  void aServerThatResetsInTheHandshakeIsAReset() throws Exception {
    try (BadServer server = BadServer.resetting()) {
      NetFailure failure = tls.failure(tls.to(server));
      assertThat(failure.kind()).isEqualTo(Kind.RESET);
      assertThat(failure.phase()).contains(Phase.TLS);
    }
  }

  @Test
  void aServerThatSaysNothingTimesOutInTheHandshake() throws Exception {
    try (BadServer server = BadServer.silent()) {
      NetFailure failure = tls.failure(tls.to(server).withTimeout(Duration.ofMillis(400)));
      assertThat(failure.kind()).isEqualTo(Kind.TIMED_OUT);
      assertThat(failure.phase()).contains(Phase.TLS);
      assertThat(failure.cause()).contains("TLS handshake");
      assertThat(tls.net().failures()).anyMatch(event -> event.startsWith(failure.title()));
    }
  }

  @Test
  void aServerTellsWhatAClientWithoutTlsSaid() throws Exception {
    try (Listening listening = tls.listening(tls.localServer());
        Socket client = new Socket(InetAddress.getLoopbackAddress(), listening.port())) {
      client.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      NetFailure failure = tls.jobs().failure(context -> listening.next().open(context));
      assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL);
      assertThat(failure.cause()).contains("GET / HTTP/1.1");
      assertThat(failure.remedy()).contains("client must use TLS");
      assertThat(tls.net().failures()).anyMatch(event -> event.startsWith(failure.title()));
    }
  }

  @Test
  void aResumedSessionIsToldByTheServer() throws Exception {
    SSLContext client = SSLContext.getInstance("TLS");
    client.init(null, new TrustManager[] {new TrustsAll()}, null);
    ServerTls server = tls.localServer().withVersions(TlsVersion.TLS_1_2, TlsVersion.TLS_1_2);
    try (Listening listening = tls.listening(server)) {
      boolean _ =
          tls.jobs()
              .run(
                  context -> {
                    assertThat(handshake(listening, client, context)).isFalse();
                    context.pause(Duration.ofMillis(20));
                    assertThat(handshake(listening, client, context)).isTrue();
                    return true;
                  });
    }
  }

  private static boolean handshake(Listening listening, SSLContext client, JobContext context)
      throws Exception {
    JobContext.Fork<Connection> serving =
        context.fork("serve", forked -> listening.next().open(forked));
    try (SSLSocket socket =
        (SSLSocket)
            client
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), listening.port())) {
      socket.startHandshake();
      try (Connection server = serving.join()) {
        return server.tls().orElseThrow().resumed();
      }
    }
  }
}
