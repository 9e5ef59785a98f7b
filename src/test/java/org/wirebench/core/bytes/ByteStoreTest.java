package org.wirebench.core.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ByteStoreTest {
  @TempDir Path folder;
  private ByteStores stores;

  @BeforeEach
  void open() throws IOException {
    stores = new ByteStores(folder);
  }

  @AfterEach
  void close() {
    stores.close();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(stores.folder())) {
      return files.toList();
    }
  }

  private static byte[] random(long seed, int length) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  @Test
  void smallStoresNeedNoFile() throws IOException {
    try (ByteStore store = stores.create()) {
      byte[] bytes = random(1, ByteStore.HEAP_LIMIT);
      store.append(bytes, 0, bytes.length);
      assertThat(store.read(0, bytes.length)).isEqualTo(bytes);
      assertThat(files()).isEmpty();
      store.append(bytes, 0, 1);
      assertThat(files()).hasSize(1);
      assertThat(store.size()).isEqualTo(bytes.length + 1);
    }
    assertThat(files()).isEmpty();
  }

  @Test
  void whatIsAppendedInAnySizesIsReadInAnySizes() throws IOException {
    Random random = new Random(5);
    for (int round = 0; round < 20; round++) {
      ByteArrayOutputStream model = new ByteArrayOutputStream();
      try (ByteStore store = stores.create()) {
        for (int i = 0; i < 60; i++) {
          int length = random.nextInt(random.nextBoolean() ? 200 : 90_000);
          byte[] part = random(random.nextLong(), length + 7);
          if (random.nextInt(4) == 0) {
            ByteBuffer direct = ByteBuffer.allocateDirect(length).put(part, 3, length).flip();
            store.append(direct);
            assertThat(direct.hasRemaining()).isFalse();
          } else {
            store.append(part, 3, length);
          }
          model.write(part, 3, length);
          assertThat(store.size()).isEqualTo(model.size());
          int from = random.nextInt(model.size() + 1);
          int wanted = random.nextInt(100_000);
          byte[] all = model.toByteArray();
          assertThat(store.read(from, wanted))
              .isEqualTo(Arrays.copyOfRange(all, from, Math.min(all.length, from + wanted)));
        }
        try (InputStream in = store.newInputStream()) {
          assertThat(in.readAllBytes()).isEqualTo(model.toByteArray());
        }
        try (InputStream in = store.newInputStream(10, 20)) {
          assertThat(in.skip(4)).isEqualTo(4);
          assertThat(in.readAllBytes()).isEqualTo(Arrays.copyOfRange(model.toByteArray(), 14, 20));
        }
        assertThat(store.read(model.size(), new byte[5], 0, 5)).isEqualTo(-1);
      }
    }
  }

  @Test
  void readersSeeAllThatWasAppendedWhileItGoesOn() throws Exception {
    int total = 3_000_000;
    byte[] bytes = random(8, total);
    try (ByteStore store = stores.create()) {
      List<CompletableFuture<Void>> readers =
          Stream.generate(() -> CompletableFuture.runAsync(() -> readAll(store, bytes)))
              .limit(3)
              .toList();
      for (int done = 0; done < total; done += 100) {
        store.append(bytes, done, 100);
        assertThat(store.size()).isEqualTo(done + 100);
      }
      for (CompletableFuture<Void> reader : readers) {
        reader.get(30, TimeUnit.SECONDS);
      }
    }
  }

  private static void readAll(ByteStore store, byte[] expected) {
    byte[] some = new byte[10_000];
    int done = 0;
    try {
      while (done < expected.length) {
        int count = store.read(done, some, 0, some.length);
        if (count > 0) {
          assertThat(Arrays.equals(some, 0, count, expected, done, done + count)).isTrue();
          done += count;
        }
        Thread.onSpinWait();
      }
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }

  @Test
  void anInterruptedThreadReadsAndAppendsAndLosesNothing() throws IOException {
    byte[] bytes = random(2, 1_000_000);
    try (ByteStore store = stores.create()) {
      store.append(bytes, 0, 500_000);
      Thread.currentThread().interrupt();
      store.append(bytes, 500_000, 500_000);
      byte[] read = store.read(0, bytes.length);
      assertThat(Thread.interrupted()).isTrue();
      assertThat(read).isEqualTo(bytes);
      assertThat(store.read(0, bytes.length)).isEqualTo(bytes);
    }
  }

  @Test
  void threadsInterruptedAtAnyTimeLoseNothing() throws Exception {
    int parts = 2000;
    byte[] part = random(4, 40_000);
    try (ByteStore store = stores.create()) {
      CompletableFuture<Thread> started = new CompletableFuture<>();
      CompletableFuture<Void> appender =
          CompletableFuture.runAsync(
              () -> {
                started.complete(Thread.currentThread());
                try {
                  for (int i = 0; i < parts; i++) {
                    store.append(part, 0, part.length);
                  }
                } catch (IOException failed) {
                  throw new AssertionError(failed);
                }
              });
      Thread thread = started.get(10, TimeUnit.SECONDS);
      while (!appender.isDone()) {
        thread.interrupt();
        Thread.onSpinWait();
      }
      appender.get(10, TimeUnit.SECONDS);
      assertThat(store.size()).isEqualTo((long) parts * part.length);
      assertThat(store.read((parts - 1L) * part.length, part.length)).isEqualTo(part);
    }
  }

  @Test
  void aClosedStoreSaysSo() throws IOException {
    ByteStore store = stores.create();
    store.append(new byte[300_000], 0, 300_000);
    store.close();
    store.close();
    assertThatThrownBy(() -> store.append(new byte[1], 0, 1)).hasMessageContaining("closed");
    assertThatThrownBy(() -> store.read(0, new byte[1], 0, 1)).hasMessageContaining("closed");
  }

  @Test
  void aStoreOfClosedStoresFailsInsteadOfLeavingFiles() throws IOException {
    ByteStore small = stores.create();
    ByteStore large = stores.create();
    byte[] bytes = new byte[300_000];
    large.append(bytes, 0, bytes.length);
    stores.close();
    assertThat(folder).isEmptyDirectory();
    assertThatThrownBy(() -> large.append(bytes, 0, bytes.length)).hasMessageContaining("closed");
    assertThatThrownBy(() -> small.append(bytes, 0, bytes.length)).hasMessageContaining("closed");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskIsToldInPlainWords() throws IOException {
    try (TempFile full = new TempFile(Path.of("/dev"), "full")) {
      assertThatThrownBy(() -> full.write(0, new byte[100_000], 0, 100_000))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("no room left on the disk")
          .hasMessageContaining("/dev");
    }
  }

  @Test
  void aFailedAppendKeepsWhatWasThere() throws IOException {
    byte[] bytes = random(6, 250_000);
    try (ByteStore store = stores.create()) {
      store.append(bytes, 0, bytes.length);
      Path name = stores.folder().resolve("0.bytes");
      Files.createDirectory(name);
      assertThatThrownBy(() -> store.append(bytes, 0, bytes.length))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("cannot be written");
      assertThat(store.read(0, 300_000)).isEqualTo(bytes);
      store.append(bytes, 0, bytes.length);
      assertThat(store.size()).isEqualTo(500_000);
      assertThat(store.read(250_000, 250_000)).isEqualTo(bytes);
    }
  }
}
