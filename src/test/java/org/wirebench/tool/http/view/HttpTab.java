package org.wirebench.tool.http.view;

import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.api.FxRobot;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.lab.Lab;
import org.wirebench.core.net.NetDefaults;
import org.wirebench.core.net.tls.Authority;
import org.wirebench.core.net.tls.Identity;
import org.wirebench.core.settings.Settings;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.Tree;
import org.wirebench.core.workspace.Variables;
import org.wirebench.fx.Example;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.ToolContext;
import org.wirebench.testkit.Fx;
import org.wirebench.testkit.Silent;
import org.wirebench.testkit.TestNetwork;
import org.wirebench.testkit.TestWindow;
import org.wirebench.tool.http.HttpTool;
import org.wirebench.tool.http.lab.HttpLab;
import org.wirebench.tool.http.lab.MockBook;
import org.wirebench.tool.http.lab.MockDrafts;
import org.wirebench.tool.http.service.Exchange;
import org.wirebench.tool.http.service.HttpEnvironment;
import org.wirebench.tool.http.service.HttpRun;
import org.wirebench.tool.http.service.auth.Browser;

/** A tab of the HTTP tool in a window of its own. */
final class HttpTab implements AfterEachCallback {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final FxRobot robot = Fx.robot();
  private final TestNetwork network = new TestNetwork();
  private final TestWindow window = new TestWindow();
  private final Identity identity;
  private final HttpTool tool;
  private final Lab lab;
  private final Silent silent = new Silent();
  private final List<Entry> opened = new CopyOnWriteArrayList<>();
  private final ObjectProperty<Variables> variables = new SimpleObjectProperty<>(Variables.NONE);
  private final List<Example> examples = new CopyOnWriteArrayList<>();
  private @Nullable HttpView shown;
  private @Nullable MockPane mocks;

  HttpTab() {
    this(Authority.create("Test lab").localServer());
  }

  /**
   * @param identity of the server with TLS
   */
  HttpTab(Identity identity) {
    this(identity, Browser.none());
  }

  /**
   * @param browser where the user signs in
   */
  HttpTab(Browser browser) {
    this(Authority.create("Test lab").localServer(), browser);
  }

  private HttpTab(Identity identity, Browser browser) {
    this.identity = identity;
    this.tool = tool(browser);
    this.lab = new Lab(network.jobs().jobs(), tool.lab());
  }

  private HttpTool tool(Browser browser) {
    HttpEnvironment environment =
        new HttpEnvironment(
            network.network(),
            network.stores(),
            JobClock.system(),
            () -> identity,
            () -> NetDefaults.BUILT_IN,
            browser);
    return new HttpTool(environment, new HttpLab(() -> identity, new MockBook()));
  }

  /** Shows what is asked for; the keys go where they would in a new tab. */
  void show(Tree.Fields request) {
    HttpView view =
        Fx.call(
            () -> (HttpView) new HttpDesktop(tool).open(context(), Entry.of("", "http", request)));
    shown = view;
    window.show((Parent) view.node(), 1000, 700);
    Fx.run(view::focus);
  }

  /** Closes the tab and opens it again as after a restart of the program. */
  void reopen() {
    HttpView before = view();
    Entry typed = Fx.call(before::entry);
    Map<String, String> draft = Fx.call(before::draft);
    Fx.run(before::close);
    show(typed.request());
    Fx.run(() -> view().restoreDraft(draft));
  }

  private ToolContext context() {
    return new ToolContext(
        new FxJobs(network.jobs().jobs(), fault -> {}),
        network.network(),
        network.log(),
        lab,
        network.stores(),
        new SimpleObjectProperty<>(Settings.DEFAULT),
        variables,
        silent,
        silent,
        List::of,
        opened::add,
        examples::add);
  }

  /** Shows the editor of the mock routes in place of a tab. */
  MockPane showMocks(double width, double height) {
    MockPane pane = Fx.call(() -> new MockPane(context(), tool.mocks(), new Button("Servers")));
    mocks = pane;
    window.show(pane, width, height);
    Fx.run(pane::focus);
    return pane;
  }

  /** What the lab is to answer. */
  MockDrafts mocks() {
    return tool.mocks();
  }

  /** The examples that were opened. */
  List<Example> examples() {
    return examples;
  }

  TestWindow window() {
    return window;
  }

  /** What names stand for. */
  ObjectProperty<Variables> variables() {
    return variables;
  }

  FxJobs jobs() {
    return new FxJobs(network.jobs().jobs(), fault -> {});
  }

  HttpView view() {
    return requireNonNull(shown);
  }

  HttpViewModel model() {
    return view().model();
  }

  /** The address of a path of a server of the lab. */
  String address(String server, String path) {
    lab.start(server);
    await().atMost(PATIENCE).until(() -> lab.status(server).state() == Lab.State.RUNNING);
    String scheme = server.equals("http.https") ? "https://" : "http://";
    return scheme + lab.status(server).address().orElseThrow() + path;
  }

  TextField urlField() {
    return robot.lookup((UrlField field) -> true).query();
  }

  /** A request for a path of a server of the lab. */
  Tree.Fields request(String server, String path) {
    String address = address(server, path);
    return lab.status(server).request().orElseThrow().with("url", address);
  }

  /** Stops a server of the lab and waits for its end. */
  void stop(String server) {
    lab.stop(server);
    await().atMost(PATIENCE).until(() -> lab.status(server).state() == Lab.State.STOPPED);
  }

  /** What is typed at a place of the form. */
  String typed(String path) {
    return Fx.call(() -> model().form().text(path).get());
  }

  /** Waits until the last run is over, and shown; its last exchange. */
  Exchange answer() {
    Fx.until(() -> !model().runningProperty().get() && model().runProperty().get() != null);
    Fx.settle();
    return Fx.call(() -> requireNonNull(model().runProperty().get()).exchanges().getLast());
  }

  /** Waits for a part of the tab to be there. */
  <T extends Node> T part(Class<T> type) {
    Fx.until(() -> robot.lookup((Node node) -> type.isInstance(node)).tryQuery().isPresent());
    return type.cast(robot.lookup((Node node) -> type.isInstance(node)).query());
  }

  /** How many exchanges the last run had. */
  int exchanges() {
    HttpRun run = Fx.call(() -> requireNonNull(model().runProperty().get()));
    return run.exchanges().size();
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    if (shown != null) {
      Fx.run(shown::close);
    }
    if (mocks != null) {
      Fx.run(mocks::close);
    }
    lab.close();
    tool.service().close();
    network.close();
    window.afterEach(context);
  }
}
