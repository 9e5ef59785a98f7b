package org.wirebench.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
    assertThat(Fx.call(divider::draft)).containsExactly(Map.entry("divider", "0.250"));
    Fx.run(() -> divider.restore(Map.of("divider", "0.4")));
    isAt(0.6);
    show(false);
    isAt(0.4);
  }

  /** A form that is wider already has room enough. */
  @Test
  void itNeverMakesTheFormNarrower() {
    drag(0.7);
    show(true);
    isAt(0.7);
  }
}
