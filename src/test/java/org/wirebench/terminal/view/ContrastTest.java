package org.wirebench.terminal.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ContrastTest {
  private final Contrast contrast = new Contrast();

  @Test
  void whatCanBeReadStaysAndTheRestIsMadeReadable() {
    assertThat(contrast.readable(0x000000, 0xffffff)).isEqualTo(0x000000);
    assertThat(contrast.readable(0x777777, 0x777777)).isEqualTo(0x777777);
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      int text = random.nextInt(1 << 24);
      int behind = random.nextInt(1 << 24);
      int made = contrast.readable(text, behind);
      boolean stays = Contrast.of(text, behind) >= Contrast.LEAST;
      assertThat(Contrast.of(made, behind)).isGreaterThanOrEqualTo(Contrast.LEAST);
      assertThat(made == text).isEqualTo(stays);
    }
  }

  @Test
  void itIsThatOfWcag() {
    assertThat(Contrast.of(0x000000, 0xffffff)).isEqualTo(21.0);
    assertThat(Contrast.of(0x767676, 0xffffff)).isBetween(4.53, 4.55);
  }
}
