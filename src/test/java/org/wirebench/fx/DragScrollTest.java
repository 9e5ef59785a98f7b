package org.wirebench.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wirebench.testkit.Fx;

class DragScrollTest {
  private static final double HEIGHT = 100;

  private long scrolled;
  private Point2D head = Point2D.ZERO;
  private final Region control = new Region();
  private final Group parent = new Group(control);
  private final DragScroll drag =
      new DragScroll(control, 0.1, rows -> scrolled += rows, (x, y) -> head = new Point2D(x, y));

  @BeforeAll
  static void start() throws TimeoutException {
    Fx.start();
  }

  @BeforeEach
  void show() {
    // One that is in no scene was taken away.
    Fx.run(() -> new Scene(parent));
  }

  private void to(double x, double y) {
    Fx.run(
        () -> {
          control.resize(HEIGHT, HEIGHT);
          drag.to(x, y);
        });
  }

  @Test
  void insideNothingScrolls() {
    to(10, 20);
    assertThat(head).isEqualTo(new Point2D(10, 20));
    to(-10, 99);
    assertThat(head).isEqualTo(new Point2D(-10, 99));
    Fx.settle();
    assertThat(scrolled).isZero();
  }

  @Test
  void outsideTheTextScrollsUnderTheMouseUntilThatIsLetGo() {
    to(10, HEIGHT + 30);
    assertThat(head).isEqualTo(new Point2D(10, HEIGHT - 1));
    Fx.until(() -> scrolled > 20);
    to(10, -30);
    assertThat(head).isEqualTo(new Point2D(10, 0));
    Fx.until(() -> scrolled < -20);
    Fx.run(drag::stop);
    long then = Fx.call(() -> scrolled);
    Fx.settle();
    Fx.settle();
    assertThat(Fx.call(() -> scrolled)).isEqualTo(then);
  }

  @Test
  void oneThatIsTakenAwayScrollsNoMore() {
    to(10, HEIGHT + 30);
    Fx.until(() -> scrolled > 0);
    Fx.run(() -> parent.getChildren().clear());
    Fx.settle();
    long then = Fx.call(() -> scrolled);
    Fx.settle();
    Fx.settle();
    assertThat(Fx.call(() -> scrolled)).isEqualTo(then);
  }
}
