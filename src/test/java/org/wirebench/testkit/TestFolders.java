package org.wirebench.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.wirebench.core.settings.Folders;

/** The places of the program's own files, all in one folder. */
public final class TestFolders {
  private TestFolders() {}

  /** A new folder, which must be deleted. */
  public static Path create() throws IOException {
    return Files.createTempDirectory("wirebench-test");
  }

  /** Deletes the folder and all that is in it. */
  public static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(one);
      }
    }
  }

  public static Folders in(Path folder) {
    return new Folders(
        folder.resolve("config"),
        folder.resolve("state"),
        folder.resolve("cache"),
        folder.resolve("workspace"));
  }
}
