package org.wirebench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.wirebench.core.workspace.Variables;

class WindowOptionsTest {
  @Test
  void theWindowIsOpenedWithNothingOrWithVariablesAlone() {
    assertThat(WindowOptions.areThese()).isTrue();
    assertThat(WindowOptions.areThese("--set", "a=b")).isTrue();
    assertThat(WindowOptions.areThese("--set=a=b")).isTrue();
    assertThat(WindowOptions.areThese("run", "--set", "a=b")).isFalse();
    assertThat(WindowOptions.areThese("--settings")).isFalse();
  }

  @Test
  void variablesAreReadAsThoseOfARun() throws WrongUseException {
    assertThat(WindowOptions.variables("--set", "a=b", "--set=c.d=x=y"))
        .isEqualTo(Variables.NONE.with("a", "b").with("c.d", "x=y"));
    assertThat(WindowOptions.variables()).isEqualTo(Variables.NONE);
  }

  @Test
  void whatIsWrongIsSaid() {
    assertThatExceptionOfType(WrongUseException.class)
        .isThrownBy(() -> WindowOptions.variables("--set", "1=b"))
        .withMessageContaining("1=b");
    assertThatExceptionOfType(WrongUseException.class)
        .isThrownBy(() -> WindowOptions.variables("--set", "a=b", "run"))
        .withMessageContaining("run");
    assertThatExceptionOfType(WrongUseException.class)
        .isThrownBy(() -> WindowOptions.variables("--set"));
  }
}
