package org.wirebench.app;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.wirebench.app.AppWindow.scene;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.wirebench.core.workspace.Tree;
import org.wirebench.fx.HistoryField;
import org.wirebench.testkit.Fx;

/** Whoever does not know an icon rests the mouse on it, or hears what it is. */
@Timeout(120)
class DescribedTest {
  private static final String SETUP = ".setup-pane";

  private final FxRobot robot = Fx.robot();
  private final AppWindow window;
  private final Described described = new Described();

  DescribedTest(@TempDir Path folder) throws Exception {
    window = new AppWindow(folder);
  }

  @AfterEach
  void close() {
    window.close();
  }

  private void look(String screen) {
    described.look(screen);
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 100, 160, 200})
  void everyIconAndEveryFieldSaysWhatItIsWithTextOfAnySize(int percent) throws IOException {
    window.setFontPercent(percent);
    look("welcome");
    window.serve("socket.echo");
    Tree.Fields request = window.parts().lab().status("socket.echo").request().orElseThrow();
    Tree.Fields macro = Tree.Fields.NONE.with("name", "one").with("send", "1");
    Tree full = Tree.items(List.of(macro));
    window.open("socket", request.with("macros", full));
    Fx.until(() -> scene().getRoot().lookup(".address-row") != null);
    look("client");
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    Fx.until(() -> scene().getFocusOwner() instanceof HistoryField);
    look("connected");
    for (String tab : List.of("Macros", "Steps", "Generate", "Code")) {
      AppWindow.choose(SETUP, tab);
      look(tab);
    }
    robot.push(KeyCode.CONTROL, KeyCode.F);
    look("search");
    for (String page : List.of("WIRE", "JOBS", "LAB")) {
      robot.push(KeyCode.F12);
      robot.clickOn("#dock-" + page);
      look(page);
      robot.push(KeyCode.F12);
    }
    server();
    clients();
    robot.push(KeyCode.CONTROL, KeyCode.COMMA);
    look("settings");
    robot.push(KeyCode.CONTROL, KeyCode.K);
    look("palette");

    assertThat(described.silent()).isEmpty();
  }

  private void server() {
    Tree.Fields rule = Tree.Fields.NONE.with("when", "a").with("reply", "b");
    Tree.Fields request =
        Tree.Fields.NONE
            .with("mode", "server")
            .with("host", "127.0.0.1")
            .with("port", "0")
            .with("transport", "tls")
            .with("behaviour", Tree.Fields.NONE.with("rules", Tree.items(List.of(rule))));
    window.open("socket", request);
    Fx.until(() -> !AppWindow.all("#rail-socket", Node.class).isEmpty());
    look("server");
    AppWindow.choose(SETUP, "Behaviour");
    look("behaviour");
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    Fx.until(() -> scene().getFocusOwner() instanceof HistoryField);
    look("serving");
    robot.push(KeyCode.SHIFT, KeyCode.ESCAPE);
  }

  /** A server without clients, and then with two that talk. */
  private void clients() throws IOException {
    Tree.Fields request =
        Tree.Fields.NONE
            .with("mode", "server")
            .with("host", "127.0.0.1")
            .with("port", "0")
            .with("behaviour", "echo");
    window.open("socket", request);
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    Fx.until(() -> listening().isPresent());
    look("nobody");
    int port = Fx.call(() -> listening().orElseThrow());
    try (Socket one = new Socket(InetAddress.getLoopbackAddress(), port);
        Socket two = new Socket(InetAddress.getLoopbackAddress(), port)) {
      one.getOutputStream().write("hello\n".getBytes(US_ASCII));
      two.getOutputStream().write(new byte[98_765]);
      Fx.until(() -> answered() == 2);
      look("clients");
    }
  }

  /** Where the server of the shown tab listens, as the title of the window says it. */
  private static OptionalInt listening() {
    String title = ((Stage) scene().getWindow()).getTitle();
    Matcher found = Pattern.compile("Server 127\\.0\\.0\\.1:([1-9]\\d*) ").matcher(title);
    return found.find() ? OptionalInt.of(Integer.parseInt(found.group(1))) : OptionalInt.empty();
  }

  private static long answered() {
    TableView<?> table = (TableView<?>) scene().getRoot().lookup(".client-table");
    TableColumn<?, ?> sent = table.getColumns().get(4);
    return IntStream.range(0, table.getItems().size())
        .filter(row -> !sent.getCellData(row).equals(0L))
        .count();
  }
}
