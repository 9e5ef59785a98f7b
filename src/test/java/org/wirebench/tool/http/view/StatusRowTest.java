package org.wirebench.tool.http.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wirebench.core.job.Job;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.StatusPill;
import org.wirebench.testkit.FakeClock;
import org.wirebench.testkit.Fx;
import org.wirebench.testkit.TestJobs;
import org.wirebench.testkit.TestWindow;
import org.wirebench.tool.http.service.Exchange;
import org.wirebench.tool.http.service.HttpHarness;
import org.wirebench.tool.http.service.HttpRun;
import org.wirebench.tool.http.service.RawServer;

/** What is said of an exchange, while it runs and afterwards. */
@Timeout(60)
class StatusRowTest {
  private static final Duration TICK = Duration.ofMillis(250);

  @RegisterExtension private final HttpHarness http = new HttpHarness();
  @RegisterExtension private final TestWindow window = new TestWindow();
  private final FakeClock clock = new FakeClock();
  @RegisterExtension private final TestJobs jobs = new TestJobs(clock);
  private final StatusRow row =
      Fx.call(() -> new StatusRow(new FxJobs(jobs.jobs(), jobs.faults()::add)));

  private void show(Exchange exchange) {
    Fx.run(() -> row.show(exchange));
  }

  private String said(String id) {
    return Fx.call(() -> ((Label) row.lookup(id)).getText());
  }

  private String tip(String id) {
    return Fx.call(() -> ((Label) row.lookup(id)).getTooltip().getText());
  }

  private String pill() {
    return Fx.call(
        () ->
            row.getChildren().stream()
                .filter(node -> node instanceof StatusPill)
                .map(node -> ((Label) node).getText())
                .findFirst()
                .orElseThrow());
  }

  @Test
  void allThatIsKnownOfAnAnswerIsSaid() throws Exception {
    window.show(Fx.call(() -> new VBox(row)), 800, 200);
    String body = "x".repeat(1500);
    String answer = "HTTP/1.1 404 Gone\u001b fishing\r\nContent-Length: 1500\r\n\r\n" + body;
    try (RawServer server = RawServer.answering(answer, answer);
        HttpRun first = http.prepare("{url: '" + server.url("/a") + "'}");
        HttpRun second = http.prepare("{url: '" + server.url("/b") + "', method: POST}")) {
      var _ = http.network().jobs().run(first::perform);
      show(first.exchanges().getLast());

      assertThat(pill()).startsWith("404 Gone").doesNotContain("\u001b");
      assertThat(said("#http-meaning")).isEqualTo(KnownStatus.of(404).orElseThrow().meaning());
      assertThat(said("#http-time")).matches("[0-9.]+ (ms|µs|s)");
      assertThat(said("#http-size")).isEqualTo("1.5 kB");
      assertThat(tip("#http-size")).contains("1500 bytes");
      assertThat(said("#http-way"))
          .contains("HTTP/1.1", server.url("").substring("http://".length()), "new connection");

      var _ = http.network().jobs().run(second::perform);
      show(second.exchanges().getLast());
      assertThat(said("#http-way")).contains("kept connection");
      assertThat(clock.waiting()).isZero();
    }
  }

  @Test
  void theTimeGoesOnWhileAnAnswerComesAndRestsAfterwards() throws Exception {
    try (RawServer server =
            RawServer.answeringOnce("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf");
        HttpRun run = http.prepare("{url: '" + server.url("/") + "'}")) {
      Job<?> job = http.network().jobs().start(run::perform);
      Exchange exchange = HttpHarness.awaitBody(run, 4);
      show(exchange);
      show(exchange);
      assertThat(clock.waiting()).isOne();
      String before = said("#http-time");
      await()
          .until(
              () -> {
                clock.advance(TICK);
                return !said("#http-time").equals(before);
              });
      assertThat(clock.waiting()).isOne();

      job.cancel();
      await().until(exchange::isOver);
      show(exchange);
      assertThat(clock.waiting()).isZero();
      String after = said("#http-time");
      show(exchange);
      assertThat(said("#http-time")).isEqualTo(after);
    }
  }

  @Test
  void aRowThatIsGoneAsksForNoMoreTime() throws Exception {
    try (RawServer server = RawServer.silent();
        HttpRun run = http.prepare("{url: '" + server.url("/") + "'}")) {
      Job<?> job = http.network().jobs().start(run::perform);
      await().until(() -> !run.exchanges().isEmpty());
      show(run.exchanges().getLast());
      assertThat(pill()).isEqualTo("Waiting");
      assertThat(clock.waiting()).isOne();
      Fx.run(row::close);
      assertThat(clock.waiting()).isZero();
      job.cancel();
      await().until(run.exchanges().getLast()::isOver);
    }
  }
}
