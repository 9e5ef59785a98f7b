package org.wirebench.tool.http.lab;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wirebench.tool.http.lab.TestLab.request;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wirebench.tool.http.request.HeaderLine;

/** What the lab answers by the routes of the user. */
@Timeout(60)
class MockAnswersTest {
  @RegisterExtension private final TestLab lab = new TestLab();

  private void mock(MockRoute... routes) {
    lab.mocks().replace(List.of(routes));
  }

  private static MockRoute route(int status, String body, Duration delay, Fault fault) {
    return new MockRoute("*", "/mock", status, List.of(), body, delay, fault);
  }

  @Test
  void placesAreFilled() throws Exception {
    mock(
        new MockRoute(
            "POST",
            "/users/{id}/*",
            201,
            List.of(new HeaderLine("X-A", "1"), new HeaderLine("X-Off", "1", true)),
            "${path.id} ${path.*} ${query.q} ${header.X-H} ${body} ${counter} $${body} ${random}",
            Duration.ZERO,
            Fault.NONE));
    HttpResponse<String> answer =
        lab.send(
            request(lab.plain("/users/a%20b/c/d?q=1"))
                .header("X-H", "head")
                .POST(HttpRequest.BodyPublishers.ofString("{body}")));

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.body()).matches("a b c/d 1 head \\{body} 1 \\$\\{body} \\d{1,6}");
    assertThat(answer.headers().firstValue("X-A")).contains("1");
    assertThat(answer.headers().firstValue("X-Off")).isEmpty();
  }

  @Test
  void timeAndUuidAreOfNow() throws Exception {
    mock(MockRoute.of("/mock", "${time} ${uuid}"));
    String[] words = lab.get("/mock").body().split(" ");
    assertThat(Duration.between(Instant.parse(words[0]), Instant.now()).abs())
        .isLessThan(Duration.ofMinutes(1));
    assertThat(words[1]).hasSize(36);
  }

  @Test
  void theTypeFollowsFromTheBodyUnlessItIsSaid() throws Exception {
    mock(MockRoute.of("/json", " {\"a\": 1}"), MockRoute.of("/text", "a"));
    assertThat(lab.get("/json").headers().firstValue("Content-Type")).contains("application/json");
    assertThat(lab.get("/text").headers().firstValue("Content-Type"))
        .contains("text/plain; charset=utf-8");
  }

  @Test
  void theyComeBeforeTheEndpointsAndInTheirOrder() throws Exception {
    mock(MockRoute.of("/get", "mine"), MockRoute.of("/*", "last"));
    assertThat(lab.get("/get").body()).isEqualTo("mine");
    assertThat(lab.get("/ip").body()).isEqualTo("last");
    assertThat(lab.post("/post", "text/plain", "x").statusCode()).isEqualTo(200);
  }

  @Test
  void theyAreReplacedWhileTheServerRuns() throws Exception {
    MockRoute counted = MockRoute.of("/mock", "${counter}");
    mock(counted);
    assertThat(lab.get("/mock").body()).isEqualTo("1");

    mock(MockRoute.of("/other", "x"), counted);

    assertThat(lab.get("/mock").body()).isEqualTo("2");
    assertThat(lab.mocks().hits()).containsExactly(0L, 2L);
    mock();
    assertThat(lab.get("/mock").statusCode()).isEqualTo(404);
  }

  @Test
  void aRouteGoesOnCountingWhenItsAnswerIsAnother() throws Exception {
    AtomicInteger told = new AtomicInteger();
    lab.mocks().addListener(told::incrementAndGet);
    mock(MockRoute.of("/mock", "a"), MockRoute.of("/mock", "never"));
    assertThat(lab.get("/mock").body()).isEqualTo("a");

    mock(MockRoute.of("/mock", "b"), MockRoute.of("/mock", "never"));

    assertThat(lab.get("/mock").body()).isEqualTo("b");
    assertThat(lab.mocks().hits()).containsExactly(2L, 0L);
    assertThat(told).hasValue(2);
  }

  @Test
  void oneThatIsSwitchedOffAnswersNothing() throws Exception {
    mock(MockRoute.of("/mock", "a").withOff(true), MockRoute.of("/mock", "b"));
    assertThat(lab.get("/mock").body()).isEqualTo("b");
  }

  @Test
  void bothServersAnswerByThem() throws Exception {
    mock(MockRoute.of("/mock", "mine"));
    assertThat(lab.send2(request(lab.secure("/mock"))).body()).isEqualTo("mine");
  }

  @Test
  void aDelayedAnswerIsLate() throws Exception {
    mock(route(204, "", Duration.ofMillis(100), Fault.NONE));
    lab.start(TestLab.HTTP);
    Instant begin = Instant.now();
    assertThat(lab.get("/mock").statusCode()).isEqualTo(204);
    assertThat(Duration.between(begin, Instant.now())).isGreaterThan(Duration.ofMillis(95));
  }

  @Test
  void faultsBreakTheAnswerOff() throws Exception {
    mock(route(500, "0123456789", Duration.ZERO, Fault.TRUNCATE));
    assertThat(lab.rawGet("/mock")).startsWith("HTTP/1.1 500 ").endsWith("\r\n\r\n01234");

    mock(route(500, "0123456789", Duration.ZERO, Fault.CLOSE));
    assertThat(lab.rawGet("/mock")).isEmpty();

    mock(route(500, "0123456789", Duration.ZERO, Fault.RESET));
    try (Socket socket = lab.raw("GET /mock HTTP/1.1", "Host: lab")) {
      ByteArrayOutputStream came = new ByteArrayOutputStream();
      assertThatThrownBy(() -> socket.getInputStream().transferTo(came))
          .isInstanceOf(SocketException.class);
      assertThat(came.toString(ISO_8859_1)).endsWith("\r\n\r\n01234");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"RESET", "CLOSE", "TRUNCATE"})
  void faultsResetTheStreamOfHttp2(Fault fault) {
    mock(route(200, "0123456789", Duration.ZERO, fault));
    assertThatThrownBy(() -> lab.send2(request(lab.secure("/mock"))))
        .isInstanceOf(IOException.class);
  }
}
