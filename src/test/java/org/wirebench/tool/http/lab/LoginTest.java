package org.wirebench.tool.http.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebench.tool.http.lab.TestLab.json;
import static org.wirebench.tool.http.lab.TestLab.request;

import java.net.http.HttpResponse;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
class LoginTest {
  @RegisterExtension private final TestLab lab = new TestLab();

  private HttpResponse<String> get(String path, String login) throws Exception {
    return lab.send(request(lab.plain(path)).header("Authorization", login));
  }

  private static String basic(String login) {
    return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(UTF_8));
  }

  @Test
  void basicAsksForTheLogin() throws Exception {
    HttpResponse<String> answer = lab.get("/basic-auth/me/pass");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate"))
        .contains("Basic realm=\"wirebench\", charset=\"UTF-8\"");
    assertThat(get("/basic-auth/me/pass", basic("me:wrong")).statusCode()).isEqualTo(401);
    assertThat(get("/basic-auth/me/pass", "Basic ???").statusCode()).isEqualTo(401);
  }

  @Test
  void basicLetsTheRightOneIn() throws Exception {
    HttpResponse<String> answer = get("/basic-auth/m%C3%A9/p:w", basic("mé:p:w"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).path("user").asString()).isEqualTo("mé");
  }

  @Test
  void hiddenBasicDoesNotAsk() throws Exception {
    assertThat(lab.get("/hidden-basic-auth/a/b").statusCode()).isEqualTo(404);
    assertThat(get("/hidden-basic-auth/a/b", basic("a:b")).statusCode()).isEqualTo(200);
  }

  @Test
  void anyTokenIsTaken() throws Exception {
    assertThat(lab.get("/bearer").headers().firstValue("WWW-Authenticate"))
        .contains("Bearer realm=\"wirebench\"");
    assertThat(json(get("/bearer", "Bearer t0ken")).path("token").asString()).isEqualTo("t0ken");
  }
}
