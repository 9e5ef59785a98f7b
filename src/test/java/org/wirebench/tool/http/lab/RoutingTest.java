package org.wirebench.tool.http.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebench.tool.http.lab.TestLab.json;
import static org.wirebench.tool.http.lab.TestLab.request;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who answers, and what is said where nobody does. */
@Timeout(60)
class RoutingTest {
  @RegisterExtension private final TestLab lab = new TestLab();

  @Test
  void thePageListsEveryEndpoint() throws Exception {
    HttpResponse<String> page = lab.get("/");
    assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
    assertThat(page.body())
        .contains("<a href=\"/status/418\"><code>/status/{codes}</code> </a>")
        .contains("/digest-auth/{qop}/{user}/{password}/{algorithm}")
        .contains("/one-line/{mb}", "/http09", "/graphql", "/oauth/token");
  }

  @ParameterizedTest
  @CsvSource({
    "/gett,/get",
    "/statuss/200,/status/{codes}",
    "/redirect,/redirect/{n}",
    "/jsn,/json"
  })
  void anUnknownPathNamesTheNearest(String path, String nearest) throws Exception {
    HttpResponse<String> answer = lab.get(path);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(json(answer).path("nearest").asString()).isEqualTo(nearest);
    assertThat(json(answer).path("error").asString()).contains(path);
  }

  @Test
  void aPathLikeNoOtherNamesNone() throws Exception {
    HttpResponse<String> answer = lab.get("/completely-else");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(json(answer).has("nearest")).isFalse();
  }

  @Test
  void anotherMethodIsRefusedWithThoseThereAre() throws Exception {
    HttpResponse<String> answer = lab.post("/get", "text/plain", "x");
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS");
  }

  @Test
  void optionsAnswersTheMethods() throws Exception {
    HttpResponse<String> answer =
        lab.send(
            request(lab.plain("/posts")).method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD, POST, OPTIONS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/get", "/bytes/1000", "/sse", "/large/1000", "/gzip", "/image/png"})
  void headHasNoBody(String path) throws Exception {
    for (var uri : new java.net.URI[] {lab.plain(path), lab.secure(path)}) {
      HttpRequest.Builder head = request(uri).method("HEAD", HttpRequest.BodyPublishers.noBody());
      HttpResponse<String> answer =
          uri.getScheme().equals("https") ? lab.send2(head) : lab.send(head);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEmpty();
      assertThat(answer.headers().firstValue("Content-Type")).isPresent();
    }
  }

  @Test
  void headSaysHowLongTheBodyWouldBe() throws Exception {
    HttpResponse<String> answer =
        lab.send(
            request(lab.plain("/bytes/1000")).method("HEAD", HttpRequest.BodyPublishers.noBody()));
    assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(1000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/bytes/x",
        "/delay/61",
        "/status/99",
        "/stream/-1",
        "/drip?numbytes=0",
        "/sse?count=0"
      })
  void wrongNumbersAreRefusedWithAReason(String path) throws Exception {
    HttpResponse<String> answer = lab.get(path);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).path("error").asString()).isNotEmpty();
  }

  @Test
  void aConnectionIsUsedOnAfterABodyThatNobodyRead() throws Exception {
    byte[] body = new byte[1 << 20];
    var client = lab.client(java.net.http.HttpClient.Version.HTTP_1_1);
    for (int i = 0; i < 3; i++) {
      HttpRequest request =
          request(lab.plain("/status/200"))
              .POST(HttpRequest.BodyPublishers.ofByteArray(body))
              .build();
      assertThat(client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
          .isEqualTo(200);
    }
  }
}
