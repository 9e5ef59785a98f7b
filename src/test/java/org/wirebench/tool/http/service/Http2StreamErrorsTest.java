package org.wirebench.tool.http.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.net.NetFailure.Kind;
import org.wirebench.core.net.tls.Authority;

/** An error of a stream leaves the connection for the next exchange (RFC 9113 section 5.4.2). */
class Http2StreamErrorsTest {
  private static final int ALL = Http2Frame.END_HEADERS | Http2Frame.END_STREAM;
  private static final int NOTHING = -1;
  private static final int OK = 0x88;

  @RegisterExtension private final HttpHarness http = new HttpHarness();
  @TempDir private Path folder;

  /** What a server does with a request, and the code of the RST_STREAM that it is told. */
  private enum Breach {
    RESET("", NOTHING, Kind.PROTOCOL) {
      @Override
      void by(ServerFrames server, int stream) throws IOException {
        server.say(Http2Frame.RST_STREAM, 0, stream, 0, 0, 0, 2);
      }
    },
    RESET_WITHIN_THE_BODY("", NOTHING, Kind.PROTOCOL) {
      @Override
      void by(ServerFrames server, int stream) throws IOException {
        server.say(Http2Frame.HEADERS, Http2Frame.END_HEADERS, stream, OK);
        server.say(Http2Frame.DATA, 0, stream, 'h', 'a', 'l', 'f');
        server.say(Http2Frame.RST_STREAM, 0, stream, 0, 0, 0, 2);
      }
    },
    FIELD_OF_THE_CONNECTION("", 1, Kind.PROTOCOL) {
      @Override
      void by(ServerFrames server, int stream) throws IOException {
        server.head(stream, OK, "connection", "close");
      }
    },
    NAME_IN_CAPITALS("", 1, Kind.PROTOCOL) {
      @Override
      void by(ServerFrames server, int stream) throws IOException {
        server.head(stream, OK, "Name", "value");
      }
    },
    NO_STATUS("", 1, Kind.PROTOCOL) {
      @Override
      void by(ServerFrames server, int stream) throws IOException {
        // The path of a request, which no answer has.
        server.head(stream, 0x84, "name", "value");
      }
    },
    BODY_BEFORE_THE_HEAD("", 1, Kind.PROTOCOL) {
      @Override
      void by(ServerFrames server, int stream) throws IOException {
        server.say(Http2Frame.DATA, Http2Frame.END_STREAM, stream, 'e', 'a', 'r', 'l', 'y');
      }
    },
    INTERIM_HEAD_THAT_ENDS_IT("", 1, Kind.PROTOCOL) {
      @Override
      void by(ServerFrames server, int stream) throws IOException {
        server.say(Http2Frame.HEADERS, ALL, stream, 0x48, 3, '1', '0', '3');
      }
    },
    TRAILERS_THAT_DO_NOT_END_IT("", 1, Kind.PROTOCOL) {
      @Override
      void by(ServerFrames server, int stream) throws IOException {
        server.say(Http2Frame.HEADERS, Http2Frame.END_HEADERS, stream, OK);
        server.say(Http2Frame.HEADERS, Http2Frame.END_HEADERS, stream, 0x40, 1, 'a', 1, 'b');
      }
    },
    WINDOW("", 1, Kind.PROTOCOL) {
      @Override
      void by(ServerFrames server, int stream) throws IOException {
        server.say(Http2Frame.WINDOW_UPDATE, 0, stream, 0, 0, 0, 0);
      }
    },
    NO_GZIP("", 8, Kind.PROTOCOL) {
      @Override
      void by(ServerFrames server, int stream) throws IOException {
        server.head(stream, OK, "content-encoding", "gzip");
        server.say(Http2Frame.DATA, 0, stream, 'p', 'l', 'a', 'i', 'n', ' ', 't', 'e', 'x', 't');
      }
    },
    WHOLE_BUT_NO_GZIP("", NOTHING, Kind.PROTOCOL) {
      @Override
      void by(ServerFrames server, int stream) throws IOException {
        server.head(stream, OK, "content-encoding", "gzip");
        server.say(Http2Frame.DATA, Http2Frame.END_STREAM, stream, 'p', 'l', 'a', 'i', 'n');
      }
    },
    SHORTER_THAN_ITS_LENGTH("", NOTHING, Kind.CLOSED) {
      @Override
      void by(ServerFrames server, int stream) throws IOException {
        server.head(stream, OK, "content-length", "10");
        server.say(Http2Frame.DATA, Http2Frame.END_STREAM, stream, 'h', 'a', 'l', 'f');
      }
    },
    LONGER_THAN_ITS_LENGTH("", NOTHING, Kind.PROTOCOL) {
      @Override
      void by(ServerFrames server, int stream) throws IOException {
        server.head(stream, OK, "content-length", "2");
        server.say(Http2Frame.DATA, Http2Frame.END_STREAM, stream, 'm', 'o', 'r', 'e');
      }
    },
    BOMB(", largest: 1000000", 8, Kind.LIMIT) {
      @Override
      void by(ServerFrames server, int stream) throws IOException {
        server.head(stream, OK, "content-encoding", "gzip");
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
          gzip.write(new byte[5_000_000]);
        }
        server.say(new Http2Frame(Http2Frame.DATA, 0, stream, packed.toByteArray()));
      }
    },
    SILENCE(", idleTimeout: 200ms", 8, Kind.TIMED_OUT) {
      @Override
      void by(ServerFrames server, int stream) {}
    },
    HALF_A_FRAME(", timeout: 200ms", 8, Kind.TIMED_OUT) {
      @Override
      void by(ServerFrames server, int stream) throws IOException {
        server.say(Http2Frame.HEADERS, Http2Frame.END_HEADERS, stream, OK);
        server.sayHalf(new Http2Frame(Http2Frame.DATA, 0, stream, new byte[100]));
      }
    };

    private final String options;
    private final int code;
    private final Kind kind;

    Breach(String options, int code, Kind kind) {
      this.options = options;
      this.code = code;
      this.kind = kind;
    }

    abstract void by(ServerFrames server, int stream) throws IOException;
  }

  @ParameterizedTest
  @EnumSource
  void theNextExchangeGoesOverTheSameConnection(Breach breach) throws Exception {
    List<Integer> codes = new CopyOnWriteArrayList<>();
    try (RawServer server =
            new RawServer(
                client -> {
                  ServerFrames frames = new ServerFrames(client);
                  breach.by(frames, frames.request());
                  int next = frames.request(codes);
                  frames.sayRest();
                  frames.say(Http2Frame.HEADERS, ALL, next, OK);
                  frames.drain();
                });
        HttpRun run = http.prepare(asking(server, breach.options))) {
      assertThat(http.failure(run).kind()).isEqualTo(breach.kind);
      assertReused(server);
      assertThat(codes).isEqualTo(breach.code == NOTHING ? List.of() : List.of(breach.code));
    }
  }

  /** What came is kept, and the length of a body that is not sent is none of this. */
  @Test
  void whatCameOfABodyThatIsTooShortIsKept() throws Exception {
    try (RawServer server =
        new RawServer(
            client -> {
              ServerFrames frames = new ServerFrames(client);
              Breach.SHORTER_THAN_ITS_LENGTH.by(frames, frames.request());
              int head = frames.request();
              frames.head(head, OK, "content-length", "10");
              frames.say(Http2Frame.DATA, Http2Frame.END_STREAM, head);
              frames.drain();
            })) {
      try (HttpRun run = http.prepare(asking(server, ""))) {
        assertThat(http.failure(run).cause()).contains("4 B of 10 B");
        assertThat(HttpHarness.body(run.exchanges().getLast())).isEqualTo("half");
      }
      try (HttpResult next = http.run(asking(server, ", method: HEAD"))) {
        assertThat(next.head().status()).isEqualTo(200);
      }
    }
  }

  private static String asking(RawServer server, String options) {
    return "{url: '%s', version: h2c%s}".formatted(server.url("/"), options);
  }

  private void assertReused(RawServer server) throws Exception {
    try (HttpResult next = http.run(asking(server, ", idleTimeout: 5s"))) {
      assertThat(next.head().status()).isEqualTo(200);
      assertThat(next.last().carried().orElseThrow().reused()).isTrue();
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  /** Who reads from TLS stops in time too, and goes on where it stopped. */
  @Test
  void aTimeOutUnderTlsLeavesTheConnection() throws Exception {
    List<Integer> codes = new CopyOnWriteArrayList<>();
    RawServer.Script script =
        client -> {
          ServerFrames frames = new ServerFrames(client);
          Breach.HALF_A_FRAME.by(frames, frames.request());
          int next = frames.request(codes);
          frames.sayRest();
          frames.say(Http2Frame.HEADERS, ALL, next, OK);
          frames.drain();
        };
    try (RawServer server = RawServer.secure(Authority.create("A test").localServer(), script)) {
      String there = server.url("/").replace("http:", "https:");
      String asking = "{url: '" + there + "', tls: {trust: none}";
      try (HttpRun run = http.prepare(asking + ", timeout: 2s}")) {
        assertThat(http.failure(run).kind()).isEqualTo(Kind.TIMED_OUT);
      }
      try (HttpResult next = http.run(asking + "}")) {
        assertThat(next.last().carried().orElseThrow().version()).isEqualTo("HTTP/2");
        assertThat(next.last().carried().orElseThrow().reused()).isTrue();
      }
      assertThat(codes).containsExactly(8);
    }
  }

  /** Who writes waits for a window that never comes, or the server wants no more. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anUploadThatFailsLeavesTheConnection(boolean late) throws Exception {
    Path file = Files.write(folder.resolve("large"), new byte[1_000_000]);
    List<Integer> codes = new CopyOnWriteArrayList<>();
    try (RawServer server =
            new RawServer(
                client -> {
                  ServerFrames frames = new ServerFrames(client);
                  int stream = frames.request();
                  if (!late) {
                    frames.say(Http2Frame.RST_STREAM, 0, stream, 0, 0, 0, 8);
                  }
                  frames.say(Http2Frame.HEADERS, ALL, frames.request(codes), OK);
                  frames.drain();
                });
        HttpRun run =
            http.prepare(
                asking(server, ", method: PUT, timeout: 500ms, body: {file: '" + file + "'}"))) {
      assertThat(http.failure(run).kind()).isEqualTo(late ? Kind.TIMED_OUT : Kind.PROTOCOL);
      assertReused(server);
      assertThat(codes).isEqualTo(late ? List.of(8) : List.of());
    }
  }

  /** Then nobody can be told that the stream is over. */
  @Test
  void aServerThatReadsNothingLosesItsConnection() throws Exception {
    Path file = Files.write(folder.resolve("large"), new byte[40_000_000]);
    CountDownLatch done = new CountDownLatch(1);
    try (RawServer server =
            new RawServer(
                client -> {
                  ServerFrames frames = new ServerFrames(client);
                  frames.say(Http2Frame.SETTINGS, 0, 0, 0, 4, 0x7f, 0, 0, 0);
                  frames.say(Http2Frame.WINDOW_UPDATE, 0, 0, 0x7f, 0, 0, 0);
                  int _ = frames.request();
                  RawServer.await(done);
                });
        HttpRun run =
            http.prepare(
                asking(server, ", method: PUT, timeout: 1s, body: {file: '" + file + "'}"))) {
      NetFailure failure = http.failure(run);
      assertThat(failure.kind()).isEqualTo(Kind.TIMED_OUT);
      try (HttpRun next = http.prepare(asking(server, ", timeout: 200ms"))) {
        assertThat(http.failure(next).kind()).isEqualTo(Kind.TIMED_OUT);
        assertThat(next.exchanges().getLast().carried().orElseThrow().reused()).isFalse();
      }
      done.countDown();
    }
  }

  /** What the server had sent when it was told is no part of the next answer. */
  @Test
  void whatComesLateIsDropped() throws Exception {
    try (RawServer server =
            new RawServer(
                client -> {
                  ServerFrames frames = new ServerFrames(client);
                  int first = frames.request();
                  int second = frames.request();
                  frames.head(first, OK, "name", "late");
                  frames.say(Http2Frame.DATA, Http2Frame.END_STREAM, first, 'l', 'a', 't', 'e');
                  // The field that was added to the table last.
                  frames.say(Http2Frame.HEADERS, Http2Frame.END_HEADERS, second, OK, 0xbe);
                  frames.say(Http2Frame.DATA, Http2Frame.END_STREAM, second, 'o', 'k');
                  frames.drain();
                });
        HttpRun run = http.prepare(asking(server, ", timeout: 200ms"))) {
      assertThat(http.failure(run).kind()).isEqualTo(Kind.TIMED_OUT);
      try (HttpResult next = http.run(asking(server, ""))) {
        assertThat(HttpHarness.body(next.last())).isEqualTo("ok");
        assertThat(next.head().all("name")).containsExactly("late");
        assertThat(next.last().carried().orElseThrow().reused()).isTrue();
      }
    }
  }

  /** Else nothing more could come after the sixteenth megabyte. */
  @Test
  void whatNobodyReadsIsGivenBackToTheSession() throws Exception {
    int exchanges = 20;
    byte[] piece = new byte[Http2Frame.LARGEST];
    try (RawServer server =
        new RawServer(
            client -> {
              ServerFrames frames = new ServerFrames(client);
              for (int i = 0; i < exchanges; i++) {
                int stream = frames.request();
                frames.head(stream, OK, "connection", "close");
                for (int sent = 0; sent + piece.length <= 1 << 20; sent += piece.length) {
                  while (frames.window < piece.length) {
                    Objects.requireNonNull(frames.next());
                  }
                  frames.window -= piece.length;
                  frames.say(new Http2Frame(Http2Frame.DATA, 0, stream, piece));
                }
              }
              frames.drain();
            })) {
      for (int i = 0; i < exchanges; i++) {
        try (HttpRun run = http.prepare(asking(server, ", idleTimeout: 5s"))) {
          assertThat(http.failure(run).kind()).isEqualTo(Kind.PROTOCOL);
        }
      }
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  /** What an error of the connection is, ends it (RFC 9113 section 5.4.1). */
  @Test
  void anErrorOfTheConnectionEndsIt() throws Exception {
    try (RawServer server =
            new RawServer(
                client -> {
                  ServerFrames frames = new ServerFrames(client);
                  int stream = frames.request();
                  if (stream > 0) {
                    // No entry of the table of the compression.
                    frames.say(Http2Frame.HEADERS, ALL, stream, 0xff, 0x20);
                    frames.drain();
                  }
                });
        HttpRun first = http.prepare(asking(server, ""));
        HttpRun second = http.prepare(asking(server, ""))) {
      assertThat(http.failure(first).toString()).contains("COMPRESSION_ERROR");
      assertThat(http.failure(second).toString()).contains("COMPRESSION_ERROR");
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  /** Who repeats a request has one connection alone, and goes on with it too. */
  @Test
  void aRepeatedRequestGoesOnOverTheSameConnection() throws Exception {
    try (RawServer server =
            new RawServer(
                client -> {
                  ServerFrames frames = new ServerFrames(client);
                  frames.say(Http2Frame.RST_STREAM, 0, frames.request(), 0, 0, 0, 2);
                  frames.say(Http2Frame.HEADERS, ALL, frames.request(), OK);
                  frames.drain();
                });
        Repeater repeater =
            http.service().repeater(HttpHarness.request(asking(server, ", load: {}")), 1)) {
      Repeater.User user = repeater.user();
      assertThat(http.network().jobs().failure(user::send).kind()).isEqualTo(Kind.PROTOCOL);
      Repeater.Answer answer = http.network().jobs().run(user::send);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.connected()).isFalse();
    }
  }

  /** The connection that refused and the one that did not: one user keeps one of them. */
  @Test
  void aConnectionThatRefusedIsClosedWhereAnotherIsKept() throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    List<String> all = new CopyOnWriteArrayList<>();
    try (RawServer server =
            new RawServer(
                client -> {
                  ServerFrames frames = new ServerFrames(client);
                  boolean first = all.isEmpty();
                  all.add("one");
                  int stream = frames.request();
                  if (first) {
                    frames.say(Http2Frame.RST_STREAM, 0, stream, 0, 0, 0, 7);
                    frames.drain();
                    closed.countDown();
                  } else {
                    frames.say(Http2Frame.HEADERS, ALL, stream, OK);
                    frames.drain();
                  }
                });
        Repeater repeater =
            http.service().repeater(HttpHarness.request(asking(server, ", load: {}")), 1)) {
      Repeater.User user = repeater.user();
      assertThat(http.network().jobs().run(user::send).status()).isEqualTo(200);
      RawServer.await(closed);
    }
  }
}
