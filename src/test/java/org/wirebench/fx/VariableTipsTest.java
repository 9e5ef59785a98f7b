package org.wirebench.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.wirebench.core.workspace.Variables;
import org.wirebench.testkit.Fx;
import org.wirebench.testkit.TestWindow;

@Timeout(60)
class VariableTipsTest {
  @RegisterExtension private final TestWindow window = new TestWindow();
  private final FxRobot robot = Fx.robot();
  private final ObjectProperty<Variables> variables =
      new SimpleObjectProperty<>(Variables.NONE.with("base", "http://x").with("token", "s3cret"));
  private final TextField field = Fx.call(() -> Describe.control(new TextField(), "The address"));
  private final PasswordField hidden =
      Fx.call(() -> Describe.control(new PasswordField(), "The password"));

  private void show() {
    VBox box = Fx.call(() -> new VBox(field, hidden));
    Fx.run(() -> VariableTips.install(box, variables));
    window.show(box, 500, 200);
  }

  private static Optional<String> shown() {
    return Fx.call(
        () ->
            Window.getWindows().stream()
                .filter(one -> one instanceof Tooltip && one.isShowing())
                .map(one -> ((Tooltip) one).getText())
                .findFirst());
  }

  @Test
  void eachVariableIsSaidWithWhatItStandsFor() {
    assertThat(VariableTips.said("{{base}}/{{bas}}?{{ token }}&{{base}}", variables.get(), false))
        .isEqualTo(
            """
            {{bas}}: the variable "bas" is not known; did you mean "base"?
            {{base}} is http://x
            {{token}} is s3cret\
            """);
    assertThat(VariableTips.said("\\{{base}} {{1}}", variables.get(), false)).isEmpty();
  }

  @Test
  void aLongValueIsCutAndStaysInItsLine() {
    String value = "a\n" + "\uD83D\uDE00".repeat(300);

    String said = VariableTips.said("{{v}}", Variables.NONE.with("v", value), false);

    assertThat(said).startsWith("{{v}} is a\\n").endsWith("…").hasSizeLessThan(230);
    assertThat(said.lines()).hasSize(1);
  }

  @Test
  void whereTheMouseRestsTheTooltipSaysItAsItIsNow() {
    show();
    Fx.run(() -> field.setText("{{base}}/a"));
    robot.moveTo(field);
    Fx.until(() -> shown().isPresent());
    assertThat(shown().orElseThrow()).isEqualTo("The address\n\n{{base}} is http://x");

    robot.moveTo(hidden);
    Fx.until(() -> shown().isEmpty());
    Fx.run(() -> variables.set(Variables.NONE));
    robot.moveTo(field);
    Fx.until(() -> shown().isPresent());
    assertThat(shown().orElseThrow()).contains("is not known");
  }

  @Test
  void aFieldWithoutVariablesSaysWhatItIsAlone() {
    show();
    Fx.run(() -> field.setText("http://y"));
    robot.moveTo(field);

    Fx.until(() -> shown().isPresent());
    assertThat(shown()).contains("The address");
  }

  @Test
  void theKeyboardAndThoseWhoHearTheWindowAreToldToo() {
    show();
    robot.clickOn(field).write("{{base}}");
    Fx.until(() -> "{{base}} is http://x".equals(field.getAccessibleHelp()));
    robot.push(KeyCode.CONTROL, KeyCode.F1);
    Fx.until(() -> shown().filter(text -> text.endsWith("{{base}} is http://x")).isPresent());

    robot.push(KeyCode.BACK_SPACE);
    Fx.until(() -> shown().isEmpty() && field.getAccessibleHelp() == null);
  }

  @Test
  void whatIsHiddenIsNotShownByItsVariable() {
    show();
    Fx.run(() -> hidden.setText("{{token}}"));
    Fx.run(hidden::requestFocus);

    Fx.until(() -> hidden.getAccessibleHelp() != null);
    assertThat(hidden.getAccessibleHelp()).contains("{{token}}").doesNotContain("s3cret");
  }
}
