package org.wirebench.tool.http.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebench.tool.http.lab.TestLab.request;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
class TimedTest {
  @RegisterExtension private final TestLab lab = new TestLab();

  @Test
  void aDelayedAnswerIsLate() throws Exception {
    lab.start(TestLab.HTTP);
    Instant begin = Instant.now();
    HttpResponse<String> answer = lab.get("/delay/0.1?a=1");
    assertThat(Duration.between(begin, Instant.now())).isGreaterThan(Duration.ofMillis(95));
    assertThat(TestLab.json(answer).path("args").path("a").asString()).isEqualTo("1");
  }

  @Test
  void dripsMakeUpTheBody() throws Exception {
    HttpResponse<String> answer = lab.get("/drip?duration=0.05&numbytes=5&delay=0.01&code=202");
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body()).isEqualTo("*****");
    assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(5);
  }

  @Test
  void eventsAreCounted() throws Exception {
    HttpResponse<String> answer = lab.send2(request(lab.secure("/sse?count=3&interval=0.001")));
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/event-stream");
    assertThat(answer.body().split("\n\n"))
        .hasSize(4)
        .satisfies(events -> assertThat(events[3]).startsWith("id: 3\nevent: tick\ndata: {"));
  }

  @Test
  void eventsWithoutACountComeAsLongAsOneListens() throws Exception {
    try (Socket socket = lab.raw("GET /sse?interval=0.001 HTTP/1.1", "Host: lab");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8))) {
      assertThat(lines.lines().anyMatch(line -> line.equals("id: 20"))).isTrue();
    }
  }
}
