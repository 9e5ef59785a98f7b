package org.wirebench.tool.http.service.cookie;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebench.testkit.FakeClock;
import org.wirebench.tool.http.request.HttpUrl;

/** Findings of the review of session 8 about cookies. */
class ReviewCookieTest {
  private final FakeClock clock = new FakeClock();
  private final CookieJar jar = new CookieJar(clock);

  private CookieDecision set(String url, String line) throws Exception {
    return jar.received(HttpUrl.parse(url), List.of(line)).getFirst();
  }

  @Test
  void aSecureCookieThatIsOverKeepsNoOtherOut() throws Exception {
    set("https://a.org/", "a=1; Secure; Max-Age=5");
    clock.advance(Duration.ofSeconds(6));
    assertThat(jar.list()).isEmpty();
    assertThat(set("http://a.org/", "a=2").isKept()).isTrue();
  }

  /** Chrome and Firefox: what never leaves this machine is as good as TLS. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:8080/",
        "http://app.localhost/",
        "http://127.0.0.1/",
        "http://[::1]/"
      })
  void loopbackIsAsGoodAsTls(String url) throws Exception {
    assertThat(set(url, "a=1; Secure").isKept()).isTrue();
    assertThat(jar.header(HttpUrl.parse(url))).contains("a=1");
  }
}
