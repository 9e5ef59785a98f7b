package org.wirebench.core.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebench.core.net.TlsHarness.LOCALHOST;
import static org.wirebench.core.net.TlsHarness.TRUSTING_ALL;
import static org.wirebench.core.net.TlsHarness.server;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebench.core.net.NetFailure.Kind;
import org.wirebench.core.net.tls.Authority;
import org.wirebench.core.net.tls.Authority.Validity;
import org.wirebench.core.net.tls.Certificates;
import org.wirebench.core.net.tls.Identity;
import org.wirebench.core.net.tls.TlsInfo;
import org.wirebench.core.net.tls.TlsSettings;
import org.wirebench.core.net.tls.TlsSettings.Trust;
import org.wirebench.testkit.BadServer;

/** Which servers a client believes, and what it says of the others. */
@Timeout(60)
class TlsTrustTest {
  @RegisterExtension private final TlsHarness tls = new TlsHarness();
  private final Authority authority = tls.authority();

  private static TlsSettings pinning(String sha256) {
    return TlsSettings.DEFAULT.withTrust(new Trust.Pinned(sha256));
  }

  @Test
  void aTrustedServerIsConnectedTo() throws Exception {
    Identity identity = authority.localServer("server.test");
    tls.talk(
        server(identity),
        "server.test",
        tls.trusting(),
        (ends, _) -> {
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
        });
    assertThat(tls.net().events()).anyMatch(event -> event.startsWith("TLSv1.3 TLS_"));
  }

  @Test
  void anAddressInTheCertificateIsANameToo() throws Exception {
    tls.talk(
        tls.localServer(),
        LOCALHOST,
        tls.trusting(),
        (ends, _) -> assertThat(ends.client().tls().orElseThrow().serverName()).isEmpty());
  }

  @Test
  void anUntrustedCertificateIsShownInTheFailure() throws Exception {
    Identity identity = Authority.create("Strangers").localServer();
    NetFailure failure = tls.failure(server(identity), LOCALHOST, tls.trusting());
    assertThat(failure.kind()).isEqualTo(Kind.TLS_UNTRUSTED);
    assertThat(failure.phase()).contains(Phase.TLS);
    assertThat(failure.cause()).contains("Strangers");
    assertThat(failure.certificates()).isEqualTo(identity.chain());
    assertThat(failure.detail()).contains(Certificates.sha256(identity.certificate()));
  }

  @Test
  void theSystemDoesNotTrustAnAuthorityMadeOnTheSpot() throws Exception {
    NetFailure failure = tls.failure(tls.localServer(), LOCALHOST, TlsSettings.DEFAULT);
    assertThat(failure.kind()).isEqualTo(Kind.TLS_UNTRUSTED);
  }

  @Test
  void aCertificateOfSomebodyElseTellsWhose() throws Exception {
    Identity identity = authority.server(List.of("other.test", "*.else.test"));
    NetFailure failure = tls.failure(server(identity), "server.test", tls.trusting());
    assertThat(failure.kind()).isEqualTo(Kind.TLS_NAME_MISMATCH);
    assertThat(failure.cause()).contains("server.test", "other.test, *.else.test");
    assertThat(failure.certificates()).isEqualTo(identity.chain());
  }

  @Test
  void theServerNameCanBeSet() throws Exception {
    tls.talk(
        server(authority.server(List.of("other.test"))),
        "server.test",
        tls.trusting().withServerName("other.test"),
        (ends, _) ->
            assertThat(ends.server().tls().orElseThrow().serverName()).isEqualTo("other.test"));
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
      NetFailure _ = tls.failure(tls.to(server).withTls(TRUSTING_ALL.withServerName(typed)));
      assertThat(hello.get()).contains(asked);
    }
  }

  @Test
  void anImpossibleServerNameIsSaidSo() throws Exception {
    NetFailure failure =
        tls.failure(tls.localServer(), LOCALHOST, tls.trusting().withServerName("not a name"));
    assertThat(failure.kind()).isEqualTo(Kind.INVALID);
  }

  /** A server whose certificate holds for a day, from so many days from now on. */
  private Identity validIn(int days) {
    Instant from = Instant.now().plus(Duration.ofDays(days));
    return authority.validFor(new Validity(from, from.plus(Duration.ofDays(1)))).localServer();
  }

  @Test
  void anExpiredCertificateIsSaidSo() throws Exception {
    Identity identity = validIn(-2);
    NetFailure failure = tls.failure(server(identity), LOCALHOST, tls.trusting());
    assertThat(failure.kind()).isEqualTo(Kind.TLS_EXPIRED);
    assertThat(failure.title()).contains("expired");
    assertThat(failure.cause())
        .contains(identity.certificate().getNotAfter().toInstant().toString());
  }

  @Test
  void aCertificateOfTheFutureIsSaidSo() throws Exception {
    NetFailure failure = tls.failure(server(validIn(1)), LOCALHOST, tls.trusting());
    assertThat(failure.kind()).isEqualTo(Kind.TLS_EXPIRED);
    assertThat(failure.title()).contains("not yet valid");
  }

  @Test
  void aPinnedCertificateIsTrustedWhateverItSays() throws Exception {
    Identity identity = Authority.create("Strangers").server(List.of("other.test"));
    tls.talk(
        server(identity),
        LOCALHOST,
        pinning(Certificates.sha256(identity.certificate()).toUpperCase(Locale.ROOT)),
        (ends, _) -> {
          TlsInfo info = ends.client().tls().orElseThrow();
          assertThat(info.trustedBy()).isEqualTo(TlsInfo.TrustedBy.PIN);
          assertThat(info.warning()).contains(LOCALHOST);
        });
  }

  @Test
  void anotherCertificateThanThePinnedOneIsRefused() throws Exception {
    Identity identity = authority.localServer();
    NetFailure failure = tls.failure(server(identity), LOCALHOST, pinning("00".repeat(32)));
    assertThat(failure.kind()).isEqualTo(Kind.TLS_UNTRUSTED);
    assertThat(failure.title()).contains("pinned");
    assertThat(failure.cause()).contains(Certificates.sha256(identity.certificate()));
  }

  @Test
  void trustingAnybodyComesWithAWarning() throws Exception {
    tls.talk(
        server(Authority.create("X").server(List.of("x.y"))),
        LOCALHOST,
        TRUSTING_ALL,
        (ends, _) -> {
          TlsInfo info = ends.client().tls().orElseThrow();
          assertThat(info.trustedBy()).isEqualTo(TlsInfo.TrustedBy.NOTHING);
          assertThat(info.warning()).contains("not checked");
        });
    assertThat(tls.net().events()).anyMatch(event -> event.contains("not checked"));
  }

  @Test
  void aDamagedOrMissingFileIsNamed(@TempDir Path folder) throws Exception {
    Path empty = Files.writeString(folder.resolve("empty.pem"), "nothing here");
    NetFailure none = trustingOnly(empty);
    assertThat(none.kind()).isEqualTo(Kind.INVALID);
    assertThat(none.cause()).contains("empty.pem", "no certificate");
    NetFailure missing = trustingOnly(folder.resolve("no.pem"));
    assertThat(missing.kind()).isEqualTo(Kind.IO);
    assertThat(missing.cause()).contains("no.pem");
  }

  private NetFailure trustingOnly(Path file) throws Exception {
    TlsSettings client = TlsSettings.DEFAULT.withTrust(new Trust.Authority(file));
    return tls.failure(tls.localServer(), LOCALHOST, client);
  }
}
