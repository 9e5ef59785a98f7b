package org.wirebench.core.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("some.yaml");
  }

  private static void write(Path to, String text) throws IOException {
    AtomicFiles.write(to, text.getBytes(UTF_8));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void theNewVersionReplacesTheOldWhichIsKept() throws IOException {
    write(file, "one");
    write(file, "two");
    write(file, "three");

    assertThat(file).hasContent("three");
    assertThat(folder.resolve("some.yaml~")).hasContent("two");
    assertThat(names()).containsExactly("some.yaml", "some.yaml~");
  }

  @Test
  void missingFoldersAreMade() throws IOException {
    Path deep = folder.resolve("a/b/c.yaml");
    write(deep, "x");
    assertThat(deep).hasContent("x");
  }

  @Test
  void aFailureLeavesTheOldFileAndNothingElse() throws IOException {
    write(file, "old");
    // A folder that is not empty stands where the previous version is to be kept.
    Files.createDirectories(folder.resolve("some.yaml~/full"));

    assertThatExceptionOfType(IOException.class).isThrownBy(() -> write(file, "new"));

    assertThat(file).hasContent("old");
    assertThat(names()).containsExactly("some.yaml", "some.yaml~");
  }

  @Test
  void aFolderIsNotReplaced() throws IOException {
    Files.createDirectories(file.resolve("full"));

    assertThatExceptionOfType(IOException.class).isThrownBy(() -> write(file, "new"));

    assertThat(file.resolve("full")).isDirectory();
  }

  @Test
  void aLinkStaysALink() throws IOException {
    Path real = Files.createDirectory(folder.resolve("elsewhere")).resolve("real.yaml");
    write(real, "old");
    Files.createSymbolicLink(file, Path.of("elsewhere/real.yaml"));

    write(file, "new");

    assertThat(file).isSymbolicLink();
    assertThat(real).hasContent("new");
    assertThat(folder.resolve("elsewhere/real.yaml~")).hasContent("old");
  }

  @Test
  void aLinkToNothingYetIsFollowed() throws IOException {
    Files.createSymbolicLink(file, Path.of("later.yaml"));

    write(file, "new");

    assertThat(folder.resolve("later.yaml")).hasContent("new");
  }

  @Test
  void aLoopOfLinksIsAnError() throws IOException {
    Files.createSymbolicLink(file, Path.of("other.yaml"));
    Files.createSymbolicLink(folder.resolve("other.yaml"), file.getFileName());

    assertThatExceptionOfType(FileSystemLoopException.class).isThrownBy(() -> write(file, "x"));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) // It has other permissions.
  void permissionsStay() throws IOException {
    write(file, "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

    write(file, "new");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aPrivateFileIsForItsOwnerAloneAlsoWhenItWasNot() throws IOException {
    Path file = folder.resolve("state.yaml");
    AtomicFiles.write(file, "old".getBytes(StandardCharsets.UTF_8));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    AtomicFiles.writePrivate(file, "new".getBytes(StandardCharsets.UTF_8));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(file).hasContent("new");
  }
}
