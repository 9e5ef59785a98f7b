package org.wirebench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.wirebench.core.job.JobSpec;
import org.wirebench.core.lab.Lab;
import org.wirebench.fx.ToolView;
import org.wirebench.testkit.Fx;

/** Where the keys go: between the tabs, the dock, the palette and the windows. */
class ShellKeyboardTest {
  private final FxRobot robot = new FxRobot();
  private final TestDesk desk;
  private final Shell shell;

  ShellKeyboardTest(@TempDir Path folder) throws IOException, TimeoutException {
    Fx.start();
    desk = new TestDesk(folder);
    shell = desk.open(() -> {});
  }

  @BeforeEach
  void show() {
    Fx.until(() -> shell.stage().isShowing());
  }

  @AfterEach
  void close() {
    Fx.run(shell::close);
    desk.close();
  }

  private List<String> titles() {
    return Fx.call(
        () -> shell.tabs().tabs().stream().map(tab -> tab.titleProperty().get()).toList());
  }

  private WorkTab openEcho() {
    robot.push(KeyCode.CONTROL, KeyCode.T);
    Fx.until(
        () -> shell.view().lookup("#echo-target") instanceof TextField field && field.isFocused());
    return Fx.call(() -> shell.tabs().selected().orElseThrow());
  }

  private static List<Stage> stages() {
    return Window.getWindows().stream()
        .filter(Window::isShowing)
        .filter(Stage.class::isInstance)
        .map(Stage.class::cast)
        .toList();
  }

  /** Gives the tab that is shown a window of its own, which has the keys then. */
  private Stage moveApart(WorkTab tab) {
    List<Stage> before = Fx.call(ShellKeyboardTest::stages);
    Fx.run(() -> shell.tabs().moveApart(tab));
    Fx.until(() -> stages().size() == before.size() + 1);
    Stage apart =
        Fx.call(
            () ->
                stages().stream()
                    .filter(stage -> !before.contains(stage))
                    .findFirst()
                    .orElseThrow());
    Fx.run(apart::requestFocus);
    Fx.until(apart::isFocused);
    return apart;
  }

  @Test
  void theDockTakesTheFocusAndGivesItBack() {
    WorkTab _ = openEcho();
    Node before = Fx.call(() -> shell.stage().getScene().getFocusOwner());

    robot.push(KeyCode.F12);
    Fx.until(() -> "dock-WIRE".equals(shell.stage().getScene().getFocusOwner().getId()));
    robot.push(KeyCode.F12);

    Fx.until(() -> shell.view().dockName().isEmpty() && before.isFocused());
  }

  @Test
  void theKeyOfAToolGoesToItsTabThatWasUsedLast() {
    WorkTab first = openEcho();
    WorkTab second = openEcho();
    Fx.run(() -> shell.tabs().selectedProperty().set(first));
    robot.push(KeyCode.CONTROL, KeyCode.COMMA);
    Fx.until(() -> titles().contains("Settings"));

    robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
    Fx.until(() -> shell.tabs().selectedProperty().get() == first);
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
    robot.interrupt();

    assertThat(Fx.call(() -> shell.tabs().selectedProperty().get())).isSameAs(first);
    assertThat(Fx.call(() -> shell.tabs().tabs())).contains(second).hasSize(4);
  }

  @Test
  void theTextGrowsAndShrinksByKeys() {
    robot.push(KeyCode.CONTROL, KeyCode.EQUALS);
    Fx.until(() -> shell.settings().getValue().fontPercent() == 110);
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT0);
    Fx.until(() -> shell.settings().getValue().fontPercent() == 100);
    robot.push(KeyCode.CONTROL, KeyCode.MINUS);
    Fx.until(() -> shell.settings().getValue().fontPercent() == 90);
  }

  @Test
  void aDockThatWasPressedFlatOpensWithRoomForItsRows() {
    robot.push(KeyCode.F12);
    Fx.until(() -> shell.view().lookup("#wire-text") != null);
    Node dock = Fx.call(() -> shell.view().lookup(".wire-pane"));
    Fx.run(() -> dockSplit(dock).setDividerPositions(0.99));
    Fx.until(() -> dock.getLayoutBounds().getHeight() < 100);

    robot.push(KeyCode.F12);
    Fx.until(() -> dock.getScene() == null);
    robot.push(KeyCode.F12);
    Fx.until(() -> dock.getLayoutBounds().getHeight() > 100);
  }

  private static SplitPane dockSplit(Node dock) {
    Node above = dock.getParent();
    while (!(above instanceof SplitPane)) {
      above = above.getParent();
    }
    return (SplitPane) above;
  }

  @Test
  void theDockIsFoundByTheNameOfItsPage() {
    robot.push(KeyCode.CONTROL, KeyCode.K);
    robot.write("wire");
    robot.push(KeyCode.ENTER);
    Fx.until(() -> shell.view().lookup("#wire-text") != null);
  }

  @Test
  void thePaletteStartsTheServersOfTheLab() {
    robot.push(KeyCode.CONTROL, KeyCode.K);
    robot.write("start echo over");
    robot.push(KeyCode.ENTER);

    Fx.until(() -> desk.parts().lab().status(EchoServer.ID).state() == Lab.State.RUNNING);
  }

  @Test
  void aStoppedServerIsStartedAndOpenedInItsTool() {
    robot.clickOn("#rail-lab");
    Fx.until(() -> shell.view().lookup("#lab-open-echo-server") != null);
    robot.clickOn("#lab-open-echo-server");

    Fx.until(() -> titles().size() == 2 && titles().getLast().startsWith("127.0.0.1:"));
    assertThat(desk.parts().lab().status(EchoServer.ID).state()).isEqualTo(Lab.State.RUNNING);
  }

  @Test
  void newsStandInTheStatusRowAndGoWhenTheyWereSeen() {
    Fx.run(() -> shell.notices().info("Saved as one.yaml"));
    Fx.until(
        () ->
            shell.view().lookup(".status-label") instanceof Label label
                && label.getText().equals("Saved as one.yaml"));

    robot.clickOn("#notice-dismiss");

    Fx.until(
        () ->
            shell.view().lookup(".status-label") instanceof Label label
                && label.getText().isEmpty());
  }

  @Test
  void theLogOfAJobThatWroteNothingSaysSo() {
    var _ = desk.parts().jobs().start(JobSpec.named("Quiet", EchoTool.ID), _ -> 1, _ -> {});
    Fx.run(() -> shell.showDock(Dock.Page.JOBS));
    Fx.until(() -> shell.view().lookup(".job-row .toggle-button") != null);

    robot.clickOn(".job-row .toggle-button");

    Fx.until(
        () ->
            shell.view().lookup(".job-row .text-area") instanceof TextArea log
                && log.getText().equals("Nothing logged yet"));
  }

  @Test
  void aTabInAWindowOfItsOwnIsClosedByTheKeyForThat() {
    WorkTab tab = openEcho();
    robot.write("kept");
    Stage apart = moveApart(tab);

    robot.push(KeyCode.CONTROL, KeyCode.W);

    Fx.until(() -> shell.tabs().apart().isEmpty() && !apart.isShowing());
    assertThat(titles()).containsExactly("Welcome");
    Fx.run(() -> shell.stage().requestFocus());
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.T);
    Fx.until(() -> titles().contains("kept"));
  }

  @Test
  void aTabThatMovesKeepsItsViewAndSoItsConnection() {
    WorkTab tab = openEcho();
    ToolView view = Fx.call(() -> shell.views().of(tab));

    Stage apart = moveApart(tab);
    assertThat(Fx.call(() -> shell.views().of(tab))).isSameAs(view);
    assertThat(Fx.call(() -> view.node().getScene())).isSameAs(apart.getScene());
    Fx.run(() -> shell.tabs().moveBack(tab));

    Fx.until(() -> shell.tabs().selectedProperty().get() == tab && !apart.isShowing());
    assertThat(Fx.call(() -> shell.views().of(tab))).isSameAs(view);
    assertThat(Fx.call(() -> view.node().getScene())).isSameAs(shell.stage().getScene());
  }

  @Test
  void aTabThatIsPinnedKeepsItsViewAndSoItsConnection() {
    WorkTab _ = openEcho();
    WorkTab tab = openEcho();
    ToolView view = Fx.call(() -> shell.views().of(tab));

    Fx.run(() -> shell.tabs().togglePin(tab));
    assertThat(Fx.call(() -> shell.tabs().tabs().getFirst())).isSameAs(tab);
    assertThat(Fx.call(() -> shell.views().of(tab))).isSameAs(view);
    Fx.run(() -> shell.tabs().togglePin(tab));

    assertThat(Fx.call(() -> shell.views().of(tab))).isSameAs(view);
    assertThat(Fx.call(() -> shell.tabs().selectedProperty().get())).isSameAs(tab);
  }

  @Test
  void aWindowOfItsOwnHasAPaletteAndAStatusRow() {
    Stage apart = moveApart(openEcho());
    assertThat(Fx.call(() -> apart.getScene().lookup(".status-row"))).isNotNull();

    robot.push(KeyCode.CONTROL, KeyCode.K);
    Fx.until(
        () ->
            apart.getScene().lookup("#palette-field") instanceof TextField field
                && field.isFocused());
    robot.write("clear the ans");
    robot.push(KeyCode.ENTER);
    Fx.until(() -> !apart.getScene().lookup(".palette-layer").isVisible());
    robot.push(KeyCode.CONTROL, KeyCode.COMMA);

    Fx.until(() -> titles().contains("Settings") && shell.stage().isFocused());
  }
}
