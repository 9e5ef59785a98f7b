package org.wirebench.tool.http.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebench.tool.http.lab.TestLab.json;
import static org.wirebench.tool.http.lab.TestLab.request;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

@Timeout(60)
class OauthTest {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String BACK = "http://127.0.0.1:1/back";
  private static final String LOGIN = "&client_id=lab&client_secret=secret";

  @RegisterExtension private final TestLab lab = new TestLab();

  private HttpResponse<String> token(String form) throws Exception {
    return lab.post("/oauth/token", FORM, form);
  }

  private String authorize(String more) throws Exception {
    return "/oauth/authorize?response_type=code&client_id=lab&redirect_uri=" + BACK + more;
  }

  /** The code of a sign-in without a page. */
  private String code(String more) throws Exception {
    HttpResponse<String> answer = lab.get(authorize("&auto=1&state=s%201" + more));
    assertThat(answer.statusCode()).isEqualTo(302);
    String location = answer.headers().firstValue("Location").orElseThrow();
    assertThat(location).startsWith(BACK + "?code=").endsWith("&state=s%201");
    return location.replaceAll(".*code=([^&]+).*", "$1");
  }

  @Test
  void theClientGetsATokenForItself() throws Exception {
    HttpResponse<String> answer = token("grant_type=client_credentials&scope=a+b" + LOGIN);

    JsonNode tree = json(answer);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(tree.path("token_type").asString()).isEqualTo("Bearer");
    assertThat(tree.path("access_token").asString()).isNotEmpty();
    assertThat(tree.path("scope").asString()).isEqualTo("a b");
    assertThat(tree.has("refresh_token")).isFalse();
  }

  @Test
  void theClientMayShowItselfByBasic() throws Exception {
    String login = Base64.getEncoder().encodeToString("lab:secret".getBytes(UTF_8));
    HttpResponse<String> answer =
        lab.send(
            request(lab.plain("/oauth/token?expires_in=1"))
                .header("Authorization", "Basic " + login)
                .header("Content-Type", FORM)
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials")));
    assertThat(json(answer).path("expires_in").asInt()).isEqualTo(1);
  }

  @Test
  void anUnknownClientIsRefused() throws Exception {
    HttpResponse<String> answer =
        token("grant_type=client_credentials&client_id=lab&client_secret=wrong");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(json(answer).path("error").asString()).isEqualTo("invalid_client");
    assertThat(token("grant_type=client_credentials&client_id=lab").statusCode()).isEqualTo(401);
  }

  @Test
  void anUnknownGrantIsRefused() throws Exception {
    HttpResponse<String> answer = token("grant_type=password" + LOGIN);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).path("error").asString()).isEqualTo("unsupported_grant_type");
  }

  @Test
  void thePageHasALinkThatSignsIn() throws Exception {
    HttpResponse<String> page = lab.get(authorize("&state=1"));
    assertThat(page.statusCode()).isEqualTo(200);
    String link =
        page.body().replaceAll("(?s).*<a href=\"([^\"]+)\">.*", "$1").replace("&amp;", "&");
    assertThat(lab.get(link).headers().firstValue("Location").orElseThrow())
        .startsWith(BACK + "?code=");
  }

  @Test
  void aCodeIsGoodForOneToken() throws Exception {
    String form =
        "grant_type=authorization_code&redirect_uri=" + BACK + "&code=" + code("") + LOGIN;
    assertThat(token(form).statusCode()).isEqualTo(200);
    assertThat(json(token(form)).path("error").asString()).isEqualTo("invalid_grant");
  }

  @Test
  void aPublicClientProvesItselfWithPkce() throws Exception {
    String verifier = "a-verifier-of-forty-three-characters-or-more";
    String challenge =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8)));
    String pkce = "&code_challenge=" + challenge + "&code_challenge_method=S256";
    String form = "grant_type=authorization_code&client_id=lab&redirect_uri=" + BACK + "&code=";

    assertThat(json(token(form + code(pkce) + "&code_verifier=wrong")).path("error").asString())
        .isEqualTo("invalid_grant");
    HttpResponse<String> answer = token(form + code(pkce) + "&code_verifier=" + verifier);
    assertThat(answer.statusCode()).isEqualTo(200);
    // A client that proves nothing and knows no secret is none.
    assertThat(token(form + code("")).statusCode()).isEqualTo(401);
  }

  @Test
  void aTokenIsRefreshedOnce() throws Exception {
    JsonNode first =
        json(
            token(
                "grant_type=authorization_code&redirect_uri="
                    + BACK
                    + "&code="
                    + code("")
                    + LOGIN));
    String form =
        "grant_type=refresh_token&refresh_token=" + first.path("refresh_token").asString() + LOGIN;

    JsonNode second = json(token(form));

    assertThat(second.path("access_token").asString())
        .isNotEmpty()
        .isNotEqualTo(first.path("access_token").asString());
    assertThat(second.path("refresh_token").asString()).isNotEmpty();
    assertThat(token(form).statusCode()).isEqualTo(400);
  }

  @Test
  void whatIsWrongWithTheSignInIsSaidWhereItCanBe() throws Exception {
    assertThat(lab.get("/oauth/authorize?client_id=other").statusCode()).isEqualTo(400);
    assertThat(lab.get("/oauth/authorize?client_id=lab").statusCode()).isEqualTo(400);
    assertThat(
            lab.get("/oauth/authorize?client_id=lab&response_type=token&redirect_uri=" + BACK)
                .headers()
                .firstValue("Location"))
        .contains(BACK + "?error=unsupported_response_type");
  }
}
