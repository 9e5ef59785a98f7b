package org.wirebench.tool.http.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.net.NetFailure.Kind;

class RedirectTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

  @RegisterExtension private final HttpHarness http = new HttpHarness();

  private static String redirect(int status, String to) {
    return "HTTP/1.1 " + status + " Away\r\nLocation: " + to + "\r\nContent-Length: 0\r\n\r\n";
  }

  @ParameterizedTest
  @CsvSource({
    "301, POST, false, GET", "302, POST, false, GET", "303, POST, false, GET",
    "303, PUT, false, GET", "307, POST, false, POST", "308, POST, false, POST",
    "301, POST, true, POST", "302, PUT, false, PUT", "303, HEAD, false, HEAD",
  })
  void theMethodIsKeptOrBecomesGet(int status, String method, boolean keep, String then)
      throws Exception {
    try (RawServer server = RawServer.answering(redirect(status, "/next"), OK);
        HttpResult result =
            http.run(
                "{method: %s, url: '%s', keepMethod: %s, body: {text: hi}}"
                    .formatted(method, server.url("/"), keep))) {
      String second = server.requests().getLast();
      assertThat(second).startsWith(then + " /next HTTP/1.1\r\n");
      assertThat(second.endsWith("\r\n\r\nhi")).isEqualTo(!then.equals("GET"));
      assertThat(result.exchanges()).hasSize(2);
      assertThat(result.redirects()).isEqualTo(1);
    }
  }

  @Test
  void redirectsAreNotFollowedWhereNobodyWantsIt() throws Exception {
    try (RawServer server = RawServer.answering(redirect(302, "/next"));
        HttpResult result = http.run("{url: '" + server.url("/") + "', redirects: false}")) {
      assertThat(result.head().status()).isEqualTo(302);
      assertThat(result.redirects()).isZero();
    }
  }

  @Test
  void aCircleIsSaidToBeOne() throws Exception {
    try (RawServer server =
            new RawServer(
                client -> {
                  while (!client.request().isEmpty()) {
                    client.say(redirect(302, "/again"));
                  }
                });
        HttpRun run = http.prepare("{url: '" + server.url("/") + "', maxRedirects: 4}")) {
      NetFailure failure = http.failure(run);
      assertThat(failure.kind()).isEqualTo(Kind.LIMIT);
      assertThat(failure.title()).contains("circle");
      assertThat(run.exchanges()).hasSize(5);
    }
  }

  @Test
  void whatIsMeantForOneServerIsNotSentToAnother() throws Exception {
    try (RawServer other = RawServer.answering(OK);
        RawServer server = RawServer.answering(redirect(307, other.url("/there")));
        HttpResult _ =
            http.run(
                "{url: '%s', headers: ['Authorization: secret', 'Cookie: c=1', 'X-Kept: 1', 'X-Api-Key: secret', 'X-Auth-Key: secret']}"
                    .formatted(server.url("/")))) {
      assertThat(server.requests().getFirst()).contains("Authorization: secret", "Cookie: c=1");
      assertThat(other.requests().getFirst())
          .doesNotContain("secret", "Cookie")
          .contains("X-Kept: 1");
    }
  }

  @Test
  void aTypedHostIsKeptOnTheSameServer() throws Exception {
    try (RawServer server =
            RawServer.answering(
                "HTTP/1.1 302 Away\r\nLocation: /next\r\nContent-Length: 0\r\n\r\n", OK);
        HttpResult _ = http.run("{url: '" + server.url("/") + "', headers: ['Host: site.test']}")) {
      assertThat(server.requests().getFirst()).contains("\r\nHost: site.test\r\n");
      assertThat(server.requests().getLast())
          .startsWith("GET /next")
          .contains("\r\nHost: site.test\r\n");
    }
  }
}
