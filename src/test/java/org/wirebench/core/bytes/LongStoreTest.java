package org.wirebench.core.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LongStoreTest {
  @TempDir Path folder;

  @Test
  void numbersAreKeptInOrderBeyondTheHeap() throws IOException {
    try (ByteStores stores = new ByteStores(folder);
        LongStore numbers = new LongStore(stores)) {
      Random random = new Random(11);
      long[] expected = random.longs(200_000).toArray();
      for (long number : expected) {
        numbers.append(number);
      }
      assertThat(numbers.size()).isEqualTo(expected.length);
      for (int i = 0; i < 5000; i++) {
        int index = random.nextInt(expected.length);
        assertThat(numbers.get(index)).isEqualTo(expected[index]);
      }
      assertThatThrownBy(() -> numbers.get(expected.length))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
  }
}
