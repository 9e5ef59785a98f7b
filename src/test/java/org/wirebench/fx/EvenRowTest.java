package org.wirebench.fx;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wirebench.testkit.CutText;
import org.wirebench.testkit.Fx;
import org.wirebench.testkit.TestWindow;

/** Fields beside each other go below each other before their words are cut. */
@Timeout(30)
class EvenRowTest {
  @RegisterExtension private final TestWindow window = new TestWindow();
  private final FormField<TextField> shorter = Fx.call(() -> field("Size"));
  private final FormField<TextField> longer = Fx.call(() -> field("Or messages a second"));
  private final EvenRow row = Fx.call(() -> new EvenRow(shorter, longer));

  private static FormField<TextField> field(String label) {
    return new FormField<>(label, "What to type.", new TextField());
  }

  private void show(double width) {
    window.show(row, width, 200);
    Fx.run(row::layout);
  }

  @Test
  void withRoomTheyStandBesideEachOtherInTheSameWidth() {
    show(600);
    assertThat(shorter.getWidth()).isEqualTo(longer.getWidth()).isEqualTo(296);
    assertThat(longer.getLayoutX()).isEqualTo(304);
    assertThat(longer.getLayoutY()).isEqualTo(shorter.getLayoutY());
  }

  @Test
  void theyMayTakeAllTheHeightThereIs() {
    show(600);
    assertThat(shorter.getHeight()).isLessThan(100);
    Fx.run(
        () -> {
          row.filling().requestLayout();
          row.layout();
        });
    assertThat(shorter.getHeight()).isEqualTo(longer.getHeight()).isEqualTo(200);
  }

  @Test
  void oneThatHasNoNeighbourNowTakesTheWholeRow() {
    Fx.run(
        () -> {
          longer.setVisible(false);
          longer.setManaged(false);
        });
    show(600);
    assertThat(shorter.getWidth()).isEqualTo(600);
  }

  @Test
  void whereALabelFindsNoRoomTheyStandBelowEachOther() {
    show(220);
    assertThat(shorter.getWidth()).isEqualTo(longer.getWidth()).isEqualTo(220);
    assertThat(longer.getLayoutY()).isEqualTo(shorter.getHeight() + 12);
    assertThat(Fx.call(() -> row.prefHeight(220)))
        .isEqualTo(longer.getLayoutY() + longer.getHeight());
  }

  @Test
  void inTheNarrowestALabelTakesMoreLines() {
    show(80);
    assertThat(longer.getHeight()).isGreaterThan(shorter.getHeight());
    assertThat(CutText.shownIn(row)).isEmpty();
  }
}
