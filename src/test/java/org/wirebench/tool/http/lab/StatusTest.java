package org.wirebench.tool.http.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebench.tool.http.lab.TestLab.request;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class StatusTest {
  @RegisterExtension private final TestLab lab = new TestLab();

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 204, 304, 404, 418, 429, 500, 599})
  void theStatusIsAnswered(int status) throws Exception {
    assertThat(lab.get("/status/" + status).statusCode()).isEqualTo(status);
  }

  @Test
  void oneOfSeveralIsAnswered() throws Exception {
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < 60; i++) {
      seen.add(lab.get("/status/201,404:2").statusCode());
    }
    assertThat(seen).containsExactlyInAnyOrder(201, 404);
    assertThat(lab.get("/status/200:0,503:1").statusCode()).isEqualTo(503);
  }

  @Test
  void aHintComesAheadOfTheAnswer() throws Exception {
    assertThat(lab.rawGet("/status/103"))
        .contains("HTTP/1.1 103", "HTTP/1.1 200")
        .contains("Link:");
  }

  @Test
  void anyMethodIsAnswered() throws Exception {
    HttpResponse<String> answer =
        lab.send(
            request(lab.plain("/status/409")).method("FROB", HttpRequest.BodyPublishers.noBody()));
    assertThat(answer.statusCode()).isEqualTo(409);
  }

  @ParameterizedTest
  @CsvSource({
    "/redirect/3,302,/redirect/2",
    "/redirect/1,302,/get",
    "/redirect-loop,302,/redirect-loop",
    "/redirect-to?url=/get%3Fa%3D1&status_code=307,307,/get?a=1",
    "/redirect-to?url=http://other.example/%C3%A9,302,http://other.example/%C3%A9",
    "/status/301,301,/get"
  })
  void aRedirectSaysWhereTo(String path, int status, String location) throws Exception {
    HttpResponse<String> answer = lab.get(path);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Location")).contains(location);
  }

  @Test
  void anAbsoluteRedirectNamesTheServer() throws Exception {
    assertThat(lab.get("/absolute-redirect/2").headers().firstValue("Location"))
        .contains(lab.plain("/absolute-redirect/1").toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/redirect-to", "/redirect-to?url=/a%0d%0aSet-Cookie:x=1&status_code=200"})
  void aRedirectToNowhereIsRefused(String path) throws Exception {
    assertThat(lab.get(path).statusCode()).isEqualTo(400);
  }

  @Test
  void aLineBreakInALocationStaysWithinIt() throws Exception {
    HttpResponse<String> answer = lab.get("/redirect-to?url=/a%0d%0aSet-Cookie:x=1");
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(answer.headers().firstValue("Location")).contains("/a%0D%0ASet-Cookie:x=1");
  }
}
