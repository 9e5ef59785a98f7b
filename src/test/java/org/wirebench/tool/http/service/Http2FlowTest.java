package org.wirebench.tool.http.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Windows, and streams that end out of turn. */
class Http2FlowTest {
  @RegisterExtension private final HttpHarness http = new HttpHarness();
  @TempDir private Path folder;

  @Test
  void paddingIsGivenBackToTheStream() throws Exception {
    int content = 200;
    int frameCount = 10_000;
    try (RawServer server =
            new RawServer(
                client -> {
                  ServerFrames frames = new ServerFrames(client);
                  int stream = frames.request();
                  frames.say(Http2Frame.HEADERS, Http2Frame.END_HEADERS, stream, 0x88);
                  byte[] payload = new byte[1 + content + 255];
                  payload[0] = (byte) 255;
                  for (int i = 1; i <= frameCount; i++) {
                    while (frames.window < payload.length || frames.streamWindow < payload.length) {
                      if (frames.next() == null) {
                        return;
                      }
                    }
                    frames.window -= payload.length;
                    frames.streamWindow -= payload.length;
                    int end = i == frameCount ? Http2Frame.END_STREAM : 0;
                    client.say(
                        new Http2Frame(Http2Frame.DATA, Http2Frame.PADDED | end, stream, payload)
                            .bytes());
                  }
                  frames.drain();
                });
        HttpResult result =
            http.run("{url: '%s', version: h2c, idleTimeout: 3s}".formatted(server.url("/")))) {
      assertThat(result.last().body().size()).isEqualTo((long) content * frameCount);
    }
  }

  @Test
  void aPostThatAGoawayLeftOutIsSentAgain() throws Exception {
    try (RawServer server =
        new RawServer(
            client -> {
              ServerFrames frames = new ServerFrames(client);
              int all = Http2Frame.END_HEADERS | Http2Frame.END_STREAM;
              frames.say(Http2Frame.HEADERS, all, frames.request(), 0x88);
              if (frames.request() > 0) {
                // Nothing after stream 1 was looked at, with NO_ERROR.
                frames.say(Http2Frame.GOAWAY, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0);
                frames.drain();
              }
            })) {
      String request =
          "{method: POST, url: '%s', version: h2c, body: {text: hi}}".formatted(server.url("/"));
      try (HttpResult _ = http.run(request);
          HttpResult second = http.run(request)) {
        assertThat(second.head().status()).isEqualTo(200);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1", "2"})
  void aPostThatIsRefusedByANewConnectionIsSentAgainOnce(int refusals) throws Exception {
    AtomicInteger left = new AtomicInteger(refusals);
    try (RawServer server =
            new RawServer(
                client -> {
                  ServerFrames frames = new ServerFrames(client);
                  int stream = frames.request();
                  if (left.getAndDecrement() > 0) {
                    frames.say(Http2Frame.RST_STREAM, 0, stream, 0, 0, 0, 7);
                  } else {
                    int all = Http2Frame.END_HEADERS | Http2Frame.END_STREAM;
                    frames.say(Http2Frame.HEADERS, all, stream, 0x88);
                  }
                  frames.drain();
                });
        HttpRun run =
            http.prepare(
                "{method: POST, url: '%s', version: h2c, body: {text: hi}}"
                    .formatted(server.url("/")))) {
      if (refusals == 1) {
        assertThat(http.network().jobs().run(run::perform).head().status()).isEqualTo(200);
      } else {
        assertThat(http.failure(run).cause()).containsIgnoringCase("refused_stream");
      }
      assertThat(server.connections()).isEqualTo(2);
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

  @Test
  void anUploadEndsWithoutHarmWhereTheServerHasAnsweredAndWantsNoMore() throws Exception {
    Path file = Files.write(folder.resolve("large"), new byte[1_000_000]);
    try (RawServer server =
            new RawServer(
                client -> {
                  ServerFrames frames = new ServerFrames(client);
                  int all = Http2Frame.END_HEADERS | Http2Frame.END_STREAM;
                  int stream = frames.request();
                  frames.say(Http2Frame.HEADERS, all, stream, 0x88);
                  frames.say(Http2Frame.RST_STREAM, 0, stream, 0, 0, 0, 0);
                  frames.say(Http2Frame.HEADERS, all, frames.request(), 0x88);
                  frames.drain();
                });
        HttpResult first =
            http.run(
                "{method: POST, url: '%s', version: h2c, body: {file: '%s'}}"
                    .formatted(server.url("/"), file));
        HttpResult second = http.run("{url: '%s', version: h2c}".formatted(server.url("/")))) {
      assertThat(first.head().status()).isEqualTo(200);
      assertThat(first.last().sentBodyBytes()).isLessThan(1_000_000);
      assertThat(second.head().status()).isEqualTo(200);
      assertThat(second.last().carried().orElseThrow().reused()).isTrue();
    }
  }

  @Test
  void aPostGoesOverANewConnectionWhereTheServerClosedTheKeptOne() throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    try (RawServer server =
        new RawServer(
            client -> {
              ServerFrames frames = new ServerFrames(client);
              int all = Http2Frame.END_HEADERS | Http2Frame.END_STREAM;
              frames.say(Http2Frame.HEADERS, all, frames.request(), 0x88);
              client.socket().shutdownOutput();
              closed.countDown();
              frames.drain();
            })) {
      String request =
          "{method: POST, url: '%s', version: h2c, body: {text: hi}}".formatted(server.url("/"));
      try (HttpResult _ = http.run(request)) {
        RawServer.await(closed);
        try (HttpResult second = http.run(request)) {
          assertThat(second.head().status()).isEqualTo(200);
          assertThat(second.last().carried().orElseThrow().reused()).isFalse();
        }
      }
    }
  }
}
