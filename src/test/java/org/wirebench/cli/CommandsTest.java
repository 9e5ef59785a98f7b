package org.wirebench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommandsTest {
  private final Path folder;
  @RegisterExtension private final CliBench bench;

  CommandsTest(@TempDir Path folder) {
    this.folder = folder;
    bench = new CliBench(folder);
  }

  @Test
  void whatCannotBeWrittenIsSaidInPlainWords() {
    bench.tour =
        (to, _, _, _) -> {
          throw new AccessDeniedException(to.toString());
        };

    assertThat(bench.run("tour", "--out", "pictures")).isEqualTo(2);
    assertThat(bench.err.toString())
        .isEqualToIgnoringNewLines(
            "File not accessible: The operating system does not let us open pictures.");
  }

  @Test
  void aDefectInTheTourIsToldAndExitsWithSeventy() {
    bench.tour =
        (_, _, _, _) -> {
          throw new IllegalStateException(new AssertionError("a broken screen"));
        };

    assertThat(bench.run("tour", "--out", "pictures")).isEqualTo(70);
    assertThat(bench.err.toString()).contains("AssertionError: a broken screen");
  }

  @Test
  void helpAndVersionAreShown() throws IOException {
    assertThat(bench.run("--help")).isZero();
    assertThat(bench.out.toString()).contains("run", "lab", "code", "schema", "tour");
    assertThat(bench.run("run", "--help")).isZero();
    assertThat(bench.out.toString()).contains("--junit", "FILE|DIR");
    assertThat(bench.run("--version")).isZero();
    String pom = Files.readString(Path.of(System.getProperty("wirebench.basedir", ""), "pom.xml"));
    String version = pom.split("<version>")[1].split("</version>")[0];
    assertThat(bench.out.toString()).contains("Wirebench " + version + " (Java 25");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "fly", "run", "run --jnuit x y", "code", "tour", "run a --set"})
  void wrongArgumentsExitWithTwoAndSayWhy(String line) {
    assertThat(bench.run(line.isEmpty() ? new String[0] : line.split(" "))).isEqualTo(2);
    assertThat(bench.err.toString()).contains("Usage:");
  }

  @Test
  void aCommandThatIsNearlyOneIsNamed() {
    assertThat(bench.run("rnu", "a.yaml")).isEqualTo(2);
    assertThat(bench.err.toString()).contains("'rnu'").contains("Did you mean \"run\"?");
  }

  @Test
  void codeIsPrintedAsAsked() throws IOException {
    String file = bench.file("a.yaml", "request: {port: 80, say: \"a\\\"{{x}}\"}\n");

    assertThat(bench.run("code", file, "--as", "python", "--set", "x=1")).isZero();

    assertThat(bench.out.toString()).isEqualTo("say(80, \"a\\\"1\")\n");
  }

  @Test
  void codeThatCannotBeWrittenSaysWhy() throws IOException {
    String file = bench.file("a.yaml", "request: {port: '{{x}}'}\n", "request: {port: 80}\n");

    assertThat(bench.run("code", file, "--as", "python")).isEqualTo(2);
    assertThat(bench.run("code", file, "--as", "python", "--number", "3")).isEqualTo(2);
    assertThat(bench.run("code", file, "--as", "python", "--number", "1")).isEqualTo(2);
    assertThat(bench.run("code", file, "--as", "java", "--number", "2")).isEqualTo(2);
    assertThat(bench.run("code", file, "--as", "python-urllib", "--number", "2")).isEqualTo(2);
    assertThat(bench.run("code", file, "--as", "python", "--number", "2")).isZero();

    assertThat(bench.err.toString().lines())
        .containsExactly(
            "the file holds 2 requests; choose one with --number",
            "there is no request 3; the file holds 2",
            file + ":3:17: request.port: the variable \"x\" is not known",
            "Echo has no code in java",
            "Echo has no code in python-urllib");
    assertThat(bench.out.toString()).isEqualTo("say(80, \"hello\")\n");
  }

  @Test
  void theLabRunsUntilItIsStopped() throws Exception {
    Cli cli = bench.cli(false);
    FutureTask<Integer> exit = bench.inBackground(cli, "lab");
    await().until(() -> bench.out.toString().lines().count() == 2);
    assertThat(bench.out.toString().lines())
        .satisfiesExactly(
            line -> assertThat(line).matches("echo.one  127.0.0.1:\\d+  Echo server echo.one"),
            line -> assertThat(line).matches("echo.two  127.0.0.1:\\d+  Echo server echo.two"));
    String port = bench.out.toString().split(":")[1].split(" ")[0];
    String file =
        bench.file("a.yaml", "request: {port: '{{port}}'}\nexpect: [{what: reply, is: hello}]\n");
    assertThat(new CliBench(folder).run("run", file, "--set", "port=" + port)).isZero();
    assertThat(exit.isDone()).isFalse();

    cli.stop(Duration.ofSeconds(5));

    assertThat(exit.get(5, TimeUnit.SECONDS)).isZero();
    assertThat(bench.jobs().running()).isEmpty();
    assertThat(new CliBench(folder).run("run", file, "--set", "port=" + port)).isEqualTo(1);
  }

  @Test
  void theLabPrintsOneJsonDocumentOfTheServersThatWereAskedFor() throws Exception {
    Cli cli = bench.cli(false);
    FutureTask<Integer> exit = bench.inBackground(cli, "lab", "echo.two", "--json");
    await().until(() -> bench.out.toString().endsWith("}\n"));
    cli.stop(Duration.ofSeconds(5));
    assertThat(exit.get(5, TimeUnit.SECONDS)).isZero();

    JsonNode servers = JsonMapper.shared().readTree(bench.out.toString()).get("servers");

    assertThat(servers.size()).isEqualTo(1);
    assertThat(servers.get(0).get("id").asString()).isEqualTo("echo.two");
    assertThat(servers.get(0).get("address").asString()).startsWith("127.0.0.1:");
  }

  @Test
  void anUnknownLabServerIsWrong() {
    assertThat(bench.run("lab", "echo.twoo")).isEqualTo(2);
    assertThat(bench.err.toString()).contains("did you mean \"echo.two\"?");
  }

  @Test
  void theTourIsGivenItsFolderAndSize() {
    assertThat(bench.run("tour", "--out", "pictures", "--size", "1600x900")).isZero();
    assertThat(bench.out.toString()).isEqualTo("pictures 1600 by 900" + System.lineSeparator());
    assertThat(bench.run("tour", "--out", "pictures", "--size", "huge")).isEqualTo(2);
  }

  private Schema schema() {
    assertThat(bench.run("schema")).isZero();
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(bench.out.toString(), InputFormat.JSON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{wirebench: 1, tool: echo, request: {port: 80}}",
        "{wirebench: 1, name: A, tool: echo, request: {port: '{{p}}', say: 5}, expect: }",
        "{wirebench: '1', tool: echo, request: {port: 80}, expect: [{what: reply, is: x}]}",
        "{wirebench: 1, tool: echo, request: {port: 80}, expect: [{what: time, below: 5ms}]}",
        "{wirebench: 1, tool: echo, request: {port: 80}, capture: {a: reply}}",
        "{wirebench: 1, tool: echo, request: {port: 80}, capture: {a: byte 0, b: half first}}",
        "{wirebench: 1, tool: echo, request: {port: 80}, expect: [{what: byte 5 6, exists: no}]}",
        "{wirebench: 1, tool: echo, request: {port: 80}, expect: [{what: 'byte {{p}}', is: x}]}",
        "{wirebench: 1, tool: echo, request: {port: 80}, expect: [{what: 'half last', is: x}]}",
        "{wirebench: 1, tool: echo, request: {port: 80}, capture: {a: {what: reply, matches: x}}}"
      })
  void theSchemaAcceptsWhatTheProgramAccepts(String yaml) throws IOException {
    assertThat(schema().validate(yaml, InputFormat.YAML)).isEmpty();
    Path file = Files.writeString(folder.resolve("a.yaml"), yaml);
    // The port is of nobody, so what is accepted is run and fails.
    assertThat(bench.run("run", file.toString(), "--set", "p=1")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{tool: echo, request: {port: 80}}",
        "{wirebench: 2, tool: echo, request: {port: 80}}",
        "{wirebench: 1, request: {port: 80}}",
        "{wirebench: 1, tool: ecko, request: {port: 80}}",
        "{wirebench: 1, tool: echo}",
        "{wirebench: 1, tool: echo, request: {}}",
        "{wirebench: 1, tool: echo, request: {port: 0}}",
        "{wirebench: 1, tool: echo, request: {port: 80, sya: x}}",
        "{wirebench: 1, tool: echo, request: {port: 80}, exepct: []}",
        "{wirebench: 1, tool: echo, request: {port: 80}, expect: {what: reply}}",
        "{wirebench: 1, tool: echo, request: {port: 80}, expect: [{what: repyl, is: x}]}",
        "{wirebench: 1, tool: echo, request: {port: 80}, expect: [{what: byte, is: x}]}",
        "{wirebench: 1, tool: echo, request: {port: 80}, expect: [{what: reply 1, is: x}]}",
        "{wirebench: 1, tool: echo, request: {port: 80}, expect: [{what: half, is: x}]}",
        "{wirebench: 1, tool: echo, request: {port: 80}, expect: [{what: half lats, is: x}]}",
        "{wirebench: 1, tool: echo, request: {port: 80}, expect: [{what: byte, of: 1, is: x}]}",
        "{wirebench: 1, tool: echo, request: {port: 80}, capture: {a: half lats}}",
        "{wirebench: 1, tool: echo, request: {port: 80}, expect: [{what: reply, iz: x}]}",
        "{wirebench: 1, tool: echo, request: {port: 80}, expect: [{what: reply, count: -1}]}",
        "{wirebench: 1, tool: echo, request: {port: 80}, capture: {a: repyl}}",
        "{wirebench: 1, tool: echo, request: {port: 80}, capture: {'a b': reply}}"
      })
  void theSchemaRefusesWhatTheProgramRefuses(String yaml) throws IOException {
    assertThat(schema().validate(yaml, InputFormat.YAML)).isNotEmpty();
    Path file = Files.writeString(folder.resolve("a.yaml"), yaml);
    assertThat(bench.run("run", file.toString())).isEqualTo(2);
  }
}
