package org.wirebench.tool.socket.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.wirebench.core.wire.Direction;
import org.wirebench.core.workspace.Tree;
import org.wirebench.testkit.Fx;
import org.wirebench.tool.socket.request.Transport;
import org.wirebench.tool.socket.service.ServerSession;

/** A tab that talks to a server, used through the keyboard and the mouse. */
@Timeout(60)
class ClientTabTest {
  @RegisterExtension private final SocketTab tab = new SocketTab();
  private final FxRobot robot = Fx.robot();

  @Test
  void anAddressIsTypedAndALineIsSent() throws Exception {
    ServerSession server = tab.echo(Transport.TCP);
    tab.show(Tree.Fields.NONE);
    tab.connect(server);
    robot.write("hello").type(KeyCode.ENTER);
    await().until(() -> server.transcript().total(Direction.OUT) == 6);
    assertThat(tab.sendField().getText()).isEmpty();
    robot.type(KeyCode.UP);
    assertThat(tab.sendField().getText()).isEqualTo("hello");
    await()
        .untilAsserted(
            () ->
                assertThat(robot.lookup(".socket-content > .waterfall").query().getAccessibleText())
                    .matches("Name look-up .*, Connecting .*, Waiting for the answer .*"));
  }

  @Test
  void halfAByteOfHexIsMarkedAndNotSent() throws Exception {
    ServerSession server = tab.echo(Transport.TCP);
    tab.show(Tree.Fields.NONE);
    tab.connect(server);
    robot.interact(
        () -> {
          var forms = robot.lookup(".send-bar .choice-box").queryAs(ChoiceBox.class);
          forms.getSelectionModel().select(1);
        });
    robot.write("a").type(KeyCode.ENTER);
    Label problem =
        robot.lookup(".send-bar .field-problem").match(node -> node.isVisible()).query();
    assertThat(problem.getText()).isNotBlank();
    assertThat(server.transcript().total(Direction.IN)).isZero();
    assertThat(button("Send").isDisabled()).isTrue();
    assertThat(button("Send").getAccessibleHelp()).isEqualTo(problem.getText());
    robot.write("1").type(KeyCode.ENTER);
    await().until(() -> server.transcript().total(Direction.IN) == 1);
  }

  private Button button(String what) {
    return robot
        .lookup((Button one) -> what.equals(one.getAccessibleText()) && one.isVisible())
        .query();
  }

  @Test
  void datagramsAreOfferedNoEndAndNoReset() throws Exception {
    ServerSession server = tab.echo(Transport.UDP);
    tab.show(Tree.Fields.NONE.with("transport", "udp"));
    tab.connect(server);

    assertThat(robot.lookup(".status-pill").queryAllAs(Label.class))
        .extracting(Label::getText)
        .contains("Ready");
    assertThat(robot.lookup(".icon-button").<Node>queryAll())
        .filteredOn(Node::isVisible)
        .extracting(Node::getAccessibleText)
        .contains("Send a file")
        .doesNotContain("End our side (half-close)", "Reset the connection");
    assertThat(tab.possible()).contains("Send a file").doesNotContain("Reset the connection");
  }

  @Test
  void whatCanBeDoneWithAConnectionIsOfferedToThePaletteToo() throws Exception {
    ServerSession server = tab.echo(Transport.TCP);
    tab.show(
        Tree.Fields.NONE
            .with("send", "hello")
            .with("generate", Tree.Fields.NONE.with("send", "x")));
    assertThat(tab.possible()).doesNotContain("Reset the connection", "Start the generator");
    tab.connect(server);
    assertThat(tab.possible())
        .contains(
            "End our side (half-close)",
            "Reset the connection",
            "Send a file",
            "Start the generator",
            "Turn this session into a scripted server");
    tab.act("Start the generator");
    assertThat(tab.possible()).contains("Stop the generator");
    tab.act("Disconnect");
    Fx.until(() -> tab.possible().contains("Play the steps"));
  }

  @Test
  void inALowPaneTheStepsGoAndTheLineToSendStays() throws Exception {
    ServerSession server = tab.echo(Transport.TCP);
    tab.show(Tree.Fields.NONE);
    tab.connect(server);
    Node steps = robot.lookup(".socket-content > .waterfall").query();
    Fx.until(steps::isVisible);

    Region pane = robot.lookup(".socket-content").match(SocketTab::isSeen).queryAs(Region.class);
    robot.interact(() -> pane.setMaxHeight(150));
    Fx.until(() -> !steps.isVisible());
    Node bar = robot.lookup(".send-bar").match(SocketTab::isSeen).query();
    Fx.until(() -> bar.getBoundsInParent().getMaxY() <= 150);

    robot.interact(() -> pane.setMaxHeight(Double.MAX_VALUE));
    Fx.until(steps::isVisible);
  }

  @Test
  void cancellingLeavesASessionStandingAndDisconnectingEndsIt() throws Exception {
    ServerSession server = tab.echo(Transport.TCP);
    tab.show(Tree.Fields.NONE);
    tab.connect(server);

    robot.interact(() -> tab.view().cancel());
    robot.write("still here").type(KeyCode.ENTER);
    Fx.until(() -> server.transcript().total(Direction.IN) == 11);
    tab.act("Disconnect");

    Fx.until(() -> server.connected() == 0);
  }

  @Test
  void connectingAgainKeepsWhatWasSaidBefore() throws Exception {
    ServerSession server = tab.echo(Transport.TCP);
    tab.show(Tree.Fields.NONE);
    tab.connect(server);
    robot.write("first").type(KeyCode.ENTER);
    Fx.until(() -> server.transcript().total(Direction.IN) == 6);
    tab.act("Disconnect");
    // The server knows it before the tab does, which connects again only then.
    Fx.until(() -> !tab.possible().contains("Disconnect"));

    robot.interact(() -> tab.view().primary());
    Fx.until(() -> tab.possible().contains("Disconnect"));
    MenuButton menu =
        robot.lookup(".menu-button").queryAllAs(MenuButton.class).stream()
            .filter(one -> "Earlier connections".equals(one.getAccessibleText()))
            .filter(Node::isVisible)
            .findFirst()
            .orElseThrow();
    Fx.until(() -> menu.getItems().size() == 1);
    robot.clickOn(menu).type(KeyCode.DOWN).type(KeyCode.ENTER);

    Fx.until(() -> tab.strips() == 1 && tab.rows().contains("first"));
    robot.clickOn("Show the last");
    Fx.until(() -> tab.strips() == 0 && !tab.rows().contains("first"));

    // From the palette too.
    assertThat(tab.possible()).doesNotContain("Show the last");
    String show =
        tab.possible().stream()
            .filter(title -> title.startsWith("Show the earlier connection of "))
            .findFirst()
            .orElseThrow();
    tab.act(show);
    Fx.until(() -> tab.strips() == 1 && tab.rows().contains("first"));
    tab.act("Show the last");
    Fx.until(() -> tab.strips() == 0 && !tab.rows().contains("first"));
  }

  @Test
  void theCodeIsCopiedFromThePaletteToo() {
    tab.show(Tree.Fields.NONE.with("host", "there.example").with("port", "7007"));
    tab.act("Copy the code");
    assertThat(Fx.call(() -> Clipboard.getSystemClipboard().getString()))
        .contains("import socket", "there.example", "7007");
  }
}
