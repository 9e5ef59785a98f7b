package org.wirebench.tool.http.service.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebench.testkit.TestJobs;
import org.wirebench.tool.http.request.Authorization;
import org.wirebench.tool.http.request.HeaderLine;
import org.wirebench.tool.http.request.HttpUrl;

/** The published vectors of Amazon: its test suite and the examples of its documentation. */
class AwsSignatureTest {
  private static final String TIME = "20150830T123600Z";
  private static final Authorization.Aws SUITE =
      new Authorization.Aws(
          "AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "", "us-east-1", "service");
  private static final Authorization.Aws STORAGE =
      new Authorization.Aws(
          "AKIAIOSFODNN7EXAMPLE",
          "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
          "",
          "us-east-1",
          "s3");

  private static final Errands NO_ERRANDS =
      (_, _) -> {
        throw new AssertionError("no errands");
      };

  @RegisterExtension private final TestJobs jobs = new TestJobs();

  private Shown show(
      Authorization.Aws keys, String method, String url, String body, String... headers)
      throws Exception {
    List<HeaderLine> lines = new ArrayList<>();
    for (String header : headers) {
      lines.add(HeaderLine.parse(header));
    }
    Asked asked =
        new Asked(method, HttpUrl.parse(url), lines, to -> to.write(body.getBytes(UTF_8)));
    return jobs.run(context -> new AwsSignature(keys).show(asked, NO_ERRANDS, context));
  }

  private static String value(Shown shown, String name) {
    return shown.headers().stream()
        .filter(line -> line.is(name))
        .map(HeaderLine::value)
        .findFirst()
        .orElse("none");
  }

  @Test
  void getVanilla() throws Exception {
    Shown shown = show(SUITE, "GET", "https://example.amazonaws.com/", "", "X-Amz-Date:" + TIME);
    assertThat(value(shown, "Authorization"))
        .isEqualTo(
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request,"
                + " SignedHeaders=host;x-amz-date,"
                + " Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31");
    assertThat(shown.toString()).isEqualTo("[Authorization]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET | /?Param2=value2&Param1=value1 | ''"
            + " | b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500",
        "GET | /?Param1=value1 | ''"
            + " | a67d582fa61cc504c4bae71f336f98b97f1ea3c7a6bfe1b6e45aec72011b9aeb",
        "POST | / | '' | 5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b",
        "GET | /example/.. | ''"
            + " | 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
        "GET | //example// | ''"
            + " | 9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84",
        "POST | / | Param1=value1"
            + " | ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a",
      })
  void theSuite(String method, String target, String body, String signature) throws Exception {
    String[] headers =
        body.isEmpty()
            ? new String[] {"X-Amz-Date:" + TIME}
            : new String[] {"Content-Type:application/x-www-form-urlencoded", "X-Amz-Date:" + TIME};
    String url = "https://example.amazonaws.com" + target;
    assertThat(value(show(SUITE, method, url, body, headers), "Authorization"))
        .endsWith("Signature=" + signature);
  }

  @Test
  void headersOfOneNameAreJoinedAndTrimmed() throws Exception {
    String url = "https://example.amazonaws.com/";
    assertThat(
            value(
                show(
                    SUITE,
                    "GET",
                    url,
                    "",
                    "My-Header1:value2",
                    "My-Header1:value2",
                    "My-Header1:value1",
                    "X-Amz-Date:" + TIME),
                "Authorization"))
        .endsWith("c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea");
    assertThat(
            value(
                show(
                    SUITE,
                    "GET",
                    url,
                    "",
                    "My-Header1: value1",
                    "My-Header2: \"a   b   c\"",
                    "X-Amz-Date:" + TIME),
                "Authorization"))
        .endsWith("acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736");
  }

  @Test
  void theExampleOfTheUserGuide() throws Exception {
    Authorization.Aws iam =
        new Authorization.Aws(
            SUITE.accessKey(), "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "", "us-east-1", "iam");
    assertThat(
            value(
                show(
                    iam,
                    "GET",
                    "https://iam.amazonaws.com/?Action=ListUsers&Version=2010-05-08",
                    "",
                    "Content-Type: application/x-www-form-urlencoded; charset=utf-8",
                    "X-Amz-Date: " + TIME),
                "Authorization"))
        .contains("SignedHeaders=content-type;host;x-amz-date")
        .endsWith("5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7");
  }

  @Test
  void storageSignsTheHashOfTheBodyAndThePathOnce() throws Exception {
    String host = "https://examplebucket.s3.amazonaws.com";
    Shown get =
        show(
            STORAGE,
            "GET",
            host + "/test.txt",
            "",
            "Range: bytes=0-9",
            "X-Amz-Date: 20130524T000000Z");
    assertThat(value(get, "Authorization"))
        .endsWith("f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
    assertThat(value(get, "x-amz-content-sha256"))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    Shown put =
        show(
            STORAGE,
            "PUT",
            host + "/test$file.text",
            "Welcome to Amazon S3.",
            "Date: Fri, 24 May 2013 00:00:00 GMT",
            "x-amz-storage-class: REDUCED_REDUNDANCY",
            "X-Amz-Date: 20130524T000000Z");
    assertThat(value(put, "Authorization"))
        .endsWith("98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd");
  }

  @Test
  void whatWasTypedOfTheHashIsUsedAndTheBodyNotRead() throws Exception {
    Asked asked =
        new Asked(
            "PUT",
            HttpUrl.parse("https://b.s3.amazonaws.com/k"),
            List.of(new HeaderLine("X-Amz-Content-Sha256", "UNSIGNED-PAYLOAD")),
            _ -> {
              throw new AssertionError("not to be read");
            });
    Authorization.Aws lent = new Authorization.Aws("a", "s", "token", "r", "s3");
    Shown shown = jobs.run(context -> new AwsSignature(lent).show(asked, NO_ERRANDS, context));
    assertThat(value(shown, "Authorization"))
        .contains("SignedHeaders=host;x-amz-content-sha256;x-amz-date;x-amz-security-token");
    assertThat(value(shown, "X-Amz-Security-Token")).isEqualTo("token");
    assertThat(value(shown, "X-Amz-Date")).matches("\\d{8}T\\d{6}Z");
    assertThat(value(shown, "X-Amz-Content-Sha256")).isEqualTo("none");
  }
}
