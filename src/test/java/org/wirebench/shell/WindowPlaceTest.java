package org.wirebench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.TimeoutException;
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
}
