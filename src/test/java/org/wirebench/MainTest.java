package org.wirebench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebench.testkit.BadServer;
import org.wirebench.testkit.RelayProxy;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Headless commands as processes of their own, with no JavaFX on the path at all. */
class MainTest {
  @TempDir private Path folder;

  private Process start(String... arguments) throws IOException {
    return startWithout("javafx|openjfx|test-classes", arguments);
  }

  private Process startWithout(String without, String... arguments) throws IOException {
    String path =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.matches(".*(" + without + ").*"))
            .collect(Collectors.joining(File.pathSeparator));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // No display is needed where the window is tried.
    command.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", path, "org.wirebench.Main"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("WIREBENCH_HOME", folder.resolve("home").toString());
    builder.redirectError(folder.resolve("err").toFile());
    builder.redirectOutput(folder.resolve("out").toFile());
    return builder.start();
  }

  private String out() throws IOException {
    return Files.readString(folder.resolve("out"), UTF_8);
  }

  private int exitOf(Process process) throws InterruptedException {
    try {
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void theSchemaIsPrintedWithoutJavaFx() throws Exception {
    assertThat(exitOf(start("schema"))).isZero();
    assertThat(JsonMapper.shared().readTree(out()).get("title").asString())
        .isEqualTo("Wirebench saved request");
    assertThat(folder.resolve("err")).isEmptyFile();
  }

  private Path set(String fields) throws IOException {
    Path file = Files.createDirectories(folder.resolve("home/config")).resolve("settings.yaml");
    return Files.writeString(
        file, "wirebench: 1\nname: settings\ntool: settings\nrequest:\n" + fields.indent(2));
  }

  private String request(String name, String host, int port) throws IOException {
    return Files.writeString(
            folder.resolve(name),
            """
            wirebench: 1
            name: Hello
            tool: socket
            request:
              host: %s
              port: %d
              until: {text: hello}
            """
                .formatted(host, port))
        .toString();
  }

  @Test
  void headlessRunsKeepTheSettingsToo() throws Exception {
    try (BadServer server = BadServer.saying("hello".getBytes(UTF_8));
        BadServer silent = BadServer.silent();
        RelayProxy proxy = RelayProxy.socks("", "")) {
      Path _ =
          set("proxy: socks5\nproxyAddress: 127.0.0.1:" + proxy.port() + "\nreplyTimeout: 2500ms");
      String answered = request("answered.yaml", "server.test", server.port());
      String unanswered = request("unanswered.yaml", "127.0.0.1", silent.port());

      assertThat(exitOf(start("run", answered, unanswered))).isEqualTo(1);

      assertThat(proxy.asked()).containsExactly("server.test:" + server.port());
      assertThat(out()).contains("2.5 s");
      assertThat(folder.resolve("err")).isEmptyFile();
    }
  }

  @Test
  void headlessRunsKnowTheVariablesOfTheSettings() throws Exception {
    try (BadServer server = BadServer.saying("hello".getBytes(UTF_8))) {
      Path _ = set("variables: {there: 127.0.0.1}");
      String file = request("variable.yaml", "'{{there}}'", server.port());

      assertThat(exitOf(start("run", file))).isZero();
      assertThat(exitOf(start("run", file, "--set", "there=127.0.0.1:x"))).isNotZero();
    }
  }

  @Test
  void damagedSettingsAreReportedAndStopOnlyWhatNeedsThem() throws Exception {
    Path file = set("proxy: [");
    try (BadServer server = BadServer.saying("hello".getBytes(UTF_8))) {
      assertThat(exitOf(start("run", request("here.yaml", "127.0.0.1", server.port())))).isZero();
      assertThat(folder.resolve("err")).content().contains("settings.yaml", "line");

      assertThat(exitOf(start("run", request("there.yaml", "server.test", server.port()))))
          .isEqualTo(1);
      assertThat(out()).contains("settings.yaml", "proxy: none");
      assertThat(folder.resolve("err")).content().contains("settings.yaml", "line");
    }
    assertThat(file).exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "schema"})
  void withoutAPlaceForFilesThereIsASentenceAndNoTrace(String command) throws Exception {
    Files.writeString(folder.resolve("home"), "a file where the folder should be");

    Process program =
        command.isEmpty() ? startWithout("test-classes") : startWithout("test-classes", command);

    assertThat(exitOf(program)).isEqualTo(2);
    assertThat(Files.readString(folder.resolve("err"), UTF_8).lines().toList())
        .singleElement()
        .asString()
        .startsWith("There is no place for the files of Wirebench: ")
        .contains(folder.resolve("home").toString())
        .doesNotContain("Exception");
  }

  /** Without a window nobody could ever close the program, so that it would never end. */
  @Test
  void aWindowThatCannotBeMadeEndsTheProgramWhichSaysWhy() throws Exception {
    // The theme of the window, which nothing else needs.
    assertThat(exitOf(startWithout("test-classes|atlantafx"))).isEqualTo(70);

    assertThat(Files.readString(folder.resolve("err"), UTF_8))
        .contains("a defect of the program", "NoClassDefFoundError: atlantafx/");
  }

  @Test
  void whatHasNoEffectIsToldAndDoesNotStopTheRun() throws Exception {
    Path file = folder.resolve("a.yaml");
    Files.writeString(
        file,
        "wirebench: 1\ntool: socket\nrequest: {transport: tcp, host: a, port: 1, ttl: 256}\n");

    assertThat(exitOf(start("code", file.toString(), "--as", "shell"))).isZero();

    assertThat(Files.readString(folder.resolve("err"), UTF_8))
        .isEqualTo(
            file
                + ":3:50: request.ttl: has no effect with transport: tcp, and is ignored"
                + System.lineSeparator());
    assertThat(out()).isNotEmpty();
  }

  @Test
  void wrongArgumentsExitWithTwo() throws Exception {
    assertThat(exitOf(start("fly"))).isEqualTo(2);
  }

  @Test
  void theLabAnswersUntilASignalAndLeavesNothingBehind() throws Exception {
    Process lab = start("lab", "--json");
    try {
      await().atMost(30, TimeUnit.SECONDS).until(() -> out().endsWith("}\n"));
      JsonNode servers = JsonMapper.shared().readTree(out()).get("servers");
      assertThat(servers.size()).isPositive();
      assertThat(lab.isAlive()).isTrue();
    } finally {
      lab.destroy();
    }
    int _ = exitOf(lab);
    assertThat(folder.resolve("err")).isEmptyFile();
    try (Stream<Path> left = Files.walk(folder.resolve("home"))) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
  }
}
