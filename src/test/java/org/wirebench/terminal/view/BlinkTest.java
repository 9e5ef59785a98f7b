package org.wirebench.terminal.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.PixelReader;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.wirebench.fx.CaretRest;
import org.wirebench.testkit.FakeClock;
import org.wirebench.testkit.Fx;

/** Text and cursors that blink. */
@Timeout(60)
class BlinkTest {
  private final FakeClock clock = new FakeClock();
  @RegisterExtension private final Shown shown = new Shown(clock);
  private final FxRobot robot = Fx.robot();

  private TerminalSkin skin() {
    return (TerminalSkin) shown.view().getSkin();
  }

  /** Whether the first columns of a row look all the same. */
  private boolean isBlank(int row, int columns) {
    return Fx.call(
        () -> {
          Canvas canvas = (Canvas) shown.view().lookup("#terminal-canvas");
          PixelReader pixels =
              Objects.requireNonNull(
                  canvas.snapshot(new SnapshotParameters(), null).getPixelReader());
          int top = (int) (row * skin().metrics().height());
          for (int y = top; y < top + (int) skin().metrics().height(); y++) {
            for (int x = 0; x < (int) (columns * skin().metrics().width()); x++) {
              if (pixels.getArgb(x, y) != pixels.getArgb(0, top)) {
                return false;
              }
            }
          }
          return true;
        });
  }

  /** Half a blink later. */
  private void turn() {
    clock.advance(Blink.HALF);
    Fx.settle();
    Fx.settle();
  }

  @Test
  void textIsSeenAndNotSeenInTurnAndThenRests() {
    shown.show().write("\033[5;4mblinks\033[m not\r\nsteady\033[?25l");
    shown.untilShown("steady");
    assertThat(isBlank(0, 6)).isFalse();
    turn();
    Fx.until(() -> isBlank(0, 6));
    assertThat(isBlank(0, 10)).isFalse();
    assertThat(isBlank(1, 6)).isFalse();
    int drawn = Fx.call(() -> skin().drawn());
    turn();
    Fx.until(() -> !isBlank(0, 6));
    assertThat(Fx.call(() -> skin().drawn()) - drawn).isEqualTo(1);
    for (int i = 0; i <= CaretRest.AFTER.dividedBy(Blink.HALF); i++) {
      turn();
    }
    assertThat(clock.waiting()).isZero();
    assertThat(isBlank(0, 6)).isFalse();
    robot.type(KeyCode.X);
    turn();
    Fx.until(() -> isBlank(0, 6));
    shown.write("\033[H\033[2Jdone");
    shown.untilShown("done");
    turn();
    turn();
    assertThat(clock.waiting()).isZero();
  }

  @Test
  void theCursorBlinksWhereTheProgramWantsThatAndRests() {
    shown.show().write("\033[?12h");
    robot.type(KeyCode.X);
    shown.untilSent("x");
    Fx.until(() -> clock.waiting() == 1);
    turn();
    Fx.until(() -> skin().shown().overlay(0).cursor().equals(Overlay.Caret.NONE));
    turn();
    Fx.until(() -> skin().shown().overlay(0).cursor().column() == 0);
    for (int i = 0; i <= CaretRest.AFTER.dividedBy(Blink.HALF); i++) {
      turn();
    }
    assertThat(clock.waiting()).isZero();
    assertThat(Fx.call(() -> skin().shown().overlay(0).cursor().column())).isZero();
  }

  @Test
  void whereNothingBlinksNothingWaits() {
    shown.show().write("steady");
    robot.type(KeyCode.X);
    shown.untilShown("steady");
    assertThat(clock.waiting()).isZero();
  }
}
