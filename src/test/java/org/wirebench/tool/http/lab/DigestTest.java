package org.wirebench.tool.http.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebench.tool.http.lab.TestLab.request;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class DigestTest {
  private static final Pattern NONCE = Pattern.compile("nonce=\"([^\"]+)\"");

  @RegisterExtension private final TestLab lab = new TestLab();

  private static String hash(String algorithm, String text) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(UTF_8)));
  }

  private String challenge(String path) throws Exception {
    HttpResponse<String> answer = lab.get(path);
    assertThat(answer.statusCode()).isEqualTo(401);
    return answer.headers().firstValue("WWW-Authenticate").orElseThrow();
  }

  private static String nonce(String challenge) {
    Matcher nonce = NONCE.matcher(challenge);
    assertThat(nonce.find()).isTrue();
    return nonce.group(1);
  }

  /** As a client computes it, RFC 7616 section 3.4. */
  private int login(String path, String algorithm, String qop, String password, String nonce)
      throws Exception {
    String name = algorithm.replace("SHA-512-256", "SHA-512/256").replace("-sess", "");
    String first = hash(name, "me:wirebench:" + password);
    if (algorithm.endsWith("-sess")) {
      first = hash(name, first + ":" + nonce + ":c1");
    }
    String second = "POST:" + path + (qop.equals("auth-int") ? ":" + hash(name, "body") : "");
    String response =
        hash(name, first + ":" + nonce + ":00000001:c1:" + qop + ":" + hash(name, second));
    HttpRequest.Builder request =
        request(lab.plain(path))
            .header(
                "Authorization",
                ("Digest username=\"me\", realm=\"wirebench\", nonce=\"%s\", uri=\"%s\","
                        + " algorithm=%s, qop=%s, nc=00000001, cnonce=\"c1\", response=\"%s\"")
                    .formatted(nonce, path, algorithm, qop, response))
            .POST(HttpRequest.BodyPublishers.ofString("body"));
    return lab.send(request).statusCode();
  }

  @ParameterizedTest
  @CsvSource({
    "MD5,auth",
    "MD5,auth-int",
    "SHA-256,auth",
    "SHA-256,auth-int",
    "SHA-512-256,auth",
    "MD5-sess,auth",
    "SHA-256-sess,auth-int"
  })
  void theRightOneIsLetIn(String algorithm, String qop) throws Exception {
    String path = "/digest-auth/" + qop + "/me/pass/" + algorithm;
    String challenge = challenge(path);

    assertThat(challenge).contains("algorithm=" + algorithm + ",", "qop=\"" + qop + "\"");
    assertThat(login(path, algorithm, qop, "pass", nonce(challenge))).isEqualTo(200);
    assertThat(login(path, algorithm, qop, "wrong", nonce(challenge))).isEqualTo(401);
  }

  @Test
  void withoutAnAlgorithmItIsMd5AndBothQopsAreOffered() throws Exception {
    assertThat(challenge("/digest-auth/any/me/pass"))
        .contains("algorithm=MD5", "qop=\"auth, auth-int\"");
  }

  @Test
  void anotherQopThanTheOneAskedForIsRefused() throws Exception {
    String path = "/digest-auth/auth-int/me/pass";
    assertThat(login(path, "MD5", "auth", "pass", nonce(challenge(path)))).isEqualTo(401);
  }

  @Test
  void aNonceOfSomebodyElseIsRefused() throws Exception {
    assertThat(login("/digest-auth/auth/me/pass", "MD5", "auth", "pass", "1-abc")).isEqualTo(401);
  }

  @Test
  void anUnknownAlgorithmIsRefused() throws Exception {
    assertThat(lab.get("/digest-auth/auth/me/pass/ROT13").statusCode()).isEqualTo(400);
  }
}
