package org.wirebench.tool.http.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wirebench.tool.http.service.cookie.CookieDecision.Verdict;

class CookiesTest {
  private static final String SETTING =
      "HTTP/1.1 200 OK\r\nSet-Cookie: a=1\r\nSet-Cookie: __Host-b=2\r\nContent-Length: 0\r\n\r\n";
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

  @RegisterExtension private final HttpHarness http = new HttpHarness();

  @Test
  void cookiesAreKeptAndSentBackAndEachDecisionIsSeen() throws Exception {
    try (RawServer server = RawServer.answering(SETTING, OK);
        HttpResult first = http.run("{url: '" + server.url("/") + "'}");
        HttpResult second = http.run("{url: '" + server.url("/") + "'}")) {
      assertThat(first.last().cookies())
          .extracting(decision -> decision.verdict())
          .containsExactly(Verdict.KEPT, Verdict.REFUSED);
      assertThat(second.last().cookies()).isEmpty();
      assertThat(server.requests().getFirst()).doesNotContain("Cookie:");
      assertThat(server.requests().getLast()).contains("\r\nCookie: a=1\r\n");
      assertThat(http.service().cookies().list()).hasSize(1);
    }
  }

  @Test
  void nothingIsKeptOrSentWhereCookiesAreOff() throws Exception {
    try (RawServer server = RawServer.answering(SETTING, SETTING, OK);
        HttpResult _ = http.run("{url: '" + server.url("/") + "'}");
        HttpResult off = http.run("{url: '" + server.url("/") + "', cookies: false}")) {
      assertThat(off.last().cookies()).isEmpty();
      assertThat(server.requests().getLast()).doesNotContain("Cookie:");
    }
  }

  @Test
  void aTypedCookieStandsAboveThoseThatAreKept() throws Exception {
    try (RawServer server = RawServer.answering(SETTING, OK, OK);
        HttpResult _ = http.run("{url: '" + server.url("/") + "'}");
        HttpResult _ = http.run("{url: '" + server.url("/") + "', headers: ['Cookie: mine=1']}");
        HttpResult _ =
            http.run(
                "{url: '"
                    + server.url("/")
                    + "', headers: [{name: Cookie, value: x, off: true}]}")) {
      assertThat(server.requests().get(1)).contains("Cookie: mine=1\r\n").doesNotContain("a=1");
      assertThat(server.requests().get(2)).doesNotContain("Cookie:");
    }
  }

  @Test
  void aRedirectSetsACookieForTheNextRequest() throws Exception {
    String away =
        SETTING.replace("200 OK", "302 Found\r\nLocation: /in").replace("a=1", "s=1; Path=/in");
    try (RawServer server = RawServer.answering(away, OK);
        HttpResult result = http.run("{url: '" + server.url("/") + "'}")) {
      assertThat(server.requests().getLast()).contains("\r\nCookie: s=1\r\n");
      assertThat(result.exchanges().getFirst().cookies().getFirst().reason()).contains("/in");
    }
  }

  @Test
  void theCookieOfABrokenAnswerIsKept() throws Exception {
    String broken = "HTTP/1.1 200 OK\r\nSet-Cookie: a=1\r\nContent-Length: 9\r\n\r\nhalf";
    try (RawServer server = RawServer.answering(broken);
        HttpRun run = http.prepare("{url: '" + server.url("/") + "'}")) {
      assertThat(http.failure(run).title()).contains("not whole");
      assertThat(run.exchanges().getLast().cookies()).hasSize(1);
    }
  }
}
