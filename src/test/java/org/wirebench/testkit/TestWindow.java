package org.wirebench.testkit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.api.FxRobot;
import org.wirebench.core.settings.Settings;
import org.wirebench.fx.Theme;

/** A window in the corner of the screen, with the looks of the program. */
public final class TestWindow implements AfterEachCallback {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final FxRobot robot = Fx.robot();
  private final SimpleObjectProperty<Settings> settings =
      new SimpleObjectProperty<>(Settings.DEFAULT);
  private final Stage stage;
  private final Theme theme;

  public TestWindow() {
    try {
      Fx.start();
    } catch (TimeoutException late) {
      throw new IllegalStateException(late);
    }
    stage = Fx.call(Stage::new);
    theme = Fx.call(() -> new Theme(settings));
  }

  /** Shows {@code root}, as wide and high as that many pixels, and gives the window the focus. */
  public void show(Parent root, double width, double height) {
    Fx.run(
        () -> {
          Scene scene = new Scene(root, width, height);
          theme.dress(scene);
          stage.setScene(scene);
          stage.setX(0);
          stage.setY(0);
          stage.show();
          stage.requestFocus();
        });
  }

  /** Has all text be as large as that, in percent. */
  public void textSize(int percent) {
    Fx.run(() -> settings.set(settings.get().withFontPercent(percent)));
  }

  /** What is called {@code id}: "#save". */
  private Node node(String id) {
    return Fx.call(() -> requireNonNull(stage.getScene().lookup(id), id));
  }

  /** Clicks on what is called {@code id}. */
  public void click(String id) {
    robot.clickOn(node(id));
  }

  /** Types into a field; keys alone do not reach every layout of a keyboard. */
  public void type(String id, String text) {
    TextField field = (TextField) node(id);
    robot.clickOn(field);
    Fx.run(() -> field.setText(text));
  }

  /** Waits until what is called {@code id} says this. */
  public void untilLabel(String id, String text) {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(label(id)).isEqualTo(text));
  }

  private String label(String id) {
    return Fx.call(
        () -> stage.getScene().lookup(id) instanceof Labeled label ? label.getText() : "no " + id);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Fx.run(
        () -> {
          stage.close();
          theme.close();
        });
  }
}
