package org.wirebench.core.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ByteStoresTest {
  @TempDir Path folder;

  @Test
  void closingDeletesEverything() throws IOException {
    ByteStores stores = new ByteStores(folder);
    ByteStore store = stores.create();
    store.append(new byte[1_000_000], 0, 1_000_000);
    stores.store(new byte[10], 0, 10);
    assertThat(stores.folder()).isDirectoryContaining(file -> true);
    stores.close();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void anotherBlockTakesTheFileOfOneThatIsNotNeeded() throws IOException {
    try (ByteStores stores = new ByteStores(folder)) {
      StoredBlock one = stores.store(new byte[100], 0, 100);
      StoredBlock other = one.replace(new byte[] {0, 1, 2, 3}, 1, 3);
      assertThat(other.length()).isEqualTo(3);
      byte[] read = new byte[3];
      other.read(0, read, 0, 3);
      assertThat(read).containsExactly(1, 2, 3);
      try (Stream<Path> files = Files.list(stores.folder())) {
        assertThat(files.mapToLong(file -> file.toFile().length())).containsExactly(3L);
      }
      other.close();
      assertThat(stores.folder()).isEmptyDirectory();
    }
  }

  @Test
  void veryManyStoresShareTheHeap() throws IOException {
    byte[] piece = new byte[4096];
    try (ByteStores stores = new ByteStores(folder)) {
      List<ByteStore> many = new ArrayList<>();
      for (int i = 0; i < 600; i++) {
        ByteStore store = stores.create();
        many.add(store);
        for (int part = 0; part < 50; part++) {
          piece[0] = (byte) part;
          store.append(piece, 0, piece.length);
        }
      }
      assertThat(stores.heapBytes())
          .isBetween(ByteStores.HEAP_OF_ALL, ByteStores.HEAP_OF_ALL + (8L << 20));
      for (ByteStore store : many) {
        assertThat(store.size()).isEqualTo(50 * 4096);
        for (int part = 0; part < 50; part++) {
          assertThat(store.read(part * 4096L, 1)).containsExactly(part);
        }
        store.close();
      }
      assertThat(stores.heapBytes()).isZero();
    }
  }

  @Test
  void twoInOneProcessDoNotDisturbEachOther() throws IOException {
    try (ByteStores one = new ByteStores(folder)) {
      one.create().append(new byte[1_000_000], 0, 1_000_000);
      try (ByteStores other = new ByteStores(folder)) {
        assertThat(other.folder()).isNotEqualTo(one.folder());
        assertThat(one.folder()).isDirectory();
      }
      assertThat(one.folder()).isDirectoryContaining(file -> true);
    }
  }

  @Test
  void theFolderOfALivingProcessStaysAndThatOfADeadOneGoes() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                StoresOfAnotherProcess.class.getName(),
                folder.toString())
            .inheritIO()
            .redirectInput(ProcessBuilder.Redirect.PIPE)
            .start();
    try {
      await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(folder.resolve("ready")));
      try (ByteStores ours = new ByteStores(folder)) {
        assertThat(foldersBeside(ours)).isEqualTo(1);
      }
      process.destroyForcibly().waitFor();
      assertThat(folders()).isEqualTo(1);
      try (ByteStores ours = new ByteStores(folder)) {
        assertThat(foldersBeside(ours)).isZero();
      }
    } finally {
      process.destroyForcibly();
    }
    Files.delete(folder.resolve("ready"));
    assertThat(folder).isEmptyDirectory();
  }

  private long foldersBeside(ByteStores ours) throws IOException {
    assertThat(ours.folder()).isDirectory();
    return folders() - 1;
  }

  private long folders() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isDirectory).count();
    }
  }

  @Test
  void whatIsNotOursIsLeftAlone() throws IOException {
    Files.createDirectory(folder.resolve("photos"));
    Files.writeString(folder.resolve("photos.lock"), "");
    new ByteStores(folder).close();
    assertThat(folder.resolve("photos")).isDirectory();
    assertThat(folder.resolve("photos.lock")).exists();
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void othersMayNotLookIn() throws IOException {
    try (ByteStores stores = new ByteStores(folder)) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(stores.folder())))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void aStoredBlockIsReadInPartsAndDeleted() throws IOException {
    try (ByteStores stores = new ByteStores(folder)) {
      byte[] bytes = {1, 2, 3, 4, 5, 6};
      StoredBlock block = stores.store(bytes, 1, 4);
      byte[] read = new byte[4];
      block.read(1, read, 1, 3);
      assertThat(read).containsExactly(0, 3, 4, 5);
      assertThat(block.length()).isEqualTo(4);
      block.close();
      assertThat(stores.folder()).isEmptyDirectory();
    }
  }
}
