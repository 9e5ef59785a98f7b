package org.wirebench.tool.http.service.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebench.testkit.TestJobs;
import org.wirebench.tool.http.request.Authorization;
import org.wirebench.tool.http.request.HeaderLine;
import org.wirebench.tool.http.request.HttpUrl;
import org.wirebench.tool.http.request.UrlException;

class DigestTest {
  private static final String NONCE = "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v";
  private static final String CNONCE = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";
  private static final String REST =
      "realm=\"http-auth@example.org\", qop=\"auth, auth-int\", nonce=\""
          + NONCE
          + "\", opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"";

  @RegisterExtension private final TestJobs jobs = new TestJobs();

  private static final String PAGE = "http://www.example.org/dir/index.html";

  private final DigestSessions sessions = new DigestSessions();

  private DigestAuthorizer mufasa(String password, String cnonce) throws UrlException {
    return mufasa(password, cnonce, PAGE);
  }

  private DigestAuthorizer mufasa(String password, String cnonce, String url) throws UrlException {
    Authorization.Digest login = new Authorization.Digest("Mufasa", password);
    return new DigestAuthorizer(login, () -> cnonce, sessions.place(HttpUrl.parse(url), login));
  }

  private DigestAuthorizer named(String user) throws UrlException {
    Authorization.Digest login = new Authorization.Digest(user, "pw");
    return new DigestAuthorizer(login, () -> "cn", sessions.place(HttpUrl.parse(PAGE), login));
  }

  private String shown(DigestAuthorizer by, String body) throws Exception {
    return shown(by, body, PAGE);
  }

  private String shown(DigestAuthorizer by, String body, String url) throws Exception {
    Asked asked =
        new Asked("GET", HttpUrl.parse(url), List.of(), to -> to.write(body.getBytes(UTF_8)));
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
  void aWrongPasswordIsNotTriedAgainButAnOldNonceIs() throws Exception {
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
  void whatCannotBeAnsweredIsNot(String challenge) throws Exception {
    assertThat(mufasa("pw", "cn").asksAgain(401, List.of(challenge))).isFalse();
  }

  @Test
  void quotesAndNamesBeyondAsciiAreWrittenAsTheyMust() throws Exception {
    DigestAuthorizer plain = named("a\"b\\");
    assertThat(plain.asksAgain(401, List.of("Digest realm=\"say \\\"hi\\\"\", nonce=n"))).isTrue();
    assertThat(shown(plain, "")).contains("username=\"a\\\"b\\\\\"", "realm=\"say \\\"hi\\\"\"");
    DigestAuthorizer wide = named("Jäsøn");
    assertThat(wide.asksAgain(401, List.of("Digest realm=r, nonce=n, charset=UTF-8"))).isTrue();
    assertThat(shown(wide, "")).contains("username*=UTF-8''J%C3%A4s%C3%B8n");
  }

  private static List<String> challenge(String nonce, String more) {
    return List.of("Digest realm=r, nonce=\"" + nonce + "\", qop=auth" + more);
  }

  /** A run that was challenged, and let in. */
  private void letIn(String more) throws Exception {
    DigestAuthorizer first = mufasa("p", CNONCE);
    assertThat(shown(first, "")).isEqualTo("nothing");
    assertThat(first.asksAgain(401, challenge("n1", more))).isTrue();
    assertThat(shown(first, "")).contains("nonce=\"n1\"", "nc=00000001");
    assertThat(first.asksAgain(200, List.of())).isFalse();
  }

  @Test
  void theNextRunAnswersBeforeItIsAsked() throws Exception {
    letIn("");
    DigestAuthorizer next = mufasa("p", "other");
    assertThat(shown(next, "")).contains("nonce=\"n1\"", "nc=00000002", CNONCE);
    assertThat(next.asksAgain(200, List.of())).isFalse();
    assertThat(shown(next, "")).contains("nc=00000003");
  }

  @Test
  void whatWasRefusedIsNotKept() throws Exception {
    DigestAuthorizer first = mufasa("p", CNONCE);
    assertThat(first.asksAgain(401, challenge("n1", ""))).isTrue();
    assertThat(shown(first, "")).contains("n1");
    assertThat(first.asksAgain(401, challenge("n2", ""))).isFalse();
    assertThat(shown(mufasa("p", CNONCE), "")).isEqualTo("nothing");
  }

  @ParameterizedTest
  @ValueSource(strings = {", stale=true", ", stale=false", ""})
  void aKeptNonceThatIsTooOldIsReplaced(String more) throws Exception {
    letIn("");
    DigestAuthorizer next = mufasa("p", "other");
    assertThat(shown(next, "")).contains("nonce=\"n1\"");
    assertThat(next.asksAgain(401, challenge("n2", more))).isTrue();
    assertThat(shown(next, "")).contains("nonce=\"n2\"", "nc=00000001", "other");
    assertThat(next.asksAgain(200, List.of())).isFalse();
    assertThat(shown(mufasa("p", "third"), "")).contains("nonce=\"n2\"", "nc=00000002");
  }

  @Test
  void aPasswordThatIsWrongByNowIsTriedOnceMore() throws Exception {
    letIn("");
    DigestAuthorizer next = mufasa("p", "other");
    assertThat(shown(next, "")).contains("nonce=\"n1\"");
    assertThat(next.asksAgain(401, challenge("n2", ""))).isTrue();
    assertThat(shown(next, "")).contains("nonce=\"n2\"");
    assertThat(next.asksAgain(401, challenge("n3", ""))).isFalse();
    assertThat(shown(mufasa("p", "third"), "")).isEqualTo("nothing");
  }

  @Test
  void anotherServerAndAnotherLoginAreAskedFirst() throws Exception {
    letIn("");
    String there = "http://www.example.org:81/dir/index.html";
    assertThat(shown(mufasa("p", CNONCE, there), "", there)).isEqualTo("nothing");
    assertThat(shown(mufasa("q", CNONCE), "")).isEqualTo("nothing");
    String upper = "http://WWW.example.org/other?a=b";
    assertThat(shown(mufasa("p", CNONCE, upper), "", upper)).contains("uri=\"/other?a=b\"");
  }

  @Test
  void whereAChallengeNamesItsAddressesOthersAreAskedFirst() throws Exception {
    letIn(", domain=\"/dir/ http://www.example.org/more\"");
    assertThat(shown(mufasa("p", CNONCE), "")).contains("nc=00000002");
    assertThat(shown(mufasa("p", CNONCE), "", "http://www.example.org/more/1")).contains("nc=");
    assertThat(shown(mufasa("p", CNONCE), "", "http://www.example.org/else")).isEqualTo("nothing");
  }

  @Test
  void noTwoAnswersOfRunsAtOnceHaveTheSameNumber() throws Exception {
    letIn("");
    Set<String> numbers = ConcurrentHashMap.newKeySet();
    List<DigestAuthorizer> runs = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      runs.add(mufasa("p", CNONCE));
    }
    runs.parallelStream().forEach(run -> collect(run, numbers));
    assertThat(numbers).hasSize(8 * 50);
  }

  private void collect(DigestAuthorizer run, Set<String> numbers) {
    try {
      for (int i = 0; i < 50; i++) {
        numbers.add(shown(run, "").replaceFirst(".*nc=([0-9a-f]{8}).*", "$1"));
      }
    } catch (Exception wrong) {
      throw new AssertionError(wrong);
    }
  }
}
