package org.wirebench.tool.http.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Findings of the review of session 8 about HTTP/2: each fails until it is mended. */
class ReviewHttp2Test {
  @RegisterExtension private final TestHttpLab lab = new TestHttpLab();
  @RegisterExtension private final HttpHarness http = new HttpHarness();
  @TempDir private Path folder;

  /** The frames of one connection, as a server sees them. */
  private static final class Frames {
    private final RawServer.Line client;
    private final InputStream in;
    long window = 65_535;
    long streamWindow = 65_535;

    Frames(RawServer.Line client) throws IOException {
      this.client = client;
      this.in = client.socket().getInputStream();
      in.readNBytes(24);
      say(Http2Frame.SETTINGS, 0, 0);
    }

    @Nullable Http2Frame next() throws IOException {
      Http2Frame frame = Http2Frame.read(in);
      if (frame != null && frame.type() == Http2Frame.SETTINGS && !frame.has(Http2Frame.ACK)) {
        byte[] all = frame.payload();
        for (int at = 0; at < all.length; at += 6) {
          if (all[at + 1] == 4) {
            streamWindow = Http2Frame.int31(all, at + 2);
          }
        }
        say(Http2Frame.SETTINGS, Http2Frame.ACK, 0);
      }
      if (frame != null && frame.type() == Http2Frame.WINDOW_UPDATE) {
        int by = Http2Frame.int31(frame.payload(), 0);
        if (frame.stream() == 0) {
          window += by;
        } else {
          streamWindow += by;
        }
      }
      return frame;
    }

    /** Reads until the head of a request; -1 at the end. */
    int request() throws IOException {
      for (Http2Frame frame = next(); frame != null; frame = next()) {
        if (frame.type() == Http2Frame.HEADERS) {
          return frame.stream();
        }
      }
      return -1;
    }

    void say(int type, int flags, int stream, int... payload) throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      for (int one : payload) {
        bytes.write(one);
      }
      client.say(new Http2Frame(type, flags, stream, bytes.toByteArray()).bytes());
    }

    void drain() throws IOException {
      while (next() != null) {
        // What the client says does not matter.
      }
    }
  }

  @Test
  void anEarlyAnswerEndsTheUpload() throws Exception {
    Path file = Files.write(folder.resolve("large"), new byte[2_000_000]);
    for (int i = 0; i < 8; i++) {
      try (RawServer server =
          new RawServer(
              client -> {
                Frames frames = new Frames(client);
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
  void paddingIsGivenBackToTheStream() throws Exception {
    int content = 200;
    int frameCount = 10_000;
    try (RawServer server =
            new RawServer(
                client -> {
                  Frames frames = new Frames(client);
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
              Frames frames = new Frames(client);
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

  @Test
  void aLargeUploadGoesOnAfterTheHeadOfTheAnswer() throws Exception {
    Path file = Files.write(folder.resolve("large"), new byte[3_000_000]);
    try (RawServer server =
            new RawServer(
                client -> {
                  Frames frames = new Frames(client);
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
