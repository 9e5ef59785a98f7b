package org.wirebench.tool.http.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebench.tool.http.lab.TestLab.json;
import static org.wirebench.tool.http.lab.TestLab.request;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents, posts, to-dos and GraphQL. */
@Timeout(60)
class DocumentsTest {
  @RegisterExtension private final TestLab lab = new TestLab();

  @ParameterizedTest
  @CsvSource({
    "/html,text/html; charset=utf-8,<h1>",
    "/json,application/json,\"harbour\"",
    "/robots.txt,text/plain; charset=utf-8,Disallow: /deny"
  })
  void documentsHaveTheirType(String path, String type, String part) throws Exception {
    HttpResponse<String> answer = lab.get(path);
    assertThat(answer.headers().firstValue("Content-Type")).contains(type);
    assertThat(answer.body()).contains(part);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/xml", "/image/svg"})
  void xmlIsWellFormed(String path) throws Exception {
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(lab.get(path).body().getBytes(UTF_8)));
    assertThat(document.getDocumentElement()).isNotNull();
  }

  @Test
  void thePictureIsAPicture() throws Exception {
    HttpResponse<byte[]> answer =
        lab.client(HttpClient.Version.HTTP_1_1)
            .send(
                request(lab.plain("/image/png")).build(), HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.headers().firstValue("Content-Type")).contains("image/png");
    var picture = ImageIO.read(new ByteArrayInputStream(answer.body()));
    assertThat(picture.getWidth()).isEqualTo(128);
  }

  @Test
  void thereAreAHundredPosts() throws Exception {
    assertThat(json(lab.get("/posts")).size()).isEqualTo(100);
    assertThat(json(lab.get("/posts?userId=2")).size()).isEqualTo(10);
    assertThat(json(lab.get("/posts/1")).path("id").asInt()).isEqualTo(1);
    assertThat(json(lab.get("/todos/200")).has("completed")).isTrue();
    assertThat(lab.get("/posts/101").statusCode()).isEqualTo(404);
  }

  @Test
  void aNewPostGetsTheNextNumber() throws Exception {
    HttpResponse<String> answer = lab.post("/posts", "application/json", "{\"title\":\"t\"}");
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(json(answer).path("id").asInt()).isEqualTo(101);
    assertThat(json(answer).path("title").asString()).isEqualTo("t");
    assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/posts/101");
    assertThat(lab.post("/posts", "application/json", "[1").statusCode()).isEqualTo(400);
  }

  @Test
  void aPostIsChangedInPart() throws Exception {
    HttpResponse<String> answer =
        lab.send(
            request(lab.plain("/posts/5"))
                .method("PATCH", HttpRequest.BodyPublishers.ofString("{\"title\":\"new\"}")));
    assertThat(json(answer).path("title").asString()).isEqualTo("new");
    assertThat(json(answer).path("body").asString()).isNotEmpty();
  }

  @Test
  void graphQlAnswersHelloAndEchoesVariables() throws Exception {
    HttpResponse<String> answer =
        lab.post(
            "/graphql",
            "application/json",
            """
            {"query": "query Q($name: String) { hello(name: $name) variables }",
             "variables": {"name": "Ann"}}
            """);
    assertThat(json(answer).path("data").path("hello").asString()).isEqualTo("Hello, Ann!");
    assertThat(json(answer).path("data").path("variables").path("name").asString())
        .isEqualTo("Ann");
    assertThat(json(lab.get("/graphql?query=%7Bhello%7D")).path("data").path("hello").asString())
        .isEqualTo("Hello, world!");
  }

  @Test
  void graphQlNamesAFieldThatItDoesNotHave() throws Exception {
    HttpResponse<String> answer =
        lab.post("/graphql", "application/json", "{\"query\": \"{ nothing { at all } }\"}");
    assertThat(json(answer).path("errors").get(0).path("message").asString()).contains("nothing");
  }
}
