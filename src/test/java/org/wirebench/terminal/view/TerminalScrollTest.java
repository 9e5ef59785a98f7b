package org.wirebench.terminal.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Point2D;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.wirebench.testkit.Fx;

/** What is meant is what is seen, though lines are dropped between two frames. */
@Timeout(60)
class TerminalScrollTest {
  @RegisterExtension private final Shown shown = new Shown();
  private final FxRobot robot = Fx.robot();

  @BeforeEach
  void fill() {
    shown.show();
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 2 * Shown.SCROLLBACK; i++) {
      lines.append("line").append(i).append("\r\n");
    }
    shown.write(lines + "end");
    shown.untilShown("end");
    for (int i = 0; i < 5; i++) {
      robot.push(KeyCode.SHIFT, KeyCode.PAGE_UP);
    }
    Fx.until(() -> !shown.text().contains("end"));
  }

  private int firstLine() {
    return Integer.parseInt(shown.text().lines().findFirst().orElse("").substring("line".length()));
  }

  /** So many lines are dropped, and before that is seen something is done. FX thread. */
  private void flood(Runnable action) {
    byte[] more = "more\r\n".repeat(300).getBytes(UTF_8);
    shown.view().terminal().feed(more, 0, more.length);
    action.run();
  }

  @Test
  void oneScrollsFromWhatIsSeen() {
    int before = firstLine();
    int page = Fx.call(() -> shown.view().sizeProperty().get().rows()) - 1;
    Fx.run(() -> flood(() -> shown.view().fireEvent(pageUp())));
    Fx.settle();
    assertThat(firstLine()).isEqualTo(before - page);
  }

  private static KeyEvent pageUp() {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.PAGE_UP, true, false, false, false);
  }

  @Test
  void oneSelectsWhatIsSeen() {
    int before = firstLine();
    Point2D from = shown.before(2, 0);
    Point2D to = shown.before(3, 0);
    Fx.run(() -> flood(() -> shown.drag(from, to)));
    assertThat(shown.copied()).isEqualTo("line" + (before + 2));
  }

  @Test
  void aPromptIsBehindWhatIsSeen() {
    shown.write("\r\n\033]133;A\007prompt$ \r\n" + "more\r\n".repeat(100) + "\033[5n");
    shown.untilSent("\033[0n");
    Fx.run(() -> flood(() -> shown.view().jumpToPrompt(true)));
    Fx.until(() -> shown.text().startsWith("prompt$"));
  }

  @Test
  void whatIsNotInAWindowAnyMoreDoesNotScroll() {
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.HOME);
    Fx.until(() -> top() == 0);
    Point2D below = Fx.call(() -> shown.view().localToScreen(30, shown.view().getHeight() + 30));
    shown.hold(shown.before(1, 0), below);
    Fx.until(() -> top() > 1);
    Fx.run(
        () -> {
          Parent window = shown.pane().getParent();
          ((Pane) window).getChildren().clear();
        });
    Fx.settle();
    int still = top();
    for (int i = 0; i < 20; i++) {
      Fx.settle();
    }
    assertThat(top()).isEqualTo(still);
  }

  private int top() {
    return Fx.call(
        () -> {
          TerminalSkin skin = (TerminalSkin) shown.view().getSkin();
          skin.frame();
          return skin.shown().top();
        });
  }
}
