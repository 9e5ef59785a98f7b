package org.wirebench.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.wirebench.core.lab.Lab;
import org.wirebench.core.net.NetDefaults;
import org.wirebench.core.settings.Folders;
import org.wirebench.core.settings.SessionStore;
import org.wirebench.core.settings.SettingsStore;
import org.wirebench.core.wire.Direction;
import org.wirebench.core.wire.WireLog;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.Tree;
import org.wirebench.fx.DesktopTool;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.HistoryField;
import org.wirebench.shell.FaultReports;
import org.wirebench.shell.Parts;
import org.wirebench.shell.Shell;
import org.wirebench.shell.Start;
import org.wirebench.testkit.Fx;
import org.wirebench.testkit.StyleWarnings;
import org.wirebench.testkit.TestFolders;

/** The socket console in the real window: what the two do together. */
@Timeout(90)
class SocketInWindowTest {
  private static final String SERVER = "socket.echo";

  @RegisterExtension private final StyleWarnings warnings = new StyleWarnings();
  private final FxRobot robot = new FxRobot();
  private final List<Throwable> faults = new CopyOnWriteArrayList<>();
  private final Services services;
  private final Parts parts;
  private Shell shell;

  SocketInWindowTest(@TempDir Path folder) throws Exception {
    Fx.start();
    services = Services.open(folder.resolve("bytes"), WireLog.Limits.DEFAULT, faults::add);
    Folders folders = TestFolders.in(folder);
    List<DesktopTool> tools = Tools.of(services, () -> NetDefaults.BUILT_IN);
    parts =
        new Parts(
            new FxJobs(services.jobs(), faults::add),
            services.network(),
            services.log(),
            new Lab(services.jobs(), List.copyOf(tools.getFirst().tool().lab())),
            services.stores(),
            folders,
            new SettingsStore(folders, services.clock(), faults::add),
            new SessionStore(folders, services.clock(), faults::add),
            tools,
            new FaultReports(),
            "test");
    shell = open();
  }

  private Shell open() {
    Start start = Start.load(parts.settings(), parts.session());
    return Fx.call(
        () -> {
          Stage stage = new Stage(StageStyle.UNDECORATED);
          Shell made = new Shell(parts, start, stage, () -> {});
          stage.setX(0);
          stage.setY(0);
          stage.setWidth(990);
          stage.setHeight(900);
          made.show();
          stage.requestFocus();
          return made;
        });
  }

  @BeforeEach
  void serve() {
    parts.lab().start(SERVER);
    Fx.until(() -> parts.lab().status(SERVER).state() == Lab.State.RUNNING);
  }

  @AfterEach
  void close() {
    Fx.run(shell::close);
    parts.session().close();
    parts.settings().close();
    parts.lab().close();
    services.close();
    assertThat(faults).isEmpty();
  }

  /** Ends the program and starts it again. */
  private void restart() {
    Fx.run(shell::close);
    parts.session().close();
    parts.settings().close();
    shell = open();
  }

  private static Scene scene() {
    return javafx.stage.Window.getWindows().stream()
        .filter(window -> window.isShowing() && window.isFocused())
        .findFirst()
        .orElseThrow()
        .getScene();
  }

  private <N extends Node> List<N> all(String query, Class<N> type) {
    return Fx.call(
        () ->
            scene().getRoot().lookupAll(query).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList());
  }

  private static Tree.Fields macro(String name, String send, String key) {
    return Tree.Fields.NONE.with("name", name).with("send", send).with("key", key);
  }

  /** Opens a tab with these macros, connected to the echo server of the lab. */
  private void connect(Tree.Fields... macros) {
    Tree.Fields request = parts.lab().status(SERVER).request().orElseThrow();
    Entry entry =
        Entry.of("", "socket", request.with("macros", Tree.items(List.of((Tree[]) macros))));
    Fx.run(() -> shell.open(entry));
    Fx.until(() -> !scene().getRoot().lookupAll(".address-row").isEmpty());
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    Fx.until(() -> scene().getFocusOwner() instanceof HistoryField);
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

    Fx.run(() -> shell.open(Entry.of("", "socket", request.with("timeout", "soon"))));

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

    restart();
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
    Fx.run(() -> shell.open(Entry.of("", "socket", request.with("proxy", proxy))));
    Fx.until(() -> proxyField().getText().equals(proxy));
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    Fx.until(() -> !all(".failure-banner", Node.class).isEmpty());

    restart();

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

    restart();

    Fx.until(() -> !scene().getRoot().lookupAll(".socket-setup").isEmpty());
    assertThat(setupWidth()).isBetween(before - 8, before + 8);
  }

  private double setupWidth() {
    Region setup = all(".socket-setup", Region.class).getFirst();
    Fx.until(() -> setup.getWidth() > 0);
    return Fx.call(setup::getWidth);
  }

  @Test
  void whatWasSentIsThereAfterARestart() throws IOException {
    connect();
    robot.write("first").type(KeyCode.ENTER).write("{{token}}").type(KeyCode.ENTER);
    Fx.until(() -> sent().equals("first\n{{token}}\n"));

    restart();
    Fx.run(() -> shell.open(Entry.of("", "socket", Tree.Fields.NONE)));
    connect();
    robot.type(KeyCode.UP);
    assertThat(all(".text-field", HistoryField.class).getFirst().getText()).isEqualTo("{{token}}");
    robot.type(KeyCode.UP);
    assertThat(all(".text-field", HistoryField.class).getFirst().getText()).isEqualTo("first");
    assertThat(Files.readString(parts.folders().state().resolve("sent.yaml")))
        .contains("first", "{{token}}");
  }
}
