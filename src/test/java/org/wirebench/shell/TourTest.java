package org.wirebench.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.wirebench.core.lab.Lab;
import org.wirebench.fx.ToolView;
import org.wirebench.fx.TourStop;
import org.wirebench.testkit.Fx;

@Timeout(120)
class TourTest {
  @TempDir private Path folder;

  private static Tour tour(TestDesk desk, Path out, Consumer<String> progress) throws Exception {
    var _ = FxToolkit.registerPrimaryStage();
    return new Tour(desk.parts(), out, 1280, 800, progress);
  }

  /** Takes the pictures of a tool of which one screen is broken. */
  private void assertTold(Throwable why, Function<ToolView, BooleanSupplier> screen)
      throws Exception {
    TourStop broken = new TourStop("broken", EchoTool.example(), screen);
    try (TestDesk desk = new TestDesk(folder, broken)) {
      Tour tour = tour(desk, folder.resolve("tour"), _ -> {});
      assertThatThrownBy(tour::run).isInstanceOf(IllegalStateException.class).hasCause(why);
      assertClosed();
    }
  }

  private static void assertClosed() {
    assertThat(Fx.call(() -> Window.getWindows().filtered(Window::isShowing))).isEmpty();
  }

  @Test
  void takesAPictureOfEveryScreenInLightAndDark() throws Exception {
    Path out = Path.of(System.getProperty("wirebench.tour", folder.resolve("tour").toString()));
    try (TestDesk desk = new TestDesk(folder)) {
      List<Path> pictures = tour(desk, out, _ -> {}).run();

      assertThat(pictures)
          .extracting(file -> file.getFileName().toString())
          .contains("01-welcome-light.png", "01-welcome-dark.png", "03-echo-answer-light.png");
      assertThat(pictures).allSatisfy(file -> assertThat(Files.size(file)).isGreaterThan(5_000));
      assertClosed();
    }
  }

  /** Or no picture would show what starts a server. */
  @Test
  void aServerIsStoppedInThePictureOfTheLab() throws Exception {
    List<Lab.State> seen = new ArrayList<>();
    try (TestDesk desk = new TestDesk(folder)) {
      Consumer<String> look =
          file -> {
            if (file.endsWith("dock-lab-light.png")) {
              seen.add(desk.parts().lab().status(EchoServer.ID).state());
            }
          };
      var _ = tour(desk, folder.resolve("tour"), look).run();
    }
    assertThat(seen).containsExactly(Lab.State.STOPPED);
  }

  @Test
  void aScreenThatCannotBeBroughtAboutEndsItAndClosesTheWindow() throws Exception {
    IllegalArgumentException defect = new IllegalArgumentException("a defect");
    assertTold(
        defect,
        _ -> {
          throw defect;
        });
  }

  @Test
  void aScreenThatBreaksWhileItIsWaitedForEndsItAndClosesTheWindow() throws Exception {
    AssertionError defect = new AssertionError("a defect");
    assertTold(
        defect,
        _ ->
            () -> {
              throw defect;
            });
  }

  @Test
  void whereThePicturesCannotBeToldOfTheWindowIsClosedToo() throws Exception {
    try (TestDesk desk = new TestDesk(folder)) {
      Consumer<String> broken =
          _ -> {
            throw new IllegalArgumentException("a defect");
          };
      Tour tour = tour(desk, folder.resolve("tour"), broken);
      assertThatThrownBy(tour::run).isInstanceOf(IllegalArgumentException.class);
      assertClosed();
    }
  }
}
