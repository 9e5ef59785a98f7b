package org.wirebench.tool.http.view;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.wirebench.core.workspace.Tree;
import org.wirebench.fx.Action;
import org.wirebench.fx.code.CodeEditor;
import org.wirebench.testkit.Fx;

/** What is said of a body while it is typed. */
@Timeout(60)
class BodyEditorTest {
  @RegisterExtension private final HttpTab tab = new HttpTab();
  private final FxRobot robot = Fx.robot();

  private void show(String kind, String body) {
    tab.show(
        Tree.Fields.NONE.with("url", "http://h/").with("body", Tree.Fields.NONE.with(kind, body)));
  }

  private boolean isSaid(String words) {
    return tab.view().node().lookupAll(".secondary").stream()
        .anyMatch(node -> node instanceof Label label && label.getText().contains(words));
  }

  private void type(String text) {
    CodeEditor area = tab.part(CodeEditor.class);
    Fx.run(area::requestFocus);
    robot.push(KeyCode.SHORTCUT, KeyCode.END).write(text);
  }

  @ParameterizedTest
  @CsvSource({"json,'[1,]','Line 1, column'", "xml,<a><b></a>,'Line 1, column'"})
  void aFaultIsSaidOnceTheKeysRestAndGoesWithTheNextText(String kind, String body, String where) {
    show(kind, body);
    Fx.until(() -> isSaid(where));
    CodeEditor area = tab.part(CodeEditor.class);
    Fx.run(area::requestFocus);
    robot.push(KeyCode.SHORTCUT, KeyCode.A).write(kind.equals("json") ? "{}" : "<a/>");
    Fx.until(() -> !isSaid("Line "));
  }

  @Test
  void whatIsTypedIsLookedAt() {
    show("json", "[1, 2");
    Fx.until(() -> isSaid("Line 1"));
    type("]");
    Fx.until(() -> !isSaid("Line "));
    type("x");
    Fx.until(() -> isSaid("Line 1, column 7"));
  }

  @Test
  void formatSetsItOut() {
    show("json", "{\"a\": [1]}");
    robot.clickOn("Format");
    Fx.until(() -> tab.typed("body.json").lines().count() > 1);
    assertThat(tab.typed("body.json")).startsWith("{\n  \"a\"");
  }

  /** It is written only while it is shown. */
  @Test
  void theCodeThatIsCopiedIsThatOfTheLastText() {
    show("text", "before");
    type(" behind");
    Action copy = tab.view().request().actions().getFirst();
    Fx.run(copy::fire);
    assertThat(Fx.call(() -> Clipboard.getSystemClipboard().getString())).contains("before behind");
    robot.clickOn("Code");
    Fx.until(() -> shownCode().contains("before behind"));
  }

  private String shownCode() {
    Node code = requireNonNull(tab.view().node().lookup(".code-pane .log-view"));
    return String.valueOf(code.queryAccessibleAttribute(AccessibleAttribute.TEXT));
  }
}
