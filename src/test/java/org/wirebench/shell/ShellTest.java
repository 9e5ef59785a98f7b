package org.wirebench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.wirebench.core.lab.Lab;
import org.wirebench.fx.FailureBanner;
import org.wirebench.testkit.Fx;

/** The window, through mouse and keyboard. */
class ShellTest {
  @RegisterExtension private final TestShell window = new TestShell();
  private final FxRobot robot = Fx.robot();

  @Test
  void theFirstStartShowsTheWelcomePage() {
    assertThat(window.titles()).containsExactly("Welcome");
  }

  @Test
  void anExampleStartsItsServerAndRuns() {
    robot.clickOn("Talk to an echo server");

    Fx.until(
        () ->
            window.shell().tabs().selected().flatMap(window.shell().views()::known).orElse(null)
                    instanceof EchoView view
                && view.hasAnswer());
    assertThat(window.parts().lab().status(EchoServer.ID).state()).isEqualTo(Lab.State.RUNNING);
    assertThat(Fx.call(() -> window.shell().recent().of(EchoTool.ID))).hasSize(1);
  }

  @Test
  void aRequestThatFailsSaysWhyAndCanBeTriedAgain() {
    var _ = window.openEcho();
    robot.clickOn("#echo-target").write("127.0.0.1:1");
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);

    Fx.until(
        () ->
            window.shell().view().lookup(".failure-banner") instanceof FailureBanner banner
                && banner.isVisible());
    assertThat(window.find(".failure-title", Label.class).getText())
        .containsIgnoringCase("refused");
    robot.clickOn("Try again");
    Fx.until(() -> window.shell().view().lookup(".failure-banner").isVisible());
    robot.push(KeyCode.F12);
    robot.clickOn("#dock-JOBS");

    Fx.until(() -> window.shell().view().lookupAll(".job-row").size() == 2);
  }

  @Test
  void newsStandInTheStatusRowAndGoWhenTheyWereSeen() {
    Fx.run(() -> window.shell().notices().info("Saved as one.yaml"));
    Fx.until(
        () ->
            window.shell().view().lookup(".status-label") instanceof Label label
                && label.getText().equals("Saved as one.yaml"));

    robot.clickOn("#notice-dismiss");

    Fx.until(
        () ->
            window.shell().view().lookup(".status-label") instanceof Label label
                && label.getText().isEmpty());
  }

  @Test
  void theWindowAsksNothingWhenItIsClosed() {
    robot.push(KeyCode.CONTROL, KeyCode.Q);

    Fx.until(() -> window.quits() == 1);
  }
}
