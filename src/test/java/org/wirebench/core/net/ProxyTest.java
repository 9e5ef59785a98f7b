package org.wirebench.core.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.net.NetFailure.Kind;
import org.wirebench.core.net.tls.Authority;
import org.wirebench.core.net.tls.KeySource;
import org.wirebench.core.net.tls.ServerTls;
import org.wirebench.core.net.tls.TlsSettings;
import org.wirebench.testkit.BadServer;
import org.wirebench.testkit.ClosedPort;
import org.wirebench.testkit.FakeResolver;
import org.wirebench.testkit.RelayProxy;
import org.wirebench.testkit.TestJobs;
import org.wirebench.testkit.TestNetwork;

@Timeout(60)
class ProxyTest {
  @RegisterExtension private final TestNetwork net = new TestNetwork();
  private final TestJobs jobs = net.jobs();

  private static ProxySettings http(int port, String user, String password) {
    return new ProxySettings.HttpConnect(new Endpoint("127.0.0.1", port), user, password);
  }

  private static ProxySettings socks(int port, String user, String password) {
    return new ProxySettings.Socks5(new Endpoint("127.0.0.1", port), user, password);
  }

  private static ConnectSpec to(String host, int port, ProxySettings proxy) {
    return ConnectSpec.to("test", new Endpoint(host, port)).withProxy(proxy);
  }

  private void talksThrough(RelayProxy proxy, ProxySettings settings, String host, String asked)
      throws Exception {
    try (BadServer server = BadServer.saying("hello".getBytes(StandardCharsets.US_ASCII))) {
      net.connect(
          to(host, server.port(), settings),
          connection -> {
            assertThat(connection.in().readNBytes(5)).asString().isEqualTo("hello");
            assertThat(connection.phases().timed())
                .extracting(Phases.Timed::phase)
                .containsExactly(Phase.RESOLVE, Phase.CONNECT, Phase.PROXY);
          });
      assertThat(proxy.asked()).containsExactly(asked + ":" + server.port());
    }
  }

  /** The names are resolved by the proxy: here nobody knows them. */
  @ParameterizedTest
  @CsvSource({
    "server.test, server.test",
    "bücher.test, xn--bcher-kva.test",
    "127.0.0.9, 127.0.0.9",
    "::1, [::1]"
  })
  void httpProxiesConnect(String host, String asked) throws Exception {
    try (RelayProxy proxy = RelayProxy.http("", "")) {
      talksThrough(proxy, http(proxy.port(), "", ""), host, asked);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "server.test, server.test",
    "bücher.test, xn--bcher-kva.test",
    "127.0.0.9, 127.0.0.9",
    "::1, 0:0:0:0:0:0:0:1"
  })
  void socksProxiesConnect(String host, String asked) throws Exception {
    try (RelayProxy proxy = RelayProxy.socks("", "")) {
      talksThrough(proxy, socks(proxy.port(), "", ""), host, asked);
    }
  }

  @Test
  void bothTakeALogin() throws Exception {
    try (RelayProxy proxy = RelayProxy.http("ann", "pä:ss")) {
      talksThrough(proxy, http(proxy.port(), "ann", "pä:ss"), "server.test", "server.test");
    }
    try (RelayProxy proxy = RelayProxy.socks("ann", "pä:ss")) {
      talksThrough(proxy, socks(proxy.port(), "ann", "pä:ss"), "server.test", "server.test");
    }
  }

  @Test
  void aMissingOrWrongLoginIsSaidSo() throws Exception {
    try (RelayProxy web = RelayProxy.http("ann", "x");
        RelayProxy sox = RelayProxy.socks("ann", "x")) {
      ProxySettings[] wrong = {
        http(web.port(), "", ""),
        http(web.port(), "ann", "y"),
        socks(sox.port(), "", ""),
        socks(sox.port(), "ann", "y")
      };
      for (ProxySettings proxy : wrong) {
        NetFailure failure = net.failure(to("a.test", 80, proxy));
        assertThat(failure.kind()).as(proxy.toString()).isEqualTo(Kind.AUTHENTICATION);
        assertThat(failure.phase()).contains(Phase.PROXY);
      }
    }
  }

  @Test
  void tlsGoesToTheTargetThroughTheProxy() throws Exception {
    ServerTls tls = ServerTls.of(new KeySource.Held(Authority.create("test").localServer()));
    try (RelayProxy proxy = RelayProxy.socks("", "");
        Listening listening = new Listening(net.network(), jobs, Listening.LOOPBACK.withTls(tls))) {
      jobs.run(
          context -> {
            JobContext.Fork<Connection> serving =
                context.fork("serve", forked -> listening.next().open(forked));
            Connection client =
                net.network()
                    .connect(
                        to("server.test", listening.port(), socks(proxy.port(), "", ""))
                            .withTls(TlsSettings.DEFAULT.withTrust(new TlsSettings.Trust.None())),
                        context);
            Connection server = serving.join();
            assertThat(server.tls().orElseThrow().serverName()).isEqualTo("server.test");
            server.out().write(8);
            assertThat(client.in().read()).isEqualTo(8);
            client.close();
            server.close();
            return "";
          });
    }
  }

  @ParameterizedTest
  @CsvSource({
    "403 Forbidden, PERMISSION",
    "502 Bad Gateway, UNREACHABLE",
    "503 Unavailable, UNREACHABLE",
    "504 Gateway Timeout, TIMED_OUT",
    "405 Not Allowed, PROTOCOL",
    "418 Teapot, PROTOCOL",
    "302 Found, PROTOCOL",
    "407 Digest only, AUTHENTICATION",
  })
  void whatAnHttpProxyRefusesIsToldInItsWords(String status, Kind kind) throws Exception {
    String answer = "HTTP/1.1 " + status + "\u001b[2J\r\nProxy-Authenticate: Digest x\r\n\r\n";
    NetFailure failure = answered(answer.getBytes(StandardCharsets.ISO_8859_1), true);
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.cause()).contains(status).doesNotContain("\u001b");
  }

  @ParameterizedTest
  @CsvSource({
    "1, PROTOCOL",
    "2, PERMISSION",
    "3, UNREACHABLE",
    "4, UNREACHABLE",
    "5, REFUSED",
    "6, TIMED_OUT",
    "7, PROTOCOL",
    "8, PROTOCOL",
    "99, PROTOCOL"
  })
  void everyReplyOfASocksProxyHasItsMeaning(int reply, Kind kind) throws Exception {
    byte[] answer = {5, 0, 5, (byte) reply, 0, 1, 0, 0, 0, 0, 0, 0};
    assertThat(answered(answer, false).kind()).isEqualTo(kind);
  }

  private NetFailure answered(byte[] answer, boolean web) throws Exception {
    try (BadServer server = BadServer.answering(answer)) {
      ProxySettings proxy = web ? http(server.port(), "", "") : socks(server.port(), "", "");
      return net.failure(to("a.test", 80, proxy));
    }
  }

  @Test
  void whatIsNoProxyIsSaidSo() throws Exception {
    byte[] banner = "SSH-2.0-x\r\n".getBytes(StandardCharsets.US_ASCII);
    for (boolean web : new boolean[] {true, false}) {
      NetFailure failure = answered(banner, web);
      assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL);
      assertThat(failure.title()).isEqualTo("Not a proxy");
      assertThat(answered(new byte[0], web).kind()).isEqualTo(Kind.CLOSED);
    }
  }

  @Test
  void whatIsNoProxyIsQuoted() throws Exception {
    byte[] banner = "SSH-2.0-x\r\n".getBytes(StandardCharsets.US_ASCII);
    assertThat(answered(banner, true).cause()).contains("SSH-2.0-x");
  }

  /** What a failure says goes into reports and into the wire log. */
  @Test
  void aLoginThatTheProxyQuotesIsNotShown() throws Exception {
    String answer = "HTTP/1.1 407 No YW5uOnNlY3JldA==, ann:secret\r\n\r\n";
    try (BadServer server = BadServer.answering(answer.getBytes(StandardCharsets.US_ASCII))) {
      ProxySettings proxy = http(server.port(), "ann", "secret");
      NetFailure failure =
          jobs.failure(context -> net.network().connect(to("a.test", 80, proxy), context));
      assertThat(failure.cause() + failure.detail())
          .contains("407 No")
          .doesNotContain("YW5uOnNlY3JldA==")
          .doesNotContain("secret");
    }
  }

  @Test
  void anEndlessAnswerIsCutShort() throws Exception {
    byte[] endless = ("HTTP/1.1 200 " + "x".repeat(100_000)).getBytes(StandardCharsets.US_ASCII);
    assertThat(answered(endless, true).kind()).isEqualTo(Kind.PROTOCOL);
  }

  @Test
  void interimAnswersArePassedOver() throws Exception {
    byte[] answer =
        "HTTP/1.1 103 Early\r\n\r\nHTTP/1.1 403 No\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    assertThat(answered(answer, true).kind()).isEqualTo(Kind.PERMISSION);
  }

  @Test
  void aProxyThatSaysNothingTimesOutAtTheProxy() throws Exception {
    try (BadServer server = BadServer.silent()) {
      NetFailure failure =
          net.failure(
              to("a.test", 80, http(server.port(), "", "")).withTimeout(Duration.ofMillis(300)));
      assertThat(failure.kind()).isEqualTo(Kind.TIMED_OUT);
      assertThat(failure.phase()).contains(Phase.PROXY);
      assertThat(failure.title())
          .isEqualTo("The proxy 127.0.0.1:" + server.port() + " says nothing");
      assertThat(failure.cause())
          .contains("It took our connection", "within 300 ms", "reaches a.test:80");
      assertThat(failure.remedy()).contains("http or socks5");
    }
  }

  /** The address in the report is not the one that was typed, so it says whose it is. */
  @Test
  void aProxyThatIsNotThereIsCalledAProxy() throws Exception {
    try (ClosedPort nobody = new ClosedPort()) {
      NetFailure failure = net.failure(to("a.test", 80, socks(nobody.port(), "", "")));
      assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
      assertThat(failure.phase()).contains(Phase.CONNECT);
      assertThat(failure.title()).contains("proxy", "127.0.0.1:" + nobody.port());
      assertThat(failure.remedy()).contains("proxy");
    }
  }

  /** The proxy is not to blame for an address of ours. */
  @Test
  void anAddressThatIsNotOursIsNotThatOfTheProxy() throws Exception {
    InetSocketAddress foreign = new InetSocketAddress("203.0.113.9", 0);
    NetFailure failure = net.failure(to("a.test", 80, socks(1, "", "")).withLocal(foreign));
    assertThat(failure.phase()).contains(Phase.CONNECT);
    assertThat(failure.title() + failure.remedy()).doesNotContain("proxy");
  }

  @Test
  void aProxyThatHasNoAddressIsCalledAProxy() throws Exception {
    ProxySettings proxy = new ProxySettings.HttpConnect(new Endpoint("proxy.test", 8080), "", "");
    try (TestNetwork nobody = new TestNetwork(FakeResolver.of("other.test", "127.0.0.1"))) {
      NetFailure failure = nobody.failure(to("a.test", 80, proxy));
      assertThat(failure.kind()).isEqualTo(Kind.HOST_UNKNOWN);
      assertThat(failure.title()).contains("proxy.test:8080");
    }
  }

  @Test
  void passwordsAreNeverShown() {
    assertThat(http(1, "ann", "secret").toString() + socks(1, "ann", "secret"))
        .doesNotContain("secret");
    assertThatThrownBy(() -> socks(1, "a".repeat(256), ""))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
