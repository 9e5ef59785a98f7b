package org.wirebench.tool.http.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebench.tool.http.lab.TestLab.json;
import static org.wirebench.tool.http.lab.TestLab.request;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@Timeout(60)
class EchoTest {
  @RegisterExtension private final TestLab lab = new TestLab();

  @Test
  void parametersAndHeadersAreSaidBack() throws Exception {
    JsonNode said =
        json(lab.send(request(lab.plain("/get?a=1&b=x%20y&a=2&empty")).header("X-Who", "me")));

    assertThat(said.path("args").path("a").toString()).isEqualTo("[\"1\",\"2\"]");
    assertThat(said.path("args").path("b").asString()).isEqualTo("x y");
    assertThat(said.path("args").path("empty").asString()).isEmpty();
    assertThat(said.path("headers").path("X-Who").asString()).isEqualTo("me");
    assertThat(said.path("origin").asString()).isEqualTo("127.0.0.1");
    assertThat(said.path("url").asString()).endsWith("/get?a=1&b=x%20y&a=2&empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
  void eachMethodHasItsPath(String method) throws Exception {
    String path = "/" + method.toLowerCase(java.util.Locale.ROOT);
    JsonNode said =
        json(
            lab.send(
                request(lab.plain(path))
                    .header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString("{\"n\": 1}"))));

    assertThat(said.path("data").asString()).isEqualTo("{\"n\": 1}");
    assertThat(said.path("json").path("n").asInt()).isEqualTo(1);
    assertThat(said.path("size").asInt()).isEqualTo(8);
  }

  @Test
  void aFormIsReadAsAForm() throws Exception {
    JsonNode said =
        json(lab.post("/post", "application/x-www-form-urlencoded", "a=1+2&b=%C3%A9&b=3"));

    assertThat(said.path("form").path("a").asString()).isEqualTo("1 2");
    assertThat(said.path("form").path("b").toString()).isEqualTo("[\"é\",\"3\"]");
    assertThat(said.path("data").asString()).isEmpty();
  }

  @Test
  void partsAreFieldsAndFiles() throws Exception {
    String body =
        """
        --frontier
        Content-Disposition: form-data; name="field"

        value
        --frontier
        Content-Disposition: form-data; name="file"; filename="a.txt"
        Content-Type: text/plain

        content of the file
        --frontier--
        """
            .replace("\n", "\r\n");
    JsonNode said = json(lab.post("/post", "multipart/form-data; boundary=frontier", body));

    assertThat(said.path("form").path("field").asString()).isEqualTo("value");
    assertThat(said.path("files").path("file").asString()).isEqualTo("content of the file");
  }

  @Test
  void brokenPartsAreShownAsTheyCame() throws Exception {
    JsonNode said = json(lab.post("/post", "multipart/form-data; boundary=x", "no parts at all"));
    assertThat(said.path("data").asString()).isEqualTo("no parts at all");
  }

  @Test
  void bytesThatAreNoTextBecomeADataUrl() throws Exception {
    HttpResponse<String> answer =
        lab.send(
            request(lab.plain("/post"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[] {0, (byte) 0xff})));
    assertThat(json(answer).path("data").asString())
        .isEqualTo("data:application/octet-stream;base64,AP8=");
  }

  @Test
  void anyMethodAndPathAreSaidBack() throws Exception {
    JsonNode said =
        json(
            lab.send(
                request(lab.plain("/anything/a/b%2Fc"))
                    .method("PURGE", HttpRequest.BodyPublishers.ofString("x"))));
    assertThat(said.path("method").asString()).isEqualTo("PURGE");
    assertThat(said.path("url").asString()).endsWith("/anything/a/b%2Fc");
    assertThat(said.path("data").asString()).isEqualTo("x");
  }

  @Test
  void aBodyOnGetIsSaidBack() throws Exception {
    JsonNode said =
        json(
            lab.send(
                request(lab.plain("/anything"))
                    .method("GET", HttpRequest.BodyPublishers.ofString("body"))));
    assertThat(said.path("data").asString()).isEqualTo("body");
  }

  @Test
  void aLargeBodyIsCountedAndNotSaidBack() throws Exception {
    byte[] large = new byte[ReceivedBody.MOST + 1];
    JsonNode said =
        json(
            lab.send2(
                request(lab.secure("/put")).PUT(HttpRequest.BodyPublishers.ofByteArray(large))));

    assertThat(said.path("size").asLong()).isEqualTo(large.length);
    assertThat(said.path("sha256").asString())
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(large)));
    assertThat(said.path("data").asString()).contains(String.valueOf(large.length));
  }
}
