package org.wirebench.tool.socket.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.wirebench.core.net.SocketAddresses;
import org.wirebench.core.workspace.Tree;
import org.wirebench.testkit.Fx;
import org.wirebench.tool.socket.request.Transport;
import org.wirebench.tool.socket.service.ClientSession;
import org.wirebench.tool.socket.service.ServerSession;
import org.wirebench.tool.socket.service.SocketHarness;

/** The clients of a server in its window: chosen, shown, sent away. */
@Timeout(60)
class ServerClientsTest {
  @RegisterExtension private final SocketTab tab = new SocketTab();
  private final FxRobot robot = Fx.robot();
  private final List<ClientSession> clients = new ArrayList<>();

  @BeforeEach
  void serveThree() throws Exception {
    tab.show(
        Tree.Fields.NONE
            .with("mode", "server")
            .with("host", "127.0.0.1")
            .with("port", "0")
            .with("behaviour", "echo"));
    SocketView view = tab.view();
    Fx.run(view::primary);
    Fx.until(() -> view.model().serverProperty().get() != null);
    for (int i = 1; i <= 3; i++) {
      String hello = "this is " + i + "\n";
      var client = tab.harness().talk(SocketHarness.client(Transport.TCP, session()));
      clients.add(client.session());
      assertThat(client.session().offer(hello.getBytes(UTF_8))).isTrue();
      int number = i;
      Fx.until(() -> table().getItems().size() == number && table().getItems().getLast().out() > 0);
    }
  }

  private ServerSession session() {
    return requireNonNull(tab.view().model().serverProperty().get());
  }

  private ClientTable table() {
    return robot.lookup(".table-view").queryAs(ClientTable.class);
  }

  private List<String> said() {
    return tab.rows().stream().filter(text -> text.startsWith("this")).toList();
  }

  private void untilSaid(String... lines) {
    Fx.until(() -> said().equals(List.of(lines)));
  }

  private String facts() {
    return Fx.call(
        () ->
            robot.lookup(".socket-status .label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .filter(text -> text.contains("transcript of"))
                .findFirst()
                .orElse(""));
  }

  private void choose(int... rows) {
    Fx.run(
        () -> {
          table().getSelectionModel().clearSelection();
          for (int row : rows) {
            table().getSelectionModel().select(row);
          }
          table().requestFocus();
        });
  }

  @Test
  void theTranscriptIsThatOfTheChosenClientsAndSaysWhose() {
    untilSaid("this is 1", "this is 1", "this is 2", "this is 2", "this is 3", "this is 3");
    assertThat(facts()).endsWith("transcript of all clients");
    choose(0, 2);
    untilSaid("this is 1", "this is 1", "this is 3", "this is 3");
    assertThat(facts()).endsWith("transcript of #1, #3 only");
    choose(1);
    untilSaid("this is 2", "this is 2");
    assertThat(facts()).endsWith("transcript of #2 only");
    choose();
    assertThat(said()).hasSize(6);
  }

  @Test
  void theMenuKeyOffersWhatCanBeDoneWithTheChosen() {
    choose(1);
    robot.push(KeyCode.CONTEXT_MENU);
    Fx.until(() -> table().getContextMenu().isShowing());
    robot.clickOn("Copy the addresses of the selected clients");
    String address = SocketAddresses.text(session().clients().get(1).remote());
    Fx.until(() -> address.equals(Clipboard.getSystemClipboard().getString()));
  }

  @Test
  void theMenuIsAboutTheRowThatItWasOpenedOn() {
    choose(0, 1, 2);
    robot.clickOn(SocketAddresses.text(session().clients().get(1).remote()), MouseButton.SECONDARY);
    Fx.until(() -> table().getContextMenu().isShowing());
    robot.clickOn("Show only this client");
    untilSaid("this is 2", "this is 2");
    robot.clickOn(SocketAddresses.text(session().clients().get(1).remote()), MouseButton.SECONDARY);
    robot.clickOn("Disconnect the selected clients");
    Fx.until(() -> session().connected() == 2);
    assertThat(clients.get(0).isOver()).isFalse();
  }
}
