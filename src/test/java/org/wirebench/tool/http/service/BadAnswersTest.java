package org.wirebench.tool.http.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebench.core.job.Job;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.net.NetFailure.Kind;
import org.wirebench.core.net.Phase;

class BadAnswersTest {
  private static final String LF = "\r\n";

  @RegisterExtension private final HttpHarness http = new HttpHarness();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SSH-2.0-OpenSSH_9.2\\r\\n | PROTOCOL | no HTTP | ''",
        "<html>hello</html>\\r\\n | PROTOCOL | no HTTP | ''",
        "'' | CLOSED | did not answer | ''",
        "HTTP/1.1 200 OK\\r\\nContent- | CLOSED | in its head | ''",
        "HTTP/1.1 200 OK\\r\\nbroken\\r\\n\\r\\n | PROTOCOL | head of the answer is broken | ''",
        "HTTP/1.1 200 OK\\r\\nContent-Length: 10\\r\\n\\r\\nabc | CLOSED | not whole | abc",
        "HTTP/1.1 200 OK\\r\\nContent-Length: x\\r\\n\\r\\nabc | PROTOCOL | broken | ''",
        "HTTP/1.1 200 OK\\r\\nContent-Length: 1, 2\\r\\n\\r\\nabc | PROTOCOL | broken | ''",
        "HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n3\\r\\nabc\\r\\nzz\\r\\n"
            + " | PROTOCOL | broken | abc",
        "HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n3\\r\\nabcd\\r\\n"
            + " | PROTOCOL | broken | abc",
        "HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n3\\r\\nabc\\r\\n"
            + " | CLOSED | not whole | abc",
        "HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n3\\r\\nabc\\r\\n0\\r\\nX: y"
            + " | CLOSED | not whole | abc",
        "HTTP/1.1 200 OK\\r\\nContent-Encoding: gzip\\r\\n\\r\\nno gzip at all"
            + " | PROTOCOL | cannot be decoded | ''",
        "HTTP/1.1 302 Found\\r\\nLocation: gopher://x/\\r\\nContent-Length: 0\\r\\n\\r\\n"
            + " | PROTOCOL | leads nowhere | ''",
      })
  void aBrokenAnswerIsSaidAndWhatCameIsKept(String answer, Kind kind, String title, String kept)
      throws Exception {
    try (RawServer server = RawServer.answering(answer.replace("\\r", "\r").replace("\\n", "\n"));
        HttpRun run = http.prepare("{url: '" + server.url("/") + "'}")) {
      NetFailure failure = http.failure(run);
      assertThat(failure.kind()).isEqualTo(kind);
      assertThat(failure.title()).contains(title);
      assertThat(failure.cause()).isNotBlank();
      assertThat(failure.remedy()).isNotBlank();
      assertThat(HttpHarness.body(run.exchanges().getLast())).isEqualTo(kept);
    }
  }

  @Test
  void whatAServerSaysCannotSteerATerminal() throws Exception {
    try (RawServer server = RawServer.answering("\u001b[2J\u0007evil" + LF);
        HttpRun run = http.prepare("{url: '" + server.url("/") + "'}")) {
      assertThat(http.failure(run).cause()).doesNotContain("\u001b", "\u0007").contains("evil");
    }
  }

  @Test
  void endlessHeadersEnd() throws Exception {
    try (RawServer server =
            new RawServer(
                client -> {
                  String _ = client.request();
                  client.say("HTTP/1.1 200 OK" + LF);
                  for (int i = 0; i < 1_000_000; i++) {
                    client.say("X-" + i + ": " + "y".repeat(200) + LF);
                  }
                });
        HttpRun run = http.prepare("{url: '" + server.url("/") + "'}")) {
      assertThat(http.failure(run).kind()).isEqualTo(Kind.LIMIT);
    }
  }

  @Test
  void oneEndlessHeaderEnds() throws Exception {
    try (RawServer server =
            new RawServer(
                client -> {
                  String _ = client.request();
                  client.say("HTTP/1.1 200 OK" + LF + "X: ");
                  for (int i = 0; i < 100_000; i++) {
                    client.say("y".repeat(1000));
                  }
                });
        HttpRun run = http.prepare("{url: '" + server.url("/") + "'}")) {
      assertThat(http.failure(run).kind()).isEqualTo(Kind.LIMIT);
    }
  }

  @Test
  void aBombOfGzipIsDefused() throws Exception {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
      for (int i = 0; i < 50; i++) {
        gzip.write(new byte[1_000_000]);
      }
    }
    try (RawServer server =
            new RawServer(
                client -> {
                  String _ = client.request();
                  client.say("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n");
                  client.say(bomb.toByteArray());
                });
        HttpRun run = http.prepare("{url: '" + server.url("/") + "', largest: 10MB}")) {
      NetFailure failure = http.failure(run);
      assertThat(failure.kind()).isEqualTo(Kind.LIMIT);
      assertThat(failure.cause()).contains("10 MB");
      assertThat(run.exchanges().getLast().body().size()).isBetween(9_000_000L, 10_000_000L);
    }
  }

  @Test
  void aSilentServerIsGivenUp() throws Exception {
    try (RawServer server = RawServer.silent();
        HttpRun run = http.prepare("{url: '" + server.url("/") + "', idleTimeout: 100ms}")) {
      NetFailure failure = http.failure(run);
      assertThat(failure.kind()).isEqualTo(Kind.TIMED_OUT);
      assertThat(failure.cause()).contains("100 ms");
    }
  }

  @Test
  void aSlowServerIsGivenUpAfterAll() throws Exception {
    try (RawServer server =
            new RawServer(
                client -> {
                  String _ = client.request();
                  client.say("HTTP/1.1 200 OK\r\n\r\n");
                  while (true) {
                    client.say("x");
                    Thread.onSpinWait();
                  }
                });
        HttpRun run = http.prepare("{url: '" + server.url("/") + "', timeout: 150ms}")) {
      NetFailure failure = http.failure(run);
      assertThat(failure.title()).isEqualTo("It took too long");
      assertThat(run.exchanges().getLast().body().size()).isPositive();
    }
  }

  @Test
  void aRunIsCancelledAtOnce() throws Exception {
    try (RawServer server =
            RawServer.answeringOnce("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf");
        HttpRun run = http.prepare("{url: '" + server.url("/") + "'}")) {
      Job<HttpResult> job = http.network().jobs().start(run::perform);
      Exchange exchange = HttpHarness.awaitBody(run, 4);
      job.cancel();
      assertThat(job.await(Duration.ofSeconds(2)))
          .hasValueSatisfying(end -> assertThat(end).isInstanceOf(Outcome.Cancelled.class));
      assertThat(HttpHarness.body(exchange)).isEqualTo("half");
      assertThat(exchange.phase(Phase.TRANSFER)).isPresent();
      assertThat(exchange.time()).isPositive().isEqualTo(exchange.time());
    }
  }

  @Test
  void theStepInWhichAnAnswerBrokeOffTookItsTimeToo() throws Exception {
    try (RawServer server =
            RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf");
        HttpRun run = http.prepare("{url: '" + server.url("/") + "'}")) {
      assertThat(http.failure(run).title()).contains("not whole");
      Exchange exchange = run.exchanges().getLast();
      assertThat(exchange.phase(Phase.FIRST_BYTE)).isPresent();
      assertThat(exchange.phase(Phase.TRANSFER)).isPresent();
      assertThat(exchange.time()).isEqualTo(exchange.time());
    }
  }

  @ParameterizedTest
  @CsvSource({"gzip", "x-gzip"})
  void aCodingIsTakenOff(String coding) throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write("unpacked".repeat(100).getBytes(StandardCharsets.UTF_8));
    }
    try (RawServer server =
            new RawServer(
                client -> {
                  while (!client.request().isEmpty()) {
                    client.say(
                        "HTTP/1.1 200 OK\r\nContent-Encoding: "
                            + coding
                            + "\r\nContent-Length: "
                            + packed.size()
                            + "\r\n\r\n");
                    client.say(packed.toByteArray());
                  }
                });
        HttpResult result = http.run("{url: '" + server.url("/") + "'}");
        HttpResult raw = http.run("{url: '" + server.url("/") + "', decompress: false}")) {
      assertThat(HttpHarness.body(result.last())).isEqualTo("unpacked".repeat(100));
      assertThat(result.last().encodedBytes()).isEqualTo(packed.size());
      assertThat(result.last().isDecoded()).isTrue();
      assertThat(raw.last().body().size()).isEqualTo(packed.size());
      assertThat(raw.last().isDecoded()).isFalse();
      assertThat(raw.last().carried().orElseThrow().reused()).isTrue();
    }
  }

  @Test
  void thousandsOfCodingsAreRefusedAndTheBodyIsKeptAsItCame() throws Exception {
    String answer =
        "HTTP/1.1 200 OK\r\nContent-Encoding: "
            + "gzip,".repeat(12_000)
            + "gzip\r\nContent-Length: 5\r\n\r\nhello";
    try (RawServer server = RawServer.answering(answer);
        HttpRun run = http.prepare("{url: '" + server.url("/") + "'}")) {
      NetFailure failure = http.failure(run);
      assertThat(failure.kind()).isEqualTo(Kind.LIMIT);
      assertThat(failure.title()).contains("cannot be decoded");
      assertThat(HttpHarness.body(run.exchanges().getLast())).isEqualTo("hello");
    }
  }
}
