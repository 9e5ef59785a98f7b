package org.wirebench.tool.http.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.wirebench.core.workspace.Tree;
import org.wirebench.testkit.CutText;
import org.wirebench.testkit.Fx;
import org.wirebench.tool.http.lab.MockRoute;

/** The editor of the mock routes, by mouse and keyboard, and what the lab then answers. */
@Timeout(60)
class MockPaneTest {
  /** As low as the dock is at first, and as wide as it is in a window of 1280 pixels. */
  private static final double WIDTH = 1230;

  private static final double HEIGHT = 240;

  @RegisterExtension private final HttpTab tab = new HttpTab();
  private final FxRobot robot = Fx.robot();

  /**
   * Over HTTP/1.1: the JDK's client loses its place among the frames in about one of three hundred
   * upgrades to HTTP/2 on a busy machine.
   */
  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(tab.address("http.http", path))).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  private static Tree.Fields route(String path) {
    return Tree.Fields.NONE.with("path", path).with("body", path);
  }

  private void load(Tree... routes) {
    tab.mocks().load(Tree.items(List.of(routes)));
  }

  private List<String> paths() {
    return tab.mocks().book().routes().stream().map(MockRoute::path).toList();
  }

  private static boolean isShown(MockPane pane, String style, String text) {
    return pane.lookupAll(style).stream()
        .filter(Node::isVisible)
        .anyMatch(node -> node instanceof Labeled label && label.getText().equals(text));
  }

  private static String reason(MockPane pane) {
    return Fx.call(
        () ->
            pane.lookupAll(".field-problem").stream()
                .filter(Node::isVisible)
                .map(node -> ((Labeled) node).getText())
                .findFirst()
                .orElse(""));
  }

  private void retype(String id, String text) {
    robot.clickOn(id).push(KeyCode.SHORTCUT, KeyCode.A).write(text);
  }

  @Test
  void anExampleIsThereByOneClickAndAnswers() throws Exception {
    MockPane pane = tab.showMocks(WIDTH, HEIGHT);
    robot.clickOn("Add an example");

    HttpResponse<String> answer = get("/hello/you");
    assertThat(answer.body()).isEqualTo("{\"hello\": \"you\", \"call\": 1}");
    assertThat(answer.headers().firstValue("X-Mock")).contains("hello");
    Fx.until(() -> isShown(pane, ".mock-calls", "1 call"));
    var _ = get("/hello/me");
    Fx.until(() -> isShown(pane, ".mock-calls", "2 calls"));
  }

  @Test
  void allIsDoneByKeys() throws Exception {
    MockPane pane = tab.showMocks(WIDTH, HEIGHT);
    robot.type(KeyCode.SPACE);
    Fx.until(() -> pane.getScene().getFocusOwner() instanceof TextField);
    robot.write("/one/{name}\t404\t");
    assertThat(get("/one/x").body()).contains("\"x\"");
    assertThat(paths()).containsExactly("/one/{name}");

    Fx.run(pane::focus);
    robot.push(KeyCode.SHORTCUT, KeyCode.D).push(KeyCode.SHORTCUT, KeyCode.D);
    assertThat(paths()).hasSize(3);
    robot.type(KeyCode.SPACE);
    assertThat(tab.mocks().book().routes().getLast().off()).isTrue();
    robot.push(KeyCode.ALT, KeyCode.UP);
    assertThat(tab.mocks().book().routes().get(1).off()).isTrue();
    robot.type(KeyCode.DELETE).type(KeyCode.UP).type(KeyCode.DELETE);
    assertThat(paths()).hasSize(1);
    robot.type(KeyCode.DELETE);
    assertThat(paths()).isEmpty();
    robot.clickOn("Undo");
    assertThat(paths()).containsExactly("/one/{name}");
  }

  @Test
  void whatIsWrongIsMarkedAtItsFieldAndTheRouteAnswersAsBefore() throws Exception {
    load(route("/a"), route("/b"));
    MockPane pane = tab.showMocks(WIDTH, HEIGHT);
    retype("#mock-path", "a");
    assertThat(reason(pane)).isEqualTo("A path begins with /");
    assertThat(get("/a").body()).isEqualTo("/a");
    retype("#mock-path", "/c/{id}");
    assertThat(reason(pane)).isEmpty();
    assertThat(get("/c/1").body()).isEqualTo("/a");

    robot.clickOn("#mock-insert").clickOn((Node node) -> says(node, "${path.id}"));
    assertThat(get("/c/1").body()).startsWith("1").endsWith("/a");
    retype("#mock-body", "${path.nobody}");
    assertThat(reason(pane)).contains("nobody");
    assertThat(get("/c/1").body()).isEqualTo("$");
    robot.clickOn("#mock-list").type(KeyCode.HOME).type(KeyCode.DOWN);
    assertThat(reason(pane)).isEmpty();
    robot.type(KeyCode.UP);
    assertThat(reason(pane)).contains("nobody");
  }

  private static boolean says(Node node, String text) {
    return node instanceof Labeled label && String.valueOf(label.getText()).startsWith(text);
  }

  @Test
  void aRouteThatNeverHasItsTurnIsPointedOut() throws Exception {
    load(route("/a/*"), route("/a/b"));
    MockPane pane = tab.showMocks(WIDTH, HEIGHT);
    assertThat(remark(pane)).isEmpty();
    robot.clickOn("#mock-list").type(KeyCode.HOME).type(KeyCode.DOWN);
    assertThat(remark(pane)).contains("never has its turn", "GET /a/*");
    assertThat(get("/a/b").body()).isEqualTo("/a/*");
    Fx.until(() -> pane.lookupAll(".remark-mark").stream().filter(Node::isVisible).count() == 2);

    robot.push(KeyCode.ALT, KeyCode.UP);
    assertThat(remark(pane)).isEmpty();
    assertThat(get("/a/b").body()).isEqualTo("/a/b");
  }

  private static String remark(MockPane pane) {
    return Fx.call(() -> ((Labeled) pane.lookup("#mock-remark")).getText());
  }

  @Test
  void aRouteIsTriedInATab() {
    load(route("/a/{id}"));
    tab.showMocks(WIDTH, HEIGHT);
    robot.clickOn("#mock-try");
    assertThat(tab.examples())
        .singleElement()
        .satisfies(
            example -> {
              assertThat(example.server()).isEqualTo("http.http");
              assertThat(example.entries().getFirst().request().text("url")).contains("/a/:id");
            });
    robot.clickOn(".mock-row .check-box").clickOn("#mock-try");
    assertThat(tab.examples()).hasSize(1);
  }

  @Test
  void manyRoutesAndLongValuesAreEditedAsFew() throws Exception {
    load(
        IntStream.range(0, 200)
            .mapToObj(i -> route(i == 0 ? "/" + "x".repeat(20_000) : "/route/" + i))
            .toArray(Tree[]::new));
    MockPane pane = tab.showMocks(WIDTH, HEIGHT);
    ListView<?> list = Fx.call(() -> (ListView<?>) pane.lookup("#mock-list"));
    robot.type(KeyCode.END);
    assertThat(get("/route/199").body()).isEqualTo("/route/199");
    Fx.until(() -> isShown(pane, ".mock-calls", "1 call"));
    retype("#mock-path", "/last");
    assertThat(get("/last").body()).isEqualTo("/route/199");
    assertThat(Fx.call(() -> list.getSelectionModel().getSelectedIndex())).isEqualTo(199);
    Fx.run(() -> ((TextInputControl) pane.lookup("#mock-body")).setText("y".repeat(500_000)));
    assertThat(get("/last").body()).hasSize(500_000);
  }

  @Test
  void nothingIsCutOffHoweverLargeTheText() {
    load(route("/a/{id}").with("headers", Tree.texts(List.of("X-A: b"))), route("b"));
    MockPane pane = tab.showMocks(WIDTH, HEIGHT);
    for (int percent : List.of(80, 100, 150, 200)) {
      tab.window().textSize(percent);
      Fx.run(
          () -> {
            pane.applyCss();
            pane.layout();
          });
      assertThat(CutText.shownIn(pane)).as("at %d %%", percent).isEmpty();
    }
  }

  @Test
  void theFocusIsOnThePathOfANewRoute() {
    load(route("/a"));
    MockPane pane = tab.showMocks(WIDTH, HEIGHT);
    robot.clickOn("#mock-add").write("/typed");
    assertThat(paths()).containsExactly("/a", "/typed");
    assertThat(Fx.call(() -> pane.getScene().getFocusOwner())).isInstanceOf(TextField.class);
  }
}
