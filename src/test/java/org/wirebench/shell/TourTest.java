package org.wirebench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

class TourTest {
  @Test
  void takesAPictureOfEveryScreenInLightAndDark(@TempDir Path folder) throws Exception {
    FxToolkit.registerPrimaryStage();
    Path out = Path.of(System.getProperty("wirebench.tour", folder.resolve("tour").toString()));
    try (TestDesk desk = new TestDesk(folder)) {
      List<Path> pictures = new Tour(desk.parts(), out, 1280, 800, name -> {}).run();

      assertThat(pictures)
          .extracting(file -> file.getFileName().toString())
          .contains("01-welcome-light.png", "01-welcome-dark.png", "03-echo-answer-light.png");
      assertThat(pictures).allSatisfy(file -> assertThat(Files.size(file)).isGreaterThan(5_000));
    }
  }
}
