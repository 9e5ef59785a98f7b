package org.wirebench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.wirebench.testkit.Fx;

/** The palette by the keyboard, and what it reads from the disk. */
class PaletteTest {
  private final FxRobot robot = Fx.robot();
  private final Path folder;
  private final TestDesk desk;
  private final Shell shell;

  PaletteTest(@TempDir Path folder) throws IOException, TimeoutException {
    Fx.start();
    this.folder = folder;
    desk = new TestDesk(folder);
    shell = desk.open(() -> {});
  }

  @BeforeEach
  void open() {
    Fx.until(() -> shell.stage().isShowing());
    robot.push(KeyCode.CONTROL, KeyCode.K);
    Fx.until(() -> palette().isVisible());
  }

  @AfterEach
  void close() {
    Fx.run(shell::close);
    desk.close();
  }

  private Palette palette() {
    return shell.view().palette();
  }

  private TextField field() {
    return (TextField) palette().lookup("#palette-field");
  }

  @Test
  void theKeysThatOpenItCloseIt() {
    robot.push(KeyCode.CONTROL, KeyCode.K);

    Fx.until(() -> !palette().isVisible());
  }

  @Test
  void tabStaysInIt() {
    robot.push(KeyCode.TAB);
    robot.push(KeyCode.SHIFT, KeyCode.TAB);
    robot.push(KeyCode.TAB);

    assertThat(Fx.call(() -> field().isFocused())).isTrue();
    ListView<?> list = (ListView<?>) palette().lookup("#palette-list");
    assertThat(Fx.call(() -> list.getSelectionModel().getSelectedIndex())).isEqualTo(1);
  }

  @Test
  void theSavedRequestsComeWhenTheyHaveBeenRead() throws IOException {
    Path saved = desk.parts().folders().workspace().resolve("orders/echo.yaml");
    Files.createDirectories(saved.getParent());
    Files.writeString(saved, "wirebench: 1\nname: Orders\ntool: echo\nrequest: {}\n");
    robot.push(KeyCode.ESCAPE);
    Fx.until(() -> !palette().isVisible());
    robot.push(KeyCode.CONTROL, KeyCode.K);
    robot.write("orders");
    ListView<?> list = (ListView<?>) palette().lookup("#palette-list");
    Fx.until(
        () ->
            list.getItems().size() == 1
                && list.getItems().getFirst() instanceof PaletteItem found
                && found.text().endsWith("echo.yaml"));

    robot.push(KeyCode.ENTER);

    Fx.until(
        () ->
            shell.tabs().tabs().stream()
                .anyMatch(tab -> tab.titleProperty().get().equals("Orders")));
    assertThat(saved).startsWith(folder);
  }

  @Test
  void largeTextInASmallWindowFitsIn() {
    Fx.run(
        () -> {
          shell.set(shell.settings().getValue().withFontPercent(200));
          shell.stage().setWidth(700);
          shell.stage().setHeight(520);
        });

    Region box = (Region) palette().lookup(".palette");
    Fx.until(
        () -> {
          var place = box.localToScene(box.getLayoutBounds());
          return shell.stage().getScene().getWidth() == 700
              && place.getMinX() >= 0
              && place.getMaxX() <= 700
              && place.getMaxY() <= 520;
        });
  }
}
