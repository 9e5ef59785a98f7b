package org.wirebench.tool.socket.view;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.api.FxRobot;
import org.wirebench.core.lab.Lab;
import org.wirebench.core.settings.Settings;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.Tree;
import org.wirebench.fx.Action;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.HistoryField;
import org.wirebench.fx.LogView;
import org.wirebench.fx.RowSource;
import org.wirebench.fx.ToolContext;
import org.wirebench.testkit.Fx;
import org.wirebench.testkit.Silent;
import org.wirebench.testkit.TestWindow;
import org.wirebench.tool.socket.SocketTool;
import org.wirebench.tool.socket.request.Behaviour;
import org.wirebench.tool.socket.request.Transport;
import org.wirebench.tool.socket.service.ServerSession;
import org.wirebench.tool.socket.service.SocketHarness;

/** A tab of the socket console in a window of its own. */
final class SocketTab implements AfterEachCallback {
  private final FxRobot robot = Fx.robot();
  private final SocketHarness harness = new SocketHarness();
  private final TestWindow window = new TestWindow();
  private final SocketTool tool = new SocketTool(harness.environment());
  private final Lab lab = new Lab(harness.jobs(), tool.lab());
  private final ObjectProperty<Settings> settings = new SimpleObjectProperty<>(Settings.DEFAULT);
  private final Silent silent = new Silent();
  private final List<Entry> opened = new CopyOnWriteArrayList<>();
  private @Nullable SocketView shown;

  /** Shows what is asked for; the keys go where they would in a new tab. */
  void show(Tree.Fields request) {
    SocketView view =
        Fx.call(
            () ->
                (SocketView)
                    new SocketDesktop(tool).open(context(), Entry.of("", "socket", request)));
    shown = view;
    window.show((Parent) view.node(), 1000, 700);
    Fx.run(view::focus);
  }

  private ToolContext context() {
    return new ToolContext(
        new FxJobs(harness.jobs(), fault -> {}),
        harness.environment().network(),
        harness.log(),
        lab,
        harness.environment().stores(),
        settings,
        settings.map(Settings::variables),
        silent,
        silent,
        List::of,
        opened::add,
        example -> {});
  }

  SocketHarness harness() {
    return harness;
  }

  Lab lab() {
    return lab;
  }

  ObjectProperty<Settings> settings() {
    return settings;
  }

  /** What was used, the newest first; more may be added. */
  List<Entry> used() {
    return silent.used();
  }

  /** What was opened in other tabs. */
  List<Entry> opened() {
    return opened;
  }

  SocketView view() {
    return requireNonNull(shown);
  }

  ServerSession echo(Transport transport) throws Exception {
    return harness.serve(transport, new Behaviour.Echo()).session();
  }

  static String address(ServerSession server) {
    return "127.0.0.1:" + ((InetSocketAddress) server.address()).getPort();
  }

  /** Types the address of the server and waits until something can be sent. */
  void connect(ServerSession server) {
    robot.write(address(server)).type(KeyCode.ENTER);
    // Where one types stands there only when the connection does.
    Fx.until(
        () -> robot.lookup(SocketTab::isSendField).tryQuery().filter(Node::isFocused).isPresent());
  }

  /** What can be done now. */
  List<String> possible() {
    return Fx.call(
        () ->
            view().actions().stream()
                .filter(action -> action.enabled().get())
                .map(Action::title)
                .toList());
  }

  void act(String title) {
    Fx.run(
        () ->
            view().actions().stream()
                .filter(action -> action.title().equals(title))
                .findFirst()
                .orElseThrow()
                .fire());
  }

  TextField addressField() {
    return robot.lookup(".mono").lookup((TextField field) -> true).query();
  }

  HistoryField sendField() {
    return robot.lookup(SocketTab::isSendField).query();
  }

  private static boolean isSendField(Node node) {
    return node instanceof HistoryField;
  }

  @SuppressWarnings("unchecked") // The only choice among transports.
  ChoiceBox<Transport> transports() {
    return robot
        .lookup((ChoiceBox<?> box) -> box.getItems().contains(Transport.UDP))
        .queryAs(ChoiceBox.class);
  }

  /** What the rows of the transcript say that is to be seen. */
  List<String> rows() {
    return Fx.call(
        () -> {
          RowSource source =
              robot.lookup("#transcript-log").match(SocketTab::isSeen).<LogView>query().source();
          List<String> rows = new ArrayList<>();
          for (long row = source.first(); row < source.end(); row++) {
            rows.add(source.row(row).text());
          }
          return rows;
        });
  }

  /** How many strips tell of news. */
  long strips() {
    return Fx.call(
        () -> robot.lookup(".news-strip").queryAll().stream().filter(Node::isVisible).count());
  }

  /** Whether neither it nor anything around it is hidden. */
  static boolean isSeen(Node node) {
    return node.isVisible() && (node.getParent() == null || isSeen(node.getParent()));
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    if (shown != null) {
      Fx.run(shown::close);
    }
    lab.close();
    window.afterEach(context);
    harness.close();
  }
}
