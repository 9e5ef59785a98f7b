package org.wirebench.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LogViewportTest {
  private static final long MANY = 5_000_000_000_000L;

  private final AtomicLong asked = new AtomicLong();

  private LogViewport of(int linesOfEach) {
    return new LogViewport(
        row -> {
          asked.incrementAndGet();
          return linesOfEach;
        });
  }

  /** A hundred rows of one line each, of which ten are shown, from a row on. */
  private LogViewport hundredFrom(long top) {
    LogViewport viewport = of(1);
    viewport.range(0, 100, 10);
    viewport.show(top);
    return viewport;
  }

  @Test
  void followsTheEndWhileRowsAreAdded() {
    LogViewport viewport = of(1);
    viewport.follow(true);

    viewport.range(0, 100, 10);
    assertThat(viewport.topRow()).isEqualTo(90);
    viewport.range(0, 105, 10);

    assertThat(viewport.topRow()).isEqualTo(95);
    assertThat(viewport.isAtEnd()).isTrue();
  }

  @Test
  void staysWhereItIsWhenItDoesNotFollow() {
    LogViewport viewport = hundredFrom(40);

    viewport.range(0, 1000, 10);

    assertThat(viewport.topRow()).isEqualTo(40);
    assertThat(viewport.isAtEnd()).isFalse();
  }

  @Test
  void goesWithTheOldestRowsThatAreDropped() {
    LogViewport viewport = hundredFrom(40);

    viewport.range(60, 160, 10);

    assertThat(viewport.topRow()).isEqualTo(60);
  }

  @Test
  void scrollsThroughTheLinesOfWrappedRows() {
    LogViewport viewport = of(3);
    viewport.range(0, 100, 10);

    viewport.scroll(4);
    assertThat(viewport.topRow()).isEqualTo(1);
    assertThat(viewport.topLine()).isEqualTo(1);
    viewport.scroll(-2);

    assertThat(viewport.topRow()).isZero();
    assertThat(viewport.topLine()).isEqualTo(2);
  }

  @Test
  void neverScrollsBeyondTheEnds() {
    LogViewport viewport = of(3);
    viewport.range(0, 20, 10);

    viewport.scroll(1000);
    assertThat(viewport.topRow()).isEqualTo(16);
    assertThat(viewport.topLine()).isEqualTo(2);
    viewport.scroll(-1000);

    assertThat(viewport.topRow()).isZero();
    assertThat(viewport.topLine()).isZero();
  }

  @Test
  void revealsARowWithTheSmallestMove() {
    LogViewport viewport = hundredFrom(0);

    viewport.reveal(12, 0);
    assertThat(viewport.topRow()).isEqualTo(3);
    viewport.reveal(5, 0);
    assertThat(viewport.topRow()).isEqualTo(3);
    viewport.reveal(1, 0);

    assertThat(viewport.topRow()).isEqualTo(1);
  }

  @Test
  void looksAtFewOfVeryManyRows() {
    LogViewport viewport = of(2);
    viewport.follow(true);
    viewport.range(0, MANY, 50);
    viewport.follow(false);
    viewport.show(MANY / 2);
    viewport.reveal(MANY - 1, 1);
    viewport.reveal(0, 0);
    viewport.range(0, MANY, 50);

    assertThat(asked.get()).isLessThan(1000);
    assertThat(viewport.topRow()).isZero();
  }

  @Test
  void fewRowsStandAtTheTop() {
    LogViewport viewport = of(1);
    viewport.follow(true);

    viewport.range(0, 3, 10);

    assertThat(viewport.topRow()).isZero();
    assertThat(viewport.isAtEnd()).isTrue();
  }
}
