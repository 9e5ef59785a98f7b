package org.wirebench.tool.http.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableRow;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.wirebench.core.workspace.Tree;
import org.wirebench.fx.FailureBanner;
import org.wirebench.fx.StatusPill;
import org.wirebench.fx.Waterfall;
import org.wirebench.testkit.CutText;
import org.wirebench.testkit.Fx;
import org.wirebench.tool.http.service.Exchange;
import org.wirebench.tool.http.service.HttpRun;
import org.wirebench.tool.http.service.RawServer;

@Timeout(60)
class HttpTabTest {
  @RegisterExtension private final HttpTab tab = new HttpTab();
  private final FxRobot robot = Fx.robot();

  private static String body(Exchange exchange) throws Exception {
    return new String(exchange.body().read(0, 10_000), UTF_8);
  }

  private static double heightOf(Node content) {
    return content.getBoundsInParent().getHeight();
  }

  private String pill() {
    return robot.lookup((StatusPill pill) -> pill.isVisible()).<Label>query().getText();
  }

  @Test
  void anAddressAndEnterBringTheAnswer() throws Exception {
    tab.show(Tree.Fields.NONE);
    robot.write(tab.address("http.http", "/json")).type(KeyCode.ENTER);

    Exchange answer = tab.answer();
    assertThat(answer.head().orElseThrow().status()).isEqualTo(200);
    assertThat(body(answer)).startsWith("{");
    Fx.until(() -> pill().equals("200 OK"));
    assertThat(tab.view().title().get()).isEqualTo("GET /json");
  }

  @Test
  void aLoginInTheAddressIsNoPartOfTheTitle() throws Exception {
    tab.show(Tree.Fields.NONE.with("url", "http://me:s3cret@h/"));
    assertThat(tab.view().title().get()).isEqualTo("GET h");
  }

  @Test
  void aBodyIsSentAsItIsTyped() throws Exception {
    tab.show(
        Tree.Fields.NONE
            .with("method", "POST")
            .with("url", tab.address("http.http", "/anything"))
            .with("body", Tree.Fields.NONE.with("json", "{\"a\": 1}")));
    robot.type(KeyCode.ENTER);

    assertThat(body(tab.answer())).contains("\\\"a\\\": 1").contains("application/json");
  }

  @Test
  void parametersAreATableInStepWithTheAddress() {
    tab.show(Tree.Fields.NONE);
    robot.write("http://x.example/a?one=1&two=2");
    List<TextField> values = rows();
    assertThat(values).extracting(TextField::getText).containsExactly("one", "1", "two", "2");

    robot.clickOn(values.get(1)).eraseText(1).write("a b");
    assertThat(tab.typed("url")).isEqualTo("http://x.example/a?one=a%20b&two=2");

    CheckBox first = robot.lookup(".list-row .check-box").query();
    robot.clickOn(first);
    assertThat(tab.typed("url")).isEqualTo("http://x.example/a?two=2");
    assertThat(rows()).extracting(TextField::getText).contains("one", "a b", "two", "2");
    robot.clickOn(first);
    assertThat(tab.typed("url")).contains("one=a%20b").contains("two=2");
  }

  private List<TextField> rows() {
    return robot.lookup(".list-row .text-field").queryAllAs(TextField.class).stream().toList();
  }

  @Test
  void aBlankMayBeTypedInAHeader() {
    tab.show(Tree.Fields.NONE.with("url", "http://x.example/"));
    robot.clickOn("Headers").clickOn("Add a header").write("X-A\tone two ");
    assertThat(Fx.call(() -> tab.model().form().items("headers").items()))
        .containsExactly(Tree.Fields.NONE.with("name", "X-A").with("value", "one two "));
  }

  @Test
  void everyHopOfARedirectHasARow() {
    tab.show(Tree.Fields.NONE);
    robot.write(tab.address("http.http", "/redirect/2")).type(KeyCode.ENTER);

    assertThat(tab.answer().head().orElseThrow().status()).isEqualTo(200);
    assertThat(tab.exchanges()).isEqualTo(3);
    Fx.until(() -> robot.lookup(".hops .toggle-button").queryAll().size() == 3);
    ScrollPane hops = robot.lookup((HopsPane pane) -> true).query();
    Fx.until(() -> hops.getHeight() >= Math.min(heightOf(hops.getContent()), hops.getMaxHeight()));
  }

  @Test
  void aCircleOfRedirectsIsSaidAndItsHopsAreKept() throws Exception {
    tab.show(Tree.Fields.NONE.with("maxRedirects", "3"));
    robot.write(tab.address("http.http", "/redirect-loop")).type(KeyCode.ENTER);

    Exchange last = tab.answer();
    Fx.until(() -> robot.lookup(".hops .toggle-button").queryAll().size() == 4);
    FailureBanner banner = robot.lookup((FailureBanner one) -> one.isVisible()).query();
    assertThat(Fx.call(banner::getAccessibleText))
        .startsWith("The redirects go in a circle")
        .contains("/redirect-loop");
    assertThat(robot.lookup(".hops .waterfall").queryAllAs(Waterfall.class))
        .hasSize(4)
        .allMatch(Waterfall::isVisible);
    assertThat(pill()).isEqualTo("302 Found");
    assertThat(last.head().orElseThrow().first("Location")).contains("/redirect-loop");
    assertThat(last.isOver()).isTrue();

    List<ToggleButton> hops =
        robot.lookup(".hops .toggle-button").queryAllAs(ToggleButton.class).stream().toList();
    assertThat(Fx.call(() -> hops.getLast().isSelected())).isTrue();
    robot.clickOn(hops.getFirst());
    assertThat(Fx.call(() -> hops.getFirst().isSelected())).isTrue();
    assertThat(Fx.call(() -> hops.getLast().isSelected())).isFalse();
    assertThat(hops).allMatch(hop -> hop.getText().startsWith("302 Found  GET http"));
  }

  @Test
  void aRequestThatCouldNotBeginShowsNothingOfTheOneBefore(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("body.txt"), "of the file");
    tab.show(
        Tree.Fields.NONE
            .with("url", tab.address("http.http", "/anything"))
            .with("body", Tree.Fields.NONE.with("file", file.toString())));
    robot.type(KeyCode.ENTER);
    assertThat(body(tab.answer())).contains("of the file");
    Fx.until(() -> pill().equals("200 OK"));

    Files.delete(file);
    robot.type(KeyCode.ENTER);
    Fx.until(() -> tab.model().runs().size() == 2 && !tab.model().runningProperty().get());
    Fx.until(() -> pill().equals("No answer"));
    assertThat(robot.lookup((FailureBanner one) -> one.isVisible()).tryQuery()).isPresent();
    assertThat(robot.lookup("#http-time").<Label>query().getText()).isEmpty();
    assertThat(robot.lookup(".document-bar").match(Node::isVisible).tryQuery()).isEmpty();
    assertThat(robot.lookup((Waterfall one) -> one.isVisible()).tryQuery()).isEmpty();

    robot.clickOn("History");
    assertThat(robot.lookup("Compare the bodies").<Button>query().isDisabled()).isTrue();
    robot.clickOn(robot.lookup((TableRow<?> row) -> row.getIndex() == 1).<TableRow<?>>query());
    Fx.until(() -> pill().equals("200 OK"));
    assertThat(robot.lookup((FailureBanner one) -> one.isVisible()).tryQuery()).isEmpty();
  }

  /** Servers put what they like there, and a sign-in has addresses of kilobytes. */
  @Test
  void aLongReasonAndALongHopTakeNoMoreRoomThanOthers() throws Exception {
    String long302 = "HTTP/1.1 302 " + "r".repeat(5000) + "\r\nLocation: /?" + "q".repeat(8000);
    String ok = "HTTP/1.1 200 " + "s".repeat(5000) + "\r\nContent-Length: 2\r\n\r\nok";
    try (RawServer server = RawServer.answering(long302 + "\r\nContent-Length: 0\r\n\r\n", ok)) {
      tab.show(Tree.Fields.NONE.with("url", server.url("/")));
      robot.type(KeyCode.ENTER);
      assertThat(tab.answer().sent().url().toString()).hasSizeGreaterThan(8000);
    }
    Fx.until(() -> pill().startsWith("200 sss"));
    assertThat(pill()).hasSizeLessThan(80);
    assertThat(robot.lookup(".hops .toggle-button").queryAllAs(ToggleButton.class))
        .hasSize(2)
        .allMatch(hop -> hop.getText().length() < 400);
    assertThat(CutText.shownIn(tab.view().response())).isEmpty();
  }

  @Test
  void aCommandOfCurlBecomesTheForm() {
    tab.show(Tree.Fields.NONE);
    Fx.run(
        () -> {
          ClipboardContent content = new ClipboardContent();
          content.putString("curl -X PUT https://x.example/y \\\n  -H 'A: b' -d 'hello'");
          boolean _ = Clipboard.getSystemClipboard().setContent(content);
        });
    robot.push(KeyCode.SHORTCUT, KeyCode.V);

    assertThat(tab.typed("url")).isEqualTo("https://x.example/y");
    assertThat(tab.typed("method")).isEqualTo("PUT");
    robot.clickOn("Undo");
    assertThat(tab.typed("url")).isEmpty();
  }

  @Test
  void aCommandOfCurlThatIsTypedIsTakenByEnter() {
    tab.show(Tree.Fields.NONE);
    robot.write("curl -X PUT -d a=b http://127.0.0.1:1/x").type(KeyCode.ENTER);

    Fx.until(() -> tab.typed("url").equals("http://127.0.0.1:1/x"));
    assertThat(tab.typed("method")).isEqualTo("PUT");
    assertThat(Fx.call(() -> tab.model().runs())).isEmpty();
  }

  @Test
  void whatFailedIsSaidAndCanBeSentAgain() {
    tab.show(Tree.Fields.NONE);
    robot.write("http://127.0.0.1:1/").type(KeyCode.ENTER);

    Fx.until(
        () -> robot.lookup((FailureBanner banner) -> banner.isVisible()).tryQuery().isPresent());
    assertThat(robot.lookup("Send again").tryQuery()).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "http.http, false, Start the server in the lab and send",
    "http.http, true, Send to the server in the lab where it listens now",
    "http.https, false, Start the server in the lab and send"
  })
  void aTabOfAServerOfTheLabFindsItAgain(String server, boolean runs, String remedy)
      throws Exception {
    tab.show(tab.request(server, "/anything?q=1#x"));
    String before = tab.typed("url");
    tab.stop(server);
    tab.reopen();
    if (runs) {
      var _ = tab.address(server, "");
    }
    robot.type(KeyCode.ENTER);
    Fx.until(() -> robot.lookup(remedy).tryQuery().isPresent());

    robot.clickOn(remedy);

    Fx.until(() -> !tab.typed("url").equals(before));
    assertThat(tab.answer().head().orElseThrow().status()).isEqualTo(200);
    assertThat(tab.typed("url")).isEqualTo(tab.address(server, "/anything?q=1#x"));
  }

  @Test
  void aWrongAddressIsMarkedWhileItIsTyped() {
    tab.show(Tree.Fields.NONE);
    robot.write("ftp://x");
    Label problem = robot.lookup(".field-problem").match(node -> node.isVisible()).query();
    assertThat(problem.getText()).isNotBlank();
    robot.type(KeyCode.ENTER);
    assertThat(Fx.call(() -> tab.model().runProperty().get())).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/sse?interval=0.05", "/drip?duration=60&numbytes=6000", "/stream/10000000"})
  void anAnswerWithoutEndIsStoppedAndKept(String path) {
    tab.show(Tree.Fields.NONE);
    robot.write(tab.address("http.http", path)).type(KeyCode.ENTER);
    Fx.until(
        () -> {
          HttpRun run = tab.model().runProperty().get();
          return run != null
              && !run.exchanges().isEmpty()
              && run.exchanges().getLast().body().size() > 50;
        });
    robot.clickOn("Stop");

    Exchange answer = tab.answer();
    Fx.until(() -> pill().equals("200 OK, stopped"));
    assertThat(answer.isStopped()).isTrue();
    assertThat(answer.failure()).isEmpty();
    assertThat(answer.body().size()).isGreaterThan(50);
    assertThat(robot.lookup((FailureBanner banner) -> banner.isVisible()).tryQuery().isPresent())
        .isFalse();
    assertThat(robot.lookup("Send").tryQuery()).isPresent();
  }
}
