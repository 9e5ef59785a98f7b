package org.wirebench.tool.socket.view;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.wirebench.core.lab.Lab;
import org.wirebench.core.net.Endpoint;
import org.wirebench.core.net.ProxySettings;
import org.wirebench.core.settings.Settings;
import org.wirebench.core.wire.Direction;
import org.wirebench.core.workspace.Bound;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.Tree;
import org.wirebench.fx.Action;
import org.wirebench.fx.Completion;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.HistoryField;
import org.wirebench.fx.ToolContext;
import org.wirebench.fx.ToolView;
import org.wirebench.testkit.Fx;
import org.wirebench.tool.socket.SocketTool;
import org.wirebench.tool.socket.request.Behaviour;
import org.wirebench.tool.socket.request.ClientRequest;
import org.wirebench.tool.socket.request.SocketForm;
import org.wirebench.tool.socket.request.SocketRequest;
import org.wirebench.tool.socket.request.Step;
import org.wirebench.tool.socket.request.Transport;
import org.wirebench.tool.socket.service.ServerSession;
import org.wirebench.tool.socket.service.SocketHarness;

/** The socket console, used through the keyboard and the mouse. */
@Timeout(60)
class SocketViewTest {
  @RegisterExtension private final SocketHarness harness = new SocketHarness();
  private Lab lab;
  private final ObjectProperty<Settings> settings = new SimpleObjectProperty<>(Settings.DEFAULT);
  private final FxRobot robot = new FxRobot();
  private @Nullable ToolView shown;

  @BeforeEach
  void open() throws Exception {
    FxToolkit.registerPrimaryStage();
    SocketTool tool = new SocketTool(harness.environment());
    lab = new Lab(harness.jobs(), tool.lab());
  }

  @AfterEach
  void close() throws Exception {
    robot.interact(() -> view().close());
    lab.close();
  }

  private final Silent silent = new Silent();
  private final List<Entry> used = silent.used();
  private final List<Entry> opened = new CopyOnWriteArrayList<>();

  private void show(Tree.Fields request) throws Exception {
    FxJobs jobs = new FxJobs(harness.jobs(), fault -> {});
    ToolContext context =
        new ToolContext(
            jobs,
            harness.environment().network(),
            harness.log(),
            lab,
            harness.environment().stores(),
            settings,
            silent,
            silent,
            List::of,
            opened::add,
            example -> {});
    Stage stage = FxToolkit.registerPrimaryStage();
    robot.interact(
        () -> {
          SocketDesktop desktop = new SocketDesktop(new SocketTool(harness.environment()));
          shown = desktop.open(context, Entry.of("", "socket", request));
          stage.setScene(new Scene((Parent) view().node(), 1000, 700));
          stage.show();
          view().focus();
        });
  }

  private ToolView view() {
    return requireNonNull(shown);
  }

  private ServerSession echo() throws Exception {
    return harness.serve(SocketHarness.server(Transport.TCP, new Behaviour.Echo())).session();
  }

  private static String address(ServerSession server) {
    return "127.0.0.1:" + ((InetSocketAddress) server.address()).getPort();
  }

  private HistoryField sendField() {
    return robot.lookup(node -> node instanceof HistoryField).query();
  }

  @Test
  void anAddressIsTypedAndALineIsSent() throws Exception {
    ServerSession server = echo();
    show(Tree.Fields.NONE);
    robot.write(address(server)).type(KeyCode.ENTER);
    await().until(() -> server.connected() == 1);
    await().until(() -> sendField().isFocused());
    robot.write("hello").type(KeyCode.ENTER);
    await().until(() -> server.transcript().total(Direction.OUT) == 6);
    assertThat(sendField().getText()).isEmpty();
    robot.type(KeyCode.UP);
    assertThat(sendField().getText()).isEqualTo("hello");
    await()
        .untilAsserted(
            () ->
                assertThat(robot.lookup(".socket-content > .waterfall").query().getAccessibleText())
                    .matches("Name look-up .*, Connecting .*, Waiting for the answer .*"));
  }

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

  private static Entry used(String name, Tree.Fields request) {
    return Entry.of(name, "socket", request);
  }

  @Test
  void theAddressIsCompletedFromWhatWasUsedAndTheLabAndTheTransportGoesAlong() throws Exception {
    lab.start("socket.tls-echo");
    await().until(() -> lab.status("socket.tls-echo").request().isPresent());
    String secure = lab.status("socket.tls-echo").address().orElseThrow();
    used.add(used("old", Tree.Fields.NONE.with("host", "10.127.0.1").with("port", "7")));
    used.add(used("me", Tree.Fields.NONE.with("mode", "server").with("port", "127")));
    used.add(used("other", Tree.Fields.NONE.with("host", "example.org").with("port", "7")));
    show(Tree.Fields.NONE);

    robot.write("127.0");
    await()
        .untilAsserted(
            () ->
                assertThat(suggested())
                    .containsExactly("10.127.0.1:7 | TCP", secure + " | Lab: Echo over TLS"));
    robot.push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.ENTER);
    await().until(() -> Fx.call(() -> addressField().getText()).equals(secure));
    assertThat(Fx.call(() -> transports().getValue())).isEqualTo(Transport.TLS);
    assertThat(Fx.call(view()::entry).request().get("tls"))
        .hasValueSatisfying(
            tls -> assertThat(((Tree.Fields) tls).names()).containsExactly("trust", "sha256"));

    robot.push(KeyCode.ENTER);
    await().until(() -> harness.log().end() > 0);
    assertThat(used).hasSize(3);
    assertThat(suggested()).isEmpty();
  }

  @Test
  void whatIsTalkedToIsRememberedByItsAddressUnlessItIsOfTheLab() throws Exception {
    ServerSession server = echo();
    lab.start("socket.echo");
    await().until(() -> lab.status("socket.echo").request().isPresent());
    show(Tree.Fields.NONE.with("transport", "tls"));
    robot.write(address(server)).type(KeyCode.ENTER);
    await().until(() -> used.size() == 1);
    assertThat(used.getFirst().name()).isEqualTo(address(server) + " over TLS");

    await().until(() -> !Fx.call(() -> view().busy().get()));
    robot.interact(
        () -> {
          transports().setValue(Transport.TCP);
          addressField().setText(lab.status("socket.echo").address().orElseThrow());
          view().primary();
        });
    await().until(() -> robot.lookup((HistoryField field) -> true).tryQuery().isPresent());
    assertThat(used).hasSize(1);
  }

  @Test
  void whereOneListensIsCompletedFromWhereOneListened() throws Exception {
    lab.start("socket.echo");
    await().until(() -> lab.status("socket.echo").request().isPresent());
    used.add(used("a", Tree.Fields.NONE.with("host", "127.0.0.1").with("port", "7")));
    used.add(
        used(
            "b",
            Tree.Fields.NONE.with("mode", "server").with("transport", "udp").with("port", "7025")));
    show(Tree.Fields.NONE.with("mode", "server"));

    robot.write("7");

    await().untilAsserted(() -> assertThat(suggested()).containsExactly(":7025 | UDP"));
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
    show(Tree.Fields.NONE.with("host", "server.test").with("port", "7"));
    assertThat(promptOf("Time-out.")).isEqualTo("10s");
    assertThat(promptOf("Proxy.")).isEqualTo("socks5://host:1080");

    robot.interact(
        () ->
            settings.set(
                new Settings(
                    Settings.DEFAULT.theme(),
                    Settings.DEFAULT.fontPercent(),
                    Settings.DEFAULT.wire(),
                    new ProxySettings.HttpConnect(new Endpoint("proxy.test", 3128), "me", "secret"),
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(4))));
    assertThat(promptOf("Time-out.")).isEqualTo("3s");
    assertThat(promptOf("Proxy.")).isEqualTo("http://proxy.test:3128");

    robot.interact(() -> addressField().setText("localhost:7"));
    assertThat(promptOf("Proxy.")).startsWith("none");
    robot.interact(() -> transports().setValue(Transport.UDP));
    assertThat(promptOf("Time-out.")).isEqualTo("4s");
    assertThat(promptOf("Receive buffer.")).isEqualTo("8MiB");
  }

  private TextField addressField() {
    return robot.lookup(".mono").lookup((TextField field) -> true).query();
  }

  @SuppressWarnings("unchecked") // The only choice among transports.
  private ChoiceBox<Transport> transports() {
    return robot
        .lookup((ChoiceBox<?> box) -> box.getItems().contains(Transport.UDP))
        .queryAs(ChoiceBox.class);
  }

  @Test
  void aWrongPortIsMarkedWhileItIsTypedAndNothingStarts() throws Exception {
    show(Tree.Fields.NONE);
    robot.write("localhost:99999").type(KeyCode.ENTER);
    Label problem =
        robot.lookup(".below-address .field-problem").match(node -> node.isVisible()).query();
    assertThat(problem.getText()).isNotBlank();
    assertThat(harness.jobs().running()).isEmpty();
  }

  @Test
  void halfAByteOfHexIsMarkedAndNotSent() throws Exception {
    ServerSession server = echo();
    show(Tree.Fields.NONE);
    robot.write(address(server)).type(KeyCode.ENTER);
    await().until(() -> server.connected() == 1);
    await().until(() -> sendField().isFocused());
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
    ServerSession server =
        harness.serve(SocketHarness.server(Transport.UDP, new Behaviour.Echo())).session();
    show(Tree.Fields.NONE.with("transport", "udp"));
    robot.write(address(server)).type(KeyCode.ENTER);
    await().until(() -> sendField().isFocused());

    assertThat(robot.lookup(".status-pill").queryAllAs(Label.class))
        .extracting(Label::getText)
        .contains("Ready");
    assertThat(robot.lookup(".icon-button").<Node>queryAll())
        .filteredOn(Node::isVisible)
        .extracting(Node::getAccessibleText)
        .contains("Send a file")
        .doesNotContain("End our side (half-close)", "Reset the connection");
  }

  @Test
  void anIpVersionIsNotAskedForWithAUnixSocket() throws Exception {
    show(Tree.Fields.NONE.with("transport", "unix"));
    assertThat(robot.lookup("IP version").match(SocketViewTest::isSeen).queryAll()).isEmpty();

    robot.interact(() -> transports().setValue(Transport.TCP));
    assertThat(robot.lookup("IP version").match(SocketViewTest::isSeen).queryAll()).isNotEmpty();
  }

  private static boolean isSeen(Node node) {
    return node.isVisible() && (node.getParent() == null || isSeen(node.getParent()));
  }

  @Test
  void inALowPaneTheStepsGoAndTheLineToSendStays() throws Exception {
    ServerSession server = echo();
    show(Tree.Fields.NONE);
    robot.write(address(server)).type(KeyCode.ENTER);
    await().until(() -> sendField().isFocused());
    Node steps = robot.lookup(".socket-content > .waterfall").query();
    Fx.until(steps::isVisible);

    Region pane =
        robot.lookup(".socket-content").match(SocketViewTest::isSeen).queryAs(Region.class);
    robot.interact(() -> pane.setMaxHeight(150));
    Fx.until(() -> !steps.isVisible());
    Node bar = robot.lookup(".send-bar").match(SocketViewTest::isSeen).query();
    Fx.until(() -> bar.getBoundsInParent().getMaxY() <= 150);

    robot.interact(() -> pane.setMaxHeight(Double.MAX_VALUE));
    Fx.until(steps::isVisible);
  }

  @Test
  void macrosAreActionsWithAShortcutWhereThatIsFree() throws Exception {
    Tree.Fields plain = Tree.Fields.NONE.with("name", "Plain").with("send", "x");
    show(
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
    robot.interact(() -> actions.set(view().actions()));
    assertThat(actions.get())
        .filteredOn(action -> action.title().contains("Plain"))
        .extracting(Action::keys)
        .containsExactly("", "", "", "Ctrl+1", "");
  }

  private void act(String title) {
    robot.interact(
        () ->
            view().actions().stream()
                .filter(action -> action.title().equals(title))
                .findFirst()
                .orElseThrow()
                .fire());
  }

  @Test
  void theSessionOfAServerBecomesAClientOrAServerInANewTab() throws Exception {
    show(
        Tree.Fields.NONE
            .with("mode", "server")
            .with("host", "127.0.0.1")
            .with("port", "0")
            .with("behaviour", Tree.Fields.NONE.with("speakFirst", Tree.texts(List.of("hi")))));
    robot.clickOn(".primary-button");
    await().until(() -> robot.lookup(".table-view").tryQuery().isPresent());
    String title = view().title().get();
    String port = title.substring(title.lastIndexOf(':') + 1);
    var client =
        harness.talk(SocketHarness.client(Transport.TCP, "127.0.0.1", Integer.parseInt(port), ""));
    await().until(() -> client.session().transcript().total(Direction.IN) == 2);
    act("Turn this session into a client");
    await().until(() -> opened.size() == 1);
    act("Turn this session into a server");
    await().until(() -> opened.size() == 2);
    Bound<SocketRequest> again = SocketForm.bind(opened.get(0).request());
    assertThat(again.found()).isEmpty();
    ClientRequest steps = (ClientRequest) ((Bound.Ok<SocketRequest>) again).value();
    assertThat(steps.port()).isEqualTo(Integer.parseInt(port));
    assertThat(steps.steps()).containsExactly(new Step.Await(new Step.Until.Bytes(2)));
    assertThat(opened.get(1).request().get("behaviour"))
        .hasValueSatisfying(
            behaviour ->
                assertThat(((Tree.Fields) behaviour).names()).containsExactly("speakFirst"));
  }

  @Test
  void aServerIsStartedWithTheMouseAndShowsItsClients() throws Exception {
    show(
        Tree.Fields.NONE
            .with("mode", "server")
            .with("host", "127.0.0.1")
            .with("port", "0")
            .with("behaviour", "echo"));
    robot.clickOn(".primary-button");
    await().until(() -> robot.lookup(".table-view").tryQuery().isPresent());
    String title = view().title().get();
    int port = Integer.parseInt(title.substring(title.lastIndexOf(':') + 1));
    var client = harness.talk(SocketHarness.client(Transport.TCP, "127.0.0.1", port, ""));
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
  void escapeLeavesASessionStandingAndShiftEscapeEndsIt() throws Exception {
    ServerSession server = echo();
    show(Tree.Fields.NONE);
    robot.clickOn(addressField()).write(address(server)).type(KeyCode.ENTER);
    Fx.until(() -> server.connected() == 1);

    robot.interact(() -> view().cancel());
    robot.write("still here").type(KeyCode.ENTER);
    Fx.until(() -> server.transcript().total(Direction.IN) == 11);
    act("Disconnect");

    Fx.until(() -> server.connected() == 0);
  }

  @Test
  void whatIsChangedInARunningServerIsToldAndHoldsAfterStartingAgain() throws Exception {
    show(Tree.Fields.NONE.with("mode", "server").with("host", "127.0.0.1"));
    robot.clickOn("Listen");
    Fx.until(() -> shownStrips() == 0 && !robot.lookup("Stop").queryAll().isEmpty());

    robot.clickOn("Keep alive");
    Fx.until(() -> shownStrips() == 1);
    robot.clickOn("Start again");

    Fx.until(() -> shownStrips() == 0);
    Fx.until(() -> !robot.lookup("Stop").queryAll().isEmpty());
  }

  private static long shownStrips() {
    return new FxRobot().lookup(".news-strip").queryAll().stream().filter(Node::isVisible).count();
  }

  @Test
  void connectingAgainKeepsWhatWasSaidBefore() throws Exception {
    ServerSession server = echo();
    show(Tree.Fields.NONE);
    robot.clickOn(addressField()).write(address(server)).type(KeyCode.ENTER);
    Fx.until(() -> server.connected() == 1);
    robot.write("first").type(KeyCode.ENTER);
    Fx.until(() -> server.transcript().total(Direction.IN) == 6);
    act("Disconnect");
    Fx.until(() -> server.connected() == 0);

    robot.interact(() -> view().primary());
    Fx.until(() -> server.connected() == 1);
    MenuButton menu =
        robot.lookup(".menu-button").queryAllAs(MenuButton.class).stream()
            .filter(one -> "Earlier connections".equals(one.getAccessibleText()))
            .filter(Node::isVisible)
            .findFirst()
            .orElseThrow();
    Fx.until(() -> menu.getItems().size() == 1);
    robot.clickOn(menu).type(KeyCode.DOWN).type(KeyCode.ENTER);

    Fx.until(() -> shownStrips() == 1);
    robot.clickOn("Show the last");
    Fx.until(() -> shownStrips() == 0);
  }
}
