package org.wirebench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirebench.core.settings.Session;
import org.wirebench.testkit.Fx;

class WindowPlaceTest {
  private static final Session.Place SMALL = new Session.Place(40, 30, 700, 500, true);

  private final Stage stage;
  private final WindowPlace place;

  WindowPlaceTest() throws TimeoutException {
    Fx.start();
    stage = Fx.call(Stage::new);
    place = Fx.call(() -> new WindowPlace(stage, () -> {}));
  }

  @AfterEach
  void close() {
    Fx.run(stage::close);
  }

  /**
   * Making it small again is tested with a real window, in RealWindowTest: the headless platform
   * may still paint a frame of the large window then, and fails.
   */
  @Test
  void aWindowThatWasLeftMaximisedStillKnowsItsSizeWithoutThat() {
    Fx.run(
        () -> {
          place.restore(Optional.of(SMALL));
          stage.setScene(new Scene(new Pane(), stage.getWidth(), stage.getHeight()));
          stage.show();
        });
    Fx.until(() -> stage.isMaximized() && stage.getWidth() > SMALL.width());
    assertThat(Fx.call(place::now)).contains(SMALL);
  }

  @Test
  void aWindowManagerWithAMindOfItsOwnIsNotFoughtWithAndMovesNothingThatIsRemembered() {
    AtomicInteger asked = new AtomicInteger();
    AtomicInteger moves = new AtomicInteger();
    Fx.run(
        () -> {
          place.restore(Optional.empty());
          asked.set((int) stage.getX());
          stage
              .xProperty()
              .subscribe(
                  x -> {
                    if (x.intValue() == asked.get()) {
                      moves.incrementAndGet();
                      Platform.runLater(() -> stage.setX(5));
                    }
                  });
          stage.setScene(new Scene(new Pane(), stage.getWidth(), stage.getHeight()));
          stage.show();
        });
    Fx.until(() -> place.now().isPresent());
    assertThat(moves).hasValue(4);
    assertThat(Fx.call(stage::getX)).isEqualTo(5);
    assertThat(Fx.call(place::now)).get().extracting(Session.Place::x).isEqualTo(asked.get());

    Fx.run(() -> stage.setHeight(501));
    Fx.until(() -> place.now().orElseThrow().height() == 501);
    assertThat(Fx.call(place::now)).get().extracting(Session.Place::x).isEqualTo(asked.get());

    Fx.run(() -> stage.setX(6));
    Fx.until(() -> place.now().orElseThrow().x() == 6);
  }
}
