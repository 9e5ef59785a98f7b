package org.wirebench.tool.http.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.wirebench.core.workspace.Tree;
import org.wirebench.testkit.CutText;
import org.wirebench.testkit.Fx;
import org.wirebench.tool.http.service.RawServer;

/** The headers as the window shows them, whatever the server says. */
@Timeout(60)
class HeadersPaneTest {
  @RegisterExtension private final HttpTab tab = new HttpTab();
  private final FxRobot robot = Fx.robot();

  /** Asks a server that answers with these fields, and turns to the headers. */
  private HeadersPane show(String fields) throws Exception {
    String head = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n" + fields + "\r\n";
    try (RawServer server = RawServer.answering(head + "ok")) {
      tab.show(Tree.Fields.NONE.with("url", server.url("/")));
      robot.type(KeyCode.ENTER);
      assertThat(tab.answer().head()).isPresent();
    }
    HeadersPane pane = tab.part(HeadersPane.class);
    Fx.run(() -> tab.view().response().show("Headers"));
    Fx.until(() -> !pane.lookupAll(".copyable").isEmpty());
    return pane;
  }

  private static List<String> values(HeadersPane pane) {
    return Fx.call(
        () ->
            pane.lookupAll(".copyable").stream()
                .map(node -> ((TextField) node).getText())
                .toList());
  }

  private static List<String> labels(HeadersPane pane) {
    return Fx.call(
        () ->
            pane.lookupAll(".label").stream()
                .filter(node -> node instanceof Label)
                .map(node -> ((Label) node).getText())
                .toList());
  }

  @Test
  void whatIsKnownOfAHeaderIsSaidAndEachValueHasItsRow() throws Exception {
    HeadersPane pane = show("retry-after: 120\r\nX-Own: a\r\nX-Own: b, c\r\n");

    assertThat(labels(pane))
        .contains("retry-after", KnownHeader.RETRY_AFTER.meaning(), "Content-Length")
        .contains(KnownHeader.HOST.meaning());
    assertThat(values(pane)).contains("120", "a", "b, c");
    assertThat(labels(pane)).filteredOn("X-Own"::equals).hasSize(2);
  }

  @Test
  void whatCouldSteerOrHideIsSpelledOut() throws Exception {
    // Bytes as a server sends them: HTTP has no charset for them but this.
    HeadersPane pane = show("X-A: a\u0007b\tc\u001b[2Jd\r\nX-B: \u00ad\u0085e\r\n");

    assertThat(values(pane)).anyMatch(value -> value.startsWith("a") && value.endsWith("d"));
    assertThat(values(pane))
        .allMatch(value -> value.codePoints().noneMatch(c -> Character.getType(c) == 15))
        .allMatch(value -> value.codePoints().noneMatch(c -> Character.getType(c) == 16));
  }

  @Test
  void anEndlessHeaderIsCutOnTheScreenAndCopiedWhole() throws Exception {
    String name = "X-" + "n".repeat(5000);
    HeadersPane pane = show(name + ": " + "v".repeat(20_000) + "\r\nX-End: here\r\n");

    assertThat(CutText.shownIn(pane)).isEmpty();
    assertThat(values(pane)).contains("here").allMatch(value -> value.length() < 3000);
    TextField shown =
        Fx.call(
            () ->
                pane.lookupAll(".copyable").stream()
                    .map(node -> (TextField) node)
                    .filter(field -> field.getText().startsWith("vv"))
                    .findFirst()
                    .orElseThrow());
    assertThat(Fx.call(() -> shown.getTooltip().getText())).hasSizeLessThan(3000);
    Fx.run(() -> shown.getContextMenu().getItems().getFirst().fire());
    assertThat(Fx.call(() -> clipboard())).isEqualTo("v".repeat(20_000));
    Fx.run(shown::requestFocus);
    robot.push(KeyCode.SHORTCUT, KeyCode.A).push(KeyCode.SHORTCUT, KeyCode.C);
    assertThat(Fx.call(() -> clipboard())).startsWith("vvv");
    assertThat(widest(pane)).isLessThanOrEqualTo(Fx.call(pane::getWidth));
  }

  private static String clipboard() {
    return javafx.scene.input.Clipboard.getSystemClipboard().getString();
  }

  private static double widest(HeadersPane pane) {
    return Fx.call(
        () ->
            pane.lookupAll(".label").stream()
                .mapToDouble((Node one) -> one.getLayoutBounds().getWidth())
                .max()
                .orElse(0));
  }
}
