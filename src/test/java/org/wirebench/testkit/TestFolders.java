package org.wirebench.testkit;

import java.nio.file.Path;
import org.wirebench.core.settings.Folders;

/** The places of the program's own files, all in one folder. */
public final class TestFolders {
  private TestFolders() {}

  public static Folders in(Path folder) {
    return new Folders(
        folder.resolve("config"),
        folder.resolve("state"),
        folder.resolve("cache"),
        folder.resolve("workspace"));
  }
}
