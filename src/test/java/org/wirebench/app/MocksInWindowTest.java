package org.wirebench.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebench.app.AppWindow.all;
import static org.wirebench.app.AppWindow.scene;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.wirebench.core.lab.Lab;
import org.wirebench.testkit.Fx;
import org.wirebench.testkit.TestFolders;

/** The editor of the mock routes in the dock of the window. */
@Timeout(120)
class MocksInWindowTest {
  @TempDir private Path folder;
  private final FxRobot robot = Fx.robot();

  private static boolean isThere(String query) {
    return scene().getRoot().lookup(query) != null;
  }

  private void openMocks() {
    robot.push(KeyCode.CONTROL, KeyCode.K).write("mock routes").type(KeyCode.ENTER);
    Fx.until(() -> isThere("#mock-add"));
  }

  @Test
  void aRouteIsMadeTriedAndKept() throws Exception {
    try (AppWindow window = new AppWindow(folder)) {
      openMocks();
      robot.type(KeyCode.SPACE);
      Fx.until(() -> isThere("#mock-path"));
      robot.clickOn("#mock-try");

      Fx.until(
          () ->
              scene().getRoot().lookupAll(".status-pill").stream()
                  .anyMatch(
                      pill -> pill instanceof Label label && label.getText().equals("200 OK")));
      assertThat(window.parts().lab().status("http.http").state()).isEqualTo(Lab.State.RUNNING);

      robot.clickOn("#lab-back");
      assertThat(all(".lab-row", Node.class)).isNotEmpty();
      Fx.until(() -> scene().getFocusOwner() instanceof Button);
      robot.type(KeyCode.SPACE);
      Fx.until(() -> isThere("#mock-path"));
    }
    assertThat(Files.readString(TestFolders.in(folder).state().resolve("mocks.yaml")))
        .contains("/hello/{name}");
    try (AppWindow _ = new AppWindow(folder)) {
      openMocks();
      Fx.until(() -> isThere("#mock-path"));
    }
  }
}
