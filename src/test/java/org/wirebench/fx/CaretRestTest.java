package org.wirebench.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
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
  private final FxRobot robot = new FxRobot();
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
