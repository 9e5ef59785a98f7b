package org.wirebench.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wirebench.testkit.Fx;
import org.wirebench.testkit.TestWindow;

@Timeout(30)
class KeptDividerTest {
  /** The skin puts it on whole pixels. */
  private static final Offset<Double> PIXEL = within(0.005);

  @RegisterExtension private final TestWindow window = new TestWindow();
  private final SplitPane split = Fx.call(() -> new SplitPane(new Region(), new Region()));
  private final KeptDivider divider = Fx.call(() -> new KeptDivider(split, 0.3));
  private final BooleanProperty code = new SimpleBooleanProperty();

  KeptDividerTest() {
    Fx.run(() -> divider.asideWhile(code, 0.6));
    window.show(split, 1000, 300);
  }

  private void isAt(double share) {
    Fx.run(split::layout);
    assertThat(Fx.call(() -> divider.positionProperty().get())).isEqualTo(share, PIXEL);
  }

  /** How wide what is before the divider is. */
  private static double width(SplitPane of) {
    return Fx.call(() -> ((Region) of.getItems().getFirst()).getWidth());
  }

  private void drag(double share) {
    Fx.run(() -> split.setDividerPosition(0, share));
  }

  private void show(boolean now) {
    Fx.run(() -> code.set(now));
  }

  @Test
  void itMovesAsideAndBack() {
    show(true);
    isAt(0.6);
    show(false);
    isAt(0.3);
  }

  @Test
  void eachPlaceThatTheUserGaveItIsKept() {
    drag(0.2);
    show(true);
    drag(0.5);
    show(false);
    isAt(0.2);
    show(true);
    isAt(0.5);
  }

  @Test
  void onlyTheUsualPlaceIsKeptOverARestart() {
    drag(0.25);
    show(true);
    assertThat(Fx.call(divider::draft)).containsExactly(Map.entry("divider", "250"));
    Fx.run(() -> divider.restore(Map.of("divider", "400")));
    isAt(0.6);
    show(false);
    isAt(0.4);
  }

  /** As of a window that is maximised only after it was laid out. */
  @Test
  void overARestartThePartBeforeItStaysAsWideInAWindowThatGrowsAfterwards() {
    drag(0.4);
    isAt(0.4);
    double before = width(split);
    Map<String, String> kept = Fx.call(divider::draft);
    SplitPane next = Fx.call(() -> new SplitPane(new Region(), new Region()));
    KeptDivider again = Fx.call(() -> new KeptDivider(next, 0.3));
    Fx.run(() -> again.restore(kept));
    assertThat(Fx.call(again::draft)).isEqualTo(kept);

    window.show(next, 600, 300);
    Fx.run(() -> next.getScene().getWindow().setWidth(1000));
    Fx.until(() -> next.getWidth() == 1000);
    Fx.settle();

    assertThat(width(next)).isEqualTo(before);
    assertThat(Fx.call(again::draft)).isEqualTo(kept);
  }

  @Test
  void aPlaceThatNobodyCouldHaveGivenItIsLeftOut() {
    for (String place : List.of("", "0", "-5", "0.4", "1e3", "999999", "wide")) {
      Fx.run(() -> divider.restore(Map.of("divider", place)));
      isAt(0.3);
    }
    Fx.run(() -> divider.restore(Map.of("divider", "99999")));
    isAt(1);
  }

  /** A form that is wider already has room enough. */
  @Test
  void itNeverMakesTheFormNarrower() {
    drag(0.7);
    show(true);
    isAt(0.7);
  }
}
