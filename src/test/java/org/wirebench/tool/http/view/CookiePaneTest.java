package org.wirebench.tool.http.view;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.wirebench.fx.FxJobs;
import org.wirebench.testkit.CutText;
import org.wirebench.testkit.Fx;
import org.wirebench.testkit.TestJobs;
import org.wirebench.testkit.TestWindow;
import org.wirebench.tool.http.service.HttpHarness;
import org.wirebench.tool.http.service.HttpResult;
import org.wirebench.tool.http.service.RawServer;
import org.wirebench.tool.http.service.TestHttpLab;
import org.wirebench.tool.http.service.cookie.Cookie;
import org.wirebench.tool.http.service.cookie.CookieDecision;
import org.wirebench.tool.http.service.cookie.CookieJar;

@Timeout(60)
class CookiePaneTest {
  private static final String HIDDEN = "••••••";

  @RegisterExtension private final TestWindow window = new TestWindow();
  @RegisterExtension private final TestHttpLab lab = new TestHttpLab();
  @RegisterExtension private final HttpHarness http = new HttpHarness();
  @RegisterExtension private final TestJobs jobs = new TestJobs();

  private final FxRobot robot = Fx.robot();
  private final CookieJar jar = http.service().cookies();
  private final CookiePane pane =
      Fx.call(() -> new CookiePane(new FxJobs(jobs.jobs(), _ -> {}), jar));

  @BeforeEach
  void show() {
    window.show(pane, 900, 500);
  }

  @AfterEach
  void close() {
    Fx.run(pane::close);
  }

  private void ask(String target) throws Exception {
    try (HttpResult result =
        http.run("{url: '%s', redirects: false}".formatted(lab.plain(target)))) {
      Fx.run(() -> pane.show(result.last().cookies()));
    }
  }

  private List<String> texts(String selector) {
    return Fx.call(
        () ->
            pane.lookupAll(selector + " .label").stream()
                .map(node -> ((Labeled) node).getText())
                .toList());
  }

  private Stream<TableCell<?, ?>> cells(String style) {
    return pane.lookupAll("." + style).stream()
        .<TableCell<?, ?>>map(node -> (TableCell<?, ?>) node)
        .filter(cell -> !cell.isEmpty() && cell.getTableRow().isVisible());
  }

  private List<String> shown(String style) {
    return Fx.call(
        () -> cells(style).map(cell -> String.valueOf(cell.getText())).sorted().toList());
  }

  private Node cell(String style, String text) {
    return Fx.call(
        () -> cells(style).filter(cell -> text.equals(cell.getText())).findFirst().orElseThrow());
  }

  private void press(String what) {
    robot.clickOn(
        Fx.call(
            () ->
                pane.lookupAll(".icon-button").stream()
                    .filter(node -> what.equals(node.getAccessibleText()))
                    .findFirst()
                    .orElseThrow()));
  }

  private void type(String style, String before, String after) {
    robot.doubleClickOn(cell(style, before));
    Fx.until(() -> pane.getScene().getFocusOwner() instanceof TextField);
    robot.push(KeyCode.SHORTCUT, KeyCode.A).write(after).push(KeyCode.ENTER);
  }

  private Cookie only() {
    return jar.list().getFirst();
  }

  @Test
  void whatTheAnswerSetIsSaidWithItsAttributesAndWhyOneWasRefused() throws Exception {
    assertThat(texts("#set-cookies")).containsExactly("This answer sets no cookies.");
    ask("/cookies/set-detail?name=a&value=s3cret&path=/&httponly&samesite=Lax");
    assertThat(texts("#set-cookies"))
        .contains("Kept", "a=" + HIDDEN)
        .anySatisfy(
            text ->
                assertThat(text)
                    .startsWith("127.0.0.1/ · until the program ends")
                    .contains("HttpOnly", "SameSite Lax"));
    ask("/cookies/set-detail?name=b&value=2&samesite=None");
    assertThat(texts("#set-cookies"))
        .contains("Refused")
        .anySatisfy(text -> assertThat(text).contains("needs Secure too"));
    ask("/cookies/delete?a");
    assertThat(texts("#set-cookies")).contains("Removed");
    press("Show the values");
    ask("/cookies/set?c=v1sible");
    assertThat(texts("#set-cookies")).contains("c=v1sible");
  }

  @Test
  void theJarIsSearchedAndItsValuesAreShownOnDemand() throws Exception {
    ask("/cookies/set?first=s3cret&second=other");
    Fx.until(() -> shown("cookie-name").size() == 2);
    assertThat(shown("cookie-value")).containsExactly(HIDDEN, HIDDEN);
    robot.clickOn(Fx.call(() -> pane.lookup("#cookie-filter"))).write("s3c");
    assertThat(shown("cookie-name")).isEmpty();
    press("Show the values");
    assertThat(shown("cookie-name")).containsExactly("first");
    assertThat(shown("cookie-value")).containsExactly("s3cret");
  }

  @Test
  void aCookieIsEditedInItsCellAndSentSo() throws Exception {
    ask("/cookies/set?first=1");
    Fx.until(() -> shown("cookie-name").size() == 1);
    type("cookie-value", HIDDEN, "changed");
    Fx.until(() -> only().value().equals("changed"));
    type("cookie-name", "first", "renamed");
    Fx.until(() -> only().name().equals("renamed"));
    try (HttpResult result = http.run("{url: '%s'}".formatted(lab.plain("/cookies")))) {
      assertThat(HttpHarness.body(result.last())).contains("renamed", "changed");
    }
    robot.clickOn(
        Fx.call(
            () ->
                pane.lookupAll(".table-cell .check-box").stream()
                    .map(CheckBox.class::cast)
                    .filter(box -> "Secure".equals(box.getAccessibleText()))
                    .findFirst()
                    .orElseThrow()));
    Fx.until(() -> only().secure());
  }

  @Test
  void whatCannotBeUsedIsSaidAndCanBeGivenUp() throws Exception {
    ask("/cookies/set?first=1");
    Fx.until(() -> shown("cookie-name").size() == 1);
    type("cookie-path", "/", "nowhere");
    Fx.until(() -> texts(".cookie-pane").isEmpty() || problem().contains("slash"));
    assertThat(only().path()).isEqualTo("/");
    robot.push(KeyCode.ESCAPE);
    assertThat(problem()).isEmpty();
    type("cookie-expires", "until the program ends", "tomorrow");
    Fx.until(() -> problem().contains("2030-12-31T23:59:59Z"));
    robot.push(KeyCode.SHORTCUT, KeyCode.A).write("2030-12-31T23:59:59Z").push(KeyCode.ENTER);
    Fx.until(() -> only().expires().isPresent());
    assertThat(shown("cookie-expires"))
        .singleElement()
        .satisfies(date -> assertThat(date).containsPattern("203[01]").doesNotContain("T"));
    type("cookie-domain", "127.0.0.1", ".Example.com");
    Fx.until(() -> only().domain().equals("example.com"));
    assertThat(only().hostOnly()).isFalse();
    assertThat(shown("cookie-domain")).containsExactly(".example.com");
  }

  private String problem() {
    return Fx.call(() -> ((Labeled) pane.lookup(".field-problem")).getText());
  }

  @Test
  void oneIsAddedAndNamedAtOnce() throws Exception {
    ask("/cookies/set?first=1");
    press("Add a cookie");
    Fx.until(() -> pane.getScene().getFocusOwner() instanceof TextField);
    robot.write("mine").push(KeyCode.ENTER);
    Fx.until(() -> jar.list().stream().anyMatch(one -> one.name().equals("mine")));
    try (HttpResult result = http.run("{url: '%s'}".formatted(lab.plain("/cookies")))) {
      assertThat(HttpHarness.body(result.last())).contains("mine", "first");
    }
  }

  @Test
  void whatIsDeletedCanBePutBack() throws Exception {
    ask("/cookies/set?first=1&second=2&third=3");
    Fx.until(() -> shown("cookie-name").size() == 3);
    robot.clickOn(cell("cookie-name", "second"));
    robot.push(KeyCode.DELETE);
    Fx.until(() -> shown("cookie-name").equals(List.of("first", "third")));
    robot.clickOn(Fx.call(() -> pane.lookup(".hyperlink")));
    Fx.until(() -> shown("cookie-name").size() == 3);
    press("Delete all cookies");
    Fx.until(() -> jar.list().isEmpty());
    assertThat(texts("#cookie-jar")).anySatisfy(t -> assertThat(t).startsWith("No cookies"));
    robot.clickOn(Fx.call(() -> pane.lookup(".hyperlink")));
    Fx.until(() -> shown("cookie-name").size() == 3);
  }

  @Test
  void theChosenAreCopiedAsAHeader() throws Exception {
    ask("/cookies/set?first=1&second=2");
    Fx.until(() -> shown("cookie-name").size() == 2);
    robot.clickOn(cell("cookie-name", "first"));
    robot.push(KeyCode.SHORTCUT, KeyCode.A);
    robot.push(KeyCode.SHORTCUT, KeyCode.C);
    assertThat(Fx.call(() -> Clipboard.getSystemClipboard().getString()))
        .isEqualTo("first=1; second=2");
  }

  @Test
  void whatAnAnswerSetIsSaidInALowWindowToo() {
    Fx.run(() -> pane.getScene().getWindow().setHeight(240));
    Fx.settle();
    double room =
        Fx.call(
            () -> ((ScrollPane) pane.lookup(".answer-cookies")).getViewportBounds().getHeight());
    double words = Fx.call(() -> ((Label) pane.lookup("#set-cookies .label")).getHeight());
    assertThat(words).isPositive();
    assertThat(room).isGreaterThanOrEqualTo(words);
  }

  @Test
  void nothingIsCutWhereTheTextIsTwiceAsLarge() throws Exception {
    window.textSize(200);
    ask("/cookies/set-detail?name=a&value=1&secure&httponly&samesite=Strict&max-age=60");
    assertThat(CutText.shownIn(pane)).isEmpty();
  }

  @Test
  void manyCookiesAreShownInPartAndNotMadeAnewWithEachFrame() throws Exception {
    String fields =
        IntStream.range(0, 1500).mapToObj(i -> "Set-Cookie: c" + i + "=1\r\n").collect(joining());
    try (RawServer server =
            RawServer.answering("HTTP/1.1 200 OK\r\n" + fields + "Content-Length: 0\r\n\r\n");
        HttpResult result = http.run("{url: '" + server.url("/") + "'}")) {
      List<CookieDecision> decisions = result.last().cookies();
      assertThat(decisions).hasSize(1500);
      Fx.run(() -> pane.show(decisions));
      VBox rows = (VBox) pane.lookup("#set-cookies");
      List<Node> before = Fx.call(() -> List.copyOf(rows.getChildren()));
      assertThat(before).hasSizeLessThan(300);
      assertThat(((Labeled) before.getLast()).getText()).matches("and 1[.,]?[0-9]{3} more");

      Fx.run(() -> pane.show(List.copyOf(decisions)));
      assertThat(Fx.call(() -> List.copyOf(rows.getChildren()))).isEqualTo(before);
    }
  }
}
