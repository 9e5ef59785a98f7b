package org.wirebench.tool.http.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirebench.core.net.tls.Authority;
import org.wirebench.core.net.tls.Authority.Validity;

class EndingCertificatesTest {
  private final Instant now = Instant.now();

  private Validity until(int days) {
    return new Validity(now.minus(Duration.ofDays(100)), now.plus(Duration.ofDays(days)));
  }

  private List<String> said(int own, int intermediate) {
    Authority between = Authority.create("Root").intermediate("\u0007Between", until(intermediate));
    List<X509Certificate> chain = between.validFor(until(own)).localServer().chain();
    assertThat(chain).hasSize(3);
    return EndingCertificates.of(chain, now);
  }

  @Test
  void eachThatEndsWithinThirtyDaysIsSaid() {
    assertThat(said(31, 31)).isEmpty();
    assertThat(said(31, 10))
        .singleElement()
        .satisfies(words -> assertThat(words).contains("CN=\\x07Between", "in 9 days"));
    assertThat(said(10, 31))
        .singleElement()
        .satisfies(words -> assertThat(words).startsWith("The certificate runs out in 9 days"));
    assertThat(said(10, 20)).hasSize(2);
  }

  @Test
  void whatHasRunOutIsSaidToo() {
    assertThat(said(31, -1))
        .singleElement()
        .satisfies(words -> assertThat(words).contains("CN=\\x07Between", "has run out"));
    assertThat(said(-1, 31))
        .singleElement()
        .satisfies(words -> assertThat(words).startsWith("The certificate has run out"));
    assertThat(EndingCertificates.of(List.of(), now)).isEmpty();
  }
}
