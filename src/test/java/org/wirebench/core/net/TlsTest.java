package org.wirebench.core.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.net.NetFailure.Kind;
import org.wirebench.core.net.tls.Authority;
import org.wirebench.core.net.tls.Authority.Validity;
import org.wirebench.core.net.tls.Certificates;
import org.wirebench.core.net.tls.Identity;
import org.wirebench.core.net.tls.KeySource;
import org.wirebench.core.net.tls.ServerTls;
import org.wirebench.core.net.tls.ServerTls.ClientAuth;
import org.wirebench.core.net.tls.TlsInfo;
import org.wirebench.core.net.tls.TlsSettings;
import org.wirebench.core.net.tls.TlsSettings.Trust;
import org.wirebench.core.net.tls.TlsVersion;
import org.wirebench.testkit.BadServer;
import org.wirebench.testkit.FakeResolver;
import org.wirebench.testkit.TestJobs;
import org.wirebench.testkit.TestNetwork;

@Timeout(60)
class TlsTest {
  private final Authority authority = Authority.create("Test authority");
  private final TestJobs jobs = new TestJobs();
  private final TestNetwork net;
  @TempDir private Path folder;
  private Path authorityFile = Path.of("none");

  TlsTest() throws IOException {
    net = new TestNetwork(FakeResolver.of("server.test", "127.0.0.1"));
  }

  @BeforeEach
  void writeAuthority() throws IOException {
    authorityFile = folder.resolve("ca.pem");
    Files.writeString(authorityFile, authority.pem());
  }

  @AfterEach
  void close() throws IOException {
    jobs.close();
    net.close();
  }

  private TlsSettings trusting() {
    return TlsSettings.DEFAULT.withTrust(new Trust.Authority(authorityFile));
  }

  private static final TlsSettings TRUSTING_ALL = TlsSettings.DEFAULT.withTrust(new Trust.None());

  private static ServerTls server(Identity identity) {
    return ServerTls.of(new KeySource.Held(identity));
  }

  private Listening listening(ServerTls tls) throws InterruptedException {
    return new Listening(net.network(), jobs, ListenSpec.loopback("test").withTls(tls));
  }

  /** The two ends of one connection. */
  private record Ends(Connection client, Connection server) {}

  private Ends connect(Listening listening, String host, TlsSettings tls, JobContext context)
      throws Exception {
    JobContext.Fork<Connection> serving =
        context.fork("serve", forked -> listening.next().open(forked));
    Connection client =
        net.network()
            .connect(
                ConnectSpec.to("test", new Endpoint(host, listening.port())).withTls(tls), context);
    return new Ends(client, serving.join());
  }

  /** How the client's handshake fails. */
  private NetFailure failure(ServerTls server, String host, TlsSettings client) throws Exception {
    try (Listening listening = listening(server)) {
      return jobs.failure(
          context -> {
            JobContext.Fork<Boolean> _ = context.fork("serve", forked -> serve(listening, forked));
            Connection connection =
                net.network()
                    .connect(
                        ConnectSpec.to("test", new Endpoint(host, listening.port()))
                            .withTls(client),
                        context);
            return connection.in().read();
          });
    }
  }

  private static boolean serve(Listening listening, JobContext context)
      throws InterruptedException {
    try (Connection connection = listening.next().open(context)) {
      return connection.in().read() >= 0;
    } catch (IOException clientWentAway) {
      return false;
    }
  }

  @Test
  void aTrustedServerIsConnectedTo() throws Exception {
    Identity identity = authority.localServer("server.test");
    try (Listening listening = listening(server(identity))) {
      jobs.run(
          context -> {
            Ends ends = connect(listening, "server.test", trusting(), context);
            TlsInfo info = ends.client().tls().orElseThrow();
            assertThat(info.version()).isEqualTo("TLSv1.3");
            assertThat(info.cipher()).startsWith("TLS_");
            assertThat(info.serverName()).isEqualTo("server.test");
            assertThat(info.chain()).isEqualTo(identity.chain());
            assertThat(info.trustedBy()).isEqualTo(TlsInfo.TrustedBy.AUTHORITY);
            assertThat(info.warning()).isEmpty();
            assertThat(info.resumed()).isFalse();
            assertThat(ends.server().tls().orElseThrow().serverName()).isEqualTo("server.test");
            assertThat(ends.client().phases().of(Phase.TLS)).isPositive();
            ends.client().out().write("secret".getBytes(StandardCharsets.US_ASCII));
            assertThat(ends.server().in().readNBytes(6)).asString().isEqualTo("secret");
            ends.client().close();
            assertThat(ends.server().in().read()).isEqualTo(-1);
            assertThat(ends.server().peerEnd()).isEqualTo(PeerEnd.CLOSE_NOTIFY);
            ends.server().close();
            return "";
          });
      assertThat(net.events()).anyMatch(event -> event.startsWith("TLSv1.3 TLS_"));
    }
  }

  @Test
  void anAddressInTheCertificateIsANameToo() throws Exception {
    try (Listening listening = listening(server(authority.localServer()))) {
      jobs.run(
          context -> {
            Ends ends = connect(listening, "127.0.0.1", trusting(), context);
            assertThat(ends.client().tls().orElseThrow().serverName()).isEmpty();
            ends.client().close();
            ends.server().close();
            return "";
          });
    }
  }

  @Test
  void anUntrustedCertificateIsShownInTheFailure() throws Exception {
    Identity identity = Authority.create("Strangers").localServer();
    NetFailure failure = failure(server(identity), "127.0.0.1", trusting());
    assertThat(failure.kind()).isEqualTo(Kind.TLS_UNTRUSTED);
    assertThat(failure.phase()).contains(Phase.TLS);
    assertThat(failure.cause()).contains("Strangers");
    assertThat(failure.certificates()).isEqualTo(identity.chain());
    assertThat(failure.detail()).contains(Certificates.sha256(identity.certificate()));
  }

  @Test
  void theSystemDoesNotTrustAnAuthorityMadeOnTheSpot() throws Exception {
    NetFailure failure = failure(server(authority.localServer()), "127.0.0.1", TlsSettings.DEFAULT);
    assertThat(failure.kind()).isEqualTo(Kind.TLS_UNTRUSTED);
  }

  @Test
  void aCertificateOfSomebodyElseTellsWhose() throws Exception {
    Identity identity = authority.server(List.of("other.test", "*.else.test"));
    NetFailure failure = failure(server(identity), "server.test", trusting());
    assertThat(failure.kind()).isEqualTo(Kind.TLS_NAME_MISMATCH);
    assertThat(failure.cause()).contains("server.test", "other.test, *.else.test");
    assertThat(failure.certificates()).isEqualTo(identity.chain());
  }

  @Test
  void theServerNameCanBeSet() throws Exception {
    Identity identity = authority.server(List.of("other.test"));
    try (Listening listening = listening(server(identity))) {
      jobs.run(
          context -> {
            Ends ends =
                connect(listening, "server.test", trusting().withServerName("other.test"), context);
            assertThat(ends.server().tls().orElseThrow().serverName()).isEqualTo("other.test");
            ends.client().close();
            ends.server().close();
            return "";
          });
    }
  }

  @ParameterizedTest
  @CsvSource({"my_host, my_host", "bücher.test, xn--bcher-kva.test"})
  void anyNameCanBeAskedFor(String typed, String asked) throws Exception {
    CompletableFuture<String> hello = new CompletableFuture<>();
    try (BadServer server =
        new BadServer(
            client -> {
              byte[] first = new byte[4096];
              int length = client.getInputStream().read(first);
              hello.complete(new String(first, 0, length, StandardCharsets.ISO_8859_1));
              client.close();
            })) {
      NetFailure _ =
          jobs.failure(
              context ->
                  net.network()
                      .connect(
                          ConnectSpec.to("test", new Endpoint("127.0.0.1", server.port()))
                              .withTls(TRUSTING_ALL.withServerName(typed)),
                          context));
      assertThat(hello.get()).contains(asked);
    }
  }

  @Test
  void anImpossibleServerNameIsSaidSo() throws Exception {
    NetFailure failure =
        failure(
            server(authority.localServer()), "127.0.0.1", trusting().withServerName("not a name"));
    assertThat(failure.kind()).isEqualTo(Kind.INVALID);
  }

  @Test
  void anExpiredCertificateIsSaidSo() throws Exception {
    Instant now = Instant.now();
    Identity identity =
        authority
            .validFor(new Validity(now.minus(Duration.ofDays(2)), now.minus(Duration.ofDays(1))))
            .localServer();
    NetFailure failure = failure(server(identity), "127.0.0.1", trusting());
    assertThat(failure.kind()).isEqualTo(Kind.TLS_EXPIRED);
    assertThat(failure.title()).contains("expired");
    assertThat(failure.cause())
        .contains(identity.certificate().getNotAfter().toInstant().toString());
  }

  @Test
  void aCertificateOfTheFutureIsSaidSo() throws Exception {
    Instant now = Instant.now();
    Identity identity =
        authority
            .validFor(new Validity(now.plus(Duration.ofDays(1)), now.plus(Duration.ofDays(2))))
            .localServer();
    NetFailure failure = failure(server(identity), "127.0.0.1", trusting());
    assertThat(failure.kind()).isEqualTo(Kind.TLS_EXPIRED);
    assertThat(failure.title()).contains("not yet valid");
  }

  @Test
  void aPinnedCertificateIsTrustedWhateverItSays() throws Exception {
    Identity identity = Authority.create("Strangers").server(List.of("other.test"));
    String pin = Certificates.sha256(identity.certificate()).toUpperCase(Locale.ROOT);
    try (Listening listening = listening(server(identity))) {
      jobs.run(
          context -> {
            Ends ends =
                connect(
                    listening,
                    "127.0.0.1",
                    TlsSettings.DEFAULT.withTrust(new Trust.Pinned(pin)),
                    context);
            TlsInfo info = ends.client().tls().orElseThrow();
            assertThat(info.trustedBy()).isEqualTo(TlsInfo.TrustedBy.PIN);
            assertThat(info.warning()).contains("127.0.0.1");
            ends.client().close();
            ends.server().close();
            return "";
          });
    }
  }

  @Test
  void anotherCertificateThanThePinnedOneIsRefused() throws Exception {
    Identity identity = authority.localServer();
    NetFailure failure =
        failure(
            server(identity),
            "127.0.0.1",
            TlsSettings.DEFAULT.withTrust(new Trust.Pinned("00".repeat(32))));
    assertThat(failure.kind()).isEqualTo(Kind.TLS_UNTRUSTED);
    assertThat(failure.title()).contains("pinned");
    assertThat(failure.cause()).contains(Certificates.sha256(identity.certificate()));
  }

  @Test
  void trustingAnybodyComesWithAWarning() throws Exception {
    try (Listening listening = listening(server(Authority.create("X").server(List.of("x.y"))))) {
      jobs.run(
          context -> {
            Ends ends = connect(listening, "127.0.0.1", TRUSTING_ALL, context);
            TlsInfo info = ends.client().tls().orElseThrow();
            assertThat(info.trustedBy()).isEqualTo(TlsInfo.TrustedBy.NOTHING);
            assertThat(info.warning()).contains("not checked");
            ends.client().close();
            ends.server().close();
            return "";
          });
      assertThat(net.events()).anyMatch(event -> event.contains("not checked"));
    }
  }

  @Test
  void protocolsAreAgreedOn() throws Exception {
    ServerTls tls = server(authority.localServer()).withAlpn(List.of("h2", "http/1.1"));
    try (Listening listening = listening(tls)) {
      jobs.run(
          context -> {
            Ends ends =
                connect(
                    listening,
                    "127.0.0.1",
                    trusting().withAlpn(List.of("http/1.1", "h2")),
                    context);
            assertThat(ends.client().tls().orElseThrow().alpn()).isEqualTo("h2");
            assertThat(ends.server().tls().orElseThrow().alpn()).isEqualTo("h2");
            ends.client().close();
            ends.server().close();
            return "";
          });
    }
  }

  @Test
  void noCommonProtocolIsAnAlertWithItsName() throws Exception {
    NetFailure failure =
        failure(
            server(authority.localServer()).withAlpn(List.of("h2")),
            "127.0.0.1",
            trusting().withAlpn(List.of("ftp")));
    assertThat(failure.kind()).isEqualTo(Kind.TLS_OTHER);
    assertThat(failure.cause()).contains("no_application_protocol");
  }

  @Test
  void noCommonVersionIsSaidSo() throws Exception {
    NetFailure failure =
        failure(
            server(authority.localServer()).withVersions(TlsVersion.TLS_1_3, TlsVersion.TLS_1_3),
            "127.0.0.1",
            trusting().withVersions(TlsVersion.TLS_1_2, TlsVersion.TLS_1_2));
    assertThat(failure.kind()).isEqualTo(Kind.TLS_OTHER);
    assertThat(failure.title()).contains("version");
  }

  @Test
  void plainTextIsShownCleaned() throws Exception {
    byte[] banner = "SSH-2.0-Test\u001b[31m\r\n".getBytes(StandardCharsets.US_ASCII);
    try (BadServer server = BadServer.saying(banner)) {
      NetFailure failure =
          jobs.failure(
              context ->
                  net.network()
                      .connect(
                          ConnectSpec.to("test", new Endpoint("127.0.0.1", server.port()))
                              .withTls(trusting()),
                          context));
      assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL);
      assertThat(failure.cause()).contains("SSH-2.0-Test").doesNotContain("\u001b");
    }
  }

  @Test
  void aServerThatHangsUpInTheHandshakeIsSaidSo() throws Exception {
    try (BadServer server = BadServer.ending()) {
      NetFailure failure =
          jobs.failure(
              context ->
                  net.network()
                      .connect(
                          ConnectSpec.to("test", new Endpoint("127.0.0.1", server.port()))
                              .withTls(trusting()),
                          context));
      assertThat(failure.kind()).isEqualTo(Kind.CLOSED);
      assertThat(failure.phase()).contains(Phase.TLS);
    }
  }

  @Test
  void aServerThatResetsInTheHandshakeIsAReset() throws Exception {
    try (BadServer server = BadServer.resetting()) {
      NetFailure failure =
          jobs.failure(
              context ->
                  net.network()
                      .connect(
                          ConnectSpec.to("test", new Endpoint("127.0.0.1", server.port()))
                              .withTls(trusting()),
                          context));
      assertThat(failure.kind()).isEqualTo(Kind.RESET);
      assertThat(failure.phase()).contains(Phase.TLS);
    }
  }

  @Test
  void aServerThatSaysNothingTimesOutInTheHandshake() throws Exception {
    try (BadServer server = BadServer.silent()) {
      NetFailure failure =
          jobs.failure(
              context ->
                  net.network()
                      .connect(
                          ConnectSpec.to("test", new Endpoint("127.0.0.1", server.port()))
                              .withTls(trusting())
                              .withTimeout(Duration.ofMillis(400)),
                          context));
      assertThat(failure.kind()).isEqualTo(Kind.TIMED_OUT);
      assertThat(failure.phase()).contains(Phase.TLS);
      assertThat(failure.cause()).contains("TLS handshake");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = TlsVersion.class,
      names = {"TLS_1_2", "TLS_1_3"})
  void aMissingClientCertificateIsSaidSo(TlsVersion version) throws Exception {
    NetFailure failure =
        failure(
            server(authority.localServer())
                .withClients(ClientAuth.REQUIRED, Optional.of(authorityFile)),
            "127.0.0.1",
            trusting().withVersions(version, version));
    assertThat(failure.kind()).as(failure.detail()).isEqualTo(Kind.AUTHENTICATION);
    assertThat(failure.title()).contains("certificate is required");
  }

  @ParameterizedTest
  @EnumSource(
      value = TlsVersion.class,
      names = {"TLS_1_2", "TLS_1_3"})
  void aClientCertificateOfAStrangerIsRefused(TlsVersion version) throws Exception {
    KeySource stranger = new KeySource.Held(Authority.create("Strangers").client("Mallory"));
    NetFailure failure =
        failure(
            server(authority.localServer())
                .withClients(ClientAuth.REQUIRED, Optional.of(authorityFile)),
            "127.0.0.1",
            trusting().withVersions(version, version).withIdentity(Optional.of(stranger)));
    assertThat(failure.kind()).as(failure.detail()).isEqualTo(Kind.AUTHENTICATION);
    assertThat(failure.title()).contains("refused");
  }

  @Test
  void aClientCertificateFromAFileIsShown() throws Exception {
    Identity alice = authority.client("Alice");
    Path p12 = folder.resolve("alice.p12");
    Files.write(p12, alice.pkcs12("s3cret"));
    Path pem = folder.resolve("alice.pem");
    Files.writeString(pem, alice.certificatesPem() + alice.keyPem());
    ServerTls tls =
        server(authority.localServer())
            .withClients(ClientAuth.REQUIRED, Optional.of(authorityFile));
    try (Listening listening = listening(tls)) {
      for (KeySource source :
          List.of(new KeySource.Pkcs12(p12, "s3cret"), new KeySource.Pem(pem, pem, ""))) {
        jobs.run(
            context -> {
              Ends ends =
                  connect(
                      listening,
                      "127.0.0.1",
                      trusting().withIdentity(Optional.of(source)),
                      context);
              TlsInfo info = ends.server().tls().orElseThrow();
              assertThat(info.chain()).startsWith(alice.certificate());
              assertThat(info.trustedBy()).isEqualTo(TlsInfo.TrustedBy.AUTHORITY);
              ends.client().close();
              ends.server().close();
              return "";
            });
      }
    }
  }

  @Test
  void anOptionalClientCertificateMayBeMissing() throws Exception {
    ServerTls tls =
        server(authority.localServer())
            .withClients(ClientAuth.OPTIONAL, Optional.of(authorityFile));
    try (Listening listening = listening(tls)) {
      jobs.run(
          context -> {
            Ends ends = connect(listening, "127.0.0.1", trusting(), context);
            assertThat(ends.server().tls().orElseThrow().chain()).isEmpty();
            ends.client().close();
            ends.server().close();
            return "";
          });
    }
  }

  @Test
  void aServerTellsWhatAClientWithoutTlsSaid() throws Exception {
    try (Listening listening = listening(server(authority.localServer()));
        Socket client = new Socket(InetAddress.getLoopbackAddress(), listening.port())) {
      client.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      NetFailure failure = jobs.failure(context -> listening.next().open(context));
      assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL);
      assertThat(failure.cause()).contains("GET / HTTP/1.1");
      assertThat(failure.remedy()).contains("client must use TLS");
    }
  }

  @Test
  void aServerTellsThatTheClientRefusedItsCertificate() throws Exception {
    try (Listening listening = listening(server(authority.localServer()))) {
      NetFailure failure =
          jobs.failure(
              context -> {
                JobContext.Fork<NetFailure> _ =
                    context.fork("client", forked -> refusedBy(listening, forked));
                return listening.next().open(context);
              });
      assertThat(failure.kind()).as(failure.detail()).isEqualTo(Kind.AUTHENTICATION);
      assertThat(failure.remedy()).contains("authority of this server");
    }
  }

  private NetFailure refusedBy(Listening listening, JobContext context)
      throws InterruptedException {
    try {
      Connection connection =
          net.network()
              .connect(
                  ConnectSpec.to("test", new Endpoint("127.0.0.1", listening.port()))
                      .withTls(TlsSettings.DEFAULT),
                  context);
      throw new AssertionError(connection);
    } catch (NetException refused) {
      return refused.failure();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = TlsVersion.class,
      names = {"TLS_1_2", "TLS_1_3"})
  void aStreamCutOffWithoutAGoodbyeIsToldFromAnOrderlyEnd(TlsVersion version) throws Exception {
    ServerTls tls = server(authority.localServer()).withVersions(version, version);
    try (Listening listening = listening(tls)) {
      jobs.run(
          context -> {
            Ends ends = connect(listening, "127.0.0.1", trusting(), context);
            ends.server().out().write(1);
            assertThat(ends.client().in().read()).isOne();
            ends.server().abort();
            assertThat(ends.client().in().read()).isEqualTo(-1);
            assertThat(ends.client().peerEnd()).isEqualTo(PeerEnd.TRUNCATED);
            ends.client().close();
            return "";
          });
    }
  }

  @Test
  void afterAHalfCloseUnderTlsTheRestCanStillBeRead() throws Exception {
    try (Listening listening = listening(server(authority.localServer()))) {
      jobs.run(
          context -> {
            Ends ends = connect(listening, "127.0.0.1", trusting(), context);
            ends.client().out().write(new byte[1000]);
            ends.client().shutdownOutput();
            assertThat(ends.server().in().readAllBytes()).hasSize(1000);
            assertThat(ends.server().peerEnd()).isEqualTo(PeerEnd.CLOSE_NOTIFY);
            ends.server().out().write(new byte[70_000]);
            ends.server().close();
            assertThat(ends.client().in().readAllBytes()).hasSize(70_000);
            assertThat(ends.client().peerEnd()).isEqualTo(PeerEnd.CLOSE_NOTIFY);
            ends.client().close();
            return "";
          });
    }
  }

  @Test
  void aResetUnderTlsIsAReset() throws Exception {
    try (Listening listening = listening(server(authority.localServer()))) {
      jobs.run(
          context -> {
            Ends ends = connect(listening, "127.0.0.1", trusting(), context);
            ends.client().reset();
            assertThatThrownBy(() -> ends.server().in().read()).isInstanceOf(IOException.class);
            assertThat(ends.server().peerEnd()).isEqualTo(PeerEnd.RESET);
            ends.server().close();
            return "";
          });
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = TlsVersion.class,
      names = {"TLS_1_2", "TLS_1_3"})
  void closingNeverTakesMuchLongerThanASecond(TlsVersion version) throws Exception {
    ServerTls tls = server(authority.localServer()).withVersions(version, version);
    try (Listening listening = listening(tls)) {
      jobs.run(
          context -> {
            Ends ends = connect(listening, "127.0.0.1", trusting(), context);
            JobContext.Fork<Integer> reading = context.fork("read", _ -> ends.client().in().read());
            context.pause(Duration.ofMillis(50));
            assertThat(reading.isDone()).isFalse();
            long start = System.nanoTime();
            ends.client().close();
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isLessThan(Duration.ofMillis(1500));
            ends.server().close();
            return "";
          });
    }
  }

  @Test
  void aResumedSessionIsToldByTheServer() throws Exception {
    SSLContext client = SSLContext.getInstance("TLS");
    client.init(null, new TrustManager[] {new TrustsAll()}, null);
    ServerTls tls =
        server(authority.localServer()).withVersions(TlsVersion.TLS_1_2, TlsVersion.TLS_1_2);
    try (Listening listening = listening(tls)) {
      jobs.run(
          context -> {
            assertThat(handshake(listening, client, context)).isFalse();
            context.pause(Duration.ofMillis(20));
            assertThat(handshake(listening, client, context)).isTrue();
            return "";
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

  @Test
  void aDamagedOrMissingFileIsNamed() throws Exception {
    Path empty = Files.writeString(folder.resolve("empty.pem"), "nothing here");
    NetFailure none =
        failure(
            server(authority.localServer()),
            "127.0.0.1",
            TlsSettings.DEFAULT.withTrust(new Trust.Authority(empty)));
    assertThat(none.kind()).isEqualTo(Kind.INVALID);
    assertThat(none.cause()).contains("empty.pem", "no certificate");
    NetFailure missing =
        failure(
            server(authority.localServer()),
            "127.0.0.1",
            TlsSettings.DEFAULT.withTrust(new Trust.Authority(folder.resolve("no.pem"))));
    assertThat(missing.kind()).isEqualTo(Kind.IO);
    assertThat(missing.cause()).contains("no.pem");
  }
}
