package org.wirebench.core.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written can be read again, however much was typed. */
class LargeEntriesTest {
  @TempDir private Path folder;

  private static Entry typed(int characters) {
    return Entry.of(
        "long", "socket", Tree.Fields.NONE.with("send", "many words ".repeat(characters / 11)));
  }

  @Test
  void aTextOfSomeMegabytesComesBack() throws Exception {
    Path file = folder.resolve("long.yaml");
    Entry entry = typed(YamlReader.LARGEST - 1000);
    assertThat(EntryFiles.write(file, List.of(entry))).isEmpty();
    assertThat(EntryFiles.read(file).getFirst().plain()).isEqualTo(entry);
  }

  @Test
  void whatCouldNotBeReadAgainIsNotWritten() throws Exception {
    Path file = folder.resolve("long.yaml");
    assertThat(EntryFiles.write(file, List.of(typed(20)))).isEmpty();
    assertThatThrownBy(() -> EntryFiles.write(file, List.of(typed(YamlReader.LARGEST))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("8388608");
    assertThat(EntryFiles.read(file).getFirst().plain()).isEqualTo(typed(20));
    assertThat(AtomicFiles.previous(file)).doesNotExist();
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }
}
