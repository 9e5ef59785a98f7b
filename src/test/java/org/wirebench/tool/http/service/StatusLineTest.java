package org.wirebench.tool.http.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusLineTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HTTP/1.1 200 OK | HTTP/1.1 | 200 | OK",
        "HTTP/1.0 404 Not  Found | HTTP/1.0 | 404 | Not  Found",
        "'HTTP/1.1   204 ' | HTTP/1.1 | 204 | ''",
        "HTTP/1.1 500 | HTTP/1.1 | 500 | ''",
        "HTTP/2 200 | HTTP/2 | 200 | ''",
      })
  void aStatusLineIsRead(String line, String version, int code, String reason) throws Exception {
    assertThat(StatusLine.parse(line)).isEqualTo(new StatusLine(version, code, reason));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "200 OK",
        "HTTP/1.1",
        "HTTP/1.1 ",
        "HTTP/1.1 20",
        "HTTP/1.1 2000 OK",
        "HTTP/1.1 20x OK",
        "HTTP/1.1 -20",
        "HTTP/ 200 OK",
        "HTTP/11 200 OK",
        "HTTP/1. 200 OK",
        "HTTP/... 200 OK",
        "HTTP/1.12 200 OK",
        "http/1.1 200 OK",
        "SSH-2.0-OpenSSH",
      })
  void whatIsNoneIsNotTaken(String line) {
    assertThatThrownBy(() -> StatusLine.parse(line)).isInstanceOf(HttpException.class);
  }
}
