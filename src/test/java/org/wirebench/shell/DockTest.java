package org.wirebench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.wirebench.core.job.JobSpec;
import org.wirebench.core.lab.Lab;
import org.wirebench.testkit.Fx;

/** The dock: opened and closed, and what its pages are for. */
class DockTest {
  @RegisterExtension private final TestShell window = new TestShell();
  private final FxRobot robot = Fx.robot();

  @Test
  void theDockOpensAndClosesWithItsKey() {
    robot.push(KeyCode.F12);
    Fx.until(() -> window.shell().view().dockName().equals("WIRE"));

    robot.push(KeyCode.F12);

    Fx.until(() -> window.shell().view().dockName().isEmpty());
  }

  @Test
  void theDockTakesTheFocusAndGivesItBack() {
    var _ = window.openEcho();
    Node before = Fx.call(() -> window.shell().stage().getScene().getFocusOwner());

    robot.push(KeyCode.F12);
    Fx.until(() -> "dock-WIRE".equals(window.shell().stage().getScene().getFocusOwner().getId()));
    robot.push(KeyCode.F12);

    Fx.until(() -> window.shell().view().dockName().isEmpty() && before.isFocused());
  }

  @Test
  void aDockIsNeverPressedFlatAndOpensWithRoomForItsRows() {
    robot.push(KeyCode.F12);
    Fx.until(() -> window.shell().view().lookup("#wire-text") != null);
    Node dock = Fx.call(() -> window.shell().view().lookup(".wire-pane"));
    double before = Fx.call(() -> dock.getLayoutBounds().getHeight());
    Fx.run(() -> dockSplit(dock).setDividerPositions(0.99));
    Fx.until(() -> dock.getLayoutBounds().getHeight() < before);
    double flat = Fx.call(() -> dock.getLayoutBounds().getHeight());
    assertThat(flat).isGreaterThan(60);

    robot.push(KeyCode.F12);
    Fx.until(() -> dock.getScene() == null);
    robot.push(KeyCode.F12);
    Fx.until(() -> dock.getLayoutBounds().getHeight() > flat);
  }

  private static SplitPane dockSplit(Node dock) {
    Node above = dock.getParent();
    while (!(above instanceof SplitPane)) {
      above = above.getParent();
    }
    return (SplitPane) above;
  }

  @Test
  void aServerOfTheLabIsStartedAndStoppedInTheDock() {
    robot.clickOn("#rail-lab");
    Node button = window.find("#lab-echo-server", Node.class);
    robot.clickOn(button);
    Fx.until(() -> window.parts().lab().status(EchoServer.ID).state() == Lab.State.RUNNING);
    Fx.until(
        () ->
            window.shell().view().lookupAll(".lab-row .mono").stream()
                .anyMatch(
                    node ->
                        node instanceof Label label && label.getText().startsWith("127.0.0.1:")));

    robot.clickOn(button);

    Fx.until(() -> window.parts().lab().status(EchoServer.ID).state() == Lab.State.STOPPED);
  }

  @Test
  void aStoppedServerIsStartedAndOpenedInItsTool() {
    robot.clickOn("#rail-lab");
    Fx.until(() -> window.shell().view().lookup("#lab-open-echo-server") != null);
    robot.clickOn("#lab-open-echo-server");

    Fx.until(
        () -> window.titles().size() == 2 && window.titles().getLast().startsWith("127.0.0.1:"));
    assertThat(window.parts().lab().status(EchoServer.ID).state()).isEqualTo(Lab.State.RUNNING);
  }

  @Test
  void theLogOfAJobThatWroteNothingSaysSo() {
    var _ = window.parts().jobs().start(JobSpec.named("Quiet", EchoTool.ID), _ -> 1, _ -> {});
    Fx.run(() -> window.shell().showDock(Dock.Page.JOBS));
    Fx.until(() -> window.shell().view().lookup(".job-row .toggle-button") != null);

    robot.clickOn(".job-row .toggle-button");

    Fx.until(
        () ->
            window.shell().view().lookup(".job-row .text-area") instanceof TextArea log
                && log.getText().equals("Nothing logged yet"));
  }
}
