package org.wirebench.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wirebench.testkit.Peer;
import org.wirebench.testkit.RealDisplay;
import org.wirebench.testkit.RealDisplay.Place;

/**
 * The program itself, in a window of a real window manager: what a platform without is not like.
 */
@Tag("interop")
@Timeout(180)
class RealWindowTest {
  private static final Path PROJECT = Path.of(System.getProperty("wirebench.basedir", ""));

  @TempDir private Path folder;

  /** As the start script does. */
  private Peer start(RealDisplay display) throws IOException {
    Path target = PROJECT.resolve("target");
    return display.start(
        Map.of("WIREBENCH_HOME", folder.resolve("home").toString()),
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "@" + PROJECT.resolve("packaging/javafx.options"),
            "--module-path",
            target.resolve("javafx").toString(),
            "-cp",
            target.resolve("classes") + File.pathSeparator + target.resolve("lib") + "/*",
            "org.wirebench.Main"));
  }

  private static void assertEndsWell(RealDisplay display, Peer app) throws InterruptedException {
    display.closeWindow();
    assertThat(app.awaitEnd()).as(app.toString()).isZero();
    assertThat(app.errors()).doesNotContain("Exception", "Error");
  }

  @Test
  void theWindowComesUpWithItsTitleBarOnTheScreenAndEndsWithoutAnError() throws Exception {
    try (RealDisplay display = new RealDisplay(folder);
        Peer app = start(display)) {
      Place place = display.awaitPlace(display.awaitWindow("^Welcome - Wirebench$"));

      assertThat(place.isMaximised()).isFalse();
      assertEndsWell(display, app);
    }
  }

  @Test
  void aWindowThatWasLeftMaximisedHasItsSizeAgainAfterARestart() throws Exception {
    try (RealDisplay display = new RealDisplay(folder)) {
      Place small = leftMaximised(display);
      assertSmallAgain(display, small);
    }
  }

  private Place leftMaximised(RealDisplay display) throws Exception {
    try (Peer app = start(display)) {
      String window = display.awaitWindow("Wirebench");
      Place small = display.awaitPlace(window);
      assertThat(small.isMaximised()).isFalse();
      display.toggleMaximised();
      display.until(() -> display.place(window).isMaximised());
      assertEndsWell(display, app);
      return small;
    }
  }

  private void assertSmallAgain(RealDisplay display, Place small) throws Exception {
    try (Peer app = start(display)) {
      String window = display.awaitWindow("Wirebench");
      display.until(() -> display.place(window).isMaximised());
      display.toggleMaximised();

      display.awaitPlace(window, small);
      assertEndsWell(display, app);
    }
  }
}
