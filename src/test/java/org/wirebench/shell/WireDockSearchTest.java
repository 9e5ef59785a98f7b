package org.wirebench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.wirebench.testkit.Fx;

/** The search in the traffic of the dock. */
@Timeout(60)
class WireDockSearchTest {
  @RegisterExtension private final WireDock dock = new WireDock();
  private final FxRobot robot = Fx.robot();

  @Test
  void theSearchCountsAndGoesFromEventToEvent() {
    dock.send("an apple", "a pear", "APPLES");
    dock.receive("no");
    dock.receive("apple apple");
    dock.untilRows(6);

    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
    Fx.until(() -> dock.field("#wire-search").isFocused());
    dock.type("#wire-search", "apple");
    dock.untilHits("3 hits");
    robot.push(KeyCode.ENTER);
    dock.untilHits("1 of 3");
    assertThat(Fx.call(() -> dock.view().currentRowProperty().get())).isEqualTo(1);
    Fx.until(() -> dock.pane().lookup(".wire-details") != null);
    assertThat(dock.marked(1)).containsExactly("apple");
    assertThat(dock.marked(5)).containsExactly("apple", "apple");

    robot.push(KeyCode.F3);
    dock.untilHits("2 of 3");
    robot.push(KeyCode.SHIFT, KeyCode.ENTER);
    dock.untilHits("1 of 3");
    robot.push(KeyCode.SHIFT, KeyCode.F3);
    dock.untilHits("3 of 3");
    assertThat(Fx.call(() -> dock.view().currentRowProperty().get())).isEqualTo(5);

    dock.send("another apple");
    dock.untilHits("3 of 4");
    robot.push(KeyCode.ESCAPE);
    Fx.until(() -> dock.view().isFocused() && !dock.pane().lookup(".find-row").isVisible());
    assertThat(dock.marked(1)).isEmpty();
    robot.push(KeyCode.F3);
    Fx.until(() -> dock.pane().lookup(".find-row").isVisible());
  }

  @Test
  void theSearchLooksAtWhatTheFilterShows() {
    dock.send("one apple");
    dock.receive("two apples");
    dock.send("three apples", "four pears");
    dock.untilRows(5);
    dock.type("#wire-text", "apples");
    dock.untilRows(2);
    robot.push(KeyCode.CONTROL, KeyCode.F);
    Fx.until(() -> dock.field("#wire-search").isFocused());
    dock.type("#wire-search", "t");
    dock.untilHits("2 hits");
    robot.push(KeyCode.ENTER).push(KeyCode.ENTER);
    dock.untilHits("2 of 2");
    assertThat(Fx.call(() -> dock.view().currentRowProperty().get())).isEqualTo(1);

    dock.type("#wire-search", "0x74776f");
    dock.untilHits("1 hit");
    dock.type("#wire-search", "0x7");
    Fx.until(() -> dock.labels().size() == 1);
    dock.untilHits("");
  }

  @Test
  void escapeInTheDockClosesTheSearchAndCancelsNothing() {
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
    Fx.until(() -> dock.window().shell().view().lookup("#echo-target") != null);
    EchoView tab =
        Fx.call(
            () ->
                (EchoView)
                    dock.window().shell().views().known(dock.window().selected()).orElseThrow());
    Fx.run(tab::pretendBusy);
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
    Fx.until(() -> dock.field("#wire-search").isFocused());
    robot.clickOn("#wire-text").push(KeyCode.ESCAPE);
    Fx.until(() -> !dock.pane().lookup(".find-row").isVisible());
    robot.push(KeyCode.ESCAPE);
    assertThat(tab.cancels()).isZero();

    robot.clickOn("#echo-target").push(KeyCode.ESCAPE);
    Fx.until(() -> tab.cancels() == 1);
  }

  @Test
  void thePauseHoldsBackWhatIsFound() {
    dock.send("apple");
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
    dock.type("#wire-search", "apple");
    dock.untilHits("1 hit");
    Node pause =
        Fx.call(
            () ->
                dock.pane().lookupAll(".toggle-button").stream()
                    .filter(node -> node.getAccessibleText().startsWith("Pause"))
                    .findFirst()
                    .orElseThrow());
    robot.clickOn(pause);
    dock.send("apple", "apple");
    Fx.until(() -> dock.window().parts().wire().end() == 4);
    dock.untilRows(2);
    dock.untilHits("1 hit");
    robot.clickOn(pause);
    dock.untilHits("3 hits");
  }
}
