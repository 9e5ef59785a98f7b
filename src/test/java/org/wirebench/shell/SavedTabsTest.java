package org.wirebench.shell;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.EntryFiles;
import org.wirebench.core.workspace.Tree;
import org.wirebench.testkit.Fx;

/** Tabs and the files they are saved in. */
class SavedTabsTest {
  @RegisterExtension private final TestShell window = new TestShell();
  private final FxRobot robot = Fx.robot();

  @Test
  void aTabIsSavedUnderANameAndOpenedAgain() throws IOException {
    var _ = window.openEcho();
    robot.clickOn("#echo-target").write("localhost:7");
    robot.push(KeyCode.CONTROL, KeyCode.S);
    Fx.until(() -> popOverField().isPresent());
    Fx.run(() -> popOverField().orElseThrow().setText("My echo: one"));
    Fx.until(() -> popOverField().orElseThrow().isFocused());
    robot.push(KeyCode.ENTER);

    Path file = window.parts().folders().workspace().resolve("my-echo-one.yaml");
    Fx.until(() -> window.titles().contains("My echo: one") && Files.exists(file));
    Entry saved = EntryFiles.read(file).getFirst();
    assertThat(saved.request().text("target")).contains("localhost:7");
    assertThat(window.selected().dirtyProperty().get()).isFalse();

    robot.push(KeyCode.CONTROL, KeyCode.W);
    Fx.until(() -> window.titles().equals(List.of("Welcome")));
    Fx.run(() -> window.shell().openFile(file));

    Fx.until(() -> window.titles().contains("My echo: one"));
  }

  @Test
  void savingKeepsTheOtherEntriesOfItsFile() throws IOException {
    Path file = window.parts().folders().workspace().resolve("two.yaml");
    Optional<Path> _ =
        EntryFiles.write(
            file,
            List.of(
                Entry.of("one", EchoTool.ID, Tree.Fields.NONE.with("target", "a:1")),
                Entry.of("two", EchoTool.ID, Tree.Fields.NONE.with("target", "b:2"))));
    Fx.run(() -> window.shell().openFile(file));
    Fx.until(() -> window.titles().containsAll(List.of("one", "two")));
    Fx.until(() -> window.shell().view().lookup("#echo-target") != null);

    robot.clickOn("#echo-line").write("x");
    robot.push(KeyCode.CONTROL, KeyCode.S);

    Fx.until(() -> Files.readString(file).contains("line: x"));
    assertThat(EntryFiles.read(file)).extracting(Entry::name).containsExactly("one", "two");
  }

  @Test
  void allThatIsWrongWithAFileIsTold() throws IOException {
    Path file = window.parts().folders().workspace().resolve("wrong.yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "wirebench: 1\nname: one\ntool: echo\nrequset: {}\nexpct: []\n");

    Fx.run(() -> window.shell().openFile(file));

    Node more = window.find("#notice-more", Node.class);
    Fx.until(more::isVisible);
    Labeled said = window.find(".status-label", Labeled.class);
    assertThat(said.getText())
        .contains("wrong.yaml", "2 things", "line 4, column 1", "requset")
        .doesNotContain("expct");
    robot.clickOn(more);
    Fx.until(() -> popOver("#notice-detail").isPresent());
    assertThat(((TextInputControl) popOver("#notice-detail").orElseThrow()).getText())
        .contains("line 4, column 1", "requset", "line 5, column 1", "expct");
    robot.push(KeyCode.ESCAPE);
    Fx.until(() -> popOver("#notice-detail").isEmpty());
  }

  /** The mouse often rests on what was just pressed. */
  @Test
  void escapeClosesAPopOverUnderATooltip() {
    var _ = window.openEcho();
    robot.push(KeyCode.CONTROL, KeyCode.S);
    Fx.until(() -> popOverField().filter(TextField::isFocused).isPresent());
    TextField name = popOverField().orElseThrow();
    Fx.run(() -> name.getTooltip().show(name, 300, 300));
    Fx.until(() -> name.getTooltip().isShowing());

    robot.push(KeyCode.ESCAPE);

    Fx.until(() -> popOverField().isEmpty());
    assertThat(name.getTooltip().isShowing()).isFalse();
  }

  @Test
  void theEndOfALongFileNameIsShown() {
    var _ = window.openEcho();
    robot.push(KeyCode.CONTROL, KeyCode.S);
    Fx.until(() -> popOverField().isPresent());

    Fx.run(() -> popOverField().orElseThrow().setText("long ".repeat(30)));

    Fx.until(() -> shownFile().matches("Writes /.+(…|\\.\\.\\.).+\\.yaml"));
  }

  /** As far as it has room. */
  private static String shownFile() {
    Node label = popOver("#save-file").orElseThrow();
    return ((Text) requireNonNull(label.lookup(".text"))).getText();
  }

  private static Optional<Node> popOver(String query) {
    return Window.getWindows().stream()
        .filter(Window::isShowing)
        .map(window -> window.getScene().lookup(query))
        .filter(Node.class::isInstance)
        .findFirst();
  }

  private static Optional<TextField> popOverField() {
    return popOver("#save-name").map(TextField.class::cast);
  }
}
