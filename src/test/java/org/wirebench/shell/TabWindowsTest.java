package org.wirebench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.wirebench.fx.ToolView;
import org.wirebench.testkit.Fx;

/** Tabs in windows of their own. */
class TabWindowsTest {
  @RegisterExtension private final TestShell window = new TestShell();
  private final FxRobot robot = Fx.robot();

  private static List<Stage> stages() {
    return Window.getWindows().stream()
        .filter(Window::isShowing)
        .filter(Stage.class::isInstance)
        .map(Stage.class::cast)
        .toList();
  }

  /** Gives the tab that is shown a window of its own, which has the keys then. */
  private Stage moveApart(WorkTab tab) {
    List<Stage> before = Fx.call(TabWindowsTest::stages);
    Fx.run(() -> window.shell().tabs().moveApart(tab));
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
  void aTabMovesToAWindowOfItsOwnAndBack() {
    var _ = window.openEcho();
    robot.clickOn("#echo-target").write("kept");
    WorkTab tab = window.selected();

    Fx.run(() -> window.shell().tabs().moveApart(tab));
    Fx.until(() -> Window.getWindows().size() >= 2 && window.titles().equals(List.of("Welcome")));
    Fx.run(() -> window.shell().tabs().moveBack(tab));

    Fx.until(() -> window.titles().contains("kept"));
    assertThat(window.find("#echo-target", TextField.class).getText()).isEqualTo("kept");
  }

  @Test
  void aTabThatMovesKeepsItsViewAndSoItsConnection() {
    WorkTab tab = window.openEcho();
    ToolView view = Fx.call(() -> window.shell().views().of(tab));

    Stage apart = moveApart(tab);
    assertThat(Fx.call(() -> window.shell().views().of(tab))).isSameAs(view);
    assertThat(Fx.call(() -> view.node().getScene())).isSameAs(apart.getScene());
    Fx.run(() -> window.shell().tabs().moveBack(tab));

    Fx.until(() -> window.shell().tabs().selectedProperty().get() == tab && !apart.isShowing());
    assertThat(Fx.call(() -> window.shell().views().of(tab))).isSameAs(view);
    assertThat(Fx.call(() -> view.node().getScene())).isSameAs(window.shell().stage().getScene());
  }

  @Test
  void aTabInAWindowOfItsOwnIsClosedByTheKeyForThat() {
    WorkTab tab = window.openEcho();
    robot.write("kept");
    Stage apart = moveApart(tab);

    robot.push(KeyCode.CONTROL, KeyCode.W);

    Fx.until(() -> window.shell().tabs().apart().isEmpty() && !apart.isShowing());
    assertThat(window.titles()).containsExactly("Welcome");
    Fx.run(() -> window.shell().stage().requestFocus());
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.T);
    Fx.until(() -> window.titles().contains("kept"));
  }

  @Test
  void aWindowOfItsOwnHasAPaletteAndAStatusRow() {
    Stage apart = moveApart(window.openEcho());
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

    Fx.until(() -> window.titles().contains("Settings") && window.shell().stage().isFocused());
  }

  @Test
  void theSizeOfTheTextIsChangedFromAWindowOfItsOwnWhichStaysInFront() {
    Stage apart = moveApart(window.openEcho());

    robot.push(KeyCode.CONTROL, KeyCode.EQUALS);

    Fx.until(() -> window.shell().settings().getValue().fontPercent() == 110);
    robot.interrupt();
    assertThat(Fx.call(apart::isFocused)).isTrue();
  }
}
