package org.wirebench.core.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryFilesTest {
  private static final String SAMPLE =
      """
      wirebench: 1
      name: The echo server answers
      tool: socket
      request:
        transport: tcp
        port: 7007
        send: ["hello\\n"]
        until: {text: "hello"}
      expect:
        - {what: reply, contains: hello}
      capture:
        greeting: {what: reply, matches: "(\\\\w+)"}
      ---
      wirebench: 1
      tool: socket
      """;

  @TempDir private Path folder;

  private static List<Entry> parse(String yaml) throws DamagedFileException {
    return EntryFiles.parse(Path.of("echo.yaml"), yaml.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void severalDocumentsAreReadInOrder() throws IOException {
    List<Entry> entries = parse(SAMPLE);

    assertThat(entries)
        .extracting(Entry::name)
        .containsExactly("The echo server answers", "echo 2");
    assertThat(entries.getFirst().request().text("port")).contains("7007");
    assertThat(entries.getFirst().expect().items()).hasSize(1);
    assertThat(entries.getFirst().capture().names()).containsExactly("greeting");
    assertThat(entries.getLast().mark()).isEqualTo(new Mark(14, 1));
  }

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    Path file = folder.resolve("echo.yaml");
    List<Entry> entries = parse(SAMPLE).stream().map(Entry::plain).toList();

    EntryFiles.write(file, entries);

    assertThat(EntryFiles.read(file)).extracting(Entry::plain).isEqualTo(entries);
    assertThat(Files.readString(file)).startsWith("wirebench: 1\nname: The echo server answers\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name: x | 1:1 | wirebench: 1",
        "wirebench: 2\\ntool: x\\nfuture: y | 1:12 | version \"2\"",
        "wirebench: 1 | 1:1 | \"tool\" is missing",
        "wirebench: 1\\ntool: x\\nexcept: [] | 3:1 | did you mean \"expect\"",
        "wirebench: 1\\ntool: x\\nzzz: [] | 3:1 | there are: wirebench, name",
        "wirebench: 1\\ntool: [x] | 2:7 | \"tool\" is a text",
        "wirebench: 1\\ntool: x\\nrequest: [] | 3:10 | list of fields",
        "wirebench: 1\\ntool: x\\nexpect: {} | 3:9 | each item after a dash",
        "- wirebench: 1 | 1:1 | a list of fields",
        "'' | 1:1 | empty"
      })
  void whatIsNoSavedRequestSaysWhereAndWhy(String yaml, String place, String reason) {
    assertThatExceptionOfType(DamagedFileException.class)
        .isThrownBy(() -> parse(yaml.replace("\\n", "\n")))
        .withMessageStartingWith("echo.yaml:" + place + ": ")
        .withMessageContaining(reason);
  }

  @Test
  void aDamagedFileIsSetAsideBeforeItIsReplaced() throws IOException {
    Path file = folder.resolve("a.yaml");
    Files.writeString(file, "precious: [but broken");

    Path aside = EntryFiles.write(file, parse(SAMPLE)).orElseThrow();

    assertThat(aside).hasContent("precious: [but broken");
    assertThat(aside.getFileName().toString()).startsWith("a.yaml.damaged-");
    assertThat(EntryFiles.read(file)).hasSize(2);
  }

  @Test
  void aWellFileIsNotSetAside() throws IOException {
    Path file = folder.resolve("a.yaml");
    assertThat(EntryFiles.write(file, parse(SAMPLE))).isEmpty();
    assertThat(EntryFiles.write(file, parse(SAMPLE))).isEmpty();
    assertThat(AtomicFiles.previous(file)).exists();
  }

  @Test
  void settingAsideNeverOverwrites() throws IOException {
    Path file = Files.writeString(folder.resolve("a.yaml"), "one");
    Instant now = Instant.parse("2026-03-01T12:00:00Z");

    Path first = EntryFiles.setAside(file, now);
    Files.writeString(file, "two");
    Path second = EntryFiles.setAside(file, now);

    assertThat(first).hasFileName("a.yaml.damaged-20260301-120000").hasContent("one");
    assertThat(second).hasFileName("a.yaml.damaged-20260301-120000-2").hasContent("two");
  }

  @Test
  void aMissingFileIsNotADamagedOne() {
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> EntryFiles.read(folder.resolve("none.yaml")));
  }
}
