package org.wirebench.tool.http.service.cookie;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CookieDateTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sun, 06 Nov 1994 08:49:37 GMT",
        "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994",
        "6 november 1994 8:49:37",
        "1994 8:49:37pm 06 NOVxx",
      })
  void everyFormOfADateIsRead(String text) {
    assertThat(CookieDate.parse(text)).contains(Instant.parse("1994-11-06T08:49:37Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tomorrow",
        "31 Feb 2026 00:00:00",
        "1 Jan 2026 24:00:00",
        "1 Jan 1600 00:00:00",
        "1 Jan 2026",
        "00:00:00 2026 Jan"
      })
  void whatIsNoDateIsNone(String text) {
    assertThat(CookieDate.parse(text)).isEmpty();
  }
}
