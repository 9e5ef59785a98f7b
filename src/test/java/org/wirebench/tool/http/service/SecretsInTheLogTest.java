package org.wirebench.tool.http.service;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.compression.HuffmanEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebench.core.wire.Direction;
import org.wirebench.core.wire.WireLog;

/** What the wire log holds of exchanges that have secrets. */
class SecretsInTheLogTest {
  private static final String SECRET = "s3cretV4lue";
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

  @RegisterExtension private final TestHttpLab lab = new TestHttpLab();
  @RegisterExtension private final HttpHarness http = new HttpHarness();

  private String recorded(Direction direction) throws IOException {
    return new String(bytes(direction), ISO_8859_1);
  }

  private byte[] bytes(Direction direction) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    WireLog log = http.network().log();
    log.forEach(
        log.first(),
        log.end(),
        event -> {
          if (event.direction() == direction) {
            all.writeBytes(event.payload());
          }
        });
    return all.toByteArray();
  }

  /** As it stands in clear text, and as it stands compressed. */
  private void assertNowhere(String secret) throws IOException {
    for (Direction direction : Direction.values()) {
      assertThat(recorded(direction)).doesNotContain(secret);
      assertThat(bits(recorded(direction))).doesNotContain(huffman(secret));
    }
  }

  /** The bits of a text in Huffman code, which can begin anywhere in a byte. */
  private static String huffman(String text) {
    ByteBuffer buffer = ByteBuffer.allocate(100);
    HuffmanEncoder.encode(buffer, text);
    // Without the last bits, which the neighbour has a part in.
    return bits(new String(buffer.array(), 0, buffer.position() - 1, ISO_8859_1));
  }

  private static String bits(String latin1) {
    return latin1
        .chars()
        .mapToObj(one -> Integer.toBinaryString(one | 0x100).substring(1))
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bearer: s3cretV4lue | Authorization: Bearer ***********",
        "apiKey: {name: X-Own, value: s3cretV4lue} | X-Own: ***********",
        "apiKey: {name: own key, value: s3cretV4lue, in: query}"
            + " | GET /?a=b&own%20key=*********** HTTP/1.1",
        "aws: {accessKey: a, secretKey: k, sessionToken: s3cretV4lue}"
            + " | X-Amz-Security-Token: ***********",
      })
  void whatShowsWhoAsksIsHiddenLetterByLetter(String how, String line) throws Exception {
    try (RawServer server = RawServer.answering(OK);
        HttpResult result = http.run("{url: '" + server.url("/?a=b") + "', auth: {" + how + "}}")) {
      assertThat(server.requests().getFirst()).contains(SECRET);
      assertNowhere(SECRET);
      assertThat(recorded(Direction.OUT)).contains(line + "\r\n");
      assertThat(recorded(Direction.OUT))
          .hasSameSizeAs(server.requests().getFirst())
          .hasSize((int) result.last().sentHeadBytes());
      assertThat(recorded(Direction.IN)).isEqualTo(OK);
    }
  }

  @Test
  void thePasswordOfBasicIsHidden() throws Exception {
    String login = Base64.getEncoder().encodeToString("user:s3cretV4lue".getBytes(ISO_8859_1));
    try (HttpResult result =
        http.run(
            "{url: '%s', auth: {basic: {user: user, password: s3cretV4lue}}}"
                .formatted(lab.plain("/basic-auth/user/other")))) {
      assertThat(result.head().status()).isEqualTo(401);
      assertNowhere(login);
      assertThat(recorded(Direction.OUT)).contains("Authorization: Basic ****");
    }
  }

  @Test
  void valuesOfCookiesAreHiddenAndTheirNamesAndAttributesAreNot() throws Exception {
    try (HttpResult _ =
            http.run("{url: '%s'}".formatted(lab.plain("/cookies/set?own=s3cretV4lue")));
        HttpResult last = http.run("{url: '%s'}".formatted(lab.plain("/get?token=s3cretV4lue")))) {
      assertThat(HttpHarness.body(last.last())).contains(SECRET);
      assertThat(recorded(Direction.OUT))
          .contains("Cookie: own=***********\r\n", "GET /get?token=*********** HTTP/1.1\r\n");
      assertThat(recorded(Direction.IN)).contains("Set-Cookie: own=***********; Path=/\r\n");
    }
  }

  @Test
  void aHeadThatComesInPiecesIsHiddenTooAndSoIsTheOneAfterAnInterimOne() throws Exception {
    String head =
        "HTTP/1.1 103 Early\r\n"
            + "Set-Cookie: a=s3cretV4lue\r\n\r\n"
            + "HTTP/1.1 302 Found\r\n"
            + "Set-Cookie: own=s3cretV4lue; Path=/\r\n"
            + "Location:"
            + " http://u:s3cretV4lue@x/?b=1&access_token=s3cretV4lue#id_token=s3cretV4lue\r\n"
            + "X-Folded: a\r\n"
            + " s3cretV4lue\r\n"
            + "Content-Length: 11\r\n\r\n";
    try (RawServer server =
            new RawServer(
                client -> {
                  String _ = client.request();
                  for (byte one : (head + "clear: text").getBytes(ISO_8859_1)) {
                    client.say(new byte[] {one});
                  }
                });
        HttpResult result = http.run("{url: '" + server.url("/") + "', redirects: false}")) {
      assertThat(result.head().all("Set-Cookie").getFirst()).contains(SECRET);
      assertNowhere(SECRET);
      assertThat(recorded(Direction.IN))
          .hasSize(head.length() + 11)
          .startsWith("HTTP/1.1 103 Early\r\nSet-Cookie: ")
          .contains("HTTP/1.1 302 Found\r\n", "Content-Length: 11\r\n")
          .endsWith("clear: text");
    }
  }

  @Test
  void http2HidesThemToo() throws Exception {
    for (int i = 0; i < 3; i++) {
      try (HttpResult result =
          http.run(
              """
              {url: '%s', version: h2c, headers: ['X-Seen: whatCanBeSeen'],
               auth: {apiKey: {name: X-Own, value: s3cretV4lue}}}
              """
                  .formatted(lab.plain("/uuid?a=" + i + "&sig=" + SECRET)))) {
        assertThat(result.head().status()).isEqualTo(200);
        assertThat(result.last().carried().orElseThrow().reused()).isEqualTo(i > 0);
      }
    }
    assertNowhere(SECRET);
    assertThat(bits(recorded(Direction.OUT))).contains(huffman("whatCanBeSeen"));
  }

  @Test
  void aCookieThatIsSetOverHttp2IsHidden() throws Exception {
    String set = lab.plain("/cookies/set-detail?name=own&value=1&path=/&sig=1");
    String again = lab.plain("/cookies/set?own=" + SECRET);
    try (HttpResult _ = http.run("{url: '%s', version: h2c}".formatted(set));
        HttpResult result = http.run("{url: '%s', version: h2c}".formatted(again))) {
      assertThat(HttpHarness.body(result.last())).contains(SECRET);
      assertThat(recorded(Direction.IN).replaceFirst("\\{[^}]*\\{[^}]*" + SECRET, ""))
          .doesNotContain(SECRET);
      assertThat(bits(recorded(Direction.IN))).doesNotContain(huffman(SECRET));
      // The address of the second request had it, and nobody said that it was secret.
      assertThat(bits(recorded(Direction.OUT)).split(huffman(SECRET), -1)).hasSize(2);
    }
  }

  @Test
  void theBodiesThatBringATokenAreHidden() throws Exception {
    String tokens =
        "{\"access_token\":\"s3cretV4lue\",\"refresh_token\":\"s3cretV4lue\",\"expires_in\":1}";
    String answer =
        "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s".formatted(tokens.length(), tokens);
    String error = "{\"error\":\"invalid_grant\"}";
    String refusal =
        "HTTP/1.1 400 No\r\nContent-Length: %d\r\n\r\n%s".formatted(error.length(), error);
    try (RawServer server = RawServer.answering(answer, refusal, answer);
        RawServer api = RawServer.answering(OK, OK)) {
      for (int i = 0; i < 2; i++) {
        try (HttpResult result =
            http.run(
                """
                {url: '%s', auth: {oauth2: {tokenUrl: '%s', clientId: me,
                 clientSecret: s3cretV4lue, credentials: body}}}
                """
                    .formatted(api.url("/"), server.url("/t")))) {
          assertThat(result.head().status()).isEqualTo(200);
        }
      }
      assertThat(server.requests()).hasSize(3);
      assertNowhere(SECRET);
      assertThat(recorded(Direction.OUT)).contains("POST /t HTTP/1.1\r\n", "Bearer ****");
      assertThat(recorded(Direction.IN)).contains("Content-Length: 75\r\n\r\n***", error);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "form: [{name: user, value: u}, {name: password, value: s3cretV4lue}]",
        "multipart: [{name: password, value: s3cretV4lue}]",
        "json: '{\"client_secret\" : \"s3cretV4lue\"}'",
      })
  void aBodyThatHoldsASecretIsHiddenWithItsAnswer(String body) throws Exception {
    for (String version : List.of("'1.1'", "h2c")) {
      try (HttpResult result =
          http.run(
              "{method: POST, url: '%s', version: %s, body: {%s}}"
                  .formatted(lab.plain("/anything"), version, body))) {
        assertThat(HttpHarness.body(result.last())).contains(SECRET);
      }
    }
    assertNowhere(SECRET);
  }

  @Test
  void anyOtherBodyIsRecordedAsItIs() throws Exception {
    try (HttpResult _ =
        http.run(
            "{method: POST, url: '%s', body: {form: [{name: a, value: plainText}]}}"
                .formatted(lab.plain("/anything")))) {
      assertThat(recorded(Direction.OUT)).endsWith("\r\n\r\na=plainText");
      assertThat(recorded(Direction.IN)).contains("plainText");
    }
  }
}
