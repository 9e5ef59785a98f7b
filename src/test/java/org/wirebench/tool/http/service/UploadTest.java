package org.wirebench.tool.http.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Bodies that take long to send, and what a server says meanwhile. */
class UploadTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

  @RegisterExtension private final HttpHarness http = new HttpHarness();
  @TempDir private Path folder;

  private Path large(int size) throws IOException {
    return Files.write(folder.resolve("large"), new byte[size]);
  }

  /** Reads up to the end of the head of a request. */
  private static void head(RawServer.Line client) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      client.body(head, 1);
    }
  }

  /** The server takes longer than the time limit for all of it, but never so long for a piece. */
  @Test
  void anUploadThatGoesOnIsNotSilent() throws Exception {
    int piece = 2_000_000;
    Duration limit = Duration.ofMillis(500);
    try (RawServer server =
            new RawServer(
                client -> {
                  head(client);
                  for (int i = 0; i < 16; i++) {
                    client.body(new StringBuilder(), piece);
                    RawServer.pause(limit.dividedBy(10));
                  }
                  client.say(OK);
                });
        HttpResult result =
            http.run(
                "{method: PUT, url: '%s', idleTimeout: %dms, body: {file: '%s'}}"
                    .formatted(server.url("/"), limit.toMillis(), large(16 * piece)))) {
      assertThat(result.head().status()).isEqualTo(200);
      assertThat(result.time()).isGreaterThan(limit);
    }
  }
}
