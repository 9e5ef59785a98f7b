package org.wirebench.core.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who one can be for a proxy. */
class ProxyLoginTest {
  private static final String LONG = "u".repeat(256);

  /** An HTTP proxy would take what follows the colon for the password (RFC 7617 section 2). */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://a%3Ab:c@proxy.test",
        "http://a%0Ab:c@proxy.test",
        "http://a:b%0D@proxy.test",
      })
  void whatALoginCannotHoldIsRefused(String url) {
    assertThatExceptionOfType(EndpointException.class)
        .isThrownBy(() -> ProxyUrl.parse(url))
        .withMessageContaining("colon");
  }

  @Test
  void aLoginThatIsTooLongForSocksIsRefusedInWords() {
    assertThatExceptionOfType(EndpointException.class)
        .isThrownBy(() -> ProxyUrl.parse("socks5://" + LONG + ":p@proxy.test"))
        .withMessageContaining("255");
    assertThatExceptionOfType(EndpointException.class)
        .isThrownBy(() -> ProxyUrl.parse("socks5://u:" + LONG + "@proxy.test"))
        .withMessageContaining("255");
  }

  @Test
  void aPasswordMayHoldAColon() throws Exception {
    assertThat(ProxyUrl.parse("http://a:b%3Ac@proxy.test"))
        .isEqualTo(new ProxySettings.HttpConnect(new Endpoint("proxy.test", 8080), "a", "b:c"));
  }
}
