package org.wirebench.tool.http.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.workspace.Tree;
import org.wirebench.testkit.TestFolders;

class MockFileTest {
  @TempDir private Path home;
  private final List<IOException> troubles = new ArrayList<>();

  private Path file() {
    return TestFolders.in(home).state().resolve("mocks.yaml");
  }

  private static MockDrafts drafts() {
    return new MockDrafts(new MockBook());
  }

  private MockFile open(MockDrafts drafts) {
    return new MockFile(drafts, TestFolders.in(home), JobClock.system(), troubles::add);
  }

  private static Tree.Fields route(String path, String body) {
    return Tree.Fields.NONE.with("path", path).with("body", body);
  }

  private static Tree.Items routes(Tree... all) {
    return Tree.items(List.of(all));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(file().getParent())) {
      return all.toList();
    }
  }

  @Test
  void whatWasTypedIsThereAtTheNextStartRightOrWrong() throws Exception {
    Tree.Items typed =
        routes(
            route("/a", "one\n  two: {x}\n\u0007 \"'#\r\n\u00e4\ud83d\ude00").with("off", "true"),
            route("no slash", "${nothing}").with("status", "soon"),
            route("/b", "x".repeat(100_000)));
    MockDrafts before = drafts();
    try (MockFile file = open(before)) {
      assertThat(file.load()).isEmpty();
      before.load(typed);
    }
    MockDrafts after = drafts();
    try (MockFile file = open(after)) {
      assertThat(file.load()).isEmpty();
      assertThat(after.typed()).isEqualTo(typed);
      assertThat(after.book().routes()).extracting(MockRoute::path).containsExactly("/a", "/b");
    }
    assertThat(troubles).isEmpty();
  }

  @Test
  void nothingIsWrittenWhileNothingIsTyped() throws Exception {
    try (MockFile file = open(drafts())) {
      assertThat(file.load()).isEmpty();
    }
    assertThat(file()).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{{{|line 5",
        "routes: none|line 5, column 11: the routes must be a list",
        "routes: [x]|line 5, column 12: a route must have fields"
      })
  void aDamagedFileIsSetAsideAndSaidWithItsPlace(String request, String said) throws Exception {
    Files.createDirectories(file().getParent());
    String text = "wirebench: 1\nname: mocks\ntool: http\nrequest:\n  " + request + "\n";
    Files.writeString(file(), text);
    MockDrafts drafts = drafts();
    try (MockFile file = open(drafts)) {
      Optional<String> trouble = file.load();
      assertThat(trouble).hasValueSatisfying(why -> assertThat(why).contains(said, "set aside"));
      assertThat(drafts.typed().items()).isEmpty();
      drafts.load(routes(route("/a", "")));
    }
    assertThat(files()).anyMatch(one -> one.toString().contains("mocks.yaml.damaged-"));
    assertThat(Files.readString(file())).contains("/a");
  }

  @Test
  void ofADamagedFileWhatCanBeUsedIs() throws Exception {
    Files.createDirectories(file().getParent());
    Files.writeString(
        file(),
        """
        wirebench: 1
        name: mocks
        tool: http
        request:
          routes:
            - {path: /a, statis: 404}
            - text
            - {path: /b, status: soon}
        """);
    MockDrafts drafts = drafts();
    try (MockFile file = open(drafts)) {
      assertThat(file.load())
          .hasValueSatisfying(
              why ->
                  assertThat(why)
                      .contains("line 6, column 18: there is no field statis", "line 7, column 7"));
    }
    assertThat(drafts.typed().items())
        .containsExactly(
            Tree.Fields.NONE.with("path", "/a"),
            Tree.Fields.NONE.with("path", "/b").with("status", "soon"));
    assertThat(drafts.book().routes()).extracting(MockRoute::path).containsExactly("/a");
    try (MockFile file = open(drafts())) {
      assertThat(file.load()).isEmpty();
    }
  }

  @Test
  void whatIsMoreThanAFileMayHoldIsToldAndTheFileStays() throws Exception {
    MockDrafts drafts = drafts();
    try (MockFile file = open(drafts)) {
      assertThat(file.load()).isEmpty();
      drafts.load(routes(route("/a", "")));
    }
    String before = Files.readString(file());
    MockDrafts more = drafts();
    try (MockFile file = open(more)) {
      assertThat(file.load()).isEmpty();
      more.load(routes(route("/a", "x".repeat(40_000_000))));
    }
    assertThat(troubles).hasSize(1);
    assertThat(file()).hasContent(before);
  }
}
