package org.wirebench.tool.http.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Findings of the review of session 8: each fails until it is mended. */
class ReviewHttp1Test {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

  @RegisterExtension private final HttpHarness http = new HttpHarness();
  @TempDir private Path folder;

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aServerMayAnswerWhileItReads() throws Exception {
    Path file = Files.write(folder.resolve("large"), new byte[20_000_000]);
    try (RawServer server =
            new RawServer(
                client -> {
                  StringBuilder head = new StringBuilder();
                  while (head.indexOf("\r\n\r\n") < 0) {
                    client.body(head, 1);
                  }
                  client.say("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n");
                  client.body(new StringBuilder(), 20_000_000);
                  client.say("0\r\n\r\n");
                });
        HttpResult result =
            http.run(
                "{method: PUT, url: '%s', idleTimeout: 3s, body: {file: '%s'}}"
                    .formatted(server.url("/"), file))) {
      assertThat(HttpHarness.body(result.last())).isEqualTo("hi");
      assertThat(result.last().sentBodyBytes()).isEqualTo(20_000_000);
    }
  }

  @Test
  void anAnswerIsTheAnswerAlsoWhereTheServerThenHangsUp() throws Exception {
    Path file = Files.write(folder.resolve("large"), new byte[20_000_000]);
    for (int i = 0; i < 30; i++) {
      try (RawServer server =
              new RawServer(
                  client -> {
                    client.body(new StringBuilder(), 10);
                    client.say("HTTP/1.1 413 Too Large\r\nContent-Length: 3\r\n\r\nno!");
                  });
          HttpResult result =
              http.run(
                  "{method: PUT, url: '" + server.url("/") + "', body: {file: '" + file + "'}}")) {
        assertThat(result.head().status()).isEqualTo(413);
      }
    }
  }
}
