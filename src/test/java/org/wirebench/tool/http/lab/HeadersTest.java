package org.wirebench.tool.http.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebench.tool.http.lab.TestLab.json;
import static org.wirebench.tool.http.lab.TestLab.request;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class HeadersTest {
  @RegisterExtension private final TestLab lab = new TestLab();

  @Test
  void whatTheClientSaysOfItselfIsSaidBack() throws Exception {
    assertThat(
            json(lab.send(request(lab.plain("/user-agent")).header("User-Agent", "me/1")))
                .path("user-agent")
                .asString())
        .isEqualTo("me/1");
    assertThat(json(lab.get("/ip")).path("origin").asString()).isEqualTo("127.0.0.1");
    assertThat(json(lab.get("/headers")).path("headers").has("Host")).isTrue();
    assertThat(json(lab.get("/uuid")).path("uuid").asString())
        .hasSize(36)
        .isNotEqualTo(json(lab.get("/uuid")).path("uuid").asString());
  }

  @Test
  void parametersBecomeHeaders() throws Exception {
    HttpResponse<String> answer = lab.get("/response-headers?X-A=1&X-A=2&Content-Type=text/x-mine");
    assertThat(answer.headers().allValues("X-A")).containsExactly("1", "2");
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/x-mine");
    assertThat(json(answer).path("X-A").toString()).isEqualTo("[\"1\",\"2\"]");
  }

  @ParameterizedTest
  @CsvSource({"X-A=1%0d%0aB:2", "bad%20name=1", "Content-Length=5", "transfer-encoding=x"})
  void headersThatAreNoneAreRefused(String query) throws Exception {
    assertThat(lab.get("/response-headers?" + query).statusCode()).isEqualTo(400);
  }

  @Test
  void whatIsCachedIsNotSentAgain() throws Exception {
    HttpResponse<String> first = lab.get("/cache");
    assertThat(first.statusCode()).isEqualTo(200);
    String tag = first.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> second =
        lab.send(request(lab.plain("/cache")).header("If-None-Match", tag));
    assertThat(second.statusCode()).isEqualTo(304);
    assertThat(lab.get("/cache/60").headers().firstValue("Cache-Control"))
        .contains("public, max-age=60");
  }

  @ParameterizedTest
  @CsvSource({
    "If-None-Match,'\"abc\"',304",
    "If-None-Match,'\"x\", W/\"abc\"',304",
    "If-None-Match,*,304",
    "If-None-Match,'\"x\"',200",
    "If-Match,'\"abc\"',200",
    "If-Match,'\"x\"',412"
  })
  void conditionsGoByTheTag(String name, String value, int status) throws Exception {
    HttpResponse<String> answer = lab.send(request(lab.plain("/etag/abc")).header(name, value));
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("ETag")).contains("\"abc\"");
  }
}
