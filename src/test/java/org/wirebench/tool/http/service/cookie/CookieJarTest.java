package org.wirebench.tool.http.service.cookie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebench.core.workspace.Tree;
import org.wirebench.testkit.FakeClock;
import org.wirebench.tool.http.request.HttpUrl;
import org.wirebench.tool.http.service.cookie.CookieDecision.Verdict;

class CookieJarTest {
  private final FakeClock clock = new FakeClock();
  private final CookieJar jar = new CookieJar(clock);

  private CookieDecision set(String url, String line) throws Exception {
    return jar.received(HttpUrl.parse(url), List.of(line)).getFirst();
  }

  private String sent(String url) throws Exception {
    return jar.header(HttpUrl.parse(url)).orElse("none");
  }

  @ParameterizedTest
  @CsvSource({
    "http://a.org/, a=1, http://a.org/x, true",
    "http://a.org/, a=1, http://www.a.org/, false",
    "http://www.a.org/, a=1; Domain=a.org, http://a.org/, true",
    "http://a.org/, a=1; Domain=a.org, http://b.a.org/, true",
    "http://a.org/, a=1; Domain=a.org, http://ba.org/, false",
    "http://a.org/, a=1; Path=/x, http://a.org/x, true",
    "http://a.org/, a=1; Path=/x, http://a.org/x/y, true",
    "http://a.org/, a=1; Path=/x, http://a.org/xy, false",
    "http://a.org/, a=1; Path=/x/, http://a.org/x, false",
    "https://a.org/, a=1; Secure, http://a.org/, false",
    "https://a.org/, a=1; Secure, https://a.org:8443/, true",
    "http://A.org:81/, a=1, http://a.org:82/, true",
  })
  void aCookieIsSentToThoseItIsFor(String from, String line, String to, boolean isSent)
      throws Exception {
    assertThat(set(from, line).isKept()).isTrue();
    assertThat(sent(to)).isEqualTo(isSent ? "a=1" : "none");
  }

  @Test
  void longerPathsAndOlderCookiesGoFirst() throws Exception {
    set("http://a.org/", "late=1; Path=/");
    clock.advance(Duration.ofSeconds(1));
    set("http://a.org/", "later=2; Path=/");
    set("http://a.org/", "long=3; Path=/x");
    clock.advance(Duration.ofSeconds(1));
    set("http://a.org/", "late=4; Path=/");
    assertThat(sent("http://a.org/x")).isEqualTo("long=3; late=4; later=2");
  }

  @Test
  void aCookieEndsWhenItsTimeIsOver() throws Exception {
    set("http://a.org/", "a=1; Max-Age=10");
    clock.advance(Duration.ofSeconds(9));
    assertThat(sent("http://a.org/")).isEqualTo("a=1");
    clock.advance(Duration.ofSeconds(1));
    assertThat(sent("http://a.org/")).isEqualTo("none");
    assertThat(jar.list()).isEmpty();
  }

  @Test
  void anEndInThePastTakesTheCookieOut() throws Exception {
    set("http://a.org/", "a=1");
    assertThat(set("http://a.org/", "a=; Max-Age=0").verdict()).isEqualTo(Verdict.REMOVED);
    assertThat(jar.list()).isEmpty();
  }

  @Test
  void aSecureCookieThatIsOverKeepsNoOtherOut() throws Exception {
    set("https://a.org/", "a=1; Secure; Max-Age=5");
    clock.advance(Duration.ofSeconds(6));
    set("http://a.org/", "a=2");
    assertThat(jar.header(HttpUrl.parse("http://a.org/"))).contains("a=2");
  }

  /** Chrome and Firefox: what never leaves this machine is as good as TLS. */
  @Test
  void loopbackIsAsGoodAsTls() throws Exception {
    set("http://localhost:8080/", "a=1; Secure");
    assertThat(jar.header(HttpUrl.parse("http://localhost:8080/"))).contains("a=1");
    set("http://localhost:8080/", "a=2");
    assertThat(jar.header(HttpUrl.parse("http://localhost:8080/"))).contains("a=2");
  }

  @Test
  void clearTextReplacesNothingThatIsSecure() throws Exception {
    set("https://a.org/", "a=1; Secure");
    CookieDecision decision = set("http://a.org/", "a=evil");
    assertThat(decision.verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(decision.reason()).contains("TLS alone");
    assertThat(sent("https://a.org/")).isEqualTo("a=1");
  }

  @Test
  void aDomainHasAtMost50AndKeepsThoseInUse() throws Exception {
    set("http://a.org/", "used=1; Path=/used");
    for (int i = 0; i < 60; i++) {
      set("http://a.org/", "c" + i + "=1; Path=/other");
      assertThat(sent("http://a.org/used")).isEqualTo("used=1");
    }
    assertThat(jar.list()).hasSize(CookieJar.MOST_OF_A_DOMAIN);
  }

  @Test
  void thereAreAtMost3000() throws Exception {
    for (int i = 0; i < 3100; i++) {
      set("http://h" + i + ".org/", "c=" + i);
    }
    assertThat(jar.list()).hasSize(CookieJar.MOST);
    assertThat(sent("http://h0.org/")).isEqualTo("none");
    assertThat(sent("http://h3099.org/")).isEqualTo("c=3099");
  }

  @Test
  void theUserChangesWhatIsKept() throws Exception {
    AtomicInteger news = new AtomicInteger();
    jar.addListener(news::incrementAndGet);
    set("http://a.org/", "a=1");
    Cookie before = jar.list().getFirst();
    Cookie after =
        new Cookie(
            "b",
            "2",
            "a.org",
            "/",
            Optional.empty(),
            false,
            false,
            SameSite.UNSAID,
            true,
            before.created());
    jar.replace(before, after);
    assertThat(sent("http://a.org/")).isEqualTo("b=2");
    jar.remove(after);
    assertThat(jar.list()).isEmpty();
    jar.put(after);
    jar.clear();
    assertThat(jar.list()).isEmpty();
    assertThat(news).hasValue(5);
  }

  @Test
  void aCookieThatWouldBreakTheHeaderIsNone() {
    assertThatThrownBy(
            () ->
                new Cookie(
                    "a",
                    "1\r\nX: 1",
                    "a.org",
                    "/",
                    Optional.empty(),
                    false,
                    false,
                    SameSite.UNSAID,
                    true,
                    Instant.EPOCH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("control characters");
  }

  @Test
  void whatOutlivesTheProgramIsWrittenAndReadAgain() throws Exception {
    set("http://a.org/", "session=1");
    set("https://a.org/x/", "kept=2; Max-Age=60; Secure; HttpOnly; SameSite=Strict");
    set("http://www.a.org/", "wide={{no}}; Domain=a.org; Max-Age=60");
    CookieJar other = new CookieJar(clock);
    assertThat(other.read(jar.write(), "cookies")).isEmpty();
    assertThat(other.list())
        .isEqualTo(jar.list().stream().filter(one -> !one.name().equals("session")).toList())
        .hasSize(2);
  }

  @Test
  void aBrokenCookieOfAFileIsNamedAndTheOthersStay() {
    Tree.Fields well = Tree.Fields.NONE.with("name", "a").with("domain", "A.org");
    Tree file = Tree.items(List.of(well, well.without("domain"), well.with("path", "x")));
    assertThat(jar.read(file, "cookies"))
        .extracting(problem -> problem.path())
        .containsExactly("cookies[1].domain", "cookies[2]");
    assertThat(jar.list()).extracting(Cookie::domain).containsExactly("a.org");
  }

  @Test
  void noSecretIsShownByAccident() throws Exception {
    set("http://a.org/", "a=secret");
    assertThat(jar.list().getFirst().toString()).doesNotContain("secret");
  }
}
