package org.wirebench.tool.http.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebench.core.job.Job;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.wire.Direction;
import org.wirebench.tool.http.request.HttpRequest;
import org.wirebench.tool.http.service.load.LoadReport;
import org.wirebench.tool.http.service.load.LoadRun;

class RepeaterTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
  private static final String LOAD = "load: {requests: 40, concurrency: 4}";

  @RegisterExtension private final HttpHarness http = new HttpHarness();
  @RegisterExtension private final TestHttpLab lab = new TestHttpLab();

  private LoadReport load(String yaml) throws Exception {
    HttpRequest request = HttpHarness.request(yaml);
    try (Repeater repeater = http.service().repeater(request, request.load().concurrency())) {
      LoadRun run = new LoadRun(request.load(), repeater, JobClock.system());
      return http.network().jobs().run(run::perform);
    }
  }

  /** The statuses that one user sees who asks so many times. */
  private List<Integer> statuses(String yaml, int times) throws Exception {
    try (Repeater repeater = http.service().repeater(HttpHarness.request(yaml), 1)) {
      Repeater.User user = repeater.user();
      return http.network().jobs().run(context -> ask(user, times, context));
    }
  }

  private static List<Integer> ask(Repeater.User user, int times, JobContext context)
      throws Exception {
    Integer[] statuses = new Integer[times];
    for (int i = 0; i < times; i++) {
      statuses[i] = user.send(context).status();
    }
    return List.of(statuses);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/basic-auth/me/pass | basic: {user: me, password: pass}",
        "/bearer | bearer: t0ken",
        "/digest-auth/auth/me/pass/SHA-256 | digest: {user: me, password: pass}",
      })
  void theLabKnowsWhoAsks(String path, String how) throws Exception {
    String url = lab.plain(path);
    LoadReport report = load("{url: '%s', auth: {%s}, %s}".formatted(url, how, LOAD));
    assertThat(report.statuses()).containsOnlyKeys(200).containsEntry(200, 40L);
    assertThat(report.failures()).isZero();
  }

  @Test
  void aDigestIsAskedForOnceByEachUser() throws Exception {
    AtomicInteger challenges = new AtomicInteger();
    try (RawServer server =
        new RawServer(
            client -> {
              for (String asked = client.request(); !asked.isEmpty(); asked = client.request()) {
                client.say(asked.contains("Authorization") ? OK : challenge(challenges));
              }
            })) {
      LoadReport report = load(digest(server, LOAD));
      assertThat(report.statuses()).containsOnlyKeys(200).containsEntry(200, 40L);
      assertThat(challenges).hasValueBetween(1, 4);
      assertThat(server.requests()).anyMatch(one -> one.contains("nc=00000002"));
    }
  }

  @Test
  void aServerThatTakesEachNonceOnceChallengesAgain() throws Exception {
    AtomicInteger challenges = new AtomicInteger();
    try (RawServer server =
        new RawServer(
            client -> {
              for (String asked = client.request(); !asked.isEmpty(); asked = client.request()) {
                boolean fresh = asked.contains("nonce=\"" + challenges + "\", uri");
                boolean first = asked.contains("nc=00000001");
                client.say(fresh && first ? OK : challenge(challenges));
              }
            })) {
      assertThat(statuses(digest(server, "load: {concurrency: 1}"), 3))
          .containsExactly(200, 200, 200);
      assertThat(challenges).hasValue(3);
    }
  }

  @Test
  void aWrongPasswordIsCountedAsTheServerAnswersIt() throws Exception {
    String url = lab.plain("/digest-auth/auth/me/pass/MD5");
    LoadReport report =
        load("{url: '%s', auth: {digest: {user: me, password: no}}, %s}".formatted(url, LOAD));
    assertThat(report.statuses()).containsOnlyKeys(401).containsEntry(401, 40L);
  }

  @Test
  void ofAConnectionTheFirstExchangesAreRecorded() throws Exception {
    try (RawServer server = always(OK)) {
      LoadReport report =
          load("{url: '%s', load: {requests: 100, concurrency: 1}}".formatted(server.url("/")));
      assertThat(report.answers()).isEqualTo(100);
      assertThat(report.bytes()).isEqualTo(200);
      assertThat(http.network().events()).filteredOn(one -> one.startsWith("no more")).hasSize(1);
      assertThat(recorded(Direction.OUT)).hasSize(20);
    }
  }

  private List<String> recorded(Direction... directions) throws IOException {
    List<String> all = new ArrayList<>();
    http.network()
        .log()
        .forEach(
            0,
            Long.MAX_VALUE,
            event -> {
              if (List.of(directions).contains(event.direction())) {
                all.add(event.text());
              }
            });
    return all;
  }

  @Test
  void aKeptConnectionEndsWhenTheRunIsCancelled() throws Exception {
    AtomicInteger ended = new AtomicInteger();
    try (RawServer server =
            new RawServer(
                client -> {
                  client.say(client.request().isEmpty() ? "" : OK);
                  // The second is never answered.
                  readOn(client);
                  ended.incrementAndGet();
                });
        Repeater repeater =
            http.service()
                .repeater(HttpHarness.request("{url: '" + server.url("/") + "', load: {}}"), 1)) {
      Repeater.User user = repeater.user();
      Job<List<Integer>> job = http.network().jobs().start(context -> ask(user, 2, context));
      await().until(() -> server.requests().size() == 2);
      job.cancel();
      assertThat(job.await(Duration.ofSeconds(5)))
          .hasValueSatisfying(end -> assertThat(end).isInstanceOf(Outcome.Cancelled.class));
      await().untilAsserted(() -> assertThat(ended).hasValue(1));
    }
  }

  @Test
  void anotherJobCanGoOnOverTheSameConnectionAndIsCancelledToo() throws Exception {
    try (RawServer server =
            new RawServer(
                client -> {
                  client.say(client.request().isEmpty() ? "" : OK);
                  readOn(client);
                });
        Repeater repeater =
            http.service()
                .repeater(HttpHarness.request("{url: '" + server.url("/") + "', load: {}}"), 1)) {
      Repeater.User user = repeater.user();
      List<Integer> first = http.network().jobs().run(context -> ask(user, 1, context));
      assertThat(first).containsExactly(200);
      Job<List<Integer>> job = http.network().jobs().start(context -> ask(user, 1, context));
      await().until(() -> server.requests().size() == 2);
      job.cancel();
      assertThat(job.await(Duration.ofSeconds(5)))
          .hasValueSatisfying(end -> assertThat(end).isInstanceOf(Outcome.Cancelled.class));
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  /** Takes what comes, without an answer, until the other side ends. */
  private static void readOn(RawServer.Line client) throws IOException {
    boolean over = false;
    while (!over) {
      over = client.request().isEmpty();
    }
  }

  private static RawServer always(String answer) throws Exception {
    return new RawServer(
        client -> {
          while (!client.request().isEmpty()) {
            client.say(answer);
          }
        });
  }

  private static String challenge(AtomicInteger count) {
    return "HTTP/1.1 401 No\r\nWWW-Authenticate: Digest realm=r, nonce=\"%d\", qop=\"auth\"\r\n"
            .formatted(count.incrementAndGet())
        + "Content-Length: 0\r\n\r\n";
  }

  private static String digest(RawServer server, String load) {
    return "{url: '%s', auth: {digest: {user: u, password: p}}, %s}"
        .formatted(server.url("/"), load);
  }

  private static String oauth(String api, RawServer tokens, String load) {
    return "{url: '%s', auth: {oauth2: {tokenUrl: '%s', clientId: c, clientSecret: s}}, %s}"
        .formatted(api, tokens.url("/token"), load);
  }

  @Test
  void oneTokenIsForAll() throws Exception {
    String api = lab.plain("/bearer");
    try (RawServer tokens =
        RawServer.answering(
            """
            HTTP/1.1 200 OK\r
            Content-Type: application/json\r
            Content-Length: 44\r
            \r
            {"access_token":"t1","token_type":"bearer" }\
            """)) {
      LoadReport report = load(oauth(api, tokens, LOAD));
      assertThat(report.statuses()).containsOnlyKeys(200).containsEntry(200, 40L);
      assertThat(tokens.requests()).hasSize(1);
    }
  }

  @Test
  void aTokenIsNotInTheLog() throws Exception {
    String token = "{\"access_token\":\"s3cretT0ken\",\"token_type\":\"bearer\"}";
    try (RawServer server = always(OK);
        RawServer tokens =
            RawServer.answering(
                "HTTP/1.1 200 OK\r\nContent-Length: " + token.length() + "\r\n\r\n" + token)) {
      assertThat(statuses(oauth(server.url("/"), tokens, "load: {}"), 2)).containsExactly(200, 200);
      assertThat(server.requests()).allMatch(one -> one.contains("Bearer s3cretT0ken"));
      assertThat(recorded(Direction.IN, Direction.OUT))
          .hasSize(6)
          .noneMatch(one -> one.contains("s3cretT0ken"));
    }
  }

  @Test
  void aTokenThatIsNoGoodIsNotFetchedAgainAndAgain() throws Exception {
    String api = lab.plain("/status/401");
    try (RawServer tokens =
        new RawServer(
            client -> {
              while (!client.request().isEmpty()) {
                client.say(
                    "HTTP/1.1 200 OK\r\nContent-Length: 43\r\n\r\n"
                        + "{\"access_token\":\"t1\",\"token_type\":\"bearer\"}");
              }
            })) {
      assertThat(statuses(oauth(api, tokens, "load: {}"), 5)).containsOnly(401);
      assertThat(tokens.requests()).hasSize(1);
    }
  }

  @Test
  void cookiesAreSentAndThoseThatAreSetStayWithTheUser() throws Exception {
    String sets = OK.replace("\r\n\r\n", "\r\nSet-Cookie: mine=1\r\n\r\n");
    try (RawServer server = RawServer.answering(sets.replace("mine", "ours"), sets, OK);
        HttpResult _ = http.run("{url: '" + server.url("/") + "'}")) {
      assertThat(server.requests()).singleElement().asString().doesNotContain("Cookie");
    }
    try (RawServer server = RawServer.answering(sets, OK)) {
      assertThat(statuses("{url: '" + server.url("/") + "'}", 2)).containsExactly(200, 200);
      assertThat(server.requests().getFirst()).contains("\r\nCookie: ours=1\r\n");
      assertThat(server.requests().getLast()).contains("\r\nCookie: ours=1; mine=1\r\n");
    }
    assertThat(http.service().cookies().list()).hasSize(1);
  }

  @Test
  void withoutCookiesNoneIsSent() throws Exception {
    String sets = OK.replace("\r\n\r\n", "\r\nSet-Cookie: mine=1\r\n\r\n");
    try (RawServer server = RawServer.answering(sets, OK)) {
      String request = "{url: '" + server.url("/") + "', cookies: false}";
      assertThat(statuses(request, 2)).containsExactly(200, 200);
      assertThat(server.requests()).noneMatch(one -> one.contains("Cookie"));
    }
  }
}
