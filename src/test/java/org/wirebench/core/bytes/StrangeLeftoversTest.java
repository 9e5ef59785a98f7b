package org.wirebench.core.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a dead process left and nobody can delete keeps no other from starting. */
class StrangeLeftoversTest {
  @TempDir private Path parent;

  @Test
  void aLeftoverThatCannotBeDeletedStays() throws Exception {
    Path stale = parent.resolve("wirebench-1-2-3");
    Path inside = Files.createDirectories(stale.resolve("folder")).resolve("file");
    Files.createFile(inside);
    Files.createFile(parent.resolve("wirebench-1-2-3.lock"));
    try (ByteStores stores = new ByteStores(parent)) {
      assertThat(stores.folder()).isDirectory();
    }
    assertThat(inside).exists();
  }
}
