package org.wirebench.tool.http.service;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The end of what is decoded is not the end of the body. */
class DecodingTest {
  @RegisterExtension private final HttpHarness http = new HttpHarness();

  private static byte[] packed(String coding, String text) throws IOException {
    if (coding.equals("br")) {
      // "hello" as brotli, not compressed.
      return Base64.getDecoder().decode("CwKAaGVsbG8D");
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (var out =
        coding.equals("gzip") ? new GZIPOutputStream(packed) : new DeflaterOutputStream(packed)) {
      out.write(text.getBytes(UTF_8));
    }
    return packed.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate", "br"})
  void aConnectionIsKeptAfterADecodedBodyInChunks(String coding) throws Exception {
    byte[] body = packed(coding, "hello");
    String text = new String(body, ISO_8859_1);
    try (RawServer server =
            new RawServer(
                client -> {
                  while (!client.request().isEmpty()) {
                    client.say(
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Encoding: "
                            + coding
                            + "\r\n\r\n"
                            + Integer.toHexString(body.length)
                            + "\r\n"
                            + text
                            + "\r\n0\r\nX-Sum: 1\r\n\r\n");
                  }
                });
        HttpResult first = http.run("{url: '" + server.url("/") + "'}");
        HttpResult second = http.run("{url: '" + server.url("/") + "'}")) {
      assertThat(HttpHarness.body(second.last())).isEqualTo("hello");
      assertThat(first.last().trailers()).containsExactly(new HeaderField("X-Sum", "1"));
      assertThat(second.last().carried().orElseThrow().reused()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate"})
  void whatIsLeftOfADecodedBodyIsNotTheNextAnswer(String coding) throws Exception {
    String forged = "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nforged";
    String body = new String(packed(coding, "hello"), ISO_8859_1) + "xx";
    try (RawServer server =
            new RawServer(
                client -> {
                  String _ = client.request();
                  client.say(
                      "HTTP/1.1 200 OK\r\nContent-Encoding: "
                          + coding
                          + "\r\nContent-Length: "
                          + (body.length() + forged.length())
                          + "\r\n\r\n"
                          + body);
                  if (!client.request().isEmpty()) {
                    // The rest of the first body, and no answer to this request.
                    client.say(forged);
                  }
                });
        HttpRun first = http.prepare("{url: '" + server.url("/") + "', idleTimeout: 500ms}");
        HttpRun second = http.prepare("{url: '" + server.url("/") + "', idleTimeout: 500ms}")) {
      var _ = http.network().jobs().start(first::perform).await(Duration.ofSeconds(5));
      var _ = http.network().jobs().start(second::perform).await(Duration.ofSeconds(5));
      assertThat(HttpHarness.body(second.exchanges().getLast())).isNotEqualTo("forged");
    }
  }

  @Test
  void aTruncatedBodyThatIsDecodedIsNotWhole() throws Exception {
    String body = new String(packed("deflate", "hello"), ISO_8859_1);
    try (RawServer server =
            RawServer.answering(
                "HTTP/1.1 200 OK\r\nContent-Encoding: deflate\r\nContent-Length: 500\r\n\r\n"
                    + body);
        HttpRun run = http.prepare("{url: '" + server.url("/") + "'}")) {
      assertThat(http.failure(run).title()).contains("not whole");
    }
  }
}
