package org.wirebench.tool.http.har;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.wirebench.core.text.ProgramVersion;
import org.wirebench.tool.http.service.Exchange;
import org.wirebench.tool.http.service.HttpHarness;
import org.wirebench.tool.http.service.HttpResult;
import org.wirebench.tool.http.service.HttpRun;
import org.wirebench.tool.http.service.RawServer;
import org.wirebench.tool.http.service.TestHttpLab;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HarTest {
  private static final String SECRET = "s3cretV4lue";
  private static final JsonMapper JSON = new JsonMapper();

  @RegisterExtension private final TestHttpLab lab = new TestHttpLab();
  @RegisterExtension private final HttpHarness http = new HttpHarness();
  @TempDir private Path folder;

  private static String written(List<Exchange> exchanges, boolean secrets) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Har.write(exchanges, secrets, out);
    return out.toString(UTF_8);
  }

  private static JsonNode log(List<Exchange> exchanges, boolean secrets) throws IOException {
    return JSON.readTree(written(exchanges, secrets)).path("log");
  }

  private static JsonNode entry(HttpResult result) throws IOException {
    JsonNode entries = log(result.exchanges(), true).path("entries");
    return entries.get(entries.size() - 1);
  }

  private static String named(JsonNode pairs, String name) {
    for (JsonNode pair : pairs) {
      if (pair.path("name").asString().equalsIgnoreCase(name)) {
        return pair.path("value").asString();
      }
    }
    return "none";
  }

  @Test
  void everyHopIsAnEntryWithAllThatIsKnownOfIt() throws Exception {
    String url = lab.plain("/redirect/2");
    try (HttpResult result = http.run("{url: '" + url + "', headers: ['X-A: ä']}")) {
      JsonNode log = log(result.exchanges(), true);
      assertThat(log.path("version").asString()).isEqualTo("1.2");
      assertThat(log.path("creator").path("name").asString()).isEqualTo("Wirebench");
      assertThat(log.path("creator").path("version").asString()).isEqualTo(ProgramVersion.number());
      JsonNode entries = log.path("entries");
      assertThat(entries.size()).isEqualTo(3);
      JsonNode first = entries.get(0);
      assertThat(Instant.parse(first.path("startedDateTime").asString()))
          .isEqualTo(result.exchanges().getFirst().begun());
      JsonNode request = first.path("request");
      assertThat(request.path("method").asString()).isEqualTo("GET");
      assertThat(request.path("url").asString()).isEqualTo(url);
      assertThat(request.path("httpVersion").asString()).isEqualTo("HTTP/1.1");
      assertThat(named(request.path("headers"), "x-a")).isEqualTo("ä");
      assertThat(request.path("headersSize").asLong())
          .isEqualTo(result.exchanges().getFirst().sentHeadBytes());
      assertThat(request.path("bodySize").asLong()).isZero();
      assertThat(request.has("postData")).isFalse();
      JsonNode response = first.path("response");
      assertThat(response.path("status").asInt()).isEqualTo(302);
      assertThat(response.path("statusText").asString()).isEqualTo("Found");
      assertThat(response.path("redirectURL").asString())
          .isEqualTo(
              result.exchanges().getFirst().head().orElseThrow().first("Location").orElse(""));
      assertThat(entries.get(2).path("response").path("redirectURL").asString()).isEmpty();
      assertThat(entries.get(2).path("response").path("content").path("text").asString())
          .isEqualTo(new String(result.last().body().read(0, 1_000_000), UTF_8));
      assertThat(first.path("serverIPAddress").asString()).isEqualTo("127.0.0.1");
      assertThat(first.path("connection").asString())
          .isEqualTo(entries.get(1).path("connection").asString());
      assertThat(first.path("cache").isObject()).isTrue();
      assertTimings(first, entries.get(1));
    }
  }

  private static void assertTimings(JsonNode first, JsonNode second) {
    JsonNode timings = first.path("timings");
    double sum = 0;
    for (String name : List.of("dns", "connect", "send", "wait", "receive")) {
      assertThat(timings.path(name).asDouble()).as(name).isGreaterThanOrEqualTo(0);
      sum += timings.path(name).asDouble();
    }
    assertThat(timings.path("ssl").asDouble()).isEqualTo(-1);
    assertThat(first.path("time").asDouble()).isCloseTo(sum, within(1e-6));
    assertThat(second.path("timings").path("connect").asDouble()).isEqualTo(-1);
  }

  @Test
  void theHandshakeIsPartOfConnecting() throws Exception {
    try (HttpResult result =
        http.run("{url: '%s', %s}".formatted(lab.secure("/get"), lab.trust()))) {
      JsonNode timings = entry(result).path("timings");
      assertThat(timings.path("ssl").asDouble()).isPositive();
      assertThat(timings.path("connect").asDouble()).isGreaterThan(timings.path("ssl").asDouble());
      assertThat(named(entry(result).path("request").path("headers"), ":path")).isEqualTo("/get");
    }
  }

  @Test
  void aCompressedBodyIsWrittenAsItWasBefore() throws Exception {
    try (HttpResult result = http.run("{url: '%s'}".formatted(lab.plain("/gzip")))) {
      JsonNode response = entry(result).path("response");
      long size = result.last().body().size();
      assertThat(response.path("content").path("size").asLong()).isEqualTo(size);
      assertThat(response.path("content").path("compression").asLong())
          .isEqualTo(size - result.last().encodedBytes());
      assertThat(response.path("bodySize").asLong()).isEqualTo(result.last().encodedBytes());
      assertThat(response.path("content").path("text").asString()).startsWith("{");
      assertThat(response.path("content").path("mimeType").asString())
          .startsWith("application/json");
    }
  }

  @Test
  void whatIsNoTextIsBase64() throws Exception {
    try (HttpResult result = http.run("{url: '%s'}".formatted(lab.plain("/image/png")))) {
      JsonNode content = entry(result).path("response").path("content");
      assertThat(content.path("encoding").asString()).isEqualTo("base64");
      assertThat(Base64.getDecoder().decode(content.path("text").asString()))
          .isEqualTo(result.last().body().read(0, 1_000_000));
    }
  }

  @Test
  void aTextInAnotherCharsetIsText() throws Exception {
    byte[] body = "größe\u0001\"".getBytes(UTF_16LE);
    String head =
        "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-16le\r\nContent-Length: ";
    try (RawServer server =
            new RawServer(
                client -> {
                  String _ = client.request();
                  client.say(head + body.length + "\r\n\r\n");
                  client.say(body);
                });
        HttpResult result = http.run("{url: '" + server.url("/") + "'}")) {
      assertThat(entry(result).path("response").path("content").path("text").asString())
          .isEqualTo("größe\u0001\"");
    }
  }

  @Test
  void queriesFormsAndCookiesAreTakenApart() throws Exception {
    String set =
        """
        HTTP/1.1 200 OK
        Set-Cookie: s=1; Path=/p; HttpOnly; Max-Age=60
        Set-Cookie: t=2; Secure
        Content-Length: 0

        """;
    try (RawServer server = RawServer.answering(set);
        HttpResult result =
            http.run(
                """
                {method: POST, url: '%s', headers: ['Cookie: a=1; b=2'],
                 body: {form: [{name: x y, value: 'ä&='}, {name: z, value: ''}]}}
                """
                    .formatted(server.url("/?q=a%20b&r")))) {
      JsonNode sent = entry(result).path("request");
      assertThat(named(sent.path("queryString"), "q")).isEqualTo("a b");
      assertThat(named(sent.path("queryString"), "r")).isEmpty();
      assertThat(named(sent.path("cookies"), "b")).isEqualTo("2");
      assertThat(sent.path("postData").path("mimeType").asString())
          .isEqualTo("application/x-www-form-urlencoded");
      assertThat(named(sent.path("postData").path("params"), "x y")).isEqualTo("ä&=");
      assertThat(sent.path("bodySize").asLong()).isEqualTo(result.last().sentBodyBytes());
      JsonNode cookies = entry(result).path("response").path("cookies");
      assertThat(named(cookies, "s")).isEqualTo("1");
      assertThat(cookies.get(0).path("path").asString()).isEqualTo("/p");
      assertThat(cookies.get(0).path("httpOnly").asBoolean()).isTrue();
      assertThat(Instant.parse(cookies.get(0).path("expires").asString()))
          .isEqualTo(result.last().begun().plusSeconds(60));
      assertThat(cookies.get(0).has("secure")).isTrue();
    }
  }

  @Test
  void whatCameOfABrokenAnswerIsThereWithTheReason() throws Exception {
    try (HttpRun run = http.prepare("{url: '%s'}".formatted(lab.plain("/truncated")))) {
      String title = http.failure(run).title();
      JsonNode entry = log(run.exchanges(), true).path("entries").get(0);
      assertThat(entry.path("comment").asString()).startsWith(title);
      assertThat(entry.path("response").path("status").asInt()).isEqualTo(200);
      assertThat(entry.path("response").path("content").path("size").asLong())
          .isEqualTo(run.exchanges().getFirst().body().size())
          .isPositive();
      assertThat(entry.path("response").path("content").path("comment").asString())
          .isEqualTo("Only this much came.");
    }
  }

  @Test
  void aRequestThatNobodyAnsweredIsAnEntryToo() throws Exception {
    try (HttpRun run = http.prepare("{url: 'http://127.0.0.1:1/'}")) {
      String title = http.failure(run).title();
      JsonNode entry = log(run.exchanges(), true).path("entries").get(0);
      assertThat(entry.path("response").path("status").asInt()).isZero();
      assertThat(entry.path("response").path("_error").asString()).isEqualTo(title);
      assertThat(entry.path("response").path("bodySize").asInt()).isEqualTo(-1);
      assertThat(entry.has("serverIPAddress")).isFalse();
      assertThat(named(entry.path("request").path("headers"), "Accept")).isEqualTo("*/*");
    }
  }

  @Test
  void secretsAreStarsUnlessTheyAreAskedFor() throws Exception {
    String answer =
        """
        HTTP/1.1 302 Found
        Set-Cookie: c=s3cretV4lue; Path=/
        Location: /?access_token=s3cretV4lue
        Content-Length: 0

        """;
    String ok = "HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\ns3cretV4lue";
    try (RawServer server = RawServer.answering(answer, ok);
        HttpResult result =
            http.run(
                """
                {method: POST, url: '%s', keepMethod: true,
                 auth: {bearer: s3cretV4lue},
                 body: {form: [{name: user, value: me}, {name: password, value: s3cretV4lue}]}}
                """
                    .formatted(server.url("/?token=s3cretV4lue")))) {
      assertThat(written(result.exchanges(), true)).contains(SECRET);
      String hidden = written(result.exchanges(), false);
      assertThat(hidden).doesNotContain(SECRET);
      JsonNode first = JSON.readTree(hidden).path("log").path("entries").get(0);
      assertThat(named(first.path("request").path("headers"), "Authorization"))
          .isEqualTo("Bearer ***********");
      assertThat(named(first.path("request").path("postData").path("params"), "user"))
          .isEqualTo("me");
      assertThat(first.path("request").path("url").asString()).endsWith("/?token=***********");
    }
  }

  @Test
  void bodiesOfAnySizeAreWrittenWithALittleMemory() throws Exception {
    Path file = folder.resolve("large.bin");
    byte[] block = new byte[1 << 20];
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int i = 0; i < 12; i++) {
        Arrays.fill(block, (byte) (i == 11 ? 0xff : 'a' + i % 26));
        out.write(block);
      }
    }
    try (HttpResult result =
        http.run(
            "{method: POST, url: '%s', body: {file: '%s'}}".formatted(lab.plain("/post"), file))) {
      Path har = folder.resolve("x.har");
      try (OutputStream to = Files.newOutputStream(har)) {
        Har.write(result.exchanges(), true, to);
      }
      String text = Files.readString(har);
      int begin = text.indexOf("\"text\":\"") + 8;
      byte[] letters = text.substring(begin, text.indexOf('"', begin)).getBytes(UTF_8);
      assertThat(Base64.getDecoder().wrap(new ByteArrayInputStream(letters)).readAllBytes())
          .isEqualTo(Files.readAllBytes(file));
      assertThat(text).contains("\"_encoding\":\"base64\"");
      Files.delete(file);
      assertThat(written(result.exchanges(), true)).contains("It could not be read again");
    }
  }

  @Test
  void aFileThatIsFullIsSaid() throws Exception {
    try (HttpResult result = http.run("{url: '%s'}".formatted(lab.plain("/get")))) {
      OutputStream full =
          new OutputStream() {
            @Override
            public void write(int one) throws IOException {
              throw new IOException("full");
            }
          };
      assertThatThrownBy(() -> Har.write(result.exchanges(), true, full))
          .isInstanceOf(IOException.class)
          .hasMessage("full");
    }
  }
}
