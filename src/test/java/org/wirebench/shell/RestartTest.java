package org.wirebench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.Tree;
import org.wirebench.testkit.Fx;

/** What is there again when the program is started again. */
class RestartTest {
  @RegisterExtension private final TestShell window = new TestShell();
  private final FxRobot robot = Fx.robot();

  @Test
  void whatWasTypedIsThereAfterARestart() {
    var _ = window.openEcho();
    robot.clickOn("#echo-target").write("half ty");
    robot.push(KeyCode.F12);
    Fx.until(() -> window.titles().contains("half ty"));

    window.restart();

    assertThat(window.titles()).containsExactly("Welcome", "half ty");
    assertThat(window.find("#echo-target", TextField.class).getText()).isEqualTo("half ty");
    assertThat(window.shell().view().dockName()).isEqualTo("WIRE");
    assertThat(window.selected().dirtyProperty().get()).isTrue();
  }

  @Test
  void tabsThatWereNotShownYetHaveTheirNamesAfterTwoRestarts() {
    Entry nameless = Entry.of("", EchoTool.ID, Tree.Fields.NONE.with("target", "127.0.0.1:7101"));
    Fx.run(() -> window.shell().open(nameless));
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.TAB);
    Fx.until(() -> window.shell().view().lookup(".welcome") != null);

    window.restart();
    window.restart();

    assertThat(window.titles()).containsExactly("Welcome", "127.0.0.1:7101");
    assertThat(window.shell().tabs().tabs().getLast().entry().name()).isEmpty();
  }

  @Test
  void theJournalIsWrittenWithinASecondWithNoOtherSign() {
    var _ = window.openEcho();
    robot.clickOn("#echo-target").write("typed");

    Path journal = window.parts().folders().state().resolve("session.yaml");
    Fx.until(() -> Files.exists(journal) && Files.readString(journal).contains("typed"));
  }
}
