package org.wirebench.tool.http.service.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebench.testkit.TestJobs;
import org.wirebench.tool.http.request.Authorization;
import org.wirebench.tool.http.request.HeaderLine;
import org.wirebench.tool.http.request.HttpUrl;

class DigestTest {
  private static final String NONCE = "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v";
  private static final String CNONCE = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";
  private static final String REST =
      "realm=\"http-auth@example.org\", qop=\"auth, auth-int\", nonce=\""
          + NONCE
          + "\", opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"";

  @RegisterExtension private final TestJobs jobs = new TestJobs();

  private static DigestAuthorizer mufasa(String password, String cnonce) {
    return new DigestAuthorizer(new Authorization.Digest("Mufasa", password), () -> cnonce);
  }

  private String shown(DigestAuthorizer by, String body) throws Exception {
    Asked asked =
        new Asked(
            "GET",
            HttpUrl.parse("http://www.example.org/dir/index.html"),
            List.of(),
            to -> to.write(body.getBytes(UTF_8)));
    Errands none =
        (_, _) -> {
          throw new AssertionError("no errands");
        };
    List<HeaderLine> headers = jobs.run(context -> by.show(asked, none, context)).headers();
    return headers.isEmpty() ? "nothing" : headers.getFirst().toString();
  }

  @ParameterizedTest
  @CsvSource({
    "MD5, 8ca523f5e9506fed4657c9700eebdbec",
    "SHA-256, 753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1",
  })
  void theExampleOfRfc7616(String algorithm, String response) throws Exception {
    DigestAuthorizer by = mufasa("Circle of Life", CNONCE);
    assertThat(shown(by, "")).isEqualTo("nothing");
    assertThat(by.asksAgain(401, List.of("Digest " + REST + ", algorithm=" + algorithm))).isTrue();
    assertThat(shown(by, ""))
        .startsWith("Authorization: Digest username=\"Mufasa\", realm=\"http-auth@example.org\"")
        .contains(
            "uri=\"/dir/index.html\"",
            ", algorithm=" + algorithm,
            ", qop=auth, nc=00000001, cnonce=\"" + CNONCE + "\"",
            "response=\"" + response + "\"",
            "opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"");
    assertThat(shown(by, "")).contains("nc=00000002");
  }

  @Test
  void theExampleOfRfc2617AndTheOldForm() throws Exception {
    String challenge =
        "Digest realm=\"testrealm@host.com\", nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\"";
    DigestAuthorizer with = mufasa("Circle Of Life", "0a4f113b");
    assertThat(with.asksAgain(401, List.of(challenge + ", qop=auth"))).isTrue();
    assertThat(shown(with, "")).contains("response=\"6629fae49393a05397450978507c4ef1\"");
    DigestAuthorizer without = mufasa("Circle Of Life", "0a4f113b");
    assertThat(without.asksAgain(401, List.of(challenge))).isTrue();
    assertThat(shown(without, ""))
        .contains("response=\"670fd8c2df070c60b045671b8b24ff02\"")
        .doesNotContain("qop", "cnonce", "nc=", "algorithm");
  }

  @Test
  void theStrongestOfSeveralIsAnswered() throws Exception {
    DigestAuthorizer by = mufasa("Circle of Life", CNONCE);
    assertThat(
            by.asksAgain(
                401,
                List.of(
                    "Basic realm=\"a, b=c\", Digest " + REST + ", algorithm=MD5",
                    "Negotiate abc==, Digest " + REST + ", algorithm=SHA-256")))
        .isTrue();
    assertThat(shown(by, "")).contains("algorithm=SHA-256", "753927fa0e85d155564e2e272a28d180");
  }

  /** Step by step as RFC 7616 section 3.4 says. */
  @Test
  void sessionsAndBodiesAreProtectedWhereTheServerWantsIt() throws Exception {
    Hashes md5 = new Hashes("MD5");
    DigestAuthorizer by = mufasa("pw", "cn");
    assertThat(
            by.asksAgain(
                401, List.of("Digest realm=r, nonce=n, algorithm=MD5-sess, qop=\"auth-int\"")))
        .isTrue();
    String secret = md5.of(md5.of("Mufasa:r:pw") + ":n:cn");
    String what = md5.of("GET:/dir/index.html:" + md5.of("the body"));
    assertThat(shown(by, "the body"))
        .contains(
            "qop=auth-int",
            md5.of(secret + ":n:00000001:cn:auth-int:" + what),
            "algorithm=MD5-sess");
  }

  @Test
  void aWrongPasswordIsNotTriedAgainButAnOldNonceIs() {
    DigestAuthorizer by = mufasa("pw", "cn");
    String fresh = "Digest realm=r, nonce=n, stale=true";
    assertThat(by.asksAgain(200, List.of(fresh))).isFalse();
    assertThat(by.asksAgain(401, List.of("Digest realm=r, nonce=n"))).isTrue();
    assertThat(by.asksAgain(401, List.of("Digest realm=r, nonce=m"))).isFalse();
    assertThat(by.asksAgain(401, List.of(fresh))).isTrue();
    assertThat(by.asksAgain(401, List.of(fresh))).isTrue();
    assertThat(by.asksAgain(401, List.of(fresh))).isTrue();
    assertThat(by.asksAgain(401, List.of(fresh))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Basic realm=r",
        "Digest realm=r",
        "Digest nonce=n",
        "Digest realm=r, nonce=n, algorithm=CRC32",
        "Digest realm=r, nonce=n, qop=\"magic\"",
        "Digest realm=\"open",
        "=,,\"",
      })
  void whatCannotBeAnsweredIsNot(String challenge) {
    assertThat(mufasa("pw", "cn").asksAgain(401, List.of(challenge))).isFalse();
  }

  @Test
  void quotesAndNamesBeyondAsciiAreWrittenAsTheyMust() throws Exception {
    DigestAuthorizer plain =
        new DigestAuthorizer(new Authorization.Digest("a\"b\\", "pw"), () -> "cn");
    assertThat(plain.asksAgain(401, List.of("Digest realm=\"say \\\"hi\\\"\", nonce=n"))).isTrue();
    assertThat(shown(plain, "")).contains("username=\"a\\\"b\\\\\"", "realm=\"say \\\"hi\\\"\"");
    DigestAuthorizer wide =
        new DigestAuthorizer(new Authorization.Digest("Jäsøn", "pw"), () -> "cn");
    assertThat(wide.asksAgain(401, List.of("Digest realm=r, nonce=n, charset=UTF-8"))).isTrue();
    assertThat(shown(wide, "")).contains("username*=UTF-8''J%C3%A4s%C3%B8n");
  }
}
