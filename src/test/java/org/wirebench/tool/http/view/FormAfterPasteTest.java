package org.wirebench.tool.http.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.wirebench.core.workspace.Tree;
import org.wirebench.fx.FormField;
import org.wirebench.testkit.Fx;

/** What the form shows once a curl command took the place of what was typed. */
@Timeout(60)
class FormAfterPasteTest {
  private static final Tree.Fields LOGIN =
      Tree.Fields.NONE
          .with("url", "http://h/")
          .with(
              "auth",
              Tree.Fields.NONE.with(
                  "basic", Tree.Fields.NONE.with("user", "u").with("password", "p")));

  @RegisterExtension private final HttpTab tab = new HttpTab();
  private final FxRobot robot = Fx.robot();

  private void paste(String command) {
    robot.clickOn(tab.urlField()).push(KeyCode.SHORTCUT, KeyCode.A);
    Fx.run(
        () -> {
          ClipboardContent content = new ClipboardContent();
          content.putString(command);
          boolean _ = Clipboard.getSystemClipboard().setContent(content);
        });
    robot.push(KeyCode.SHORTCUT, KeyCode.V);
    Fx.settle();
  }

  private Object chosen(String page) {
    robot.clickOn(page);
    Node shown = tab.view().request().getSelectionModel().getSelectedItem().getContent();
    return Fx.call(() -> choice(shown).getValue());
  }

  private static ChoiceBox<?> choice(Node part) {
    return (ChoiceBox<?>) part.lookup(".choice-box");
  }

  @Test
  void noLoginIsShownWhereTheCommandHasNone() {
    tab.show(LOGIN);
    assertThat(chosen("Auth")).isEqualTo(AuthForm.Way.BASIC);
    paste("curl http://h/x");
    assertThat(chosen("Auth")).isEqualTo(AuthForm.Way.NONE);
  }

  @Test
  void theWayOfTheCommandIsShownAndTheOneBeforeAfterUndo() {
    tab.show(LOGIN);
    paste("curl --digest -u a:b http://h/x");
    assertThat(chosen("Auth")).isEqualTo(AuthForm.Way.DIGEST);
    robot.clickOn("Undo");
    assertThat(chosen("Auth")).isEqualTo(AuthForm.Way.BASIC);
    assertThat(tab.typed("auth.basic.user")).isEqualTo("u");
  }

  @Test
  void aLoginThatIsEmptiedByTypingIsStillAskedFor() {
    tab.show(LOGIN);
    robot.clickOn("Auth");
    Fx.run(() -> tab.model().form().text("auth.basic.password").set(""));
    Fx.run(() -> tab.model().form().text("auth.basic.user").set(""));
    assertThat(chosen("Auth")).isEqualTo(AuthForm.Way.BASIC);
  }

  @ParameterizedTest
  @CsvSource({"json,{},true", "json,{},false", "text,hello,true"})
  void noBodyIsShownWhereTheCommandHasNone(String kind, String body, boolean other) {
    tab.show(
        Tree.Fields.NONE.with("url", "http://h/").with("body", Tree.Fields.NONE.with(kind, body)));
    if (other) {
      Node form = tab.part(BodyForm.class);
      Fx.run(() -> choice(form).getSelectionModel().selectNext());
      Fx.run(() -> choice(form).getSelectionModel().selectPrevious());
    }
    paste("curl http://h/x");
    assertThat(chosen("Body")).isEqualTo(BodyForm.Kind.NONE);
  }

  @Test
  void undoKeepsWhatWasTypedSince() {
    tab.show(LOGIN);
    paste("curl http://h/x");
    robot.clickOn(tab.urlField()).push(KeyCode.END).write("yz");
    robot.clickOn("Undo");
    assertThat(tab.typed("url")).isEqualTo("http://h/");
    robot.clickOn("Redo");
    assertThat(tab.typed("url")).isEqualTo("http://h/xyz");
    robot.clickOn("Undo");
    assertThat(tab.typed("url")).isEqualTo("http://h/");
  }

  @ParameterizedTest
  @CsvSource({"client-credentials,true", "authorization-code,false"})
  void whatOnlyASignInNeedsIsOffWhereNobodySignsIn(String grant, boolean off) {
    tab.show(
        Tree.Fields.NONE.with(
            "auth", Tree.Fields.NONE.with("oauth2", Tree.Fields.NONE.with("grant", grant))));
    robot.clickOn("Auth");
    assertThat(disabled()).isEqualTo(off ? List.of("Sign-in address", "Redirect port") : List.of());
  }

  private List<String> disabled() {
    Node shown = tab.view().request().getSelectionModel().getSelectedItem().getContent();
    return Fx.call(
        () ->
            shown.lookupAll(".form-field").stream()
                .filter(Node::isDisabled)
                .filter(FormField.class::isInstance)
                .map(node -> ((Label) node.lookup(".field-label")).getText())
                .toList());
  }
}
