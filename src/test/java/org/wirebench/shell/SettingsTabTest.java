package org.wirebench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.ScrollEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.wirebench.core.settings.ThemeChoice;
import org.wirebench.core.workspace.Variables;
import org.wirebench.testkit.Fx;

/** What is set holds at once, wherever it is set. */
class SettingsTabTest {
  @RegisterExtension private final TestShell window = new TestShell();
  private final FxRobot robot = Fx.robot();

  @Test
  void theSettingsTabFollowsColoursThatAreChosenElsewhere() {
    robot.push(KeyCode.CONTROL, KeyCode.COMMA);
    TextField timeout = window.find("#settings-connectTimeout", TextField.class);
    Fx.run(
        () -> window.shell().set(window.shell().settings().getValue().withTheme(ThemeChoice.DARK)));
    ChoiceBox<?> theme = window.find("#settings-theme", ChoiceBox.class);
    Fx.until(() -> "dark".equals(theme.getValue()));
    robot.clickOn(timeout).push(KeyCode.CONTROL, KeyCode.A).write("7s");
    Fx.until(() -> window.shell().settings().getValue().connectTimeout().toSeconds() == 7);
    assertThat(window.shell().settings().getValue().theme()).isEqualTo(ThemeChoice.DARK);
  }

  @Test
  void aWrongSettingIsMarkedAtItsFieldAndARightOneHoldsAtOnce() {
    robot.push(KeyCode.CONTROL, KeyCode.COMMA);
    TextField size = window.find("#settings-fontPercent", TextField.class);
    robot.clickOn(size).push(KeyCode.CONTROL, KeyCode.A).write("12");
    Fx.until(
        () ->
            size.getParent().lookup(".field-problem") instanceof Labeled label
                && label.isVisible()
                && !label.getText().isEmpty()
                && label.getParent() == size.getParent());
    assertThat(window.shell().settings().getValue().fontPercent()).isEqualTo(100);

    robot.push(KeyCode.CONTROL, KeyCode.A).write("150");

    Fx.until(() -> window.shell().settings().getValue().fontPercent() == 150);
    assertThat(window.parts().settings().current().fontPercent()).isEqualTo(150);
    window.restart();
    assertThat(window.shell().settings().getValue().fontPercent()).isEqualTo(150);
  }

  @Test
  void variablesAreKeptAndMarkedWhereTheirNamesAreNone() {
    robot.push(KeyCode.CONTROL, KeyCode.COMMA);
    Button add = robot.lookup("Add a variable").queryButton();
    Fx.run(add::requestFocus);
    robot.type(KeyCode.SPACE).write("my name").push(KeyCode.TAB).write("http://x");
    TextField name = window.find(".settings-list .text-field", TextField.class);
    assertThat(name.getPseudoClassStates()).extracting(Object::toString).contains("danger");
    assertThat(window.shell().settings().getValue().variables()).isEqualTo(Variables.NONE);

    robot.push(KeyCode.SHIFT, KeyCode.TAB).push(KeyCode.CONTROL, KeyCode.A).write("base");

    Variables kept = Variables.NONE.with("base", "http://x");
    Fx.until(() -> window.shell().settings().getValue().variables().equals(kept));
    assertThat(name.getPseudoClassStates()).extracting(Object::toString).doesNotContain("danger");
    window.restart();
    assertThat(window.shell().settings().getValue().variables()).isEqualTo(kept);
  }

  @Test
  void theColoursOfTheWindowFollowTheSettings() {
    robot.push(KeyCode.CONTROL, KeyCode.K);
    robot.write("dark colours");
    robot.push(KeyCode.ENTER);

    Fx.until(() -> window.shell().settings().getValue().theme() == ThemeChoice.DARK);
    assertThat(Fx.call(() -> window.shell().view().getPseudoClassStates().toString()))
        .contains("dark");
  }

  @Test
  void theTextGrowsAndShrinksByKeys() {
    robot.push(KeyCode.CONTROL, KeyCode.EQUALS);
    Fx.until(() -> window.shell().settings().getValue().fontPercent() == 110);
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT0);
    Fx.until(() -> window.shell().settings().getValue().fontPercent() == 100);
    robot.push(KeyCode.CONTROL, KeyCode.MINUS);
    Fx.until(() -> window.shell().settings().getValue().fontPercent() == 90);
  }

  @Test
  void ctrlWithTheWheelChangesTheSizeOfAllTextAsTheKeysDo() {
    turnWithCtrl(40);
    turnWithCtrl(20);
    turnWithCtrl(20);
    assertThat(window.shell().settings().getValue().fontPercent()).isEqualTo(120);
    turnWithCtrl(-40);
    assertThat(window.shell().settings().getValue().fontPercent()).isEqualTo(110);
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT0);

    Fx.until(() -> window.shell().settings().getValue().fontPercent() == 100);
  }

  /** The robot's wheel knows no Ctrl. */
  private void turnWithCtrl(double by) {
    var none = ScrollEvent.HorizontalTextScrollUnits.NONE;
    var lines = ScrollEvent.VerticalTextScrollUnits.LINES;
    Fx.run(
        () ->
            Event.fireEvent(
                window.shell().view(),
                new ScrollEvent(
                    ScrollEvent.SCROLL,
                    9,
                    9,
                    9,
                    9,
                    false,
                    true,
                    false,
                    false,
                    true,
                    false,
                    0,
                    by,
                    0,
                    by,
                    none,
                    0,
                    lines,
                    0,
                    0,
                    null)));
  }
}
