package org.wirebench.core.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BisectionTest {
  @Test
  void theFirstPlaceIsFoundWhereverItIs() throws IOException {
    for (long first = 3; first <= 20; first++) {
      long wanted = first;
      assertThat(Bisection.first(3, 20, index -> index >= wanted)).isEqualTo(wanted);
    }
  }

  @Test
  void whereThereIsNoPlaceNothingIsAsked() throws IOException {
    assertThat(
            Bisection.first(
                1,
                0,
                _ -> {
                  throw new AssertionError("asked");
                }))
        .isEqualTo(1);
  }

  @Test
  void amongMillionsFewAreAsked() throws IOException {
    AtomicInteger asked = new AtomicInteger();

    long found =
        Bisection.first(
            0,
            1L << 40,
            index -> {
              asked.incrementAndGet();
              return index >= 123_456_789_012L;
            });

    assertThat(found).isEqualTo(123_456_789_012L);
    assertThat(asked.get()).isLessThanOrEqualTo(41);
  }
}
