package org.wirebench.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeoutException;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wirebench.testkit.Fx;

class WrapRowTest {
  @BeforeAll
  static void start() throws TimeoutException {
    Fx.start();
  }

  private static Region box(double width, double height) {
    Region box = new Region();
    box.setMinSize(width, height);
    box.setPrefSize(width, height);
    box.setMaxSize(width, height);
    return box;
  }

  private static Region growing(double least) {
    Region box = new Region();
    box.setMinWidth(least);
    box.setPrefSize(least * 2, 20);
    box.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(box, Priority.ALWAYS);
    return box;
  }

  private static WrapRow laidOut(double width, Node... children) {
    return Fx.call(
        () -> {
          WrapRow row = new WrapRow(children);
          row.resize(width, row.prefHeight(width));
          row.layout();
          return row;
        });
  }

  @Test
  void withRoomAllStandInOneLineAndTheGrowingOneTakesTheRest() {
    Region field = growing(50);
    Region last = box(40, 30);
    WrapRow row = laidOut(300, box(60, 20), field, last);
    assertThat(row.getHeight()).isEqualTo(30);
    assertThat(field.getWidth()).isEqualTo(300 - 60 - 40 - 16);
    assertThat(last.getLayoutX() + last.getWidth()).isEqualTo(300);
    assertThat(field.getLayoutY()).isEqualTo(5);
  }

  @Test
  void whatIsLowerMayStandAtTheTop() {
    Region low = box(60, 20);
    WrapRow row = laidOut(300, low, box(40, 30));
    Fx.run(
        () -> {
          row.atTop().requestLayout();
          row.layout();
        });
    assertThat(low.getLayoutY()).isZero();
  }

  @Test
  void withoutRoomTheyGoOnInTheNextLineAndNothingIsCutOff() {
    Region field = growing(50);
    Region last = box(40, 30);
    WrapRow row = laidOut(120, box(60, 20), field, last);
    assertThat(row.getHeight()).isEqualTo(20 + 8 + 30);
    assertThat(last.getLayoutY()).isEqualTo(28);
    assertThat(field.getWidth()).isEqualTo(52);
    for (Node child : row.getChildren()) {
      assertThat(child.getLayoutX() + child.getLayoutBounds().getWidth()).isLessThanOrEqualTo(120);
    }
  }

  @Test
  void widthsBetweenPixelsMoveNothingOverTheEdge() {
    Region last = box(40.4, 20);
    WrapRow row = laidOut(300, box(60.4, 20), growing(50.3), growing(50.3), last);
    assertThat(last.getLayoutX() + last.getWidth()).isLessThanOrEqualTo(300);
    assertThat(last.getWidth()).isGreaterThanOrEqualTo(40.4);
    assertThat(row.getHeight()).isEqualTo(20);
  }

  @Test
  void oneThatWantsLessThanItNeedsMakesNoSecondLine() {
    Region field = growing(50);
    field.setPrefWidth(40);
    WrapRow row = laidOut(300, box(60, 20), field);
    assertThat(Fx.call(() -> row.prefHeight(-1))).isEqualTo(20);
  }

  @Test
  void theWidestOneIsTheLeastWidth() {
    assertThat(laidOut(10, box(60, 20), growing(50)).minWidth(-1)).isEqualTo(60);
  }

  @Test
  void whatIsNotShownTakesNoRoom() {
    Region hidden = box(200, 90);
    hidden.setManaged(false);
    assertThat(laidOut(100, box(60, 20), hidden).getHeight()).isEqualTo(20);
  }

  @Test
  void wordsThatGrowTakeMoreLinesWhereTheRoomIsNarrow() {
    Region words = new Paragraph();
    words.setMinWidth(50);
    HBox.setHgrow(words, Priority.ALWAYS);
    WrapRow row = laidOut(160, box(40, 20), words);
    assertThat(words.getWidth()).isEqualTo(160 - 48);
    assertThat(words.getHeight()).isEqualTo(Math.ceil(6000.0 / 112)).isEqualTo(row.getHeight());
    assertThat(words.getLayoutX()).isEqualTo(48);
  }

  /** As wrapped text: it covers the same area in any width. */
  private static final class Paragraph extends Region {
    @Override
    public Orientation getContentBias() {
      return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
      return width < 0 ? 20 : 6000 / width;
    }
  }
}
