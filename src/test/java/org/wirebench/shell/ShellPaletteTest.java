package org.wirebench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.wirebench.core.lab.Lab;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.Tree;
import org.wirebench.testkit.Fx;

/** What is typed into the palette. */
class ShellPaletteTest {
  @RegisterExtension private final TestShell window = new TestShell();
  private final FxRobot robot = Fx.robot();

  @Test
  void thePaletteOpensAToolByTyping() {
    robot.push(KeyCode.CONTROL, KeyCode.K);
    Fx.until(() -> window.shell().view().palette().isVisible());
    robot.write("new ec");
    robot.push(KeyCode.ENTER);

    Fx.until(() -> window.titles().contains("New echo"));
    assertThat(window.shell().view().palette().isVisible()).isFalse();
  }

  @Test
  void thePaletteFindsARecentHost() {
    Tree.Fields request = Tree.Fields.NONE.with("target", "lab.example.org:7007");
    Fx.run(
        () -> window.shell().recent().used(Entry.of("lab.example.org:7007", EchoTool.ID, request)));
    robot.push(KeyCode.CONTROL, KeyCode.K);
    Fx.until(() -> window.shell().view().palette().isVisible());
    robot.write("example.org");
    robot.push(KeyCode.ENTER);

    Fx.until(() -> window.titles().contains("lab.example.org:7007"));
    Fx.until(() -> window.shell().view().lookup("#echo-target") != null);
    assertThat(window.find("#echo-target", TextField.class).getText())
        .isEqualTo("lab.example.org:7007");
  }

  @Test
  void thePaletteStartsTheServersOfTheLab() {
    robot.push(KeyCode.CONTROL, KeyCode.K);
    robot.write("start echo over");
    robot.push(KeyCode.ENTER);

    Fx.until(() -> window.parts().lab().status(EchoServer.ID).state() == Lab.State.RUNNING);
  }

  @Test
  void theDockIsFoundByTheNameOfItsPage() {
    robot.push(KeyCode.CONTROL, KeyCode.K);
    robot.write("wire");
    robot.push(KeyCode.ENTER);
    Fx.until(() -> window.shell().view().lookup("#wire-text") != null);
  }

  @Test
  void escapeClosesThePaletteAndTheFocusGoesBack() {
    var _ = window.openEcho();
    TextField target = window.find("#echo-target", TextField.class);
    Fx.until(target::isFocused);
    robot.push(KeyCode.CONTROL, KeyCode.K);
    Fx.until(() -> window.shell().view().palette().isVisible() && !target.isFocused());

    robot.push(KeyCode.ESCAPE);

    Fx.until(() -> !window.shell().view().palette().isVisible() && target.isFocused());
  }
}
