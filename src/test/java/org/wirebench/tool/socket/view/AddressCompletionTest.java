package org.wirebench.tool.socket.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.wirebench.tool.socket.view.SocketTab.address;

import java.util.List;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.Tree;
import org.wirebench.fx.Completion;
import org.wirebench.fx.HistoryField;
import org.wirebench.testkit.Fx;
import org.wirebench.tool.socket.request.Transport;
import org.wirebench.tool.socket.service.ServerSession;

/** What the field of the address offers, and what it offers later. */
@Timeout(60)
class AddressCompletionTest {
  @RegisterExtension private final SocketTab tab = new SocketTab();
  private final FxRobot robot = Fx.robot();

  private static List<String> suggested() {
    return Fx.call(
        () ->
            Window.getWindows().stream()
                .filter(window -> window.isShowing() && window.getScene() != null)
                .map(window -> window.getScene().lookup(".completion"))
                .filter(ListView.class::isInstance)
                .flatMap(list -> ((ListView<?>) list).getItems().stream())
                .map(item -> (Completion.Suggestion) item)
                .map(one -> one.text() + " | " + one.note())
                .toList());
  }

  private static Entry entry(String name, Tree.Fields request) {
    return Entry.of(name, "socket", request);
  }

  @Test
  void theAddressIsCompletedFromWhatWasUsedAndTheLabAndTheTransportGoesAlong() throws Exception {
    tab.lab().start("socket.tls-echo");
    await().until(() -> tab.lab().status("socket.tls-echo").request().isPresent());
    String secure = tab.lab().status("socket.tls-echo").address().orElseThrow();
    tab.used().add(entry("old", Tree.Fields.NONE.with("host", "10.127.0.1").with("port", "7")));
    tab.used().add(entry("me", Tree.Fields.NONE.with("mode", "server").with("port", "127")));
    tab.used().add(entry("other", Tree.Fields.NONE.with("host", "example.org").with("port", "7")));
    tab.show(Tree.Fields.NONE);

    robot.write("127.0");
    await()
        .untilAsserted(
            () ->
                assertThat(suggested())
                    .containsExactly("10.127.0.1:7 | TCP", secure + " | Lab: Echo over TLS"));
    robot.push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.ENTER);
    await().until(() -> Fx.call(() -> tab.addressField().getText()).equals(secure));
    assertThat(Fx.call(() -> tab.transports().getValue())).isEqualTo(Transport.TLS);
    assertThat(Fx.call(tab.view()::entry).request().get("tls"))
        .hasValueSatisfying(
            tls -> assertThat(((Tree.Fields) tls).names()).containsExactly("trust", "sha256"));

    robot.push(KeyCode.ENTER);
    await().until(() -> tab.harness().log().end() > 0);
    assertThat(tab.used()).hasSize(3);
    assertThat(suggested()).isEmpty();
  }

  @Test
  void whatIsTalkedToIsRememberedByItsAddressUnlessItIsOfTheLab() throws Exception {
    ServerSession server = tab.echo(Transport.TCP);
    tab.lab().start("socket.echo");
    await().until(() -> tab.lab().status("socket.echo").request().isPresent());
    tab.show(Tree.Fields.NONE.with("transport", "tls"));
    robot.write(address(server)).type(KeyCode.ENTER);
    await().until(() -> tab.used().size() == 1);
    assertThat(tab.used().getFirst().name()).isEqualTo(address(server) + " over TLS");

    await().until(() -> !Fx.call(() -> tab.view().busy().get()));
    robot.interact(
        () -> {
          tab.transports().setValue(Transport.TCP);
          tab.addressField().setText(tab.lab().status("socket.echo").address().orElseThrow());
          tab.view().primary();
        });
    await().until(() -> robot.lookup((HistoryField field) -> true).tryQuery().isPresent());
    assertThat(tab.used()).hasSize(1);
  }

  @Test
  void whatIsRememberedHoldsNoPassword() {
    tab.show(
        Tree.Fields.NONE
            .with("host", "127.0.0.1")
            .with("port", "1")
            .with("proxy", "http://ann:s3cret@127.0.0.1:1"));
    robot.push(KeyCode.ENTER);

    await().until(() -> tab.used().size() == 1);
    assertThat(tab.used().getFirst().request().text("proxy")).hasValue("http://ann@127.0.0.1:1");
  }

  @Test
  void whereOneListensIsCompletedFromWhereOneListened() throws Exception {
    tab.lab().start("socket.echo");
    await().until(() -> tab.lab().status("socket.echo").request().isPresent());
    tab.used().add(entry("a", Tree.Fields.NONE.with("host", "127.0.0.1").with("port", "7")));
    tab.used()
        .add(
            entry(
                "b",
                Tree.Fields.NONE
                    .with("mode", "server")
                    .with("transport", "udp")
                    .with("port", "7025")));
    tab.show(Tree.Fields.NONE.with("mode", "server"));

    robot.write("7");

    await().untilAsserted(() -> assertThat(suggested()).containsExactly(":7025 | UDP"));
  }
}
