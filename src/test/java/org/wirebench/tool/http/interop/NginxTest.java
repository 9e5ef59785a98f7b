package org.wirebench.tool.http.interop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wirebench.testkit.Nginx;
import org.wirebench.tool.http.service.Exchange;
import org.wirebench.tool.http.service.HttpHarness;
import org.wirebench.tool.http.service.HttpResult;

/** nginx as the server. */
@Tag("interop")
@Timeout(120)
class NginxTest {
  private static final int LARGE = 100 << 20;

  @RegisterExtension private final HttpHarness http = new HttpHarness();
  @TempDir private Path folder;
  private Nginx nginx;

  /** The ways to it. */
  private enum Way {
    PLAIN("HTTP/1.1"),
    H2C("HTTP/2"),
    TLS_1("HTTP/1.1"),
    TLS_2("HTTP/2");

    private final String version;

    Way(String version) {
      this.version = version;
    }

    String request(Nginx nginx, String path, String more) {
      String url =
          switch (this) {
            case PLAIN -> nginx.plain(path);
            case H2C -> nginx.h2c(path);
            case TLS_1, TLS_2 -> nginx.secure(path);
          };
      String how =
          switch (this) {
            case PLAIN -> "";
            case H2C -> ", version: h2c";
            case TLS_1 -> ", version: '1.1', " + nginx.trust();
            case TLS_2 -> ", " + nginx.trust();
          };
      return "{url: '" + url + "'" + how + more + "}";
    }
  }

  @BeforeEach
  void start() throws IOException {
    nginx = new Nginx(folder);
    Files.writeString(nginx.www().resolve("small.txt"), "Grüße");
  }

  @AfterEach
  void stop() {
    nginx.close();
  }

  private HttpResult run(Way way, String path, String more) throws Exception {
    HttpResult result = http.run(way.request(nginx, path, more));
    assertThat(result.last().carried().orElseThrow().version()).isEqualTo(way.version);
    return result;
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void aFileComesAndTheConnectionIsUsedAgain(Way way) throws Exception {
    try (HttpResult first = run(way, "/small.txt", "");
        HttpResult second = run(way, "/small.txt", "")) {
      assertThat(HttpHarness.body(first.last())).isEqualTo("Grüße");
      assertThat(first.head().first("Server").orElse("")).startsWith("nginx");
      assertThat(second.last().carried().orElseThrow().reused()).isTrue();
      assertThat(HttpHarness.body(second.last())).isEqualTo("Grüße");
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void aLargeFileComesWhole(Way way) throws Exception {
    CRC32 expected = new CRC32();
    byte[] block = new byte[1 << 20];
    Random random = new Random(1);
    try (OutputStream out =
        new CheckedOutputStream(
            Files.newOutputStream(nginx.www().resolve("large.bin")), expected)) {
      for (int i = 0; i < LARGE >> 20; i++) {
        random.nextBytes(block);
        out.write(block);
      }
    }
    try (HttpResult result = run(way, "/large.bin", "")) {
      assertThat(result.last().body().size()).isEqualTo(LARGE);
      assertThat(result.last().encodedBytes()).isEqualTo(LARGE);
      assertThat(crc(result.last())).isEqualTo(expected.getValue());
    }
  }

  private static long crc(Exchange exchange) throws IOException {
    CRC32 sum = new CRC32();
    try (InputStream in = exchange.body().newInputStream();
        OutputStream out = new CheckedOutputStream(OutputStream.nullOutputStream(), sum)) {
      in.transferTo(out);
    }
    return sum.getValue();
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void aCompressedFileIsDecodedAndAPartIsAPart(Way way) throws Exception {
    String json = "[" + "1234567890,".repeat(1000) + "0]";
    Files.writeString(nginx.www().resolve("long.json"), json);
    try (HttpResult result = run(way, "/long.json", "")) {
      assertThat(result.head().first("Content-Encoding")).contains("gzip");
      assertThat(result.last().encodedBytes()).isLessThan(json.length() / 10);
      assertThat(HttpHarness.body(result.last())).isEqualTo(json);
    }
    try (HttpResult part = run(way, "/small.txt", ", headers: ['Range: bytes=1-3']")) {
      assertThat(part.head().status()).isEqualTo(206);
      assertThat(part.head().first("Content-Range")).contains("bytes 1-3/7");
      assertThat(part.last().body().read(0, 100)).isEqualTo("rü".getBytes(UTF_8));
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void whatIsNotThereOrNotAllowedIsAnAnswer(Way way) throws Exception {
    try (HttpResult missing = run(way, "/missing", "");
        HttpResult refused = run(way, "/small.txt", ", method: DELETE");
        HttpResult head = run(way, "/small.txt", ", method: HEAD")) {
      assertThat(missing.head().status()).isEqualTo(404);
      assertThat(refused.head().status()).isEqualTo(405);
      assertThat(head.head().first("Content-Length")).contains("7");
      assertThat(head.last().body().size()).isZero();
    }
  }

  @Test
  void aRedirectIsFollowedAndALargeFileIsRefusedWhileItIsSent() throws Exception {
    try (HttpResult result = run(Way.PLAIN, "/moved", "")) {
      assertThat(result.exchanges()).hasSize(2);
      assertThat(HttpHarness.body(result.last())).isEqualTo("Grüße");
    }
    Path file = Files.write(folder.resolve("upload"), new byte[20_000_000]);
    for (Way way : Way.values()) {
      try (HttpResult result =
          run(way, "/small.txt", ", method: POST, body: {file: '" + file + "'}")) {
        assertThat(result.head().status()).isEqualTo(405);
      }
    }
  }
}
