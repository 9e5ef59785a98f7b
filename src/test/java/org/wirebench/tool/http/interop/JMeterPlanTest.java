package org.wirebench.tool.http.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.net.NetDefaults;
import org.wirebench.testkit.Peer;
import org.wirebench.testkit.TestNetwork;
import org.wirebench.tool.http.code.HttpRequests;
import org.wirebench.tool.http.request.HttpRequest;
import org.wirebench.tool.http.service.HttpEnvironment;
import org.wirebench.tool.http.service.HttpService;
import org.wirebench.tool.http.service.Repeater;
import org.wirebench.tool.http.service.TestHttpLab;
import org.wirebench.tool.http.service.load.JMeterPlan;
import org.wirebench.tool.http.service.load.LoadReport;
import org.wirebench.tool.http.service.load.LoadRun;

/** Apache JMeter carries out the load runs that are exported, alone and with a remote engine. */
@Tag("interop")
@Timeout(180)
class JMeterPlanTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** Where the profile interop puts it. */
  private static final Path HOME =
      Path.of(Objects.requireNonNull(System.getProperty("wirebench.basedir")), "target", "jmeter");

  @TempDir private Path folder;
  @RegisterExtension private final TestNetwork network = new TestNetwork();

  private Peer jmeter(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Djmeter.home=" + HOME,
                "-Djava.rmi.server.hostname=127.0.0.1",
                "-cp",
                String.join(File.pathSeparator, HOME + "/lib/*", HOME + "/lib/ext/*"),
                "org.apache.jmeter.NewDriver",
                "-Jserver.rmi.ssl.disable=true",
                "-j",
                Files.createTempFile(folder, "jmeter", ".log").toString()));
    command.addAll(List.of(arguments));
    return Peer.start(folder, Map.of(), command);
  }

  /** Runs a plan to its end; the lines of its results. */
  private List<String> carryOut(HttpRequest request, String... more) throws Exception {
    Path plan = Files.writeString(folder.resolve("plan.jmx"), JMeterPlan.of(request, "A load run"));
    Path results = folder.resolve("results.csv");
    List<String> arguments =
        new ArrayList<>(List.of("-n", "-t", plan.toString(), "-l", results.toString()));
    arguments.addAll(List.of(more));
    try (Peer client = jmeter(arguments.toArray(String[]::new))) {
      await().atMost(PATIENCE).until(() -> !client.isAlive());
      assertThat(client.awaitEnd()).as(client.toString()).isZero();
      assertThat(Files.exists(results)).as(client.toString()).isTrue();
      List<String> lines = Files.readAllLines(results);
      return lines.subList(1, lines.size());
    }
  }

  private LoadReport carriedOutByUs(HttpRequest request) throws Exception {
    HttpEnvironment environment =
        new HttpEnvironment(
            network.network(),
            network.stores(),
            JobClock.system(),
            () -> {
              throw new AssertionError("no server here");
            },
            () -> NetDefaults.BUILT_IN);
    try (HttpService service = new HttpService(environment);
        Repeater repeater = service.repeater(request, request.load().concurrency())) {
      LoadRun run = new LoadRun(request.load(), repeater, JobClock.system());
      return network.jobs().run(run::perform);
    }
  }

  private HttpRequest request(SeeingServer server, String yaml) {
    return HttpRequests.of(yaml.replace("BASE", server.url()).replace("FOLDER", folder.toString()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{url: 'BASE/get?a=1&b=x%20y', headers: ['X-One: 1'], load: {requests: 60, concurrency:"
            + " 4}}",
        "{method: POST, url: BASE/json, body: {json: '{\"a\": [1, \"ä\"]}'},"
            + " load: {requests: 20, concurrency: 5, ramp: 1s}}",
        "{method: PUT, url: BASE/form, body: {form: [{name: a b, value: \"1 + 1 = 2 & ä\"}]},"
            + " auth: {basic: {user: me, password: pass}}, load: {requests: 6, concurrency: 2}}",
        "{url: 'BASE/key?a=1', auth: {apiKey: {name: k, value: v w, in: query}},"
            + " load: {requests: 2, concurrency: 1}}",
        "{method: PUT, url: BASE/file, body: {file: 'FOLDER/some file.json'},"
            + " load: {requests: 2, concurrency: 1}}",
        "{method: POST, url: BASE/graphql, body: {graphql: {query: '{ a }'}},"
            + " load: {requests: 2, concurrency: 1}}",
        "{method: POST, url: BASE/parts, body: {multipart: [{name: a, value: b},"
            + " {name: f, file: 'FOLDER/some file.json'},"
            + " {name: g, file: 'FOLDER/some file.json', type: image/png}]},"
            + " load: {requests: 2, concurrency: 1}}",
      })
  void theServerSeesTheSameRequestsAsOften(String yaml) throws Exception {
    Files.writeString(folder.resolve("some file.json"), "[1, \"two\\r\\n\"]\r\n");
    try (SeeingServer server = SeeingServer.start()) {
      HttpRequest request = request(server, yaml);
      LoadReport report = carriedOutByUs(request);
      List<Seen> ours = List.copyOf(server.seen());
      server.seen().clear();
      List<String> results = carryOut(request);
      assertThat(results).allMatch(line -> line.contains(",200,"));
      assertThat(server.seen()).hasSameSizeAs(ours);
      assertThat(report.answers()).isEqualTo(results.size());
      Seen first = ours.getFirst();
      assertThat(server.seen())
          .allSatisfy(
              one -> {
                assertThat(one.method()).isEqualTo(first.method());
                assertThat(one.target()).isEqualTo(first.target());
                assertThat(one.content()).isEqualTo(first.content());
                assertThat(one.type().replaceFirst("; ?charset=UTF-8", "")).isEqualTo(first.type());
                assertThat(one.header("X-One")).isEqualTo(first.header("X-One"));
                assertThat(one.header("Authorization")).isEqualTo(first.header("Authorization"));
              });
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"MD5", "SHA-256"})
  void theLoginIsDigested(String algorithm) throws Exception {
    try (TestHttpLab lab = new TestHttpLab()) {
      String url = lab.plain("/digest-auth/auth/me/secret/" + algorithm);
      String yaml =
          "{url: '%s', auth: {digest: {user: me, password: %s}}, load: {requests: 4, concurrency: 2}}";
      assertThat(carryOut(HttpRequests.of(yaml.formatted(url, "secret"))))
          .hasSize(4)
          .allMatch(line -> line.contains(",200,"));
      Files.delete(folder.resolve("results.csv"));
      assertThat(carryOut(HttpRequests.of(yaml.formatted(url, "wrong"))))
          .hasSize(4)
          .allMatch(line -> line.contains(",401,"));
    }
  }

  @Test
  void aTimeEndsTheRun() throws Exception {
    try (SeeingServer server = SeeingServer.start()) {
      HttpRequest request =
          request(server, "{url: BASE/get, load: {duration: 2s, concurrency: 2, rate: 20}}");
      List<String> results = carryOut(request);
      assertThat(results.size()).isBetween(10, 60).isEqualTo(server.seen().size());
    }
  }

  @Test
  void aRemoteEngineCarriesItOut() throws Exception {
    int port = freePort();
    try (SeeingServer server = SeeingServer.start();
        Peer engine = jmeter("-s", "-Jserver_port=" + port)) {
      await().atMost(PATIENCE).until(() -> isListening(port));
      HttpRequest request =
          request(server, "{url: BASE/get, load: {requests: 40, concurrency: 4}}");
      List<String> results = carryOut(request, "-R", "127.0.0.1:" + port);
      assertThat(results)
          .as(engine.toString())
          .hasSize(40)
          .allMatch(line -> line.contains(",200,"));
      assertThat(server.seen()).hasSize(40);
      assertThat(engine.output()).contains("Starting the test on host");
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static boolean isListening(int port) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }
}
