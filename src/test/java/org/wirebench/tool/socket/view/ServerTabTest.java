package org.wirebench.tool.socket.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.wirebench.tool.socket.view.SocketTab.address;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.wirebench.core.wire.Direction;
import org.wirebench.core.workspace.Bound;
import org.wirebench.core.workspace.Tree;
import org.wirebench.testkit.Fx;
import org.wirebench.tool.socket.request.ClientRequest;
import org.wirebench.tool.socket.request.SocketForm;
import org.wirebench.tool.socket.request.SocketRequest;
import org.wirebench.tool.socket.request.Step;
import org.wirebench.tool.socket.request.Transport;
import org.wirebench.tool.socket.service.ServerSession;
import org.wirebench.tool.socket.service.SocketHarness;

/** A tab that listens, used through the keyboard and the mouse. */
@Timeout(60)
class ServerTabTest {
  @RegisterExtension private final SocketTab tab = new SocketTab();
  private final FxRobot robot = Fx.robot();

  /** Starts a server with the mouse, and returns where it listens. */
  private int listen(Tree.Fields request) {
    tab.show(request.with("mode", "server").with("host", "127.0.0.1").with("port", "0"));
    robot.clickOn(".primary-button");
    await().until(() -> robot.lookup(".table-view").tryQuery().isPresent());
    String title = Fx.call(() -> tab.view().title().get());
    return Integer.parseInt(title.substring(title.lastIndexOf(':') + 1));
  }

  @Test
  void aServerIsStartedWithTheMouseAndShowsItsClients() throws Exception {
    int port = listen(Tree.Fields.NONE.with("behaviour", "echo"));
    var client = tab.harness().talk(SocketHarness.client(Transport.TCP, "127.0.0.1", port, ""));
    assertThat(client.session().offer(new byte[] {'x', '\n'})).isTrue();
    await()
        .until(
            () ->
                robot.lookup(".table-view").queryTableView().getItems().size() == 1
                    && client.session().transcript().total(Direction.IN) == 2);
    robot.interact(
        () -> robot.lookup(".table-view").queryTableView().getSelectionModel().select(0));
    assertThat(robot.lookup(".waterfall").<Node>queryAll()).noneMatch(Node::isVisible);
    TextField address = robot.lookup(".address-row .text-field").query();
    assertThat(address.getText()).isEqualTo("127.0.0.1:0");
  }

  @Test
  void whatCanBeDoneWithTheClientsIsOfferedToThePaletteToo() throws Exception {
    int port = listen(Tree.Fields.NONE.with("behaviour", "echo"));
    assertThat(tab.possible()).contains("Connect a client").doesNotContain("Show all clients");
    var _ = tab.harness().talk(SocketHarness.client(Transport.TCP, "127.0.0.1", port, ""));
    Fx.until(() -> robot.lookup(".table-view").queryTableView().getItems().size() == 1);
    robot.interact(
        () -> robot.lookup(".table-view").queryTableView().getSelectionModel().select(0));
    assertThat(tab.possible())
        .contains(
            "Send to the selected clients",
            "Show all clients",
            "Copy the addresses of the selected clients",
            "Disconnect the selected clients",
            "Reset the selected clients");
  }

  @Test
  void theSessionOfAServerBecomesAClientOrAServerInANewTab() throws Exception {
    Tree.Fields speaking = Tree.Fields.NONE.with("speakFirst", Tree.texts(List.of("hi")));
    int port = listen(Tree.Fields.NONE.with("behaviour", speaking));
    var client = tab.harness().talk(SocketHarness.client(Transport.TCP, "127.0.0.1", port, ""));
    await().until(() -> client.session().transcript().total(Direction.IN) == 2);
    tab.act("Turn this session into a scripted client");
    await().until(() -> tab.opened().size() == 1);
    tab.act("Turn this session into a scripted server");
    await().until(() -> tab.opened().size() == 2);
    Bound<SocketRequest> again = SocketForm.bind(tab.opened().get(0).request());
    assertThat(again.found()).isEmpty();
    ClientRequest steps = (ClientRequest) ((Bound.Ok<SocketRequest>) again).value();
    assertThat(steps.port()).isEqualTo(port);
    assertThat(steps.steps()).containsExactly(new Step.Await(new Step.Until.Bytes(2)));
    assertThat(tab.opened().get(1).request().get("behaviour"))
        .hasValueSatisfying(
            behaviour ->
                assertThat(((Tree.Fields) behaviour).names()).containsExactly("speakFirst"));
  }

  @Test
  void whatIsChangedInARunningServerIsToldAndHoldsAfterStartingAgain() throws Exception {
    tab.show(Tree.Fields.NONE.with("mode", "server").with("host", "127.0.0.1"));
    robot.clickOn("Listen");
    Fx.until(() -> tab.strips() == 0 && running() != null);
    ServerSession first = running();

    robot.clickOn("Keep alive");
    Fx.until(() -> tab.strips() == 1);
    robot.clickOn("Start again");

    Fx.until(() -> tab.strips() == 0 && running() != null && running() != first);
  }

  private @Nullable ServerSession running() {
    return tab.view().model().serverProperty().get();
  }
}
