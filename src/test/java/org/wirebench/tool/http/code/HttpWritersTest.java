package org.wirebench.tool.http.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.wirebench.core.code.CodeWriter;
import org.wirebench.core.code.Snippets;
import org.wirebench.core.code.Target;
import org.wirebench.core.net.Endpoint;
import org.wirebench.core.net.NetDefaults;
import org.wirebench.core.net.ProxySettings;
import org.wirebench.tool.http.request.HttpRequest;

class HttpWritersTest {
  private static final Path BASE = Path.of(System.getProperty("wirebench.basedir", ""));

  @TempDir private Path output;

  private static CodeWriter<HttpRequest> writer(Target target, NetDefaults defaults) {
    return HttpWriters.all(() -> defaults).stream()
        .filter(one -> one.target() == target)
        .findFirst()
        .orElseThrow();
  }

  private static String write(Target target, String yaml) {
    return writer(target, NetDefaults.BUILT_IN).write(HttpRequests.of(yaml));
  }

  @Test
  void thereIsOneWriterForEachTargetWithANameOfItsOwn() {
    List<CodeWriter<HttpRequest>> all = HttpWriters.all(() -> NetDefaults.BUILT_IN);
    assertThat(all).extracting(one -> one.target()).containsOnly(Target.values());
    assertThat(all).extracting(one -> one.title()).doesNotHaveDuplicates().hasSize(6);
  }

  @ParameterizedTest
  @EnumSource
  void everyRequestHasATidyProgram(Target target) {
    for (String yaml : HttpSamples.typed()) {
      assertThat(write(target, yaml))
          .as(yaml)
          .endsWith("\n")
          .doesNotEndWith("\n\n")
          .doesNotContain("\n\n\n\n", " \n", "null(", "\u202e", "\u0007")
          .doesNotContainPattern("\\{\\{\\w+}}");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PYTHON", "PYTHON_URLLIB", "PYTHON_AIOHTTP", "JAVA", "JAVASCRIPT"})
  void programsAreOfAsciiAndSayFirstWhatTheyDo(Target target) {
    for (String yaml : HttpSamples.typed()) {
      assertThat(write(target, yaml)).as(yaml).doesNotContainPattern("[^\n -~]");
      String sign = target.name().startsWith("PYTHON") ? "# " : "// ";
      assertThat(write(target, yaml).lines().limit(2)).allMatch(line -> line.startsWith(sign));
    }
  }

  /** What the settings say holds, unless the request says it itself. */
  @ParameterizedTest
  @EnumSource(names = "JAVASCRIPT", mode = EnumSource.Mode.EXCLUDE)
  void whatARequestLeavesOpenIsWrittenAsTheSettingsHaveIt(Target target) {
    NetDefaults defaults =
        new NetDefaults(
            new ProxySettings.HttpConnect(new Endpoint("proxy.example", 3128), "", ""),
            Duration.ofSeconds(1),
            Duration.ofSeconds(77),
            Optional.empty());
    CodeWriter<HttpRequest> writer = writer(target, defaults);
    assertThat(writer.write(HttpRequests.of("url: http://server.example/")))
        .contains("proxy.example", "3128")
        .contains(target == Target.SHELL ? "" : "77");
    assertThat(writer.write(HttpRequests.of("url: http://localhost/")))
        .doesNotContain("proxy.example");
    assertThat(writer.write(HttpRequests.of("{url: http://server.example/, proxy: none}")))
        .doesNotContain("proxy.example");
  }

  /** What a target cannot do is said at its head. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "JAVASCRIPT|{url: http://h/, auth: {digest: {user: a, password: b}}}|fetch knows no Digest",
        "JAVA|{url: http://h/, auth: {digest: {user: a, password: b}}}|HttpClient knows no Digest",
        "PYTHON_AIOHTTP|{url: http://h/, auth: {digest: {user: a}}}|aiohttp knows no Digest",
        "PYTHON_URLLIB|{url: http://h/, auth: {aws: {accessKey: A}}}|no signature of AWS",
        "PYTHON|{url: https://h/, version: \"2\"}|requests speaks no HTTP/2",
        "JAVA|{url: http://h/, version: h2c}|without TLS",
        "JAVASCRIPT|{url: http://h/, body: {text: x}}|refuses a body for GET",
        "JAVASCRIPT|{url: http://h/, proxy: \"http://p:1\"}|proxy is left out",
        "JAVASCRIPT|{url: https://h/, tls: {identity: {certificate: c.p12}}}|PKCS#12",
        "SHELL|{url: https://h/, tls: {serverName: x}}|another name for TLS",
        "PYTHON_URLLIB|{url: http://h/, proxy: \"socks5://p:1\"}|no SOCKS",
        "JAVA|{url: http://h/, load: {requests: 5}}|This is one request"
      })
  void whatATargetCannotDoIsSaidAtItsHead(Target target, String yaml, String note) {
    String head = write(target, yaml).split("\n\n[^#/]", 2)[0];
    assertThat(head).contains(note);
  }

  /** RFC 6749 section 2.3.1: as the tool itself does. */
  @ParameterizedTest
  @EnumSource
  void aClientIsEncodedBeforeItBecomesALogin(Target target) {
    String oauth = "{url: http://h/, auth: {oauth2: {tokenUrl: \"http://t/\", clientId: \"a:b\"";
    assertThat(write(target, oauth + ", clientSecret: \"s&t\"}}}"))
        .contains("a%3Ab", "s%26t")
        .doesNotContain("s&t");
    assertThat(write(target, oauth + "}}}"))
        .contains("client_id")
        .containsAnyOf("a:b", "a%3Ab")
        .doesNotContain("client_secret", "Basic ");
  }

  /** A redirect may lead to anybody. */
  @Test
  void urllibTakesSecretsToNoOtherServer() {
    assertThat(
            write(
                Target.PYTHON_URLLIB,
                "{url: http://h/, headers: [\"X: 1\", \"cookie: a=b\"], auth: {bearer: t}}"))
        .contains(
            """
            HEADERS = {
                "X": "1",
            }
            # For the first server alone: a redirect may lead to another.
            SECRETS = {
                "cookie": "a=b",
                "Authorization": "Bearer t",
            }
            """,
            "request.add_unredirected_header(name, value)");
    assertThat(write(Target.PYTHON_URLLIB, "{url: http://h/}")).doesNotContain("SECRETS");
  }

  /** What takes every header along would take the key to anybody. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SHELL|# Redirects are not followed: curl would show|--location",
        "JAVASCRIPT|redirect: \"manual\"|follow\"",
        "PYTHON_AIOHTTP|allow_redirects=False|max_redirects"
      })
  void whatTakesKeysToOtherServersFollowsNoRedirect(Target target, String said, String unsaid) {
    String key = "{url: http://h/, maxRedirects: 3, headers: [\"X-Api-Key: secret\"]}";
    assertThat(write(target, key)).contains("secret", said).doesNotContain(unsaid, "is left to");
    assertThat(write(target, key.replace("X-Api-Key", "X-Other")))
        .contains(unsaid)
        .doesNotContain(said);
  }

  @Test
  void theNamesOfPartsAreWrittenAsBrowsersDo() {
    String yaml =
        "{method: POST, url: http://h/, body: {multipart: [{name: \"a\\\"\\r\\nX: y\", value: b},"
            + " {name: f, file: data.csv}]}}";
    assertThat(write(Target.PYTHON_URLLIB, yaml)).contains("a%22%0D%0AX: y");
    assertThat(write(Target.SHELL, yaml)).contains("f=@\"data.csv\";type=text/csv");
  }

  @Test
  void aCommandSaysOnlyWhatIsNeeded() {
    assertThat(write(Target.SHELL, "{url: \"http://h/?a=b\", decompress: false, redirects: false}"))
        .isEqualTo("curl 'http://h/?a=b'\n");
  }

  @Test
  void aProgramOfPythonReadsLikeATutorial() {
    assertThat(
            write(
                Target.PYTHON,
                """
                method: POST
                url: https://example.org/posts
                headers: ["X-One: 1"]
                body: {json: '{"a": 1}'}
                auth: {basic: {user: me, password: secret}}
                tls: {trust: none}
                """))
        .isEqualTo(
            """
            # POST https://example.org/posts, with requests.
            # Run it with: python3 request.py

            import requests

            URL = "https://example.org/posts"
            HEADERS = {
                "X-One": "1",
                "Content-Type": "application/json",
            }
            BODY = '{"a": 1}'

            session = requests.Session()
            session.max_redirects = 10
            session.auth = ("me", "secret")

            response = session.request(
                "POST",
                URL,
                headers=HEADERS,
                data=BODY.encode(),
                verify=False,  # WARNING: this trusts anybody
                allow_redirects=True,
                timeout=(10, 30),  # seconds to connect, and without a byte
            )

            print(response.status_code, response.reason)
            for name, value in response.headers.items():
                print(name + ":", value)
            print()
            print(response.text)
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "notes.txt, Feature",
    "curl.txt, Curl.*",
    "python.txt, Python.*",
    "python-requests.txt, Requests.*",
    "python-urllib.txt, Urllib.*",
    "python-aiohttp.txt, Aiohttp.*",
    "java.txt, Java.*",
    "javascript.txt, Fetch.*"
  })
  void everyPieceIsUsed(String resource, String family) throws IOException {
    Set<String> unused = new TreeSet<>(Snippets.of(HttpWriters.class, resource).names());
    try (Stream<Path> files =
        Files.list(BASE.resolve("src/main/java/org/wirebench/tool/http/code"))) {
      String sources =
          files
              .filter(file -> String.valueOf(file.getFileName()).matches(family + "\\.java"))
              .map(HttpWritersTest::read)
              .collect(Collectors.joining());
      unused.removeIf(name -> sources.contains('"' + name + '"'));
    }
    if (resource.equals("notes.txt")) {
      Arrays.stream(Feature.values())
          .map(Feature::name)
          .forEach(name -> assertThat(unused.remove(name)).as(name).isTrue());
    }
    unused.remove("class");
    assertThat(unused).isEmpty();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  /** A program of Java on its way to the compiler. */
  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(int number, String text) {
      super(URI.create("string:///p" + number + "/Program.java"), Kind.SOURCE);
      this.text = "package p" + number + ";\n" + text.replace("public class", "class");
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  @Test
  void everyProgramOfJavaCompilesForJdk21() throws IOException {
    List<JavaFileObject> sources = new ArrayList<>();
    for (String yaml : HttpSamples.typed()) {
      sources.add(new Source(sources.size(), write(Target.JAVA, yaml)));
    }
    JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    StringWriter problems = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of("-Xlint:all,-serial", "-Werror", "--release", "21", "-d", output.toString());
      assertThat(compiler.getTask(problems, files, null, options, null, sources).call())
          .as(problems.toString())
          .isTrue();
    }
  }
}
