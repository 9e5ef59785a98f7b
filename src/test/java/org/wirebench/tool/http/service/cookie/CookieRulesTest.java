package org.wirebench.tool.http.service.cookie;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebench.tool.http.request.HttpUrl;
import org.wirebench.tool.http.service.cookie.CookieDecision.Verdict;

class CookieRulesTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private static CookieDecision judge(String url, String line) throws Exception {
    return new CookieRules(HttpUrl.parse(url), NOW).judge(line);
  }

  private static Cookie kept(String url, String line) throws Exception {
    CookieDecision decision = judge(url, line);
    assertThat(decision.verdict()).as(decision.reason()).isEqualTo(Verdict.KEPT);
    return decision.cookie().orElseThrow();
  }

  @Test
  void allAttributesAreRead() throws Exception {
    Cookie cookie =
        kept(
            "https://www.example.org/a/b",
            " id = a=b ; Domain=.Example.ORG; PATH=/a; max-age=60; Secure; HttpOnly;"
                + " SameSite=lax; Priority=High");
    assertThat(cookie)
        .isEqualTo(
            new Cookie(
                "id",
                "a=b",
                "example.org",
                "/a",
                java.util.Optional.of(NOW.plusSeconds(60)),
                true,
                true,
                SameSite.LAX,
                false,
                NOW));
  }

  @Test
  void aBareCookieIsForItsHostAndItsFolderUntilTheEnd() throws Exception {
    Cookie cookie = kept("http://example.org/docs/page?x=/y/", "id=1");
    assertThat(cookie.domain()).isEqualTo("example.org");
    assertThat(cookie.hostOnly()).isTrue();
    assertThat(cookie.path()).isEqualTo("/docs");
    assertThat(cookie.expires()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://a.example.org/ | a=1; Domain=b.example.org | does not belong to",
        "http://example.org/ | a=1; Domain=a.example.org | does not belong to",
        "http://notexample.org/ | a=1; Domain=example.org | does not belong to",
        "http://127.0.0.1/ | a=1; Domain=0.0.1 | does not belong to",
        "http://example.org/ | a=1; Domain=org | belongs to nobody alone",
        "http://example.org/ | a=1; Secure | in clear text",
        "http://localhost.example.org/ | a=1; Secure | in clear text",
        "http://notlocalhost/ | a=1; Secure | in clear text",
        "http://127.0.0.1.example.org/ | a=1; Secure | in clear text",
        "http://128.0.0.1/ | a=1; Secure | in clear text",
        "http://example.org/ | __Secure-a=1 | __Secure-",
        "https://example.org/ | __SECURE-a=1 | __Secure-",
        "https://example.org/ | __Host-a=1; Secure | Path=/",
        "https://example.org/ | __Host-a=1; Path=/ | Secure",
        "https://example.org/ | __Host-a=1; Secure; Path=/; Domain=example.org | no Domain",
        "https://example.org/ | __Host-a=1; Secure; Path=/b | Path=/",
        "https://example.org/ | =__Host-a; Secure; Path=/ | no name",
        "https://example.org/ | a=1; SameSite=None | needs Secure",
        "https://example.org/ | =; Secure | neither a name nor a value",
        "https://example.org/ | a=\u0001b | control character",
      })
  void whatIsRefusedIsSaid(String url, String line, String reason) throws Exception {
    CookieDecision decision = judge(url, line);
    assertThat(decision.verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(decision.reason()).contains(reason).endsWith(".");
    assertThat(decision.sent()).isEqualTo(line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://localhost/ | a=1; Domain=localhost",
        "http://intranet/ | a=1; Domain=intranet",
        "http://127.0.0.1/ | a=1; Domain=127.0.0.1",
        "http://[::1]/ | a=1",
        "http://localhost:8080/ | a=1; Secure",
        "http://app.LOCALHOST/ | __Host-a=1; Secure; Path=/",
        "http://127.1.2.3/ | a=1; Secure; SameSite=None",
        "http://[::1]/ | a=1; Secure",
        "https://example.org/ | __Host-a=1; Secure; Path=/",
        "https://example.org/ | __Secure-a=1; Secure; Domain=example.org",
        "https://example.org/ | a=1; SameSite=None; Secure",
        "http://example.org/ | value without a name",
        "http://example.org/ | a=1; Expires=never; Max-Age=soon; Path=nowhere",
      })
  void whatIsUnusualButAllowedIsKept(String url, String line) throws Exception {
    assertThat(kept(url, line).isFor(HttpUrl.parse(url))).isTrue();
  }

  @Test
  void tooLargeIsRefused() throws Exception {
    assertThat(judge("http://example.org/", "a=" + "x".repeat(4095)).verdict())
        .isEqualTo(Verdict.KEPT);
    CookieDecision large = judge("http://example.org/", "a=" + "x".repeat(100_000));
    assertThat(large.verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(large.reason()).contains("4.1 kB");
    assertThat(large.sent()).hasSizeLessThan(10_000);
  }

  @Test
  void anOddPathIsKeptAndSaid() throws Exception {
    CookieDecision decision = judge("http://example.org/shop", "a=1; Path=/other");
    assertThat(decision.isKept()).isTrue();
    assertThat(decision.reason()).contains("/other", "/shop");
  }

  @ParameterizedTest
  @CsvSource({
    "a=1; Max-Age=0",
    "a=1; Max-Age=-1",
    "'a=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT'",
    "'a=1; Max-Age=0; Expires=Thu, 01 Jan 2099 00:00:00 GMT'"
  })
  void anEndInThePastRemoves(String line) throws Exception {
    assertThat(judge("http://example.org/", line).verdict()).isEqualTo(Verdict.REMOVED);
  }

  @Test
  void noCookieLivesLongerThan400Days() throws Exception {
    for (String end : new String[] {"Max-Age=99999999999999", "Expires=1 Jan 2400 0:0:0"}) {
      assertThat(kept("http://example.org/", "a=1; " + end).expires())
          .contains(NOW.plus(Duration.ofDays(400)));
    }
  }
}
