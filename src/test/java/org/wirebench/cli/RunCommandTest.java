package org.wirebench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.wirebench.core.workspace.Variables;
import org.wirebench.testkit.ClosedPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RunCommandTest {
  private final Path folder;
  @RegisterExtension private final CliBench bench;

  RunCommandTest(@TempDir Path folder) {
    this.folder = folder;
    bench = new CliBench(folder);
  }

  private String say(String name, String text, String more) {
    return "name: %s\nrequest: {port: %d, say: %s}\n%s".formatted(name, bench.port(), text, more);
  }

  @Test
  void whatIsAsExpectedExitsWithZeroAndALineForEach() throws IOException {
    String file =
        bench.file(
            "a.yaml",
            say("First", "hello", "expect: [{what: reply, is: hello}, {what: time, below: 1m}]\n"),
            say("Second", "bye", ""));

    assertThat(bench.run("run", file)).isZero();

    assertThat(bench.out.toString().lines())
        .satisfiesExactly(
            line -> assertThat(line).matches("ok  First  \\(\\d.*s\\)"),
            line -> assertThat(line).matches("ok  Second  \\(\\d.*s\\)"),
            line -> assertThat(line).matches("2 held, 0 failed, in \\d.*s"));
    assertThat(bench.err.toString()).isEmpty();
  }

  @Test
  void everyResultIsClosed() throws IOException {
    String file = bench.file("a.yaml", say("A", "x", "expect: [{what: reply, is: y}]\n"));

    assertThat(bench.run("run", file)).isEqualTo(1);

    assertThat(bench.tool.made).hasValue(1);
    assertThat(bench.tool.open).hasValue(0);
  }

  @Test
  void aCheckThatFailsExitsWithOneAndSaysWhichAndWhy() throws IOException {
    String file =
        bench.file(
            "a.yaml",
            say("Bad", "hello", "expect:\n  - {what: reply, is: bye}\n"),
            say("Good", "hello", ""));

    assertThat(bench.run("run", file)).isEqualTo(1);

    assertThat(bench.out.toString())
        .contains("FAILED  Bad")
        .contains(
            "        " + file + ":6:5: reply: expected that it is \"bye\", but it was \"hello\"")
        .contains("ok  Good")
        .contains("1 held, 1 failed");
  }

  @Test
  void aRefusedConnectionIsExplainedAndExitsWithOne() throws IOException {
    String file;
    try (ClosedPort closed = new ClosedPort()) {
      file = bench.file("a.yaml", "request: {port: " + closed.port() + "}\n");

      assertThat(bench.run("run", file, "--json", bench.path("r.json"))).isEqualTo(1);
    }

    assertThat(bench.out.toString()).contains("FAILED  a").containsIgnoringCase("refused");
    assertThat(Files.readString(folder.resolve("r.json"))).contains("\"refused\"");
  }

  @Test
  void capturesFlowIntoLaterDocumentsAndFiles() throws IOException {
    String first =
        bench.file(
            "a.yaml",
            say("A", "token=s3cret!", "capture: {token: {what: reply, matches: '=(\\w+)'}}\n"),
            say("B", "'<{{token}}>'", "expect: [{what: reply, is: '<{{token}}>'}]\n"));
    String second =
        bench.file("b.yaml", say("C", "'{{token}}'", "expect: [{what: reply, is: s3cret}]\n"));

    assertThat(bench.run("run", first, second)).as(bench.out.toString()).isZero();
  }

  @Test
  void whatWasNotCapturedFailsTheOnesThatNeedIt() throws IOException {
    String file =
        bench.file(
            "a.yaml",
            say("A", "nothing", "capture: {token: {what: reply, matches: '=(\\w+)'}}\n"),
            say("B", "'{{token}}'", ""));

    assertThat(bench.run("run", file)).isEqualTo(1);

    assertThat(bench.out.toString())
        .contains("token was not captured")
        .contains("the variable \"token\" is not known")
        .contains("0 held, 2 failed");
  }

  @Test
  void variablesAreSetOnTheCommandLine() throws IOException {
    String file =
        bench.file(
            "a.yaml",
            "request: {port: '{{port}}', say: '{{a.b}}'}\nexpect: [{what: reply, is: x=y}]\n");

    assertThat(bench.run("run", file, "--set", "port=" + bench.port(), "--set", "a.b=x=y"))
        .as(bench.err + "" + bench.out)
        .isZero();
    assertThat(bench.run("run", file, "--set", "port")).isEqualTo(2);
    assertThat(bench.err.toString()).contains("NAME=VALUE");
  }

  @Test
  void everythingThatIsWrongIsSaidBeforeAnythingRuns() throws IOException {
    String good = bench.file("good.yaml", say("Good", "x", ""));
    String bad =
        bench.file(
            "bad.yaml",
            "request: {port: 99999, sya: x}\n",
            "request: {port: 80}\nexpect: [{what: replay, is: x}]\n",
            "request: {port: '{{prot}}', say: '{{x}}'}\ncapture: {x: reply}\n");

    assertThat(bench.run("run", good, bad)).isEqualTo(2);

    assertThat(bench.tool.made).hasValue(0);
    assertThat(bench.out.toString()).isEmpty();
    assertThat(bench.err.toString().lines())
        .containsExactly(
            bad + ":3:24: request.sya: \"sya\" is not known; did you mean \"say\"?",
            bad + ":3:17: request.port: must be a whole number from 1 to 65535",
            bad + ":8:17: expect[0].what: \"replay\" is not known; did you mean \"reply\"?",
            bad + ":12:17: request.port: the variable \"prot\" is not known",
            bad + ":12:34: request.say: the variable \"x\" is not known");
  }

  @Test
  void variablesOfTheSettingsHoldUnlessTheCommandLineSaysOtherwise() throws IOException {
    bench.known = Variables.NONE.with("port", Integer.toString(bench.port())).with("word", "hello");
    String file = bench.file("a.yaml", "request: {port: '{{port}}', say: '{{word}}'}\n");

    assertThat(bench.run("run", file)).isZero();
    assertThat(bench.run("run", file, "--set", "port=wrong")).isEqualTo(2);
    assertThat(bench.run("code", file, "--as", "python", "--set", "word=bye")).isZero();
    assertThat(bench.out.toString()).contains("bye").doesNotContain("hello");
  }

  @Test
  void variablesInANameAreResolvedWhereTheyAreKnown() throws IOException {
    String file = bench.file("a.yaml", say("'{{a}} and {{b}}'", "hello", ""));

    assertThat(bench.run("run", file, "--set", "a=one")).isZero();

    assertThat(bench.out.toString()).contains("one and {{b}}");
  }

  @Test
  void anUnknownKeyOfADocumentHidesNothingElse() throws IOException {
    String first = "requst: {}\nrequest: {port: many, say: '{{x}}'}\n";
    String second = "nam: B\nrequest: {port: 1, sey: x}\n";
    String file = bench.file("a.yaml", first, second);

    assertThat(bench.run("run", file)).isEqualTo(2);

    assertThat(bench.err.toString()).contains("requst", "request.port", "nam", "sey");
  }

  @Test
  void damagedAndMissingFilesAreAllNamed() throws IOException {
    Path damaged = Files.writeString(folder.resolve("d.yaml"), "wirebench: 1\ntool: [\n");
    Path other = Files.writeString(folder.resolve("o.yaml"), "wirebench: 1\ntool: eco\n");
    String missing = bench.path("none.yaml");

    assertThat(bench.run("run", damaged.toString(), missing, other.toString())).isEqualTo(2);

    assertThat(bench.err.toString())
        .contains(damaged + ":3:1: not valid YAML")
        .contains(missing + ": there is no such file")
        .contains(other + ":1:1: tool: \"eco\" is not known; did you mean \"echo\"?");
  }

  @Test
  void aFolderIsTakenInTheOrderOfNames() throws IOException {
    for (String name : new String[] {"b.yml", "a.yaml", "c/a.yaml", ".git/x.yaml"}) {
      bench.file("all/" + name, say(name, "x", ""));
    }
    Files.writeString(folder.resolve("all/readme.md"), "no");

    assertThat(bench.run("run", bench.path("all"))).isZero();

    assertThat(bench.out.toString().lines().limit(4).map(line -> line.split(" +")[1]))
        .containsExactly("a.yaml", "b.yml", "c/a.yaml", "held,");
  }

  @Test
  void aFolderWithoutFilesIsWrong() throws IOException {
    Files.createDirectory(folder.resolve("empty"));

    assertThat(bench.run("run", bench.path("empty"))).isEqualTo(2);
    assertThat(bench.err.toString()).contains("there are no .yaml files in it");
  }

  @Test
  void aHostileReplyCannotSteerTheTerminalOrBreakTheReports() throws Exception {
    String file =
        bench.file(
            "a.yaml",
            "name: \"bad \\e[31m name\"\nrequest: {port: %d, say: \"\\e]0;x\\a\\u0001]]>\"}\n"
                    .formatted(bench.port())
                + "expect: [{what: reply, is: y}]\n");

    assertThat(
            bench.run("run", file, "--junit", bench.path("r.xml"), "--json", bench.path("r.json")))
        .isEqualTo(1);

    assertThat(bench.out.toString()).doesNotContain("\u001b", "\u0007", "\u0001");
    assertThat(junit("r.xml").getElementsByTagName("failure").getLength()).isEqualTo(1);
    assertThat(json("r.json").get("held").asBoolean()).isFalse();
  }

  private Document junit(String name) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(folder.resolve(name).toFile());
  }

  private static List<String> attributes(Element element) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      names.add(element.getAttributes().item(i).getNodeName());
    }
    return names;
  }

  private JsonNode json(String name) throws IOException {
    return JsonMapper.shared().readTree(Files.readString(folder.resolve(name)));
  }

  @Test
  void theReportsSayWhatTheLinesSay() throws Exception {
    String file =
        bench.file(
            "a.yaml",
            say("Good", "x", ""),
            say("Bad", "<x&y>", "expect: [{what: reply, is: y}]\n"));

    assertThat(
            bench.run("run", file, "--junit", bench.path("r.xml"), "--json", bench.path("r.json")))
        .isEqualTo(1);

    assertThat(attributes(junit("r.xml").getDocumentElement()))
        .as("what the schemas of build servers know of the root")
        .containsExactlyInAnyOrder("tests", "failures", "errors", "time");
    Element suite = (Element) junit("r.xml").getElementsByTagName("testsuite").item(0);
    assertThat(attributes(suite))
        .containsExactlyInAnyOrder(
            "name", "tests", "failures", "errors", "time", "skipped", "timestamp");
    assertThat(suite.getAttribute("name")).isEqualTo(file);
    assertThat(suite.getAttribute("tests")).isEqualTo("2");
    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    assertThat(suite.getAttribute("errors")).isEqualTo("0");
    Element bad = (Element) suite.getElementsByTagName("testcase").item(1);
    assertThat(bad.getAttribute("name")).isEqualTo("Bad");
    Element failure = (Element) bad.getElementsByTagName("failure").item(0);
    assertThat(failure.getAttribute("message")).contains("but it was \"<x&y>\"");

    JsonNode runs = json("r.json").get("runs");
    assertThat(runs.get(0).get("state").asString()).isEqualTo("held");
    assertThat(runs.get(1).get("state").asString()).isEqualTo("failed");
    assertThat(runs.get(1).get("problems").get(0).asString()).contains("<x&y>");
  }

  @Test
  void aReportThatCannotBeWrittenIsToldBeforeAnythingRuns() throws IOException {
    String file = bench.file("a.yaml", say("A", "x", ""));
    Path inTheWay = Files.writeString(folder.resolve("no-folder"), "");
    String junit = inTheWay.resolve("r.xml").toString();

    assertThat(bench.run("run", file, "--junit", junit, "--json", folder.toString())).isEqualTo(2);

    assertThat(bench.tool.made).hasValue(0);
    assertThat(bench.out.toString()).isEmpty();
    assertThat(bench.err.toString().lines())
        .containsExactly(
            junit + ": the report cannot be written: a file stands where a folder is needed",
            folder + ": the report cannot be written: it is a folder");
  }

  @Test
  void lookingForAPlaceForTheReportLeavesNothingBehind() throws IOException {
    String file = bench.file("a.yaml", "request: {port: none}\n");
    Path reports = folder.resolve("reports");

    assertThat(bench.run("run", file, "--json", reports.resolve("r.json").toString())).isEqualTo(2);

    assertThat(reports).doesNotExist();
  }

  @Test
  void aReportThatFailsInTheEndDoesNotHideTheSummaryAndTheOtherReport() throws IOException {
    String file = bench.file("a.yaml", say("A", "x", ""));
    // When the second has made its folders, the first cannot have its name any more.
    String junit = bench.path("r");
    Path json = folder.resolve("r").resolve("r.json");

    assertThat(bench.run("run", file, "--junit", junit, "--json", json.toString())).isEqualTo(2);

    assertThat(bench.out.toString()).contains("ok  A").contains("1 held, 0 failed");
    assertThat(json).isRegularFile();
    assertThat(bench.err.toString().lines())
        .containsExactly(junit + ": the report cannot be written: it is a folder");
  }

  @Test
  void coloursAreShownOnlyWhereWanted() throws IOException {
    String file = bench.file("a.yaml", say("A", "x", ""));

    assertThat(bench.run("run", file)).isZero();
    assertThat(bench.out.toString()).doesNotContain("\u001b");
    assertThat(bench.cli(true).run("run", file)).isZero();
    assertThat(bench.out.toString()).contains("\u001b[32mok\u001b[0m");
  }

  @Test
  void stoppingEndsTheRunAtOnceAndStillReports() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      String document = "request: {port: " + silent.getLocalPort() + "}\n";
      String file = bench.file("a.yaml", document, document);
      Cli cli = bench.cli(false);
      FutureTask<Integer> exit =
          bench.inBackground(cli, "run", file, "--junit", bench.path("r.xml"));
      await().until(() -> bench.jobs().running().size() == 1);

      cli.stop(Duration.ofSeconds(5));

      assertThat(exit.get(5, TimeUnit.SECONDS)).isEqualTo(130);
    }
    assertThat(junit("r.xml").getElementsByTagName("skipped").getLength()).isEqualTo(2);
  }
}
