package org.wirebench.tool.http.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebench.tool.http.lab.TestLab.HTTP;
import static org.wirebench.tool.http.lab.TestLab.HTTPS;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebench.core.net.tls.Pem;
import org.wirebench.testkit.Peer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** curl and h2load as clients of the lab. */
@Tag("interop")
@Timeout(60)
class LabPeersTest {
  @TempDir private Path folder;
  @RegisterExtension private final TestLab lab = new TestLab();

  /** What curl says, and how it ends. */
  private record Said(String output, int end) {
    JsonNode json() {
      return new JsonMapper().readTree(output);
    }
  }

  private Said curl(String... arguments) throws Exception {
    Path authority = folder.resolve("authority.pem");
    Files.writeString(authority, Pem.of(lab.identity().chain().getLast()));
    List<String> command = new ArrayList<>(List.of("curl", "-sS", "--cacert"));
    command.add(authority.toString());
    command.addAll(List.of(arguments));
    try (Peer curl = Peer.start(folder, command.toArray(String[]::new))) {
      int end = curl.awaitEnd();
      return new Said(curl.output(), end);
    }
  }

  private String url(String id, String path) {
    return (id.equals(HTTPS) ? "https://" : "http://") + lab.start(id) + path;
  }

  @ParameterizedTest
  @CsvSource({
    "http.http,--http1.1,HTTP/1.1",
    "http.http,--http2-prior-knowledge,HTTP/2",
    "http.https,--http1.1,HTTP/1.1",
    "http.https,--http2,HTTP/2"
  })
  void curlSpeaksEachVersion(String id, String option, String version) throws Exception {
    Said said = curl(option, url(id, "/anything?a=1"), "-d", "b=2");
    assertThat(said.json().path("version").asString()).isEqualTo(version);
    assertThat(said.json().path("form").path("b").asString()).isEqualTo("2");
  }

  /** Jetty upgrades no request with a body. */
  @Test
  void curlUpgradesToHttp2() throws Exception {
    Said said = curl("--http2", url(HTTP, "/get"));
    assertThat(said.json().path("version").asString()).isEqualTo("HTTP/2");
  }

  @ParameterizedTest
  @CsvSource({"auth,MD5", "auth,SHA-256", "auth-int,MD5", "any,SHA-256"})
  void curlLogsInByDigest(String qop, String algorithm) throws Exception {
    Said said =
        curl(
            "--digest",
            "-u",
            "me:pa:ss",
            url(HTTP, "/digest-auth/" + qop + "/me/pa%3Ass/" + algorithm));
    assertThat(said.json().path("authenticated").asBoolean()).isTrue();
  }

  @Test
  void curlLogsInByBasic() throws Exception {
    assertThat(curl("-u", "me:pass", url(HTTPS, "/basic-auth/me/pass")).output())
        .contains("\"authenticated\" : true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate", "brotli"})
  void curlDecodesEachEncoding(String encoding) throws Exception {
    assertThat(curl("--compressed", url(HTTPS, "/" + encoding)).json().path("method").asString())
        .isEqualTo("GET");
  }

  @Test
  void curlSendsFilesAndKeepsCookies() throws Exception {
    Path file = Files.writeString(folder.resolve("a.txt"), "content");
    Said said = curl("-F", "f=@" + file, "-F", "n=v", url(HTTP, "/post"));
    assertThat(said.json().path("files").path("f").asString()).isEqualTo("content");
    assertThat(said.json().path("form").path("n").asString()).isEqualTo("v");

    String jar = folder.resolve("jar").toString();
    Said cookies = curl("-L", "-c", jar, "-b", jar, url(HTTP, "/cookies/set?a=1"));
    assertThat(cookies.json().path("cookies").path("a").asString()).isEqualTo("1");
  }

  @Test
  void curlFollowsRedirectsAndWaitsForContinue() throws Exception {
    assertThat(curl("-L", url(HTTPS, "/redirect/4")).json().path("url").asString())
        .endsWith("/get");
    Path large = folder.resolve("large");
    Files.write(large, new byte[3_000_000]);
    Said said = curl("--http1.1", "-T", large.toString(), url(HTTP, "/put"));
    assertThat(said.json().path("size").asLong()).isEqualTo(3_000_000);
  }

  /** As curl's manual numbers its failures. */
  @ParameterizedTest
  @CsvSource({
    "/reset,56",
    "/close,52",
    "/truncated,18",
    "/bad-chunk,56",
    "/endless-headers,56",
    "/http09,1"
  })
  void curlSeesEachFault(String path, int end) throws Exception {
    assertThat(curl("--http1.1", url(HTTP, path)).end()).isEqualTo(end);
  }

  @Test
  void curlSeesAResetStream() throws Exception {
    assertThat(curl("--http2", url(HTTPS, "/truncated")).end()).isEqualTo(92);
  }

  @ParameterizedTest
  @CsvSource({"http.http,h2c", "http.https,h2", "http.http,http/1.1"})
  void h2loadIsServedToTheLast(String id, String protocol) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("h2load", "-n", "20000", "-c", "20", "-m", "10"));
    if (protocol.equals("http/1.1")) {
      command.add("--h1");
    }
    command.add(url(id, "/bytes/100?seed=1"));
    try (Peer h2load = Peer.start(folder, command.toArray(String[]::new))) {
      assertThat(h2load.awaitEnd()).isZero();
      assertThat(h2load.output())
          .contains("20000 succeeded, 0 failed, 0 errored, 0 timeout")
          .contains("20000 2xx");
    }
    assertThat(lab.jobs().faults()).isEmpty();
  }
}
