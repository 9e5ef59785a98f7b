package org.wirebench.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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
  private RealDisplay display;

  @BeforeEach
  void open() throws IOException {
    display = new RealDisplay(folder);
  }

  @AfterEach
  void close() {
    display.close();
  }

  /** As the start script does. */
  private Peer start() throws IOException {
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

  private void assertEndsWell(Peer app) throws InterruptedException {
    display.closeWindow();
    assertThat(app.awaitEnd()).as(app.toString()).isZero();
    assertThat(app.errors()).doesNotContain("Exception", "Error");
  }

  @Test
  void theWindowComesUpWithItsTitleBarOnTheScreenAndEndsWithoutAnError() throws Exception {
    try (Peer app = start()) {
      Place place = display.awaitPlace(display.awaitWindow("^Welcome - Wirebench$"));

      assertThat(place.isMaximised()).isFalse();
      assertEndsWell(app);
    }
  }

  @Test
  void aWindowThatWasLeftMaximisedHasItsSizeAgainAfterARestart() throws Exception {
    Place small;
    try (Peer app = start()) {
      String window = display.awaitWindow("Wirebench");
      small = display.awaitPlace(window);
      assertThat(small.isMaximised()).isFalse();
      display.toggleMaximised();
      display.until(() -> display.place(window).isMaximised());
      assertEndsWell(app);
    }
    try (Peer app = start()) {
      String window = display.awaitWindow("Wirebench");
      display.until(() -> display.place(window).isMaximised());
      display.toggleMaximised();

      display.until(() -> display.place(window).equals(small));
      assertEndsWell(app);
    }
  }
}
