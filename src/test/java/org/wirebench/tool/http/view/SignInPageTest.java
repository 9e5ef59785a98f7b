package org.wirebench.tool.http.view;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.wirebench.core.workspace.Tree;
import org.wirebench.fx.EmptyState;
import org.wirebench.fx.StatusPill;
import org.wirebench.testkit.Fx;

/** What stands in a tab while the user signs in with the browser. */
@Timeout(60)
class SignInPageTest {
  private static final String WAITS =
      "Sign in with the page in your browser. The request is sent when you are back.";

  private final SignedIn browser = new SignedIn();
  @RegisterExtension private final HttpTab tab = new HttpTab(browser);
  private final FxRobot robot = Fx.robot();

  private void type(String field, String text) {
    Fx.run(() -> tab.model().form().text("auth.oauth2." + field).set(text));
  }

  /** Brings an answer, and then types what takes a sign-in. */
  private void answerAndSignIn() {
    tab.show(Tree.Fields.NONE);
    robot.write(tab.address("http.http", "/json")).type(KeyCode.ENTER);
    untilPill("200 OK");
    type("grant", "authorization-code");
    type("clientId", "lab");
    type("tokenUrl", tab.address("http.http", "/oauth/token"));
    type("authorizationUrl", tab.address("http.http", "/oauth/authorize"));
  }

  private void untilPill(String words) {
    Fx.until(
        () -> robot.lookup((StatusPill one) -> words.equals(one.getText())).tryQuery().isPresent());
  }

  private void untilWaiting() {
    Fx.until(
        () ->
            robot
                .from(robot.lookup((EmptyState page) -> true).queryAll())
                .lookup((Label label) -> WAITS.equals(label.getText()))
                .tryQuery()
                .isPresent());
  }

  @Test
  void whatCameBeforeIsNotShownAsIfItWereTheAnswer() throws Exception {
    answerAndSignIn();
    robot.clickOn(tab.urlField()).type(KeyCode.ENTER);
    String page = browser.page();
    untilWaiting();
    assertThat(robot.lookup((StatusPill one) -> true).tryQuery()).isEmpty();

    SignedIn.allow(page);

    untilPill("200 OK");
    assertThat(tab.exchanges()).isEqualTo(2);
    assertThat(robot.lookup((EmptyState one) -> one.isVisible()).tryQuery()).isEmpty();
  }

  @Test
  void theWaitingCanBeStoppedOnThePage() throws Exception {
    answerAndSignIn();
    robot.clickOn(tab.urlField()).type(KeyCode.ENTER);
    var _ = browser.page();
    untilWaiting();

    robot.clickOn(
        robot
            .from(robot.lookup((EmptyState page) -> true).queryAll())
            .lookup((Button button) -> "Stop".equals(button.getText()))
            .<Button>query());

    Fx.until(() -> !tab.model().runningProperty().get());
    Fx.until(() -> robot.lookup((EmptyState one) -> one.isVisible()).tryQuery().isEmpty());
    untilPill("Stopped");
  }
}
