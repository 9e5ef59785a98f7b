package org.wirebench.tool.socket.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.wirebench.core.net.Endpoint;
import org.wirebench.core.net.ProxySettings;
import org.wirebench.core.settings.Settings;
import org.wirebench.core.workspace.Tree;
import org.wirebench.fx.Action;
import org.wirebench.testkit.Fx;
import org.wirebench.tool.socket.request.Transport;

/** What can be set before anything starts. */
@Timeout(60)
class SetupTest {
  @RegisterExtension private final SocketTab tab = new SocketTab();
  private final FxRobot robot = Fx.robot();

  @Test
  void aWrongPortIsMarkedWhileItIsTypedAndNothingStarts() throws Exception {
    tab.show(Tree.Fields.NONE);
    robot.write("localhost:99999").type(KeyCode.ENTER);
    Label problem =
        robot.lookup(".below-address .field-problem").match(node -> node.isVisible()).query();
    assertThat(problem.getText()).isNotBlank();
    assertThat(tab.harness().jobs().running()).isEmpty();
  }

  private String promptOf(String label) {
    return robot
        .lookup(
            (TextField field) ->
                field.getAccessibleText() != null && field.getAccessibleText().startsWith(label))
        .<TextField>query()
        .getPromptText();
  }

  @Test
  void emptyFieldsSayWhatHoldsForThem() throws Exception {
    tab.show(Tree.Fields.NONE.with("host", "server.test").with("port", "7"));
    assertThat(promptOf("Time-out.")).isEqualTo("10s");
    assertThat(promptOf("Proxy.")).isEqualTo("socks5://host:1080");

    robot.interact(
        () ->
            tab.settings()
                .set(
                    new Settings(
                        Settings.DEFAULT.theme(),
                        Settings.DEFAULT.fontPercent(),
                        Settings.DEFAULT.wire(),
                        new ProxySettings.HttpConnect(
                            new Endpoint("proxy.test", 3128), "me", "secret"),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(4),
                        Settings.DEFAULT.variables())));
    assertThat(promptOf("Time-out.")).isEqualTo("3s");
    assertThat(promptOf("Proxy.")).isEqualTo("http://proxy.test:3128");

    robot.interact(() -> tab.addressField().setText("localhost:7"));
    assertThat(promptOf("Proxy.")).startsWith("none");
    robot.interact(() -> tab.transports().setValue(Transport.UDP));
    assertThat(promptOf("Time-out.")).isEqualTo("4s");
    assertThat(promptOf("Receive buffer.")).isEqualTo("8MiB");
  }

  @Test
  void anIpVersionIsNotAskedForWithAUnixSocket() throws Exception {
    tab.show(Tree.Fields.NONE.with("transport", "unix"));
    assertThat(robot.lookup("IP version").match(SocketTab::isSeen).queryAll()).isEmpty();

    robot.interact(() -> tab.transports().setValue(Transport.TCP));
    assertThat(robot.lookup("IP version").match(SocketTab::isSeen).queryAll()).isNotEmpty();
  }

  @Test
  void filesOfCertificatesAndKeysCanBeChosen() throws Exception {
    tab.show(
        Tree.Fields.NONE
            .with("transport", "tls")
            .with("tls", Tree.Fields.NONE.with("trust", "authority")));
    assertThat(choices())
        .containsExactly(
            "Choose the certificates of the authority",
            "Choose the certificate",
            "Choose the private key");
    robot.interact(() -> tab.view().model().form().text("mode").set("server"));
    assertThat(choices()).containsExactly("Choose the certificate", "Choose the private key");
  }

  private List<String> choices() {
    return robot.lookup(".field-line > .button").match(SocketTab::isSeen).queryAll().stream()
        .map(Node::getAccessibleText)
        .toList();
  }

  @Test
  void aServerWithABehaviourAndAClientWithStepsOpenThere() throws Exception {
    tab.show(Tree.Fields.NONE.with("mode", "server").with("behaviour", "echo"));
    assertThat(shownPage()).isEqualTo("Behaviour");
    tab.show(Tree.Fields.NONE.with("send", "hello"));
    assertThat(shownPage()).isEqualTo("Steps");
    tab.show(Tree.Fields.NONE.with("mode", "server"));
    assertThat(shownPage()).isEqualTo("Options");
  }

  private String shownPage() {
    return Fx.call(() -> tab.view().setup().getSelectionModel().getSelectedItem().getText());
  }

  @Test
  void macrosAreActionsWithAShortcutWhereThatIsFree() throws Exception {
    Tree.Fields plain = Tree.Fields.NONE.with("name", "Plain").with("send", "x");
    tab.show(
        Tree.Fields.NONE
            .with("host", "localhost")
            .with("port", "7")
            .with(
                "macros",
                Tree.items(
                    List.of(
                        plain,
                        plain.with("key", "Ctrl+"),
                        plain.with("key", "Ctrl+F"),
                        plain.with("key", "Ctrl+1"),
                        plain.with("key", "Shortcut+1")))));
    AtomicReference<List<Action>> actions = new AtomicReference<>(List.of());
    robot.interact(() -> actions.set(tab.view().actions()));
    assertThat(actions.get())
        .filteredOn(action -> action.title().contains("Plain"))
        .extracting(Action::keys)
        .containsExactly("", "", "", "Ctrl+1", "");
  }
}
