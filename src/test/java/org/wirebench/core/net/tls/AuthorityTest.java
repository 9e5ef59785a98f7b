package org.wirebench.core.net.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebench.core.net.tls.Authority.Validity;

class AuthorityTest {
  private final Authority authority = Authority.create("Lab, \"quoted\" = odd");

  @Test
  void itVouchesForItsServersAndClients() throws Exception {
    Identity server = authority.localServer("extra.test");
    server.certificate().verify(authority.certificate().getPublicKey());
    assertThat(server.chain()).containsExactly(server.certificate(), authority.certificate());
    assertThat(Certificates.names(server.certificate()))
        .containsExactly("localhost", "extra.test", "127.0.0.1", "0:0:0:0:0:0:0:1");
    assertThat(server.certificate().getBasicConstraints()).isEqualTo(-1);
    assertThat(authority.certificate().getBasicConstraints()).isNotEqualTo(-1);
    assertThat(KeyMatch.matches(server.key(), server.certificate().getPublicKey())).isTrue();
    Identity client = authority.client("Alice");
    assertThat(client.certificate().getSubjectX500Principal().getName()).isEqualTo("CN=Alice");
    assertThat(client.certificate().getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.2");
    assertThat(KeyMatch.matches(client.key(), server.certificate().getPublicKey())).isFalse();
  }

  @Test
  void anAuthorityBetweenIsVouchedForAndVouchesItself() throws Exception {
    Instant now = Instant.now();
    Authority between =
        authority.intermediate("Between", new Validity(now, now.plus(1, ChronoUnit.DAYS)));
    Identity server = between.localServer();
    server.certificate().verify(between.certificate().getPublicKey());
    between.certificate().verify(authority.certificate().getPublicKey());
    assertThat(between.certificate().getBasicConstraints()).isNotEqualTo(-1);
    assertThat(server.chain())
        .containsExactly(server.certificate(), between.certificate(), authority.certificate());
    assertThat(between.pem()).isEqualTo(Pem.of(between.certificate()));
  }

  @Test
  void theDatesCanBeChosen() {
    Instant from = Instant.parse("2020-01-01T00:00:00Z");
    X509Certificate old =
        authority
            .validFor(new Validity(from, from.plus(1, ChronoUnit.DAYS)))
            .localServer()
            .certificate();
    assertThat(old.getNotBefore().toInstant()).isEqualTo(from);
    assertThat(old.getNotAfter().toInstant()).isEqualTo(from.plus(1, ChronoUnit.DAYS));
    assertThatThrownBy(() -> new Validity(from, from)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anIdentityIsAPkcs12File() throws Exception {
    Identity server = authority.localServer();
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(new ByteArrayInputStream(server.pkcs12("pw")), "pw".toCharArray());
    assertThat(store.size()).isOne();
    String alias = store.aliases().nextElement();
    assertThat(store.getKey(alias, "pw".toCharArray())).isEqualTo(server.key());
    assertThat(store.getCertificateChain(alias)).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "example.org, example.org, true",
    "example.org, EXAMPLE.ORG, true",
    "example.org, example.org., true",
    "example.org, www.example.org, false",
    "*.example.org, www.example.org, true",
    "*.example.org, example.org, false",
    "*.example.org, a.b.example.org, false",
    "*.org, example.org, false",
    "w*.example.org, www.example.org, false",
    "127.0.0.1, 127.0.0.1, true",
    "127.0.0.1, 127.0.0.2, false",
    "::1, 0:0::1, true",
    "fe80::1, fe80::1%eth0, true",
  })
  void aCertificateIsForTheNamesInIt(String name, String host, boolean matches) {
    assertThat(Certificates.isFor(authority.server(List.of(name)).certificate(), host))
        .isEqualTo(matches);
  }

  @Test
  void theCommonNameIsNoName() {
    assertThat(Certificates.isFor(authority.client("example.org").certificate(), "example.org"))
        .isFalse();
  }
}
