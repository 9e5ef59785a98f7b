package org.wirebench.tool.http.service;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebench.core.job.Job;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.net.NetFailure.Kind;
import org.wirebench.core.wire.WireLog;
import org.wirebench.testkit.FakeClock;
import org.wirebench.testkit.TestJobs;
import org.wirebench.tool.http.request.Percent;

class OAuthTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
  private static final String NO = "HTTP/1.1 401 No\r\nContent-Length: 0\r\n\r\n";

  private final List<String> opened = new CopyOnWriteArrayList<>();
  private final List<String> pages = new CopyOnWriteArrayList<>();

  /**
   * What the browser brings back, one after the other where there is a blank; STATE stands for the
   * right state. Empty for nothing at all.
   */
  private volatile String brings = "code=c0de&state=STATE";

  @RegisterExtension private final HttpHarness http = new HttpHarness(this::open);

  private void open(String url) {
    opened.add(url);
    if (!brings.isEmpty()) {
      Thread.ofVirtual().start(() -> comeBack(parameters(url)));
    }
  }

  private void comeBack(Map<String, String> asked) {
    URI redirect = URI.create(asked.getOrDefault("redirect_uri", ""));
    String queries = brings.replace("STATE", asked.getOrDefault("state", ""));
    try (Socket idle = new Socket(redirect.getHost(), redirect.getPort())) {
      pages.add(get(redirect, "/favicon.ico"));
      for (String query : queries.split(" ")) {
        pages.add(get(redirect, redirect.getPath() + "?" + query));
      }
      assertThat(idle.isConnected()).isTrue();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String get(URI server, String target) throws IOException {
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket
          .getOutputStream()
          .write(("GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n").getBytes(US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }

  private static Map<String, String> parameters(String text) {
    String query = text.substring(text.indexOf('?') + 1);
    return Arrays.stream(query.split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> Percent.decodeQuery(pair[1])));
  }

  private static Map<String, String> form(String request) {
    return parameters(request.substring(request.indexOf("\r\n\r\n") + 4));
  }

  private static String json(int status, String json) {
    return "HTTP/1.1 %d X\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
        .formatted(status, json.length(), json);
  }

  private static String token(String access, String more) {
    return json(200, "{\"access_token\":\"" + access + "\",\"token_type\":\"bearer\"" + more + "}");
  }

  private static String request(RawServer api, RawServer tokens, String more) {
    return request(api, tokens, more, "");
  }

  private static String request(RawServer api, RawServer tokens, String oauth, String fields) {
    return """
    {url: '%s', auth: {oauth2: {tokenUrl: '%s', clientId: 'my id', %s}}%s}\
    """
        .formatted(api.url("/api"), tokens.url("/token"), oauth, fields);
  }

  private static final String CREDENTIALS = "clientSecret: 's&cret', scope: 'a b'";
  private static final String BY_CODE =
      "grant: authorization-code, authorizationUrl: 'http://login.example/auth?x=1', scope: a";

  @Test
  void credentialsBringATokenThatIsUsedAgain() throws Exception {
    try (RawServer tokens = RawServer.answering(token("t1", ",\"expires_in\":3600"));
        RawServer api = RawServer.answering(OK, OK);
        HttpResult first = http.run(request(api, tokens, CREDENTIALS));
        HttpResult second = http.run(request(api, tokens, CREDENTIALS))) {
      assertThat(first.exchanges()).hasSize(2);
      assertThat(first.exchanges().getFirst().sent().url().path()).isEqualTo("/token");
      assertThat(second.exchanges()).hasSize(1);
      String asked = tokens.requests().getFirst();
      String login = Base64.getEncoder().encodeToString("my+id:s%26cret".getBytes(US_ASCII));
      assertThat(asked)
          .startsWith("POST /token HTTP/1.1\r\n")
          .contains("Authorization: Basic " + login, "Accept: application/json\r\n");
      assertThat(form(asked))
          .containsExactlyInAnyOrderEntriesOf(
              Map.of("grant_type", "client_credentials", "scope", "a b"));
      assertThat(api.requests())
          .allSatisfy(one -> assertThat(one).contains("\r\nAuthorization: Bearer t1\r\n"));
    }
  }

  @Test
  void theClientCanShowItselfInTheBody() throws Exception {
    try (RawServer tokens = RawServer.answering(token("t1", ""));
        RawServer api = RawServer.answering(OK);
        HttpResult _ = http.run(request(api, tokens, CREDENTIALS + ", credentials: body"))) {
      assertThat(tokens.requests().getFirst()).doesNotContain("Authorization");
      assertThat(form(tokens.requests().getFirst()))
          .containsEntry("client_id", "my id")
          .containsEntry("client_secret", "s&cret");
    }
  }

  @Test
  void aTokenThatIsOverIsRefreshed() throws Exception {
    try (RawServer tokens =
            RawServer.answering(
                token("t1", ",\"expires_in\":\"1\",\"refresh_token\":\"r1\""),
                token("t2", ",\"expires_in\":1"),
                token("t3", ""));
        RawServer api = RawServer.answering(OK, OK, OK);
        HttpResult _ = http.run(request(api, tokens, CREDENTIALS));
        HttpResult _ = http.run(request(api, tokens, CREDENTIALS));
        HttpResult _ = http.run(request(api, tokens, CREDENTIALS))) {
      assertThat(form(tokens.requests().get(1)))
          .containsEntry("grant_type", "refresh_token")
          .containsEntry("refresh_token", "r1");
      assertThat(form(tokens.requests().get(2))).containsEntry("refresh_token", "r1");
      assertThat(api.requests().getLast()).contains("Bearer t3");
    }
  }

  @Test
  void aRefreshThatIsRefusedBeginsAnew() throws Exception {
    try (RawServer tokens =
            RawServer.answering(
                token("t1", ",\"expires_in\":1,\"refresh_token\":\"r1\""),
                json(400, "{\"error\":\"invalid_grant\"}"),
                token("t2", ""));
        RawServer api = RawServer.answering(OK, OK);
        HttpResult _ = http.run(request(api, tokens, CREDENTIALS));
        HttpResult second = http.run(request(api, tokens, CREDENTIALS))) {
      assertThat(second.exchanges()).hasSize(3);
      assertThat(form(tokens.requests().getLast()))
          .containsEntry("grant_type", "client_credentials");
    }
  }

  @Test
  void aKeptTokenThatIsRefusedIsReplacedOnce() throws Exception {
    try (RawServer tokens = RawServer.answering(token("t1", ""), token("t2", ""));
        RawServer api = RawServer.answering(OK, NO, NO);
        HttpResult _ = http.run(request(api, tokens, CREDENTIALS));
        HttpResult second = http.run(request(api, tokens, CREDENTIALS))) {
      assertThat(second.head().status()).isEqualTo(401);
      assertThat(second.exchanges()).hasSize(3);
      assertThat(api.requests().get(1)).contains("Bearer t1");
      assertThat(api.requests().get(2)).contains("Bearer t2");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401 | {\"error\":\"invalid_client\"} | does not know the client",
        "400 | {\"error\":\"invalid_scope\",\"error_description\":\"no\\u001b[2Jway\"} | scope",
        "400 | {\"error\":\"own_error\"} | own_error",
        "500 | <html>oops</html> | status 500",
        "200 | {} | no JSON that holds an access_token",
        "200 | [1] | no JSON that holds an access_token",
        "200 | {\"access_token\":\"t\",\"token_type\":\"mac\"} | \"mac\"",
      })
  void whatTheServerOfTheTokensRefusesIsSaid(int status, String answer, String cause)
      throws Exception {
    try (RawServer tokens = RawServer.answering(json(status, answer));
        RawServer api = RawServer.answering(OK);
        HttpRun run = http.prepare(request(api, tokens, CREDENTIALS))) {
      NetFailure failure = http.failure(run);
      assertThat(failure.kind()).isEqualTo(Kind.AUTHENTICATION);
      assertThat(failure.cause()).contains(cause).doesNotContain("\u001b");
      assertThat(failure.toString()).doesNotContain("s&cret");
      assertThat(run.exchanges()).hasSize(1);
      assertThat(api.requests()).isEmpty();
    }
  }

  @Test
  void theUserSignsInWithTheBrowser() throws Exception {
    try (RawServer tokens = RawServer.answering(token("t1", ""));
        RawServer api = RawServer.answering(OK);
        HttpResult _ = http.run(request(api, tokens, BY_CODE))) {
      assertThat(opened).singleElement().asString().startsWith("http://login.example/auth?x=1&");
      Map<String, String> asked = parameters(opened.getFirst());
      Map<String, String> form = form(tokens.requests().getFirst());
      assertThat(asked)
          .containsEntry("response_type", "code")
          .containsEntry("client_id", "my id")
          .containsEntry("scope", "a")
          .containsEntry("code_challenge_method", "S256");
      assertThat(form)
          .containsEntry("grant_type", "authorization_code")
          .containsEntry("code", "c0de")
          .containsEntry("client_id", "my id")
          .containsEntry("redirect_uri", asked.get("redirect_uri"));
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(form.getOrDefault("code_verifier", "").getBytes(US_ASCII));
      assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(hash))
          .isEqualTo(asked.get("code_challenge"));
      await().until(() -> pages.size() == 2);
      assertThat(pages.getFirst()).startsWith("HTTP/1.1 404");
      assertThat(pages.getLast()).startsWith("HTTP/1.1 200").contains("You are signed in");
      assertThat(api.requests().getFirst()).contains("Bearer t1");
      assertThat(recorded())
          .contains("GET /callback?code=****&state=")
          .doesNotContain("c0de", "Bearer t1", form.get("code_verifier"));
    }
  }

  private String recorded() throws IOException {
    StringBuilder all = new StringBuilder();
    WireLog log = http.network().log();
    log.forEach(
        log.first(),
        log.end(),
        event -> all.append(new String(event.payload(), ISO_8859_1)).append('\n'));
    return all.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "error=access_denied&state=STATE | The sign-in was refused | It said: access_denied |"
            + " allow",
        "error=invalid_scope&state=STATE | The sign-in was refused | The scope is unknown | scope",
        "x=1&state=STATE | The sign-in brought nothing | neither a code nor an error | OAuth 2.0",
      })
  void aSignInThatWentWrongIsSaid(String comesBackWith, String title, String cause, String remedy)
      throws Exception {
    brings = comesBackWith;
    try (RawServer tokens = RawServer.answering(token("t1", ""));
        RawServer api = RawServer.answering(OK);
        HttpRun run = http.prepare(request(api, tokens, BY_CODE))) {
      NetFailure failure = http.failure(run);
      assertThat(failure.kind()).isEqualTo(Kind.AUTHENTICATION);
      assertThat(failure.title()).isEqualTo(title);
      assertThat(failure.cause()).contains(cause);
      assertThat(failure.remedy()).contains(remedy);
      assertThat(tokens.requests()).isEmpty();
      await().until(() -> pages.size() == 2);
      assertThat(pages.getLast()).startsWith("HTTP/1.1 400");
    }
  }

  /** Any page in any browser of this machine can ask this port for something. */
  @Test
  void whoBringsAnotherStateEndsNothing() throws Exception {
    brings =
        "code=evil&state=guess code=evil error=access_denied&state=guess code=c0de&state=STATE";
    try (RawServer tokens = RawServer.answering(token("t1", ""));
        RawServer api = RawServer.answering(OK);
        HttpResult result = http.run(request(api, tokens, BY_CODE))) {
      assertThat(result.head().status()).isEqualTo(200);
      assertThat(form(tokens.requests().getFirst())).containsEntry("code", "c0de");
      await().until(() -> pages.size() == 5);
      assertThat(pages.subList(1, 4))
          .allSatisfy(page -> assertThat(page).startsWith("HTTP/1.1 400"));
      assertThat(pages.getLast()).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void whereOnlyOthersCameItIsSaidInTheEnd() throws Exception {
    brings = "code=evil&state=guess";
    FakeClock clock = new FakeClock();
    try (TestJobs jobs = new TestJobs(clock);
        RawServer tokens = RawServer.answering(token("t1", ""));
        RawServer api = RawServer.answering(OK);
        HttpRun run = http.prepare(request(api, tokens, BY_CODE))) {
      Job<HttpResult> job = jobs.start(run::perform);
      await().until(() -> pages.size() == 2);
      assertThat(job.step()).contains("another state was turned away");
      clock.advance(Duration.ofMinutes(5));
      NetFailure failure = TestJobs.failure(job);
      assertThat(failure.kind()).isEqualTo(Kind.AUTHENTICATION);
      assertThat(failure.cause()).contains("only with another state");
      assertThat(tokens.requests()).isEmpty();
    }
  }

  /** Who looks for a password takes longer than any server. */
  @Test
  void theTimeOfTheUserDoesNotCount() throws Exception {
    brings = "";
    FakeClock clock = new FakeClock();
    try (TestJobs jobs = new TestJobs(clock);
        RawServer tokens = RawServer.answering(token("t1", ""));
        RawServer api = RawServer.answering(OK);
        HttpRun run = http.prepare(request(api, tokens, BY_CODE, ", timeout: 10s"))) {
      Job<HttpResult> job = jobs.start(run::perform);
      await().until(() -> !opened.isEmpty());
      clock.advance(Duration.ofMinutes(2));
      brings = "code=c0de&state=STATE";
      comeBack(parameters(opened.getFirst()));
      assertThat(job.await(Duration.ofSeconds(10)).orElseThrow()).isInstanceOf(Outcome.Done.class);
      assertThat(run.exchanges()).hasSize(2);
    }
  }

  @Test
  void waitingForTheUserCanBeCancelled() throws Exception {
    brings = "";
    try (RawServer tokens = RawServer.answering(token("t1", ""));
        RawServer api = RawServer.answering(OK);
        HttpRun run = http.prepare(request(api, tokens, BY_CODE))) {
      Job<HttpResult> job = http.network().jobs().start(run::perform);
      await().until(() -> !opened.isEmpty());
      job.cancel();
      assertThat(job.await(Duration.ofSeconds(5)))
          .hasValueSatisfying(end -> assertThat(end).isInstanceOf(Outcome.Cancelled.class));
    }
  }

  @Test
  void whoNeedsTheSameTokenWaitsForTheSignInOfAnotherAndSaysSo() throws Exception {
    brings = "";
    try (RawServer tokens = RawServer.answering(token("t1", ""));
        RawServer api = RawServer.answering(OK);
        HttpRun first = http.prepare(request(api, tokens, BY_CODE));
        HttpRun second = http.prepare(request(api, tokens, BY_CODE))) {
      Job<HttpResult> signingIn = http.network().jobs().start(first::perform);
      await().until(() -> opened.size() == 1);
      Job<HttpResult> waiting = http.network().jobs().start(second::perform);
      await().untilAsserted(() -> assertThat(waiting.step()).contains("of another request"));
      assertThat(opened).hasSize(1);

      brings = "code=c0de&state=STATE";
      signingIn.cancel();

      assertThat(waiting.await(Duration.ofSeconds(20)))
          .hasValueSatisfying(end -> assertThat(end).isInstanceOf(Outcome.Done.class));
      assertThat(opened).hasSize(2);
    }
  }

  @Test
  void withoutABrowserItIsSaid() throws Exception {
    try (HttpHarness bare = new HttpHarness();
        RawServer tokens = RawServer.answering(token("t1", ""));
        RawServer api = RawServer.answering(OK);
        HttpRun run = bare.prepare(request(api, tokens, BY_CODE))) {
      NetFailure failure = bare.failure(run);
      assertThat(failure.kind()).isEqualTo(Kind.AUTHENTICATION);
      assertThat(failure.cause()).contains("no browser");
    }
  }
}
