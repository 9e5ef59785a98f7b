package org.wirebench.tool.http.lab;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wirebench.tool.http.lab.TestLab.request;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class FaultsTest {
  @RegisterExtension private final TestLab lab = new TestLab();

  @Test
  void aResetComesAfterTheHeadAndSomeOfTheBody() throws Exception {
    try (Socket socket = lab.raw("GET /reset HTTP/1.1", "Host: lab")) {
      ByteArrayOutputStream came = new ByteArrayOutputStream();
      assertThatThrownBy(() -> socket.getInputStream().transferTo(came))
          .isInstanceOf(SocketException.class)
          .hasMessageContaining("reset");
      assertThat(came.toString(ISO_8859_1))
          .startsWith("HTTP/1.1 200 ")
          .contains("Content-Length: 100000", "beginning of a body");
    }
  }

  @Test
  void aClosedConnectionHasNoAnswer() throws Exception {
    assertThat(lab.rawGet("/close")).isEmpty();
  }

  @Test
  void aTruncatedBodyEndsOrderly() throws Exception {
    assertThat(lab.rawGet("/truncated"))
        .contains("Content-Length: 100000")
        .endsWith("does not come to its end.\n");
  }

  @Test
  void aBrokenChunkHasNoSize() throws Exception {
    assertThat(lab.rawGet("/bad-chunk"))
        .contains("Transfer-Encoding: chunked")
        .endsWith("\r\nno size at all\r\n");
  }

  @Test
  void slowHeadersAreAllThereInTheEnd() throws Exception {
    HttpResponse<String> answer = lab.get("/slow-headers?count=3&interval=0.01");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("X-Slow-3")).contains("3");
    assertThat(answer.body()).isNotEmpty();
    HttpResponse<String> second =
        lab.send2(request(lab.secure("/slow-headers?count=3&interval=0.01")));
    assertThat(second.headers().firstValue("X-Slow-3")).contains("3");
  }

  @Test
  void endlessHeadersGoOnUntilTheClientGoes() throws Exception {
    try (Socket socket = lab.raw("GET /endless-headers HTTP/1.1", "Host: lab")) {
      InputStream in = socket.getInputStream();
      assertThat(in.readNBytes(5_000_000)).hasSize(5_000_000);
    }
    assertThat(lab.get("/get").statusCode()).isEqualTo(200);
  }

  @Test
  void noiseIsNoHttp() throws Exception {
    assertThat(lab.rawGet("/http09")).startsWith("Hello, this is no HTTP.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/reset", "/close", "/truncated", "/bad-chunk", "/endless-headers", "/http09"})
  void aStreamOfHttp2IsResetAndItsConnectionUsedOn(String path) throws Exception {
    HttpClient client = lab.client(HttpClient.Version.HTTP_2);
    assertThatThrownBy(
            () ->
                client.send(
                    request(lab.secure(path)).build(), HttpResponse.BodyHandlers.ofString()))
        .isInstanceOf(IOException.class)
        .satisfies(failure -> assertThat(String.valueOf(failure.getMessage())).contains("RST"));
    assertThat(
            client
                .send(request(lab.secure("/get")).build(), HttpResponse.BodyHandlers.ofString())
                .statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/reset", "/close", "/truncated", "/bad-chunk", "/http09"})
  void faultsFailOverTlsToo(String path) throws Exception {
    assertThatThrownBy(() -> lab.send(request(lab.secure(path)))).isInstanceOf(IOException.class);
    assertThat(lab.send(request(lab.secure("/get"))).statusCode()).isEqualTo(200);
  }
}
