package org.wirebench.tool.http.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Findings of the review of session 8 about HTTP/2: each fails until it is mended. */
class ReviewHttp2Test {
  @RegisterExtension private final TestHttpLab lab = new TestHttpLab();
  @RegisterExtension private final HttpHarness http = new HttpHarness();
  @TempDir private Path folder;

  @Test
  void anEarlyAnswerEndsTheUpload() throws Exception {
    Path file = Files.write(folder.resolve("large"), new byte[2_000_000]);
    for (int i = 0; i < 8; i++) {
      try (RawServer server =
          new RawServer(
              client -> {
                ServerFrames frames = new ServerFrames(client);
                int stream = frames.request();
                for (int got = 0; got < 65_535; ) {
                  Http2Frame frame = frames.next();
                  if (frame == null) {
                    return;
                  }
                  got += frame.type() == Http2Frame.DATA ? frame.payload().length : 0;
                }
                // :status 413, and a little later its body; the windows stay closed.
                frames.say(
                    Http2Frame.HEADERS, Http2Frame.END_HEADERS, stream, 0x08, 3, '4', '1', '3');
                sleep(50);
                frames.say(Http2Frame.DATA, Http2Frame.END_STREAM, stream, 'n', 'o');
                frames.drain();
              })) {
        long begin = System.nanoTime();
        try (HttpResult result =
            http.run(
                "{method: POST, url: '%s', version: h2c, idleTimeout: 3s, body: {file: '%s'}}"
                    .formatted(server.url("/"), file))) {
          assertThat(result.head().status()).isEqualTo(413);
          assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
        }
      }
    }
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aLargeUploadGoesOnAfterTheHeadOfTheAnswer() throws Exception {
    Path file = Files.write(folder.resolve("large"), new byte[3_000_000]);
    try (RawServer server =
            new RawServer(
                client -> {
                  ServerFrames frames = new ServerFrames(client);
                  int stream = frames.request();
                  frames.say(Http2Frame.HEADERS, Http2Frame.END_HEADERS, stream, 0x88);
                  long got = 0;
                  while (got < 3_000_000) {
                    Http2Frame frame = frames.next();
                    if (frame == null) {
                      return;
                    }
                    if (frame.type() == Http2Frame.DATA) {
                      int length = frame.payload().length;
                      got += length;
                      frames.say(Http2Frame.WINDOW_UPDATE, 0, 0, 0, 0, length >> 8, length & 255);
                      frames.say(
                          Http2Frame.WINDOW_UPDATE, 0, stream, 0, 0, length >> 8, length & 255);
                    }
                  }
                  frames.say(Http2Frame.DATA, Http2Frame.END_STREAM, stream, 'h', 'i');
                  frames.drain();
                });
        HttpResult result =
            http.run(
                "{method: POST, url: '%s', version: h2c, idleTimeout: 3s, body: {file: '%s'}}"
                    .formatted(server.url("/"), file))) {
      assertThat(HttpHarness.body(result.last())).isEqualTo("hi");
    }
  }
}
