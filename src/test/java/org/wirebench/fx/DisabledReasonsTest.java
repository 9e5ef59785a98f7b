package org.wirebench.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;
import org.testfx.api.FxRobot;
import org.wirebench.testkit.Fx;

class DisabledReasonsTest {
  private final FxRobot robot = Fx.robot();
  private final SimpleBooleanProperty open = new SimpleBooleanProperty();
  private Button button;
  private Label other;
  private Stage stage;

  @BeforeEach
  void show() throws TimeoutException {
    Fx.start();
    Action action = Action.of("Send", Feather.SEND, () -> {}).when(open, "Connect first");
    button = Fx.call(() -> Describe.button(action));
    other = Fx.call(() -> new Label("Somewhere else"));
    stage =
        Fx.call(
            () -> {
              Stage made = new Stage();
              Scene scene = new Scene(new HBox(new HBox(button), other), 400, 200);
              DisabledReasons.install(scene);
              made.setScene(scene);
              made.show();
              return made;
            });
  }

  @AfterEach
  void close() {
    Fx.run(stage::close);
  }

  private static List<String> tips() {
    return Fx.call(
        () ->
            Window.getWindows().stream()
                .filter(window -> window instanceof Tooltip && window.isShowing())
                .map(window -> ((Tooltip) window).getText())
                .toList());
  }

  @Test
  void aDisabledControlSaysWhyWhileTheMouseIsOnIt() {
    robot.moveTo(other);
    assertThat(tips()).isEmpty();

    robot.moveTo(button);
    Fx.until(() -> tips().equals(List.of("Connect first")));

    robot.moveTo(other);
    Fx.until(() -> tips().isEmpty());
  }

  @Test
  void oneThatCanBeUsedSaysNothingOfTheKind() {
    Fx.run(() -> open.set(true));
    robot.moveTo(other).moveTo(button);
    assertThat(tips()).doesNotContain("Connect first");
  }
}
