package org.wirebench.tool.http.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http2.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.net.NetFailure.Kind;
import org.wirebench.core.net.tls.Authority;
import org.wirebench.core.net.tls.Identity;

/** Servers that break the rules of flow control, and servers that do not read. */
class Http2RulesTest {
  private static final int ALL = Http2Frame.END_HEADERS | Http2Frame.END_STREAM;

  @RegisterExtension private final HttpHarness http = new HttpHarness();
  @TempDir private Path folder;

  private Path large(int size) throws IOException {
    return Files.write(folder.resolve("large"), new byte[size]);
  }

  /** What a server sends as the answer to a request. */
  @FunctionalInterface
  private interface Breach {
    void by(ServerFrames server, int stream) throws IOException;
  }

  /**
   * Why a request fails that a server answers so.
   *
   * @param type of the frame that tells the server so
   * @param code what that frame has to say
   */
  private NetFailure failure(Breach breach, int type, int code) throws Exception {
    CompletableFuture<Integer> said = new CompletableFuture<>();
    try (RawServer server =
            new RawServer(
                client -> {
                  ServerFrames frames = new ServerFrames(client);
                  breach.by(frames, frames.request());
                  said.complete(code(frames, type));
                });
        HttpRun run = http.prepare("{url: '%s', version: h2c}".formatted(server.url("/")))) {
      NetFailure failure = http.failure(run);
      assertThat(said.get(10, TimeUnit.SECONDS)).isEqualTo(code);
      assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL);
      return failure;
    }
  }

  /** The error code that the client sent in a frame of this type. */
  private static int code(ServerFrames frames, int type) throws IOException {
    Http2Frame frame = frames.next();
    while (frame != null && frame.type() != type) {
      frame = frames.next();
    }
    byte[] payload = Objects.requireNonNull(frame, "the client ended").payload();
    return Http2Frame.int31(payload, payload.length - 4);
  }

  /** RFC 9113 sections 6.9 and 6.9.1. */
  @ParameterizedTest
  @CsvSource({"0, 1, PROTOCOL_ERROR", "0x7fffffff, 3, FLOW_CONTROL_ERROR"})
  void aWrongWindowOfAStreamEndsTheStream(String increment, int code, String name)
      throws Exception {
    byte[] by = Http2Frame.bytes(Integer.decode(increment));
    NetFailure failure =
        failure(
            (server, stream) -> server.say(new Http2Frame(Http2Frame.WINDOW_UPDATE, 0, stream, by)),
            Http2Frame.RST_STREAM,
            code);
    assertThat(failure.toString()).contains(name, "WINDOW_UPDATE");
  }

  @ParameterizedTest
  @CsvSource({"0, 1, PROTOCOL_ERROR", "0x7fffffff, 3, FLOW_CONTROL_ERROR"})
  void aWrongWindowOfTheSessionEndsIt(String increment, int code, String name) throws Exception {
    byte[] by = Http2Frame.bytes(Integer.decode(increment));
    NetFailure failure =
        failure(
            (server, _) -> server.say(new Http2Frame(Http2Frame.WINDOW_UPDATE, 0, 0, by)),
            Http2Frame.GOAWAY,
            code);
    assertThat(failure.toString()).contains(name, "WINDOW_UPDATE");
  }

  /** RFC 9113 sections 6.5.2 and 6.9.2. */
  @ParameterizedTest
  @ValueSource(strings = {"0x7fffffff", "0x80000000", "0xffffffff"})
  void aFirstWindowThatIsTooLargeEndsTheSession(String size) throws Exception {
    byte[] as = Http2Frame.bytes((int) (long) Long.decode(size));
    NetFailure failure =
        failure(
            (server, stream) -> {
              server.say(Http2Frame.WINDOW_UPDATE, 0, stream, 0, 0, 0, 1);
              server.say(Http2Frame.SETTINGS, 0, 0, 0, 4, as[0], as[1], as[2], as[3]);
            },
            Http2Frame.GOAWAY,
            3);
    assertThat(failure.toString()).contains("FLOW_CONTROL_ERROR");
  }

  /** What comes of a stream that nobody reads stays in memory. */
  @Test
  void moreThanTheWindowIsNotTaken() throws Exception {
    Http2Streams streams = new Http2Streams();
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    Http2Output out = new Http2Output(sent);
    Http2Incoming incoming = new Http2Incoming(streams, new Http2Heads(), out);
    Http2Stream stream = streams.open();
    byte[] ok = {(byte) 0x88};
    incoming.take(new Http2Frame(Http2Frame.HEADERS, Http2Frame.END_HEADERS, stream.id, ok));
    Http2Frame some = new Http2Frame(Http2Frame.DATA, 0, stream.id, new byte[Http2Frame.LARGEST]);
    for (int taken = 0; taken < Http2Windows.STREAM; taken += Http2Frame.LARGEST) {
      incoming.take(some);
      assertThat(stream.broken).isNull();
    }
    incoming.take(some);
    assertThat(String.valueOf(stream.broken)).contains("FLOW_CONTROL_ERROR");
    assertThat(stream.data.stream().mapToInt(piece -> piece.length).sum())
        .isEqualTo(Http2Windows.STREAM);
    out.flush();
    byte[] reset = Http2Incoming.reset(stream, ErrorCode.FLOW_CONTROL_ERROR).bytes();
    assertThat(sent.toByteArray()).endsWith(reset);
  }

  /** It asks, and reads none of the answers. */
  @ParameterizedTest
  @ValueSource(ints = {Http2Frame.PING, Http2Frame.SETTINGS})
  void aFloodOfQuestionsIsSaidToBeOne(int type) throws Exception {
    byte[] one = new Http2Frame(type, 0, 0, new byte[type == Http2Frame.PING ? 8 : 0]).bytes();
    CountDownLatch done = new CountDownLatch(1);
    try (RawServer server =
            new RawServer(
                client -> {
                  int _ = new ServerFrames(client).request();
                  flood(client, one);
                  RawServer.await(done);
                });
        HttpRun run = http.prepare("{url: '%s', version: h2c}".formatted(server.url("/")))) {
      NetFailure failure = http.failure(run);
      done.countDown();
      assertThat(failure.kind()).isEqualTo(Kind.LIMIT);
      assertThat(failure.cause()).contains("reads none of");
    }
  }

  private static void flood(RawServer.Line client, byte[] one) {
    byte[] many = new byte[one.length * 1000];
    for (int at = 0; at < many.length; at += one.length) {
      System.arraycopy(one, 0, many, at, one.length);
    }
    try {
      for (int i = 0; i < 100_000; i++) {
        client.say(many);
      }
    } catch (IOException ended) {
      assertThat(ended).isNotNull();
    }
  }

  /** It lets us send as much as we want, and takes none of it before its answer is out. */
  @ParameterizedTest
  @ValueSource(strings = {"1", "4"})
  void whatAServerSaysIsReadWhileItReadsNothing(String firstDigit) throws Exception {
    int size = 40_000_000;
    int answer = 900_000;
    CountDownLatch done = new CountDownLatch(1);
    try (RawServer server =
        new RawServer(
            client -> {
              ServerFrames frames = new ServerFrames(client);
              frames.say(Http2Frame.SETTINGS, 0, 0, 0, 4, 0x7f, 0, 0, 0);
              frames.say(Http2Frame.WINDOW_UPDATE, 0, 0, 0x7f, 0, 0, 0);
              int stream = frames.request();
              for (int i = 0; i < 100; i++) {
                frames.say(Http2Frame.PING, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
              }
              int status = firstDigit.equals("4") ? 0x8c : 0x88;
              frames.say(Http2Frame.HEADERS, Http2Frame.END_HEADERS, stream, status);
              for (int sent = 0; sent < answer; sent += 10_000) {
                int end = sent + 10_000 == answer ? Http2Frame.END_STREAM : 0;
                client.say(new Http2Frame(Http2Frame.DATA, end, stream, new byte[10_000]).bytes());
              }
              RawServer.await(done);
            })) {
      try (HttpResult result =
          http.run(
              "{method: PUT, url: '%s', version: h2c, idleTimeout: 8s, body: {file: '%s'}}"
                  .formatted(server.url("/"), large(size)))) {
        assertThat(result.last().body().size()).isEqualTo(answer);
        assertThat(result.last().sentBodyBytes()).isLessThan(size);
      } finally {
        done.countDown();
      }
    }
  }

  /** Who waits for a window is let go, and the connection stays; TLS must bear that too. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anUploadThatGetsNoWindowLeavesTheConnection(boolean secure) throws Exception {
    RawServer.Script script =
        client -> {
          ServerFrames frames = new ServerFrames(client);
          int stream = frames.request();
          for (int got = 0; got < 65_535; ) {
            Http2Frame frame = Objects.requireNonNull(frames.next());
            got += frame.type() == Http2Frame.DATA ? frame.payload().length : 0;
          }
          frames.say(Http2Frame.HEADERS, ALL, stream, 0x88);
          // Half a frame, which stands there when the upload is given up.
          byte[] ping = new Http2Frame(Http2Frame.PING, 0, 0, new byte[8]).bytes();
          client.say(Arrays.copyOf(ping, 11));
          int next = frames.request();
          client.say(Arrays.copyOfRange(ping, 11, ping.length));
          frames.say(Http2Frame.HEADERS, ALL, next, 0x88);
          frames.drain();
        };
    Identity identity = Authority.create("A test").localServer();
    try (RawServer server = secure ? RawServer.secure(identity, script) : new RawServer(script)) {
      String url = secure ? server.url("/").replace("http:", "https:") : server.url("/");
      String how = "url: '" + url + "', " + (secure ? "tls: {trust: none}" : "version: h2c");
      String upload = "{method: PUT, " + how + ", body: {file: '" + large(1_000_000) + "'}}";
      try (HttpResult first = http.run(upload);
          HttpResult second = http.run("{" + how + "}")) {
        assertThat(first.last().sentBodyBytes()).isLessThan(1_000_000);
        assertThat(second.last().carried().orElseThrow().version()).isEqualTo("HTTP/2");
        assertThat(second.last().carried().orElseThrow().reused()).isTrue();
      }
    }
  }
}
