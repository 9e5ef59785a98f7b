package org.wirebench.tool.http.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.net.NetFailure.Kind;
import org.wirebench.core.net.Phase;

class Http2Test {
  @RegisterExtension private final TestHttpLab lab = new TestHttpLab();
  @RegisterExtension private final HttpHarness http = new HttpHarness();
  @TempDir private Path folder;

  @Test
  void theServerChoosesHttp2() throws Exception {
    String request = "{url: '" + lab.secure("/get?a=b") + "', " + lab.trust() + "}";
    try (HttpResult first = http.run(request);
        HttpResult second = http.run(request)) {
      Exchange.Carried carried = first.last().carried().orElseThrow();
      assertThat(carried.version()).isEqualTo("HTTP/2");
      assertThat(carried.tls().orElseThrow().alpn()).isEqualTo("h2");
      assertThat(first.head().status()).isEqualTo(200);
      assertThat(first.head().version()).isEqualTo("HTTP/2");
      assertThat(HttpHarness.body(first.last())).contains("\"a\"", "\"b\"");
      assertThat(first.last().timed())
          .extracting(step -> step.phase())
          .containsExactly(
              Phase.RESOLVE,
              Phase.CONNECT,
              Phase.TLS,
              Phase.REQUEST,
              Phase.FIRST_BYTE,
              Phase.TRANSFER);
      assertThat(first.last().sentHeaders())
          .contains(new HeaderField(":method", "GET"), new HeaderField(":path", "/get?a=b"));
      assertThat(second.last().carried().orElseThrow().reused()).isTrue();
      // What was said before is not said again (RFC 7541).
      assertThat(second.last().sentHeadBytes()).isLessThan(first.last().sentHeadBytes());
      assertThat(second.head().size()).isLessThan(first.head().size());
    }
  }

  @Test
  void priorKnowledgeNeedsNoTls() throws Exception {
    try (HttpResult result = http.run("{url: '" + lab.plain("/get") + "', version: h2c}")) {
      assertThat(result.last().carried().orElseThrow().version()).isEqualTo("HTTP/2");
      assertThat(result.head().status()).isEqualTo(200);
    }
  }

  @Test
  void http11IsSpokenWhereItIsWanted() throws Exception {
    try (HttpResult result =
        http.run("{url: '%s', version: '1.1', %s}".formatted(lab.secure("/get"), lab.trust()))) {
      assertThat(result.last().carried().orElseThrow().version()).isEqualTo("HTTP/1.1");
      assertThat(result.last().carried().orElseThrow().tls().orElseThrow().alpn())
          .isEqualTo("http/1.1");
    }
  }

  @ParameterizedTest
  @CsvSource({"1.1", "2"})
  void aKeptConnectionIsLookedAtAndUsedAgainUnderTls(String version) throws Exception {
    String request =
        "{method: POST, url: '%s', version: '%s', %s, body: {text: hi}}"
            .formatted(lab.secure("/post"), version, lab.trust());
    try (HttpResult _ = http.run(request);
        HttpResult second = http.run(request);
        HttpResult third = http.run(request)) {
      assertThat(second.last().carried().orElseThrow().reused()).isTrue();
      assertThat(third.last().carried().orElseThrow().reused()).isTrue();
      assertThat(third.head().status()).isEqualTo(200);
    }
  }

  @Test
  void aBodyLargerThanTheWindowsIsSentAndReceived() throws Exception {
    Path file = Files.write(folder.resolve("large"), new byte[5_000_000]);
    try (HttpResult result =
        http.run(
            "{method: POST, url: '%s', version: h2c, body: {file: '%s'}}"
                .formatted(lab.plain("/anything"), file))) {
      assertThat(result.head().status()).isEqualTo(200);
      assertThat(result.last().sentBodyBytes()).isEqualTo(5_000_000);
      assertThat(HttpHarness.body(result.last())).contains("5000000");
    }
    try (HttpResult result =
        http.run("{url: '%s', version: h2c}".formatted(lab.plain("/large/40")))) {
      assertThat(result.last().body().size()).isGreaterThanOrEqualTo(40_000_000);
      assertThat(result.last().encodedBytes()).isEqualTo(result.last().body().size());
    }
  }

  @ParameterizedTest
  @CsvSource({"/gzip", "/deflate", "/brotli"})
  void codingsAreTakenOff(String path) throws Exception {
    try (HttpResult two = http.run("{url: '%s', version: h2c}".formatted(lab.plain(path)));
        HttpResult one = http.run("{url: '%s'}".formatted(lab.plain(path)))) {
      assertThat(two.last().isDecoded()).isTrue();
      assertThat(HttpHarness.body(two.last())).startsWith("{");
      assertThat(HttpHarness.body(one.last())).startsWith("{");
    }
  }

  @Test
  void aStreamThatIsResetLeavesTheConnection() throws Exception {
    try (HttpRun run = http.prepare("{url: '%s', version: h2c}".formatted(lab.plain("/reset")))) {
      NetFailure failure = http.failure(run);
      assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL);
      assertThat(failure.title()).contains("broke the stream");
      assertThat(run.exchanges().getLast().head()).isPresent();
    }
  }

  @Test
  void aServerWithoutHttp2SaysSo() throws Exception {
    try (RawServer server =
            new RawServer(
                client -> {
                  String _ = client.request();
                  client.say("HTTP/1.1 400 Bad\r\nContent-Length: 0\r\n\r\n");
                  while (!client.request().isEmpty()) {
                    // What is unread when it is closed would break the connection.
                  }
                });
        HttpRun run = http.prepare("{url: '" + server.url("/") + "', version: h2c}")) {
      NetFailure failure = http.failure(run);
      assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL);
      assertThat(failure.title()).isEqualTo("The server does not speak HTTP/2");
    }
  }

  /** RFC 9113 section 8.1: an answer may come before the request was sent whole. */
  @Test
  void aBodyThatIsRefusedWhileItWaitsForAWindowIsGivenUp() throws Exception {
    Path file = Files.write(folder.resolve("body"), new byte[1_000_000]);
    try (RawServer server = new RawServer(Http2Test::refuseAndAnswer);
        HttpResult refused =
            http.run(
                "{method: POST, url: '%s', version: h2c, body: {file: '%s'}}"
                    .formatted(server.url("/"), file));
        HttpResult next = http.run("{url: '%s', version: h2c}".formatted(server.url("/")))) {
      assertThat(refused.head().status()).isEqualTo(405);
      assertThat(next.head().status()).isEqualTo(204);
      assertThat(next.last().carried().orElseThrow().reused()).isTrue();
    }
  }

  /** Answers 405 when the window is full, and 204 to what comes after the stream was reset. */
  private static void refuseAndAnswer(RawServer.Line client) throws IOException {
    DataInputStream in = new DataInputStream(client.socket().getInputStream());
    in.readNBytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".length());
    client.say(new Http2Frame(Http2Frame.SETTINGS, 0, 0, new byte[0]).bytes());
    byte[] refused = {0x08, 3, '4', '0', '5'};
    byte[] nothing = {(byte) 0x89};
    int ending = Http2Frame.END_STREAM | Http2Frame.END_HEADERS;
    int received = 0;
    while (true) {
      Http2Frame frame = ServerFrames.read(in);
      if (frame == null) {
        return;
      }
      if (frame.type() == Http2Frame.DATA) {
        received += frame.payload().length;
        if (received == 65_535) {
          client.say(new Http2Frame(Http2Frame.HEADERS, ending, 1, refused).bytes());
        }
      } else if (frame.type() == Http2Frame.HEADERS && frame.stream() == 3) {
        client.say(new Http2Frame(Http2Frame.HEADERS, ending, 3, nothing).bytes());
      }
    }
  }

  @Test
  void aHeaderBeyondAsciiIsTheSameInBothVersions() throws Exception {
    String request = "{url: '%s', version: '%s', headers: ['X-Mine: Zoë 日本']}";
    try (HttpResult one = http.run(request.formatted(lab.plain("/headers"), "1.1"));
        HttpResult two = http.run(request.formatted(lab.plain("/headers"), "h2c"))) {
      assertThat(HttpHarness.body(two.last()).replaceAll("(?si).*x-mine\" : (\"[^\"]*\").*", "$1"))
          .isEqualToIgnoringCase(
              HttpHarness.body(one.last()).replaceAll("(?si).*x-mine\" : (\"[^\"]*\").*", "$1"));
    }
  }
}
