package org.wirebench.tool.http.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.net.NetFailure.Kind;

class AuthorizationTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
  private static final String CHALLENGE = no("Digest realm=r, nonce=n1, qop=\"auth\"");

  @RegisterExtension private final HttpHarness http = new HttpHarness();

  private static String no(String challenge) {
    return "HTTP/1.1 401 No\r\nWWW-Authenticate: %s\r\nContent-Length: 0\r\n\r\n"
        .formatted(challenge);
  }

  private static String away(String to) {
    return "HTTP/1.1 307 Away\r\nLocation: " + to + "\r\nContent-Length: 0\r\n\r\n";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "basic: {user: Jäger, password: 'a:b'} | Authorization: Basic SsOkZ2VyOmE6Yg==",
        "bearer: t0ken | Authorization: Bearer t0ken",
        "apiKey: {name: X-Key, value: k y} | X-Key: k y",
      })
  void whatShowsWhoAsksIsSentAtOnceAndAfterARedirectToTheSameServer(String how, String line)
      throws Exception {
    try (RawServer server = RawServer.answering(away("/there"), OK);
        HttpResult _ = http.run("{url: '" + server.url("/") + "', auth: {" + how + "}}")) {
      assertThat(server.requests())
          .hasSize(2)
          .allSatisfy(request -> assertThat(request).containsOnlyOnce("\r\n" + line + "\r\n"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "basic: {user: u, password: secret}",
        "bearer: secret",
        "apiKey: {name: X-Key, value: secret}",
        "apiKey: {name: key, value: secret, in: query}",
        "aws: {accessKey: a, secretKey: s, sessionToken: secret}",
      })
  void nothingOfItGoesToAnotherServer(String how) throws Exception {
    try (RawServer other = RawServer.answering(OK);
        RawServer server = RawServer.answering(away(other.url("/")));
        HttpResult _ = http.run("{url: '" + server.url("/") + "', auth: {" + how + "}}")) {
      assertThat(server.requests().getFirst()).containsAnyOf("Authorization", "secret");
      assertThat(other.requests().getFirst())
          .doesNotContainIgnoringCase("secret")
          .doesNotContain("Authorization", "X-Key", "Amz");
    }
  }

  @Test
  void aKeyCanStandInTheQuery() throws Exception {
    String how = "apiKey: {name: a key, value: 'x&y', in: query}";
    try (RawServer server = RawServer.answering(OK);
        HttpResult _ = http.run("{url: '" + server.url("/?a=b") + "', auth: {" + how + "}}")) {
      assertThat(server.requests().getFirst()).startsWith("GET /?a=b&a%20key=x%26y HTTP");
    }
  }

  @ParameterizedTest
  @CsvSource({"false, mine", "true, none"})
  void aTypedHeaderStandsAboveIt(boolean off, String sent) throws Exception {
    try (RawServer server = RawServer.answering(OK);
        HttpResult _ =
            http.run(
                "{url: '%s', auth: {bearer: secret}, headers: [{name: authorization, value: mine, off: %s}]}"
                    .formatted(server.url("/"), off))) {
      assertThat(server.requests().getFirst()).doesNotContain("secret");
      assertThat(server.requests().getFirst().contains("authorization: mine"))
          .isEqualTo(sent.equals("mine"));
    }
  }

  @Test
  void aTokenWithALineBreakIsRefusedAndNotShown() throws Exception {
    try (RawServer server = RawServer.answering(OK);
        HttpRun run =
            http.prepare("{url: '" + server.url("/") + "', auth: {bearer: \"sec\\nX: ret\"}}")) {
      NetFailure failure = http.failure(run);
      assertThat(failure.kind()).isEqualTo(Kind.INVALID);
      assertThat(failure.toString()).contains("Authorization").doesNotContain("sec", "ret\"");
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void aDigestIsAnsweredInASecondExchangeWithTheWholeBody() throws Exception {
    try (RawServer server = RawServer.answering(CHALLENGE, OK);
        HttpResult result =
            http.run(
                "{method: POST, url: '%s', body: {text: hi}, auth: {digest: {user: u, password: secret}}}"
                    .formatted(server.url("/a?b=c")))) {
      assertThat(result.exchanges()).hasSize(2);
      assertThat(result.head().status()).isEqualTo(200);
      assertThat(result.redirects()).isZero();
      assertThat(server.requests().getFirst()).doesNotContain("Authorization");
      assertThat(server.requests().getLast())
          .contains("Authorization: Digest username=\"u\", realm=\"r\", nonce=\"n1\"")
          .contains("uri=\"/a?b=c\"", "nc=00000001")
          .doesNotContain("secret")
          .endsWith("\r\n\r\nhi");
    }
  }

  @Test
  void theNextRunOfADigestBeginsWithItsAnswer() throws Exception {
    try (RawServer server = RawServer.answering(CHALLENGE, OK, OK)) {
      String request =
          "{url: '%s', auth: {digest: {user: u, password: p}}}".formatted(server.url("/"));
      http.run(request).close();
      try (HttpResult second = http.run(request)) {
        assertThat(second.exchanges()).hasSize(1);
        assertThat(second.head().status()).isEqualTo(200);
      }
      assertThat(server.requests()).hasSize(3);
      assertThat(server.requests().getLast()).contains("nonce=\"n1\"", "nc=00000002");
    }
  }

  @Test
  void aWrongPasswordIsTheAnswerOfTheServer() throws Exception {
    try (RawServer server = RawServer.answering(CHALLENGE, CHALLENGE);
        HttpResult result =
            http.run(
                "{url: '%s', auth: {digest: {user: u, password: p}}}".formatted(server.url("/")))) {
      assertThat(result.exchanges()).hasSize(2);
      assertThat(result.head().status()).isEqualTo(401);
    }
  }

  @Test
  void aDigestIsKeptForARedirectToTheSameServer() throws Exception {
    try (RawServer server = RawServer.answering(CHALLENGE, away("/there"), OK);
        HttpResult result =
            http.run(
                "{url: '%s', auth: {digest: {user: u, password: p}}}".formatted(server.url("/")))) {
      assertThat(result.exchanges()).hasSize(3);
      assertThat(server.requests().getLast())
          .startsWith("GET /there ")
          .contains("uri=\"/there\"", "nc=00000002");
    }
  }

  @Test
  void aProxyIsShownItsLogin() throws Exception {
    try (RawServer proxy = RawServer.answering(OK);
        HttpResult _ =
            http.run(
                "{url: 'http://example.test/a', proxy: '%s'}"
                    .formatted(proxy.url("").replace("http://", "http://user:secret@")))) {
      assertThat(proxy.requests().getFirst())
          .startsWith("GET http://example.test/a HTTP/1.1\r\n")
          .contains("Proxy-Authorization: Basic dXNlcjpzZWNyZXQ=\r\n");
    }
  }

  @Test
  void theLoginOfAProxyIsForItAlone() throws Exception {
    try (RawServer server = RawServer.answering(OK);
        RawServer proxy = RawServer.answering(OK, OK)) {
      String request = "{url: 'http://example.test/a', proxy: '%s'}";
      String there = proxy.url("").replace("http://", "http://%s@");
      try (HttpResult _ = http.run(request.formatted(there.formatted("one:secret")));
          HttpResult other = http.run(request.formatted(there.formatted("two:secret")));
          HttpResult _ = http.run("{url: '" + server.url("/") + "'}")) {
        assertThat(other.last().carried().orElseThrow().reused()).isFalse();
        assertThat(server.requests().getFirst()).doesNotContain("Proxy-");
      }
    }
  }
}
