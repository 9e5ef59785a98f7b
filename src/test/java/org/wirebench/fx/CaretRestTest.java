package org.wirebench.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.TextInputControlSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Path;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.wirebench.testkit.FakeClock;
import org.wirebench.testkit.Fx;
import org.wirebench.testkit.TestJobs;

class CaretRestTest {
  private final FakeClock clock = new FakeClock();
  @RegisterExtension private final TestJobs jobs = new TestJobs(clock);
  private final FxJobs fx = new FxJobs(jobs.jobs(), jobs.faults()::add);
  private final FxRobot robot = Fx.robot();
  private final AtomicInteger blinks = new AtomicInteger();
  private final Stage stage;
  private Path caret = new Path();

  CaretRestTest() throws TimeoutException {
    Fx.start();
    stage = Fx.call(Stage::new);
  }

  @AfterEach
  void close() {
    Fx.run(stage::close);
  }

  private void show() {
    Fx.run(
        () -> {
          TextField field = new TextField();
          Scene scene = new Scene(field, 300, 60);
          CaretRest.install(fx, scene);
          stage.setScene(scene);
          stage.show();
          stage.requestFocus();
          field.requestFocus();
          field.applyCss();
          caret =
              field.lookupAll("*").stream()
                  .filter(node -> node instanceof Path && node.opacityProperty().isBound())
                  .map(Path.class::cast)
                  .findFirst()
                  .orElseThrow();
          caret.opacityProperty().addListener((_, _, _) -> blinks.incrementAndGet());
        });
  }

  /** JavaFX moves the caret of a field that is left, and has each caret that moved blink. */
  @Test
  void theCaretOfAFieldThatWasLeftDoesNotBlinkOnUnseen() {
    show();
    TextField field = Fx.call(() -> (TextField) stage.getScene().getRoot());
    Button next = Fx.call(Button::new);
    Fx.run(() -> stage.getScene().setRoot(new HBox(field, next)));
    Fx.run(field::requestFocus);
    robot.write("abc");
    await().until(() -> isBlinking(field));

    Fx.run(next::requestFocus);

    await().until(() -> !isBlinking(field));
  }

  /** Whether frames are asked for: what cannot be seen blinks too. */
  private static boolean isBlinking(TextField field) {
    return Fx.call(
        () -> {
          Method asked = TextInputControlSkin.class.getDeclaredMethod("isCaretBlinking");
          asked.setAccessible(true);
          return (boolean) asked.invoke(field.getSkin());
        });
  }

  private void awaitBlinks() {
    int before = blinks.get();
    await().atMost(Duration.ofSeconds(10)).until(() -> blinks.get() >= before + 2);
  }

  @Test
  void theCaretStandsStillAfterTenSecondsAndBlinksAgainWithTheNextKey() {
    show();
    awaitBlinks();
    clock.advance(CaretRest.AFTER);
    Fx.run(() -> {});
    int before = blinks.get();
    await()
        .during(Duration.ofSeconds(2))
        .atMost(Duration.ofSeconds(4))
        .until(() -> blinks.get() == before);
    assertThat(caret.getOpacity()).isEqualTo(1);
    robot.type(KeyCode.A);
    awaitBlinks();
  }
}
