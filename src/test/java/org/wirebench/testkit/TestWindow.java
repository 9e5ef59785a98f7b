package org.wirebench.testkit;

import java.util.concurrent.TimeoutException;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.wirebench.core.settings.Settings;
import org.wirebench.fx.Theme;

/** A window in the corner of the screen, with the looks of the program. */
public final class TestWindow implements AfterEachCallback {
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

  @Override
  public void afterEach(ExtensionContext context) {
    Fx.run(
        () -> {
          stage.close();
          theme.close();
        });
  }
}
