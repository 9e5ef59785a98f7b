package org.wirebench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.wirebench.testkit.Fx;

/** The window while no tab is open. */
class NoTabsTest {
  private static final String NOTHING = "Nothing is open.";

  @RegisterExtension private final TestShell window = new TestShell();
  private final FxRobot robot = Fx.robot();

  @BeforeEach
  void closeTheOnlyTab() {
    robot.push(KeyCode.CONTROL, KeyCode.W);
    Fx.until(() -> window.titles().isEmpty());
    Fx.until(() -> words().equals(List.of(NOTHING)));
  }

  private List<String> words() {
    return window.shell().view().lookupAll(".tab-area .empty-words").stream()
        .map(node -> ((Label) node).getText())
        .toList();
  }

  private void awaitTabs(String... titles) {
    Fx.until(() -> window.titles().equals(List.of(titles)));
    Fx.until(() -> !words().contains(NOTHING));
  }

  @Test
  void theWindowIsCalledAsTheProgramIs() {
    assertThat(Fx.call(() -> window.shell().stage().getTitle())).isEqualTo("Wirebench");
  }

  @Test
  void aNewTabIsOneClickAway() {
    robot.clickOn("New tab");

    awaitTabs("New echo");
    assertThat(window.find("#echo-target", TextField.class).isFocused()).isTrue();
  }

  @Test
  void theTabThatWasClosedIsOneClickAway() {
    robot.clickOn("Reopen the closed tab");

    awaitTabs("Welcome");
    robot.push(KeyCode.CONTROL, KeyCode.W);
    Fx.until(() -> words().equals(List.of(NOTHING)));
  }

  @Test
  void theWelcomePageIsOneClickAway() {
    robot.clickOn("Welcome");

    awaitTabs("Welcome");
  }

  @Test
  void theKeysForTheShownTabDoNothing() {
    for (KeyCode key : List.of(KeyCode.ENTER, KeyCode.S, KeyCode.D, KeyCode.W, KeyCode.TAB)) {
      robot.push(KeyCode.CONTROL, key);
    }
    robot.push(KeyCode.F6);
    robot.interrupt();

    assertThat(window.titles()).isEmpty();
    assertThat(Fx.call(this::words)).containsExactly(NOTHING);
    assertThat(window.quits()).isZero();
  }

  @Test
  void theDockComesAndGoes() {
    robot.push(KeyCode.F12);
    Fx.until(() -> window.shell().view().dockName().equals("WIRE"));
    assertThat(window.find(".tab-area .empty-buttons .accent", Button.class).getHeight())
        .isPositive();
    robot.push(KeyCode.F12);

    Fx.until(() -> window.shell().view().dockName().isEmpty());
    assertThat(Fx.call(this::words)).containsExactly(NOTHING);
  }

  @Test
  void theNextStartBeginsWithTheWelcomePage() {
    window.restart();

    awaitTabs("Welcome");
  }
}
