package org.wirebench.tool.http.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirebench.core.code.CodeWriter;
import org.wirebench.core.code.Target;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.net.NetDefaults;
import org.wirebench.core.net.tls.Authority;
import org.wirebench.core.net.tls.Identity;
import org.wirebench.testkit.Peer;
import org.wirebench.testkit.TestNetwork;
import org.wirebench.tool.http.code.HttpRequests;
import org.wirebench.tool.http.code.HttpWriters;
import org.wirebench.tool.http.request.HeaderLine;
import org.wirebench.tool.http.request.HttpRequest;
import org.wirebench.tool.http.service.HttpEnvironment;
import org.wirebench.tool.http.service.HttpService;

/** What generated programs ask is what the tool itself asks. */
@Tag("interop")
@Timeout(120)
class GeneratedHttpTest {
  /** Those of Debian, whose libraries are installed, whatever else is first in the path. */
  private static final String PYTHON = "/usr/bin/python3";

  private static final List<String> REQUESTS =
      List.of(
          "{url: \"BASE/get?a=1&b=x%20y&c=%26\", headers: [\"X-One: 1\", \"X-Two: it's \\\"q\\\""
              + " \\\\\"]}",
          "{url: BASE/names, headers: [\"X-Name: Grüße\", \"Accept: application/json\"]}",
          "{method: HEAD, url: BASE/head}",
          "{method: DELETE, url: BASE/delete}",
          "{method: POST, url: BASE/nothing}",
          "{method: POST, url: BASE/json, body: {json: \"{\\\"a\\\": 'it',\\n"
              + "\\t\\\"b\\\": \\\"ä 😀\\\"}\"}}",
          "{method: PATCH, url: BASE/patch, body: {json: {content: \"[1]\", type:"
              + " application/merge-patch+json}}}",
          "{method: PUT, url: BASE/text, body: {text: \"@odd\\r\\n\\\\ $x `y` \\u0001\"}}",
          "{url: BASE/body-on-get, body: {json: \"{}\"}}",
          "{method: POST, url: BASE/form, body: {form: [{name: a b, value: \"1 + 1 = 2 & ä\"},"
              + " {name: e, value: \"\"}]}}",
          "{method: POST, url: BASE/parts, body: {multipart: [{name: a, value: \"@x;y\"}, {name: f,"
              + " file: \"FOLDER/some file.txt\"}, {name: g, file: \"FOLDER/some file.txt\", type:"
              + " image/png, filename: other.png}]}}",
          "{method: POST, url: BASE/names-of-parts, body: {multipart: [{name: 'a\"b', value: x},"
              + " {name: f, file: \"FOLDER/table.csv\"}, {name: g, file: \"FOLDER/table.csv\","
              + " filename: 'q\".csv'}]}}",
          "{method: PUT, url: BASE/file, body: {file: {path: \"FOLDER/some file.txt\", type:"
              + " text/csv}}}",
          "{method: POST, url: BASE/graphql, body: {graphql: {query: \"{ a }\"}}}",
          "{url: BASE/moved}",
          "{url: BASE/moved, redirects: false}");

  @TempDir private Path folder;
  @RegisterExtension private final TestNetwork network = new TestNetwork();

  @BeforeEach
  void write() throws Exception {
    Files.writeString(folder.resolve("table.csv"), "a,b\n");
    Files.writeString(folder.resolve("some file.txt"), "line one\nline two\r\n\u00e4");
  }

  static Stream<Arguments> programs() {
    return REQUESTS.stream()
        .flatMap(
            yaml ->
                Stream.of(Target.values())
                    .filter(target -> can(target, yaml))
                    .map(target -> Arguments.of(target, yaml)));
  }

  /** What a target cannot do is said at the head of the program. */
  private static boolean can(Target target, String yaml) {
    return switch (target) {
      case JAVASCRIPT -> !yaml.contains("body-on-get");
      case JAVA -> !yaml.contains("Grüße");
      default -> true;
    };
  }

  private HttpRequest request(String yaml, SeeingServer server) {
    return HttpRequests.of(
        yaml.replace("BASE", server.url())
            .replace("SERVER", server.url())
            .replace("FOLDER", folder.toString()));
  }

  private static String program(Target target, HttpRequest request) {
    return HttpWriters.all(() -> NetDefaults.BUILT_IN).stream()
        .filter(writer -> writer.target() == target)
        .map((CodeWriter<HttpRequest> writer) -> writer.write(request))
        .findFirst()
        .orElseThrow();
  }

  private String run(Target target, HttpRequest request, Map<String, String> environment)
      throws Exception {
    String program = program(target, request);
    Path home = Files.createTempDirectory(folder, "program");
    Path file =
        Files.writeString(
            home.resolve(
                switch (target) {
                  case PYTHON, PYTHON_URLLIB, PYTHON_AIOHTTP -> "request.py";
                  case JAVA -> "Request.java";
                  case JAVASCRIPT -> "request.mjs";
                  case SHELL -> "request.sh";
                }),
            program);
    List<String> command =
        switch (target) {
          case PYTHON, PYTHON_URLLIB, PYTHON_AIOHTTP ->
              List.of(PYTHON, "-W", "ignore", file.toString());
          case JAVA ->
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  file.toString());
          case JAVASCRIPT -> List.of("node", file.toString());
          case SHELL -> List.of("bash", file.toString());
        };
    try (Peer peer = Peer.start(folder, environment, command)) {
      int code = peer.endInput().awaitEnd();
      assertThat(code).as(peer + "\n" + program).isZero();
      return peer.output();
    }
  }

  @ParameterizedTest
  @MethodSource("programs")
  void theServerSeesWhatTheToolSends(Target target, String yaml) throws Exception {
    try (SeeingServer server = SeeingServer.start()) {
      HttpRequest request = request(yaml, server);
      try (HttpService service = service()) {
        network.jobs().run(context -> service.run(request, context)).close();
      }
      List<Seen> ours = List.copyOf(server.seen());
      server.seen().clear();
      String output = run(target, request, Map.of());
      assertThat(server.seen()).hasSameSizeAs(ours);
      for (int i = 0; i < ours.size(); i++) {
        assertSame(server.seen().get(i), ours.get(i), request);
      }
      if (target != Target.SHELL) {
        assertThat(output).contains(yaml.contains("redirects: false") ? "302" : "200");
      }
      if (!request.method().equals("HEAD") && !yaml.contains("redirects: false")) {
        assertThat(output).contains("it works");
      }
    }
  }

  private HttpService service() {
    return new HttpService(
        new HttpEnvironment(
            network.network(),
            network.stores(),
            JobClock.system(),
            () -> {
              throw new AssertionError("no server of the lab here");
            },
            () -> NetDefaults.BUILT_IN));
  }

  private static void assertSame(Seen theirs, Seen ours, HttpRequest request) {
    assertThat(theirs.method()).isEqualTo(ours.method());
    assertThat(theirs.target()).isEqualTo(ours.target());
    for (HeaderLine header : request.sentHeaders()) {
      assertThat(theirs.header(header.name())).isEqualTo(ours.header(header.name()));
    }
    assertThat(theirs.type()).isEqualToIgnoringCase(ours.type());
    assertThat(theirs.content()).isEqualTo(ours.content());
    if (ours.headers().containsKey("Content-Length")) {
      assertThat(theirs.headers()).containsKey("Content-Length");
    }
  }

  @ParameterizedTest
  @EnumSource
  void theLoginIsShown(Target target) throws Exception {
    Map<String, String> logins =
        Map.of(
            "{basic: {user: me, password: \"pä:ss\"}}",
            "Basic bWU6cMOkOnNz",
            "{bearer: a.b-c}",
            "Bearer a.b-c",
            "{oauth2: {tokenUrl: SERVER/token, clientId: \"my: id\", clientSecret: \"s&ä\", scope:"
                + " a b}}",
            "Bearer t-123");
    for (String login : logins.keySet()) {
      try (SeeingServer server = SeeingServer.start()) {
        String yaml = "{url: BASE/x, auth: " + login + "}";
        String _ =
            run(
                target,
                request(yaml.replace("SERVER/token", "\"SERVER/token\""), server),
                Map.of());
        assertThat(server.seen().getLast().header("Authorization"))
            .as(login)
            .isEqualTo(logins.get(login));
        if (login.contains("oauth2")) {
          Seen token = server.seen().getFirst();
          assertThat(token.header("Authorization"))
              .isEqualTo("Basic " + base64("my%3A+id:s%26%C3%A4"));
          assertThat(token.content()).containsExactly("grant_type=client_credentials", "scope=a b");
        }
      }
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A redirect may lead to anybody. */
  @ParameterizedTest
  @EnumSource
  void theLoginIsShownToNoOtherServer(Target target) throws Exception {
    try (SeeingServer server = SeeingServer.start();
        SeeingServer other = SeeingServer.start()) {
      String yaml = "{url: \"BASE/away?" + other.url() + "/x\", headers: [\"Cookie: a=b\"],";
      for (String login : List.of("{bearer: t}", "{basic: {user: me, password: x}}")) {
        other.seen().clear();
        String _ = run(target, request(yaml + " auth: " + login + "}", server), Map.of());
        assertThat(server.seen().getLast().header("Authorization")).isNotEmpty();
        assertThat(server.seen().getLast().header("Cookie")).isEqualTo("a=b");
        assertThat(other.seen()).hasSize(1);
        assertThat(other.seen().getFirst().header("Authorization")).isEmpty();
        assertThat(other.seen().getFirst().header("Cookie")).isEmpty();
      }
    }
  }

  /** What the tool does with each of them, the program does, or says that it follows none. */
  @ParameterizedTest
  @EnumSource
  void aKeyIsShownToNoOtherServer(Target target) throws Exception {
    boolean stays = Set.of(Target.SHELL, Target.JAVASCRIPT, Target.PYTHON_AIOHTTP).contains(target);
    List<String> keys =
        List.of(
            "headers: [\"X-Api-Key: secret\", \"X-Other: o\"]",
            "headers: [\"X-Other: o\"], auth: {apiKey: {name: X-Mine, value: secret}}");
    try (SeeingServer server = SeeingServer.start();
        SeeingServer other = SeeingServer.start()) {
      for (String key : keys) {
        String yaml = "{url: \"BASE/away?" + other.url() + "/x\", " + key + "}";
        HttpRequest request = request(yaml, server);
        try (HttpService service = service()) {
          network.jobs().run(context -> service.run(request, context)).close();
        }
        String _ = run(target, request, Map.of());
        assertThat(server.seen().getLast().headers().values().toString()).contains("secret");
        assertThat(other.seen()).hasSize(stays ? 1 : 2);
        for (Seen seen : other.seen()) {
          assertThat(seen.headers().values().toString()).doesNotContain("secret");
          assertThat(seen.header("X-Other")).isEqualTo("o");
        }
        assertThat(program(target, request).contains("Redirects are not followed"))
            .isEqualTo(stays);
        other.seen().clear();
      }
    }
  }

  /** Who asks for a digest may be anybody too. */
  @ParameterizedTest
  @EnumSource(names = {"SHELL", "PYTHON", "PYTHON_URLLIB"})
  void theDigestIsShownToNoOtherServer(Target target) throws Exception {
    try (SeeingServer server = SeeingServer.start();
        SeeingServer other = SeeingServer.start()) {
      String yaml = "{url: \"BASE/away?" + other.url() + "/secret\", auth: {digest: LOGIN}}";
      String _ =
          run(target, request(yaml.replace("LOGIN", "{user: me, password: x}"), server), Map.of());
      assertThat(other.seen()).hasSize(1);
      assertThat(other.seen().getFirst().header("Authorization")).isEmpty();
    }
  }

  /** A program that follows by itself asks as the platform would. */
  @ParameterizedTest
  @CsvSource({"301, POST", "302, POST", "303, PUT", "307, POST", "308, PUT", "302, PUT"})
  void aRedirectIsFollowedAsTheToolFollowsIt(int status, String method) throws Exception {
    try (SeeingServer server = SeeingServer.start()) {
      String yaml =
          "{method: %s, url: \"BASE/status?%d\", auth: {bearer: t}, body: {text: hi}}"
              .formatted(method, status);
      HttpRequest request = request(yaml, server);
      try (HttpService service = service()) {
        network.jobs().run(context -> service.run(request, context)).close();
      }
      Seen ours = server.seen().getLast();
      server.seen().clear();
      String _ = run(Target.JAVA, request, Map.of());
      assertThat(server.seen()).hasSize(2);
      assertSame(server.seen().getLast(), ours, request);
      assertThat(server.seen().getLast().header("Authorization")).isEqualTo("Bearer t");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SHELL", "PYTHON", "PYTHON_URLLIB"})
  void theLoginIsDigested(Target target) throws Exception {
    try (SeeingServer server = SeeingServer.start()) {
      String yaml = "{url: BASE/secret, auth: {digest: {user: me, password: x}}}";
      assertThat(run(target, request(yaml, server), Map.of())).contains("welcome");
      assertThat(server.seen()).hasSize(2);
      assertThat(server.seen().getLast().header("Authorization"))
          .startsWith("Digest ")
          .contains("username=\"me\"", "nonce=\"abc\"");
    }
  }

  @ParameterizedTest
  @EnumSource
  void theServerIsTrustedAsItIsSaid(Target target) throws Exception {
    Authority authority = Authority.create("A test");
    Identity identity = authority.localServer();
    Path pem = Files.writeString(folder.resolve("authority.pem"), authority.pem());
    String pin =
        HexFormat.of()
            .formatHex(
                MessageDigest.getInstance("SHA-256").digest(identity.certificate().getEncoded()));
    List<String> wellKnown =
        new ArrayList<>(List.of("{trust: none}", "{trust: authority, authority: " + pem + "}"));
    if (!Set.of(Target.SHELL, Target.JAVASCRIPT).contains(target)) {
      wellKnown.add("{trust: pinned, sha256: " + pin + "}");
    }
    try (SeeingServer server = SeeingServer.start(identity)) {
      for (String tls : wellKnown) {
        String yaml = "{url: BASE/tls, tls: " + tls + "}";
        Map<String, String> environment = Map.of("NODE_EXTRA_CA_CERTS", pem.toString());
        assertThat(run(target, request(yaml, server), environment)).contains("it works");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      names = {"SHELL", "JAVASCRIPT"},
      mode = EnumSource.Mode.EXCLUDE)
  void anotherCertificateIsRefused(Target target) throws Exception {
    try (SeeingServer server = SeeingServer.start(Authority.create("A test").localServer())) {
      String yaml = "{url: BASE/tls, tls: {trust: pinned, sha256: " + "ab".repeat(32) + "}}";
      HttpRequest request = request(yaml, server);
      assertThatThrownBy(() -> run(target, request, Map.of())).isInstanceOf(AssertionError.class);
      assertThat(server.seen()).isEmpty();
    }
  }

  @Test
  void theLoadRunAsksAsOftenAsThePlanSays() throws Exception {
    for (String plan :
        List.of(
            "{requests: 50, concurrency: 7}",
            "{requests: 20, concurrency: 3, rate: 200}",
            "{requests: 50, concurrency: 5, ramp: 200ms}",
            "{requests: 30, duration: 20s, rate: 500}")) {
      try (SeeingServer server = SeeingServer.start()) {
        String yaml = "{url: BASE/load, load: " + plan + "}";
        HttpRequest request = request(yaml, server);
        String output = run(Target.PYTHON_AIOHTTP, request, Map.of());
        long count = request.load().requests().orElseThrow();
        assertThat(server.seen()).hasSize((int) count);
        assertThat(output).contains(count + " requests in", "200: " + count, "99 % within");
      }
    }
    try (SeeingServer server = SeeingServer.start()) {
      String yaml = "{url: BASE/load, load: {duration: 500ms, concurrency: 2}}";
      String output = run(Target.PYTHON_AIOHTTP, request(yaml, server), Map.of());
      assertThat(output).contains(server.seen().size() + " requests in");
    }
  }
}
