package org.wirebench.core.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ProgressTest {
  @Test
  void progressIsAShareOrUnknown() {
    assertThat(new Progress(1, 4, Progress.Unit.BYTES).fraction()).isEqualTo(0.25);
    assertThat(new Progress(0, 0, Progress.Unit.ITEMS).fraction()).isEqualTo(1);
    assertThat(Progress.NONE.fraction()).isNegative();
    assertThatThrownBy(() -> new Progress(-1, 0, Progress.Unit.ITEMS))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
