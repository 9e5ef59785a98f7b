package org.wirebench.tool.socket.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTextTest {
  @ParameterizedTest
  @CsvSource({
    "'', false, '', ''",
    "host, false, host, ''",
    "host:80, false, host, 80",
    "host:http, false, host, http",
    "host:, false, host, ''",
    ":80, true, '', 80",
    "*:80, true, '', 80",
    "7007, true, '', 7007",
    "7007, false, 7007, ''",
    "::1, false, ::1, ''",
    "[::1]:80, false, ::1, 80",
    "[::1], false, ::1, ''",
    "[::1, false, '[::1', ''",
    "[::1]80, false, '[::1]80', ''",
    "[::1:80, false, '[::1:80', ''",
    "fe80::1%eth0, false, fe80::1%eth0, ''",
  })
  void anAddressIsTakenApart(String typed, boolean portAlone, String host, String port) {
    assertThat(AddressText.of(typed, portAlone)).isEqualTo(new AddressText(host, port));
  }

  @ParameterizedTest
  @CsvSource({
    "host, 80, host:80",
    "::1, 80, [::1]:80",
    "host, '', host",
    "'', 80, :80",
    "[::1]80, '', [::1]80"
  })
  void bothPartsMakeOneText(String host, String port, String joined) {
    assertThat(new AddressText(host, port).joined()).isEqualTo(joined);
  }
}
