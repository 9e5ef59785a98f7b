package org.wirebench.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebench.app.AppWindow.all;
import static org.wirebench.app.AppWindow.scene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.wirebench.core.lab.Lab;
import org.wirebench.core.wire.Direction;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.Tree;
import org.wirebench.fx.HistoryField;
import org.wirebench.shell.Parts;
import org.wirebench.testkit.Fx;
import org.wirebench.testkit.StyleWarnings;

/** The socket console in the real window: what the two do together. */
@Timeout(90)
class SocketInWindowTest {
  private static final String SERVER = "socket.echo";

  @RegisterExtension private final StyleWarnings warnings = new StyleWarnings();
  private final FxRobot robot = Fx.robot();
  private final AppWindow window;
  private final Parts parts;

  SocketInWindowTest(@TempDir Path folder) throws Exception {
    window = new AppWindow(folder);
    parts = window.parts();
  }

  @BeforeEach
  void serve() {
    window.serve(SERVER);
  }

  @AfterEach
  void close() {
    window.close();
  }

  private static Tree.Fields macro(String name, String send, String key) {
    return Tree.Fields.NONE.with("name", name).with("send", send).with("key", key);
  }

  /** Opens a tab with these macros, connected to the echo server of the lab. */
  private void connect(Tree.Fields... macros) {
    Tree.Fields request = parts.lab().status(SERVER).request().orElseThrow();
    Entry entry =
        Entry.of("", "socket", request.with("macros", Tree.items(List.of((Tree[]) macros))));
    Fx.run(() -> window.shell().open(entry));
    Fx.until(() -> !scene().getRoot().lookupAll(".address-row").isEmpty());
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    Fx.until(() -> scene().getFocusOwner() instanceof HistoryField);
  }

  /** Each time it starts, a server of the lab listens on another port. */
  @Test
  void aTabOfAServerOfTheLabFindsItAgainAfterARestart() throws IOException {
    connect();
    parts.lab().stop(SERVER);
    Fx.until(() -> parts.lab().status(SERVER).state() == Lab.State.STOPPED);
    window.restart();
    Fx.until(() -> !scene().getRoot().lookupAll(".address-row").isEmpty());
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    Fx.until(() -> scene().getRoot().lookup(".failure-banner").isVisible());

    robot.clickOn("Start “Echo over TCP” in the lab and connect");

    Fx.until(() -> scene().getFocusOwner() instanceof HistoryField);
    robot.write("again").type(KeyCode.ENTER);
    Fx.until(() -> sent().endsWith("again\n"));
    assertThat(parts.lab().status(SERVER).state()).isEqualTo(Lab.State.RUNNING);
  }

  @Test
  void aKeyGoesFromTheLineToSendToTheAddress() {
    connect();

    robot.push(KeyCode.F6);

    Fx.until(
        () ->
            scene().getFocusOwner() instanceof TextField field
                && field.getText().startsWith("127.0.0.1:"));
  }

  /** A session is said again with the mouse alone: taken as steps, and played. */
  @Test
  void whatWasSaidIsPlayedAgain() throws IOException {
    connect();
    robot.write("once").type(KeyCode.ENTER);
    Fx.until(() -> sent().equals("once\n"));
    robot.clickOn("Steps");
    robot.clickOn("Use this session as steps");
    Fx.until(() -> all(".list-row", Node.class).size() == 2);
    robot.clickOn("Disconnect");
    Fx.until(() -> !all(".primary-button", Button.class).getFirst().isDisabled());

    robot.clickOn("Play the steps");

    Fx.until(() -> pill().equals("Played"));
    assertThat(sent()).isEqualTo("once\nonce\n");
  }

  @Test
  void aBroadcastIsAllowedWithOneClick() {
    Tree.Fields request =
        Tree.Fields.NONE.with("transport", "udp").with("host", "127.255.255.255").with("port", "9");
    Fx.run(() -> window.shell().open(Entry.of("", "socket", request)));
    Fx.until(() -> !scene().getRoot().lookupAll(".address-row").isEmpty());
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    Fx.until(() -> scene().getRoot().lookup(".failure-banner").isVisible());

    robot.clickOn("Allow broadcasts");

    Fx.until(() -> pill().equals("Ready"));
  }

  @Test
  void aServerHasItsClientWithOneClick() {
    Tree.Fields request =
        Tree.Fields.NONE.with("mode", "server").with("port", "0").with("behaviour", "echo");
    Fx.run(() -> window.shell().open(Entry.of("", "socket", request)));
    Fx.until(() -> !scene().getRoot().lookupAll(".address-row").isEmpty());
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    Fx.until(() -> pill().equals("Listening"));

    robot.clickOn(".no-clients .button");

    Fx.until(() -> pill().equals("Connected"));
    robot.write("hello").type(KeyCode.ENTER);
    Fx.until(() -> sent().equals("hello\n"));
  }

  private String pill() {
    return all(".status-pill", Label.class).stream()
        .filter(Label::isVisible)
        .map(Label::getText)
        .findFirst()
        .orElse("");
  }

  private String sent() throws IOException {
    List<String> texts = new ArrayList<>();
    parts
        .wire()
        .forEach(
            parts.wire().first(),
            parts.wire().end(),
            event -> {
              if (event.direction() == Direction.OUT && event.connection().initiator()) {
                texts.add(new String(event.payload(), UTF_8));
              }
            });
    return String.join("", texts);
  }

  @Test
  void theShortcutOfAMacroSendsIt() {
    connect(macro("One", "one\\n", "Ctrl+1"), macro("Two", "two\\n", "Ctrl+Shift+2"));

    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.DIGIT2);

    Fx.until(() -> sent().equals("two\n"));
  }

  @Test
  void aShortcutOfTheWindowIsMarkedAndStaysWithTheWindow() {
    connect(macro("One", "one\\n", "F12"), macro("Two", "two\\n", "Ctrl+Shift+2"));
    robot.push(KeyCode.F12);
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.DIGIT2);
    Fx.until(() -> sent().equals("two\n"));
    robot.push(KeyCode.F12);

    robot.clickOn("Macros");

    Fx.until(() -> !complaints().isEmpty());
    assertThat(complaints())
        .singleElement()
        .asString()
        .isEqualTo("Belongs to the window already: Show or hide the dock");
  }

  private List<String> complaints() {
    return all(".list-row .field-problem", Label.class).stream()
        .filter(Label::isVisible)
        .map(Label::getText)
        .toList();
  }

  @Test
  void aWrongFieldIsMarkedInTheColoursOfTheWindow() {
    Node root = Fx.call(() -> scene().getRoot());
    Tree.Fields request = Tree.Fields.NONE.with("host", "127.0.0.1").with("port", "70000");

    Fx.run(() -> window.shell().open(Entry.of("", "socket", request.with("timeout", "soon"))));

    Fx.until(() -> all(".field-problem", Label.class).stream().filter(Node::isVisible).count() > 1);
    Fx.run(root::applyCss);
    assertThat(Fx.call(() -> scene().getRoot())).isSameAs(root);
  }

  @Test
  void twoMacrosWithOneShortcutAreBothMarkedWhileItIsTyped() {
    connect(macro("One", "one\\n", "Ctrl+Shift+1"), macro("Two", "two\\n", ""));
    robot.clickOn("Macros");
    Fx.until(() -> keyFields().size() == 2);

    robot.clickOn(keyFields().getLast()).write("Ctrl+Shift+");
    Fx.until(() -> complaints().size() == 1);
    assertThat(complaints().getFirst()).contains("no shortcut");
    robot.write("1");
    Fx.until(() -> complaints().size() == 2);
    assertThat(complaints()).allSatisfy(text -> assertThat(text).contains("used twice"));
    robot.push(KeyCode.BACK_SPACE).write("3");

    Fx.until(() -> complaints().isEmpty());
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.DIGIT3);
    Fx.until(() -> sent().equals("two\n"));
  }

  private List<TextField> keyFields() {
    return all(".list-row .text-field", TextField.class).stream()
        .filter(field -> field.getAccessibleText().contains("Ctrl+Shift+1"))
        .toList();
  }

  @Test
  void aLineThatIsNotSentIsThereAfterARestart() {
    connect();
    robot.write("half a li");

    window.restart();
    Fx.until(() -> !scene().getRoot().lookupAll(".address-row").isEmpty());
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    Fx.until(() -> scene().getFocusOwner() instanceof HistoryField);
    robot.write("ne").type(KeyCode.ENTER);

    Fx.until(() -> sent().equals("half a line\n"));
  }

  @Test
  void aPasswordStaysInTheWindowAndOutOfTheFiles() throws IOException {
    String proxy = "http://ann:s3cret@127.0.0.1:9";
    Tree.Fields request = parts.lab().status(SERVER).request().orElseThrow();
    Fx.run(() -> window.shell().open(Entry.of("", "socket", request.with("proxy", proxy))));
    Fx.until(() -> proxyField().getText().equals(proxy));
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    Fx.until(() -> !all(".failure-banner", Node.class).isEmpty());

    window.restart();

    Fx.until(() -> proxyField().getText().equals("http://ann@127.0.0.1:9"));
    try (var files = Files.walk(parts.folders().state().getParent())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file, ISO_8859_1)).as(file.toString()).doesNotContain("s3cret");
      }
    }
    assertThat(parts.folders().state().resolve("session.yaml"))
        .content()
        .contains("http://ann@127.0.0.1:9");
  }

  private TextField proxyField() {
    return all(".text-field", TextField.class).stream()
        .filter(field -> String.valueOf(field.getAccessibleText()).startsWith("Proxy"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theSetupTakesAsMuchRoomAfterARestartAsBefore() {
    connect();
    double before = setupWidth();

    window.restart();

    Fx.until(() -> !scene().getRoot().lookupAll(".setup-pane").isEmpty());
    assertThat(setupWidth()).isBetween(before - 1, before + 1);
  }

  private double setupWidth() {
    Region setup = all(".setup-pane", Region.class).getFirst();
    Fx.until(() -> setup.getWidth() > 0);
    return Fx.call(setup::getWidth);
  }

  @Test
  void whatWasSentIsThereAfterARestart() throws IOException {
    connect();
    robot.write("first").type(KeyCode.ENTER).write("{{token}}").type(KeyCode.ENTER);
    Fx.until(() -> sent().equals("first\n{{token}}\n"));

    window.restart();
    Fx.run(() -> window.shell().open(Entry.of("", "socket", Tree.Fields.NONE)));
    connect();
    robot.type(KeyCode.UP);
    assertThat(all(".text-field", HistoryField.class).getFirst().getText()).isEqualTo("{{token}}");
    robot.type(KeyCode.UP);
    assertThat(all(".text-field", HistoryField.class).getFirst().getText()).isEqualTo("first");
    assertThat(Files.readString(parts.folders().state().resolve("sent.yaml")))
        .contains("first", "{{token}}");
  }
}
