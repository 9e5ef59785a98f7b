package org.wirebench.tool.http.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebench.tool.http.lab.TestLab.request;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

@Timeout(60)
class EncodedTest {
  @RegisterExtension private final TestLab lab = new TestLab();

  private HttpResponse<byte[]> get(String path) throws Exception {
    return lab.client(HttpClient.Version.HTTP_1_1)
        .send(request(lab.plain(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static boolean says(InputStream decoded, String field) {
    return new JsonMapper().readTree(decoded).path(field).asBoolean();
  }

  @Test
  void gzipIsPacked() throws Exception {
    HttpResponse<byte[]> answer = get("/gzip");
    assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(says(new GZIPInputStream(new ByteArrayInputStream(answer.body())), "gzipped"))
        .isTrue();
  }

  @Test
  void deflateIsPacked() throws Exception {
    HttpResponse<byte[]> answer = get("/deflate");
    assertThat(answer.headers().firstValue("Content-Encoding")).contains("deflate");
    assertThat(says(new InflaterInputStream(new ByteArrayInputStream(answer.body())), "deflated"))
        .isTrue();
  }

  @Test
  void brotliIsPacked() throws Exception {
    HttpResponse<byte[]> answer = get("/brotli");
    assertThat(answer.headers().firstValue("Content-Encoding")).contains("br");
    assertThat(says(new BrotliInputStream(new ByteArrayInputStream(answer.body())), "brotli"))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65535, 65536, 65537, 200_000})
  void brotliOfAnyLengthIsDecoded(int length) throws Exception {
    byte[] bytes = new byte[length];
    new Random(1).nextBytes(bytes);
    try (InputStream decoded = new BrotliInputStream(new ByteArrayInputStream(Brotli.of(bytes)))) {
      assertThat(decoded.readAllBytes()).isEqualTo(bytes);
    }
  }
}
