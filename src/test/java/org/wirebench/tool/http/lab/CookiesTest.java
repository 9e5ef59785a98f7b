package org.wirebench.tool.http.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebench.tool.http.lab.TestLab.json;
import static org.wirebench.tool.http.lab.TestLab.request;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
class CookiesTest {
  @RegisterExtension private final TestLab lab = new TestLab();

  @Test
  void cookiesAreSaidBack() throws Exception {
    HttpResponse<String> answer =
        lab.send(request(lab.plain("/cookies")).header("Cookie", "a=1; b=x=y"));
    assertThat(json(answer).path("cookies").path("a").asString()).isEqualTo("1");
    assertThat(json(answer).path("cookies").path("b").asString()).isEqualTo("x=y");
  }

  @Test
  void settingRedirectsToAllOfThem() throws Exception {
    HttpResponse<String> answer = lab.get("/cookies/set?a=1&b=2");
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location")).contains("/cookies");
    assertThat(answer.headers().allValues("Set-Cookie"))
        .containsExactly("a=1; Path=/", "b=2; Path=/");
    assertThat(lab.get("/cookies/set/c/3").headers().allValues("Set-Cookie"))
        .containsExactly("c=3; Path=/");
  }

  @Test
  void attributesAreSentAsTheyWereTyped() throws Exception {
    HttpResponse<String> answer =
        lab.get(
            "/cookies/set-detail?name=a&value=b&path=/x&domain=example.com&max-age=never"
                + "&expires=Thu,+01+Jan+2099+00:00:00+GMT&secure&httponly=1&samesite=Lax");
    assertThat(answer.headers().allValues("Set-Cookie"))
        .containsExactly(
            "a=b; Path=/x; Domain=example.com; Max-Age=never;"
                + " Expires=Thu, 01 Jan 2099 00:00:00 GMT; SameSite=Lax; Secure; HttpOnly");
  }

  @Test
  void deletingExpiresThem() throws Exception {
    assertThat(lab.get("/cookies/delete?a").headers().firstValue("Set-Cookie").orElseThrow())
        .startsWith("a=; Path=/; Max-Age=0; Expires=Thu, 01 Jan 1970");
  }

  @Test
  void aLineBreakInACookieIsRefused() throws Exception {
    HttpResponse<String> answer = lab.get("/cookies/set?a=1%0d%0aX-Evil:%201");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("X-Evil")).isEmpty();
  }
}
