package org.wirebench.tool.http.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadPlotTest {
  @ParameterizedTest
  @CsvSource({"0, 1", "1, 0.5", "4, 1", "5, 2", "100, 50", "8001, 5000", "0.03, 0.01"})
  void theMarksOfAScaleAreRoundNumbers(double most, double step) {
    assertThat(LoadPlot.step(most)).isCloseTo(step, within(step));
  }

  private static Offset<Double> within(double step) {
    return Offset.offset(step * 1e-9);
  }
}
