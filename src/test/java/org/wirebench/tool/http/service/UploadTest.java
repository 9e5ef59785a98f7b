package org.wirebench.tool.http.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.RepeatedTest;
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
                  for (int i = 0; i < 10; i++) {
                    client.body(new StringBuilder(), piece);
                    RawServer.pause(limit.dividedBy(6));
                  }
                  client.say(OK);
                });
        HttpResult result =
            http.run(
                "{method: PUT, url: '%s', idleTimeout: %dms, body: {file: '%s'}}"
                    .formatted(server.url("/"), limit.toMillis(), large(10 * piece)))) {
      assertThat(result.head().status()).isEqualTo(200);
      assertThat(result.time()).isGreaterThan(limit);
    }
  }

  @Test
  void aServerMayAnswerWhileItReads() throws Exception {
    int size = 20_000_000;
    try (RawServer server =
            new RawServer(
                client -> {
                  head(client);
                  client.say("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n");
                  client.body(new StringBuilder(), size);
                  client.say("0\r\n\r\n");
                });
        HttpResult result =
            http.run(
                "{method: PUT, url: '%s', body: {file: '%s'}}"
                    .formatted(server.url("/"), large(size)))) {
      assertThat(HttpHarness.body(result.last())).isEqualTo("hi");
      assertThat(result.last().sentBodyBytes()).isEqualTo(size);
    }
  }

  /** As one that looks at the head alone and does not close the connection. */
  @Test
  void anUploadThatStandsStillIsGivenUpWhereTheAnswerIsWhole() throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    try (RawServer server =
        new RawServer(
            client -> {
              head(client);
              client.say(OK);
              RawServer.await(done);
            })) {
      try (HttpResult result =
          http.run(
              "{method: PUT, url: '%s', body: {file: '%s'}}"
                  .formatted(server.url("/"), large(20_000_000)))) {
        assertThat(HttpHarness.body(result.last())).isEqualTo("hello");
        assertThat(result.last().sentBodyBytes()).isLessThan(20_000_000);
      } finally {
        done.countDown();
      }
    }
  }

  /** Whoever is faster: the thread that writes, and fails, or the one that reads the answer. */
  @RepeatedTest(5)
  void anAnswerIsTheAnswerAlsoWhereTheServerThenHangsUp() throws Exception {
    try (RawServer server =
            new RawServer(
                client -> {
                  client.body(new StringBuilder(), 10);
                  client.say("HTTP/1.1 413 Too Large\r\nContent-Length: 3\r\n\r\nno!");
                });
        HttpResult result =
            http.run(
                "{method: PUT, url: '%s', body: {file: '%s'}}"
                    .formatted(server.url("/"), large(20_000_000)))) {
      assertThat(result.head().status()).isEqualTo(413);
      assertThat(HttpHarness.body(result.last())).isEqualTo("no!");
    }
  }
}
