package org.wirebench.tool.http.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.net.NetFailure.Kind;
import org.wirebench.core.net.Phase;
import org.wirebench.core.net.tls.Authority;
import org.wirebench.core.net.tls.Identity;

/** Certificates of servers that are not whom one asked for. */
class HttpsTest {
  private final Authority authority = Authority.create("Our own authority");

  @RegisterExtension private final HttpHarness http = new HttpHarness();
  @TempDir private Path folder;

  private NetFailure failure(Identity identity, String version) throws Exception {
    Path pem = Files.writeString(folder.resolve("authority.pem"), authority.pem());
    try (TestHttpLab lab = new TestHttpLab(identity);
        HttpRun run =
            http.prepare(
                "{url: '%s', version: '%s', tls: {trust: authority, authority: '%s'}}"
                    .formatted(lab.secure("/get"), version, pem))) {
      NetFailure failure = http.failure(run);
      Exchange asked = run.exchanges().getLast();
      assertThat(asked.failure()).contains(failure);
      assertThat(asked.sentHeadBytes()).isZero();
      return failure;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"auto", "1.1", "2"})
  void aCertificateOfSomebodyElseIsSaidToBeThat(String version) throws Exception {
    Identity identity = authority.server(List.of("other.test"));
    NetFailure failure = failure(identity, version);
    assertThat(failure.kind()).isEqualTo(Kind.TLS_NAME_MISMATCH);
    assertThat(failure.phase()).contains(Phase.TLS);
    assertThat(failure.title()).isEqualTo("Certificate of somebody else");
    assertThat(failure.cause())
        .matches("The certificate is not for (localhost|127\\.0\\.0\\.1), but for: other.test\\.");
    assertThat(failure.certificates()).isEqualTo(identity.chain());
  }

  @ParameterizedTest
  @ValueSource(strings = {"auto", "1.1", "2"})
  void aCertificateThatNobodyVouchesForIsSaidToBeThat(String version) throws Exception {
    Identity identity = Authority.create("Strangers").localServer();
    NetFailure failure = failure(identity, version);
    assertThat(failure.kind()).isEqualTo(Kind.TLS_UNTRUSTED);
    assertThat(failure.phase()).contains(Phase.TLS);
    assertThat(failure.title()).isEqualTo("Certificate not trusted");
    assertThat(failure.cause())
        .startsWith("The certificate was issued by ")
        .contains("Strangers")
        .endsWith(", who is not trusted.");
    assertThat(failure.certificates()).isEqualTo(identity.chain());
  }
}
