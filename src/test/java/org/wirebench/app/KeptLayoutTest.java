package org.wirebench.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.control.SplitPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirebench.testkit.Fx;

/** How a person laid out the window is as it was at the next start. */
class KeptLayoutTest {
  private final AppWindow window;

  KeptLayoutTest(@TempDir Path folder) throws Exception {
    window = new AppWindow(folder);
  }

  @AfterEach
  void close() {
    window.close();
  }

  private SplitPane split() {
    Fx.until(() -> AppWindow.scene().getRoot().lookup(".tool-view .split-pane") != null);
    Fx.until(() -> AppWindow.scene().getWindow().getWidth() == 990);
    return (SplitPane) Fx.call(() -> AppWindow.scene().getRoot().lookup(".tool-view .split-pane"));
  }

  private static boolean isAt(SplitPane split, double share) {
    return Math.abs(split.getDividerPositions()[0] - share) < 0.01;
  }

  @Test
  void theDividerBesideTheFormOfATabStaysWhereItWasPut() {
    Fx.run(() -> window.shell().openBlank("socket"));
    SplitPane before = split();
    Fx.run(() -> before.setDividerPosition(0, 0.45));
    Fx.until(() -> isAt(before, 0.45));

    window.restart();

    SplitPane after = split();
    assertThat(after).isNotSameAs(before);
    Fx.until(() -> after.getWidth() > 900 && isAt(after, 0.45));
  }
}
