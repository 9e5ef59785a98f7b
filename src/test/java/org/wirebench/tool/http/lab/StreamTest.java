package org.wirebench.tool.http.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebench.tool.http.lab.TestLab.request;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(60)
class StreamTest {
  @RegisterExtension private final TestLab lab = new TestLab();

  private HttpResponse<byte[]> bytes(String path) throws Exception {
    return lab.client(HttpClient.Version.HTTP_1_1)
        .send(request(lab.plain(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  @Test
  void aSeedMakesTheSameBytes() throws Exception {
    HttpResponse<byte[]> one = bytes("/bytes/70000?seed=7");
    assertThat(one.headers().firstValueAsLong("Content-Length")).hasValue(70000);
    assertThat(one.body()).hasSize(70000).isEqualTo(bytes("/bytes/70000?seed=7").body());
    assertThat(one.body()).isNotEqualTo(bytes("/bytes/70000?seed=8").body());
    assertThat(bytes("/bytes/0").body()).isEmpty();
  }

  @Test
  void chunksHaveNoLengthBefore() throws Exception {
    HttpResponse<byte[]> answer = bytes("/stream-bytes/10000?chunk_size=1000");
    assertThat(answer.body()).hasSize(10000);
    assertThat(answer.headers().firstValue("Transfer-Encoding")).contains("chunked");
  }

  @Test
  void linesOfJsonAreNumbered() throws Exception {
    List<String> lines = lab.get("/stream/3?a=1").body().lines().toList();
    assertThat(lines).hasSize(3);
    JsonNode last = new JsonMapper().readTree(lines.getLast());
    assertThat(last.path("id").asInt()).isEqualTo(2);
    assertThat(last.path("args").path("a").asString()).isEqualTo("1");
  }

  @ParameterizedTest
  @EnumSource(HttpClient.Version.class)
  void manyMegabytesOfLinesAreStreamed(HttpClient.Version version) throws Exception {
    if (version == HttpClient.Version.HTTP_1_1 || version == HttpClient.Version.HTTP_2) {
      HttpResponse<InputStream> answer =
          lab.client(version)
              .send(
                  request(lab.secure("/large/20")).build(),
                  HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        assertThat(body.transferTo(OutputStream.nullOutputStream())).isEqualTo(20_000_000);
      }
    }
  }

  @Test
  void theLongLineIsValidJsonOfItsSizeAndAlwaysTheSame() throws Exception {
    byte[] line = bytes("/one-line/1").body();
    assertThat(line).hasSize(1_000_000).doesNotContain((byte) '\n');
    JsonNode array = new JsonMapper().readTree(line);
    assertThat(array.isArray()).isTrue();
    assertThat(array.size()).isGreaterThan(5000);
    assertThat(array.get(1).path("name").asString()).isEqualTo("Item 1");
    assertThat(bytes("/one-line/1").body()).isEqualTo(line);
  }

  @Test
  void theBombIsSmallAndExpands() throws Exception {
    byte[] packed = bytes("/gzip-bomb/5").body();
    assertThat(packed.length).isLessThan(20_000);
    try (InputStream zeros = new GZIPInputStream(new java.io.ByteArrayInputStream(packed))) {
      assertThat(zeros.readAllBytes()).hasSize(5_000_000).containsOnly(0);
    }
  }

  @Test
  void aClientThatDoesNotReadHoldsTheServerBack() throws Exception {
    try (var socket = lab.raw("GET /large/100000 HTTP/1.1", "Host: lab")) {
      byte[] head = new byte[100];
      assertThat(socket.getInputStream().readNBytes(head, 0, head.length)).isEqualTo(100);
      assertThat(new String(head, UTF_8)).startsWith("HTTP/1.1 200");
      assertThat(lab.get("/get").statusCode()).isEqualTo(200);
    }
  }
}
