package org.wirebench.tool.http.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebench.testkit.Nginx;
import org.wirebench.testkit.Peer;
import org.wirebench.tool.http.service.HttpHarness;
import org.wirebench.tool.http.service.HttpResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** httpbin as the server. */
@Tag("interop")
@Timeout(120)
class HttpbinTest {
  @RegisterExtension private final HttpHarness http = new HttpHarness();
  @TempDir private Path folder;
  private Peer server;
  private String base;

  @BeforeEach
  void start() throws Exception {
    int port = Nginx.freePorts(1).getFirst();
    base = "http://127.0.0.1:" + port;
    server =
        Peer.start(
            folder,
            "/usr/bin/python3",
            "/usr/bin/gunicorn",
            "--threads",
            "4",
            "--bind",
            "127.0.0.1:" + port,
            "httpbin:app");
    Awaitility.await(server.toString())
        .atMost(Duration.ofSeconds(30))
        .failFast(() -> !server.isAlive())
        .until(() -> Nginx.listens(port));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static JsonNode json(HttpResult result) throws Exception {
    return new JsonMapper().readTree(HttpHarness.body(result.last()));
  }

  private HttpResult run(String path, String more) throws Exception {
    return http.run("{url: '" + base + path + "'" + more + "}");
  }

  @Test
  void itSeesWhatWasTyped() throws Exception {
    try (HttpResult result =
        run(
            "/anything?a=1&a=2",
            ", method: PATCH, headers: ['X-One: 1'], body: {json: '{\"k\": [true]}'}")) {
      assertThat(json(result).path("method").asString()).isEqualTo("PATCH");
      assertThat(json(result).path("args").path("a").toString()).isEqualTo("[\"1\",\"2\"]");
      assertThat(json(result).path("headers").path("X-One").asString()).isEqualTo("1");
      assertThat(json(result).path("json").path("k").get(0).asBoolean()).isTrue();
    }
  }

  @Test
  void itReadsOurForms() throws Exception {
    Path file = Files.writeString(folder.resolve("up.txt"), "from a file");
    try (HttpResult form =
            run("/post", ", method: POST, body: {form: [{name: 'a b', value: 'ä&='}]}");
        HttpResult parts =
            run(
                "/post",
                ", method: POST, body: {multipart: [{name: t, value: v}, {name: f, file: '"
                    + file
                    + "'}]}")) {
      assertThat(json(form).path("form").path("a b").asString()).isEqualTo("ä&=");
      assertThat(json(parts).path("form").path("t").asString()).isEqualTo("v");
      assertThat(json(parts).path("files").path("f").asString()).isEqualTo("from a file");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/basic-auth/u/p | basic: {user: u, password: p}",
        "/bearer | bearer: t",
        "/digest-auth/auth/u/p | digest: {user: u, password: p}",
        "/digest-auth/auth/u/p/SHA-256 | digest: {user: u, password: p}",
        "/digest-auth/auth-int/u/p/MD5 | digest: {user: u, password: p}",
      })
  void itLetsUsIn(String path, String how) throws Exception {
    try (HttpResult result = run(path, ", auth: {" + how + "}")) {
      assertThat(result.head().status()).isEqualTo(200);
      assertThat(json(result).path("authenticated").asBoolean()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({"/gzip, gzipped", "/deflate, deflated"})
  void itsCodingsAreTakenOff(String path, String field) throws Exception {
    try (HttpResult result = run(path, "")) {
      assertThat(result.last().isDecoded()).isTrue();
      assertThat(json(result).path(field).asBoolean()).isTrue();
    }
  }

  @Test
  void itsRedirectsAreFollowedWithItsCookies() throws Exception {
    try (HttpResult set = run("/cookies/set?a=1", "");
        HttpResult far = run("/redirect/5", "")) {
      assertThat(json(set).path("cookies").path("a").asString()).isEqualTo("1");
      assertThat(far.exchanges()).hasSize(6);
      assertThat(far.head().status()).isEqualTo(200);
    }
  }

  @Test
  void itsStreamsComeWhole() throws Exception {
    try (HttpResult chunks = run("/stream/20", "");
        HttpResult bytes = run("/stream-bytes/100000?seed=1", "");
        HttpResult drip = run("/drip?numbytes=5&duration=1&delay=0", "")) {
      assertThat(HttpHarness.body(chunks.last()).lines()).hasSize(20);
      assertThat(bytes.last().body().size()).isEqualTo(100_000);
      assertThat(drip.last().body().size()).isEqualTo(5);
    }
  }
}
