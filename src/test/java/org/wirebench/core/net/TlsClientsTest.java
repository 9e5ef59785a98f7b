package org.wirebench.core.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebench.core.net.TlsHarness.LOCALHOST;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.net.NetFailure.Kind;
import org.wirebench.core.net.tls.Authority;
import org.wirebench.core.net.tls.Identity;
import org.wirebench.core.net.tls.KeySource;
import org.wirebench.core.net.tls.ServerTls;
import org.wirebench.core.net.tls.ServerTls.ClientAuth;
import org.wirebench.core.net.tls.TlsInfo;
import org.wirebench.core.net.tls.TlsSettings;
import org.wirebench.core.net.tls.TlsVersion;

/** Servers that ask who their clients are, and clients that refuse their server. */
@Timeout(60)
class TlsClientsTest {
  @RegisterExtension private final TlsHarness tls = new TlsHarness();

  private ServerTls asking(ClientAuth asked) {
    return tls.localServer().withClients(asked, Optional.of(tls.authorityFile()));
  }

  @ParameterizedTest
  @EnumSource(
      value = TlsVersion.class,
      names = {"TLS_1_2", "TLS_1_3"})
  void aMissingClientCertificateIsSaidSo(TlsVersion version) throws Exception {
    NetFailure failure =
        tls.failure(
            asking(ClientAuth.REQUIRED), LOCALHOST, tls.trusting().withVersions(version, version));
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
        tls.failure(
            asking(ClientAuth.REQUIRED),
            LOCALHOST,
            tls.trusting(stranger).withVersions(version, version));
    assertThat(failure.kind()).as(failure.detail()).isEqualTo(Kind.AUTHENTICATION);
    assertThat(failure.title()).contains("refused");
  }

  @Test
  void aClientCertificateFromAFileIsShown(@TempDir Path folder) throws Exception {
    Identity alice = tls.authority().client("Alice");
    Path p12 = folder.resolve("alice.p12");
    Files.write(p12, alice.pkcs12("s3cret"));
    Path pem = folder.resolve("alice.pem");
    Files.writeString(pem, alice.certificatesPem() + alice.keyPem());
    try (Listening listening = tls.listening(asking(ClientAuth.REQUIRED))) {
      for (KeySource source :
          List.of(new KeySource.Pkcs12(p12, "s3cret"), new KeySource.Pem(pem, pem, ""))) {
        tls.talk(
            listening,
            LOCALHOST,
            tls.trusting(source),
            (ends, _) -> {
              TlsInfo info = ends.server().tls().orElseThrow();
              assertThat(info.chain()).startsWith(alice.certificate());
              assertThat(info.trustedBy()).isEqualTo(TlsInfo.TrustedBy.AUTHORITY);
            });
      }
    }
  }

  @Test
  void anOptionalClientCertificateMayBeMissing() throws Exception {
    tls.talk(
        asking(ClientAuth.OPTIONAL),
        LOCALHOST,
        tls.trusting(),
        (ends, _) -> assertThat(ends.server().tls().orElseThrow().chain()).isEmpty());
  }

  @Test
  void aServerTellsThatTheClientRefusedItsCertificate() throws Exception {
    try (Listening listening = tls.listening(tls.localServer())) {
      NetFailure failure =
          tls.jobs()
              .failure(
                  context -> {
                    JobContext.Fork<NetFailure> _ =
                        context.fork("client", forked -> refusedBy(listening, forked));
                    return listening.next().open(context);
                  });
      assertThat(failure.kind()).as(failure.detail()).isEqualTo(Kind.AUTHENTICATION);
      assertThat(failure.remedy()).contains("authority of this server");
    }
  }

  private NetFailure refusedBy(Listening listening, JobContext context) throws Exception {
    try {
      ConnectSpec spec = TlsHarness.to(LOCALHOST, listening.port(), TlsSettings.DEFAULT);
      throw new AssertionError(tls.connect(spec, context));
    } catch (NetException refused) {
      return refused.failure();
    }
  }
}
