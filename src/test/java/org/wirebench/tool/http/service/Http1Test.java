package org.wirebench.tool.http.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebench.core.job.Job;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.net.Phase;

class Http1Test {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

  @RegisterExtension private final HttpHarness http = new HttpHarness();
  @TempDir private Path folder;

  @Test
  void aRequestIsSentAndItsAnswerRead() throws Exception {
    try (RawServer server = RawServer.answering(OK);
        HttpResult result =
            http.run("{url: '" + server.url("/a?b=c") + "', headers: ['X-Mine: ü']}")) {
      assertThat(server.requests()).hasSize(1);
      assertThat(server.requests().getFirst())
          .startsWith("GET /a?b=c HTTP/1.1\r\nHost: 127.0.0.1:")
          .contains("X-Mine: Ã¼\r\n", "User-Agent: Wirebench", "Accept: */*\r\n")
          .endsWith("\r\n\r\n");
      assertThat(result.head().status()).isEqualTo(200);
      assertThat(result.head().reason()).isEqualTo("OK");
      assertThat(HttpHarness.body(result.last())).isEqualTo("hello");
      Exchange last = result.last();
      assertThat(last.isOver()).isTrue();
      assertThat(last.encodedBytes()).isEqualTo(5);
      assertThat(last.head().orElseThrow().size()).isEqualTo(38);
      assertThat(last.sentHeadBytes()).isEqualTo(server.requests().getFirst().length());
      assertThat(last.timed())
          .extracting(step -> step.phase())
          .containsExactly(
              Phase.RESOLVE, Phase.CONNECT, Phase.REQUEST, Phase.FIRST_BYTE, Phase.TRANSFER);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{json: '{\"a\":1}'} | application/json | {\"a\":1}",
        "{text: hi} | text/plain; charset=utf-8 | hi",
        "{text: {content: hi, type: text/csv}} | text/csv | hi",
        "{form: [{name: a b, value: 'c&d'}, {name: e, off: true}, {name: f}]}"
            + " | application/x-www-form-urlencoded | a+b=c%26d&f=",
        "{graphql: {query: '{x}', variables: '{\"n\":1}'}} | application/json"
            + " | {\"query\":\"{x}\",\"variables\":{\"n\":1}}",
      })
  void aBodyIsSentWithItsTypeAndLengthByAnyMethod(String body, String type, String sent)
      throws Exception {
    try (RawServer server = RawServer.answering(OK);
        HttpResult _ =
            http.run("{method: GET, url: '" + server.url("/") + "', body: " + body + "}")) {
      assertThat(server.requests().getFirst())
          .contains("Content-Type: " + type + "\r\n", "Content-Length: " + sent.length() + "\r\n")
          .endsWith("\r\n\r\n" + sent);
    }
  }

  @Test
  void filesAreStreamedInParts() throws Exception {
    Path file = Files.writeString(folder.resolve("a \"b\".txt"), "from the file");
    String body = "{multipart: [{name: t, value: text}, {name: f, file: '" + file + "'}]}";
    try (RawServer server = RawServer.answering(OK);
        HttpResult _ =
            http.run("{method: POST, url: '" + server.url("/") + "', body: " + body + "}")) {
      assertThat(server.requests().getFirst())
          .contains(
              "Content-Disposition: form-data; name=\"t\"\r\n\r\ntext\r\n",
              "filename=\"a %22b%22.txt\"\r\nContent-Type: text/plain\r\n\r\nfrom the file\r\n");
    }
  }

  @Test
  void aLargeFileIsSentWhileTheAnswerIsAwaited() throws Exception {
    Path file = Files.write(folder.resolve("large"), new byte[3_000_000]);
    try (RawServer server = RawServer.answering(OK);
        HttpResult result =
            http.run(
                "{method: PUT, url: '" + server.url("/") + "', body: {file: '" + file + "'}}")) {
      assertThat(server.requests().getFirst()).hasSizeGreaterThan(3_000_000);
      assertThat(result.last().sentBodyBytes()).isEqualTo(3_000_000);
    }
  }

  @Test
  void anAnswerBeforeTheBodyWasReadIsRead() throws Exception {
    Path file = Files.write(folder.resolve("large"), new byte[30_000_000]);
    try (RawServer server =
            new RawServer(
                client -> {
                  client.body(new StringBuilder(), 10);
                  client.say("HTTP/1.1 413 Too Large\r\nContent-Length: 3\r\n\r\nno!");
                  int _ = client.socket().getInputStream().read();
                  client.body(new StringBuilder(), 40_000_000);
                });
        HttpResult result =
            http.run(
                "{method: PUT, url: '" + server.url("/") + "', body: {file: '" + file + "'}}")) {
      assertThat(result.head().status()).isEqualTo(413);
      assertThat(HttpHarness.body(result.last())).isEqualTo("no!");
    }
  }

  @Test
  void theBodyWaitsUntilTheServerWantsIt() throws Exception {
    try (RawServer server =
            new RawServer(
                client -> {
                  String head = client.request();
                  assertThat(head).contains("Expect: 100-continue").endsWith("\r\n\r\n");
                  client.say("HTTP/1.1 100 Continue\r\n\r\n");
                  StringBuilder body = new StringBuilder();
                  client.body(body, 2);
                  client.say("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n" + body);
                });
        HttpResult result =
            http.run(
                "{method: POST, url: '"
                    + server.url("/")
                    + "', expectContinue: true, body: {text: hi}}")) {
      assertThat(HttpHarness.body(result.last())).isEqualTo("hi");
      assertThat(result.last().interim()).extracting(ResponseHead::status).containsExactly(100);
    }
  }

  @Test
  void chunksAndTrailersAreRead() throws Exception {
    String chunks = "3;ext=1\r\nabc\r\nA\r\n0123456789\r\n0\r\nX-Sum: 13\r\n\r\n";
    String answer = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks;
    try (RawServer server = RawServer.answering(answer);
        HttpResult result = http.run("{url: '" + server.url("/") + "'}")) {
      assertThat(HttpHarness.body(result.last())).isEqualTo("abc0123456789");
      assertThat(result.last().trailers()).containsExactly(new HeaderField("X-Sum", "13"));
      assertThat(result.last().encodedBytes()).isEqualTo(13);
    }
  }

  @Test
  void aHeaderSendsTheBodyInChunks() throws Exception {
    try (RawServer server =
            new RawServer(
                client -> {
                  String _ = client.request();
                  StringBuilder body = new StringBuilder();
                  client.body(body, "2\r\nhi\r\n0\r\n\r\n".length());
                  client.say(
                      "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
                });
        HttpResult result =
            http.run(
                "{method: POST, url: '"
                    + server.url("/")
                    + "', headers: ['Transfer-Encoding: chunked'], body: {text: hi}}")) {
      assertThat(HttpHarness.body(result.last())).isEqualTo("2\r\nhi\r\n0\r\n\r\n");
      assertThat(server.requests().getFirst()).doesNotContain("Content-Length");
    }
  }

  @Test
  void aHeadHasNoBody() throws Exception {
    String answer = "HTTP/1.1 200 OK\r\nContent-Length: 500\r\nContent-Encoding: gzip\r\n\r\n";
    try (RawServer server = RawServer.answering(answer);
        HttpResult result = http.run("{method: HEAD, url: '" + server.url("/") + "'}")) {
      assertThat(result.last().body().size()).isZero();
    }
  }

  @Test
  void anAnswerOfHttp10EndsWithItsConnection() throws Exception {
    try (RawServer server =
            RawServer.answering("HTTP/1.0 200 Fine\nX: folded\n  more\n\nall of it");
        HttpResult result = http.run("{url: '" + server.url("/") + "'}")) {
      assertThat(result.head().version()).isEqualTo("HTTP/1.0");
      assertThat(result.head().first("x")).contains("folded more");
      assertThat(HttpHarness.body(result.last())).isEqualTo("all of it");
    }
  }

  @Test
  void aConnectionIsUsedAgain() throws Exception {
    try (RawServer server = RawServer.answering(OK, OK)) {
      try (HttpResult first = http.run("{url: '" + server.url("/1") + "'}");
          HttpResult second = http.run("{url: '" + server.url("/2") + "'}")) {
        assertThat(first.last().carried().orElseThrow().reused()).isFalse();
        assertThat(second.last().carried().orElseThrow().reused()).isTrue();
        assertThat(second.last().timed())
            .extracting(step -> step.phase())
            .containsExactly(Phase.REQUEST, Phase.FIRST_BYTE, Phase.TRANSFER);
      }
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void aKeptConnectionThatTheServerClosedIsReplaced() throws Exception {
    try (RawServer server = RawServer.answering(OK)) {
      try (HttpResult _ = http.run("{url: '" + server.url("/1") + "'}");
          HttpResult second = http.run("{url: '" + server.url("/2") + "'}")) {
        assertThat(HttpHarness.body(second.last())).isEqualTo("hello");
        assertThat(second.last().carried().orElseThrow().reused()).isFalse();
      }
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  /** Nobody says what the server did with it, so it must not be sent to see whether it arrives. */
  @Test
  void aPostGoesOverANewConnectionWhereTheServerClosedTheKeptOne() throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    try (RawServer server =
        new RawServer(
            client -> {
              String _ = client.request();
              client.say(OK);
              client.socket().close();
              closed.countDown();
            })) {
      String request = "{method: POST, url: '" + server.url("/") + "', body: {text: hi}}";
      try (HttpResult _ = http.run(request)) {
        RawServer.await(closed);
        try (HttpResult second = http.run(request)) {
          assertThat(HttpHarness.body(second.last())).isEqualTo("hello");
        }
      }
    }
  }

  @Test
  void whatAServerSaysUnaskedIsNotTheAnswerToTheNextRequest() throws Exception {
    CountDownLatch answered = new CountDownLatch(1);
    CountDownLatch said = new CountDownLatch(1);
    try (RawServer server =
        new RawServer(
            client -> {
              String _ = client.request();
              client.say(OK);
              RawServer.await(answered);
              client.say("HTTP/1.1 408 Too slow\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
              said.countDown();
              String _ = client.request();
            })) {
      String request = "{url: '" + server.url("/") + "'}";
      try (HttpResult _ = http.run(request)) {
        answered.countDown();
        RawServer.await(said);
        try (HttpResult second = http.run(request)) {
          assertThat(second.head().status()).isEqualTo(200);
        }
      }
    }
  }

  @Test
  void whatTheServerDoesNotWantKeptIsClosed() throws Exception {
    String close = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
    try (RawServer server = RawServer.answering(close, OK)) {
      try (HttpResult _ = http.run("{url: '" + server.url("/1") + "'}");
          HttpResult second = http.run("{url: '" + server.url("/2") + "'}")) {
        assertThat(second.last().carried().orElseThrow().reused()).isFalse();
      }
    }
  }

  @Test
  void cancellingOneRunLeavesAnotherTheConnectionThatItOpened() throws Exception {
    CountDownLatch cancelled = new CountDownLatch(1);
    try (RawServer silent = RawServer.silent();
        RawServer server =
            new RawServer(
                client -> {
                  String _ = client.request();
                  client.say(
                      "HTTP/1.1 302 Away\r\nLocation: "
                          + silent.url("/")
                          + "\r\nContent-Length: 0\r\n\r\n");
                  if (!client.request().isEmpty()) {
                    client.say("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhe");
                    RawServer.await(cancelled);
                    client.say("llo");
                  }
                });
        HttpRun one = http.prepare("{url: '" + server.url("/") + "'}");
        HttpRun other = http.prepare("{url: '" + server.url("/") + "'}")) {
      Job<HttpResult> first = http.network().jobs().start(one::perform);
      await().until(() -> silent.requests().size() == 1);
      Job<HttpResult> second = http.network().jobs().start(other::perform);
      Exchange begun = HttpHarness.awaitBody(other, 2);
      assertThat(begun.carried().orElseThrow().reused()).isTrue();
      first.cancel();
      assertThat(first.await(Duration.ofSeconds(5))).isPresent();
      cancelled.countDown();
      assertThat(second.await(Duration.ofSeconds(5)))
          .hasValueSatisfying(end -> assertThat(end).isInstanceOf(Outcome.Done.class));
      assertThat(HttpHarness.body(begun)).isEqualTo("hello");
    }
  }
}
