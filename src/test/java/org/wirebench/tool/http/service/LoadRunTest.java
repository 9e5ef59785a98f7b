package org.wirebench.tool.http.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wirebench.core.job.Job;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.job.Outcome;
import org.wirebench.tool.http.request.HttpRequest;
import org.wirebench.tool.http.service.load.LoadReport;
import org.wirebench.tool.http.service.load.LoadRun;

class LoadRunTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

  @RegisterExtension private final HttpHarness http = new HttpHarness();

  private static RawServer always(String answer) throws Exception {
    return new RawServer(
        client -> {
          while (!client.request().isEmpty()) {
            client.say(answer);
          }
        });
  }

  private LoadReport run(String yaml) throws Exception {
    HttpRequest request = HttpHarness.request(yaml);
    try (Repeater repeater = http.service().repeater(request, request.load().concurrency())) {
      LoadRun run = new LoadRun(request.load(), repeater, JobClock.system());
      return http.network().jobs().run(run::perform);
    }
  }

  @Test
  void asManyAreSentAsAreWantedOverAsManyConnectionsAsWorkAtOnce() throws Exception {
    try (RawServer server = always(OK)) {
      LoadReport report =
          run("{url: '" + server.url("/") + "', load: {requests: 500, concurrency: 7}}");
      assertThat(report.answers()).isEqualTo(500);
      assertThat(report.failures()).isZero();
      assertThat(report.bytes()).isEqualTo(2500);
      assertThat(report.statuses()).containsExactly(Map.entry(200, 500L));
      assertThat(server.connections()).isBetween(1, 7);
      assertThat(report.connections()).isEqualTo(server.connections());
      assertThat(report.latency().getTotalCount()).isEqualTo(500);
      assertThat(report.latencyAt(50)).isPositive();
      assertThat(server.requests()).hasSize(500);
    }
  }

  @Test
  void theJobTellsOfAllTheRequestsAndNotOfTheStepsOfOne() throws Exception {
    try (RawServer server = always(OK)) {
      HttpRequest request =
          HttpHarness.request("{url: '" + server.url("/") + "', load: {requests: 50}}");
      try (Repeater repeater = http.service().repeater(request, 10)) {
        LoadRun run = new LoadRun(request.load(), repeater, JobClock.system());
        Job<LoadReport> job = http.network().jobs().start(run::perform);
        assertThat(job.await(Duration.ofSeconds(10))).isPresent();
        assertThat(job.step()).isEmpty();
        assertThat(job.progress().total()).isEqualTo(50);
      }
    }
  }

  @Test
  void failuresAreCountedByTheirReason() throws Exception {
    try (RawServer server =
        new RawServer(
            client -> {
              String _ = client.request();
            })) {
      LoadReport report =
          run("{url: '" + server.url("/") + "', load: {requests: 20, concurrency: 3}}");
      assertThat(report.answers()).isZero();
      assertThat(report.failures()).isEqualTo(20);
      assertThat(report.errors()).containsKey("The server did not answer");
    }
  }

  @Test
  void aRateIsKept() throws Exception {
    try (RawServer server = always(OK)) {
      LoadReport report =
          run(
              "{url: '%s', load: {requests: 50, concurrency: 5, rate: 100}}"
                  .formatted(server.url("/")));
      assertThat(report.answers()).isEqualTo(50);
      assertThat(report.time()).isGreaterThan(Duration.ofMillis(450));
    }
  }

  @Test
  void theShortRestOfARunIsNoPartOfItsOwn() throws Exception {
    try (RawServer server = always(OK)) {
      LoadReport report =
          run(
              "{url: '%s', load: {duration: 1100ms, concurrency: 2, rate: 100}}"
                  .formatted(server.url("/")));
      assertThat(report.seconds()).hasSize(1);
      assertThat(report.seconds().getFirst().length()).isEqualTo(report.time());
      assertThat(report.seconds().getFirst().answers()).isEqualTo(report.answers());
    }
  }

  @Test
  void aServerThatStallsIsNotLetOff() throws Exception {
    try (RawServer server =
        new RawServer(
            client -> {
              boolean first = true;
              while (!client.request().isEmpty()) {
                if (first) {
                  await().pollDelay(Duration.ofMillis(400)).until(() -> true);
                }
                first = false;
                client.say(OK);
              }
            })) {
      LoadReport report =
          run(
              "{url: '%s', load: {requests: 40, concurrency: 1, rate: 100}}"
                  .formatted(server.url("/")));
      // One answer took long, and those that were due meanwhile waited for it.
      assertThat(Duration.ofNanos(report.service().getValueAtPercentile(50)))
          .isLessThan(Duration.ofMillis(150));
      assertThat(report.latencyAt(50)).isGreaterThan(Duration.ofMillis(150));
    }
  }

  @Test
  void whatCameBeforeItWasStoppedIsKept() throws Exception {
    try (RawServer server = always(OK)) {
      HttpRequest request =
          HttpHarness.request("{url: '" + server.url("/") + "', load: {duration: 1h}}");
      try (Repeater repeater = http.service().repeater(request, 10)) {
        LoadRun run = new LoadRun(request.load(), repeater, JobClock.system());
        Job<LoadReport> job = http.network().jobs().start(run::perform);
        await().until(() -> server.requests().size() > 100);
        job.cancel();
        assertThat(job.await(Duration.ofSeconds(5)))
            .hasValueSatisfying(end -> assertThat(end).isInstanceOf(Outcome.Cancelled.class));
        assertThat(run.report().answers()).isGreaterThan(90);
      }
    }
  }
}
