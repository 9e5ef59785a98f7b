package org.wirebench.fx.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wirebench.core.bytes.ByteStore;
import org.wirebench.testkit.Fx;

/** The views of a document as somebody goes from one to another. */
@Timeout(60)
class DocumentViewsTest {
  private static final String JSON = "{\"a\":[1,2],\"b\":\"x\"}";

  @RegisterExtension private final ShownDocument shown = new ShownDocument();

  @Test
  void jsonIsFormattedWhateverItIsCalled() {
    shown.show("text/plain", JSON);
    shown.untilRows("{", "  \"a\": [", "    1,", "    2", "  ],", "  \"b\": \"x\"", "}");
    shown.untilViews("[Formatted] Text Hex");
  }

  @Test
  void theTextAndTheBytesAreOneClickAway() {
    shown.show("application/json", JSON);
    shown.untilViews("[Formatted] Text Hex");
    shown.click("#document-view-text");
    shown.untilRows(JSON);
    shown.click("#document-view-hex");
    await().untilAsserted(() -> assertThat(shown.rows().getFirst()).startsWith("000000  7b 22 61"));
    shown.untilLabel("#document-facts", "19 bytes");
  }

  @Test
  void viewsAreChangedByKeys() {
    shown.show("application/json", JSON);
    shown.untilViews("[Formatted] Text Hex");
    shown.focusRows();
    shown.robot().push(KeyCode.ALT, KeyCode.RIGHT);
    shown.untilViews("Formatted [Text] Hex");
    shown.robot().push(KeyCode.ALT, KeyCode.LEFT);
    shown.robot().push(KeyCode.ALT, KeyCode.LEFT);
    shown.untilViews("Formatted Text [Hex]");
  }

  @Test
  void theChoiceIsKeptForDocumentsOfTheKindAlone() {
    shown.show("application/json", JSON);
    shown.untilViews("[Formatted] Text Hex");
    shown.click("#document-view-text");
    shown.show("application/json", "[7]");
    shown.untilViews("Formatted [Text] Hex");
    shown.untilRows("[7]");
    shown.show("application/xml", "<a><b/></a>");
    shown.untilViews("[Formatted] Text Hex");
    shown.untilRows("<a>", "  <b/>", "</a>");
  }

  @Test
  void anEmptyBodySaysSo() {
    shown.show("application/json", "");
    shown.untilText("The body is empty.");
    assertThat(shown.views()).isEmpty();
  }

  @Test
  void whatComesIsShownAtOnceAndTheTreeInTheEnd() {
    ByteStore body = shown.begin("application/json", "");
    shown.untilText("Nothing has come yet.");
    shown.grow(body, "[1,\n2");
    shown.untilRows("[1,", "2");
    shown.untilViews("[Text] Hex");
    shown.grow(body, "2,\n3]");
    shown.untilRows("[1,", "22,", "3]");
    Fx.run(shown.pane()::complete);
    shown.untilRows("[", "  1,", "  22,", "  3", "]");
    shown.untilViews("[Formatted] Text Hex");
  }

  @Test
  void hexFollowsWhatComes() {
    ByteStore body = shown.begin("application/octet-stream", "\0\1");
    shown.untilViews("Text [Hex]");
    await().untilAsserted(() -> assertThat(shown.rows()).hasSize(1));
    shown.grow(body, "0123456789abcdef");
    await().untilAsserted(() -> assertThat(shown.rows()).hasSize(2));
  }

  @Test
  void foldsByMouseAndByKeys() {
    shown.show("application/json", JSON);
    shown.untilRows("{", "  \"a\": [", "    1,", "    2", "  ],", "  \"b\": \"x\"", "}");
    double line = Fx.call(() -> javafx.scene.text.Font.getDefault().getSize()) * 1.0;
    var bounds =
        Fx.call(() -> shown.pane().log().localToScreen(shown.pane().log().getBoundsInLocal()));
    shown.robot().clickOn(bounds.getMinX() + 12, bounds.getMinY() + line * 2, MouseButton.PRIMARY);
    shown.untilRows("{", "  \"a\": [ 2 items ],", "  \"b\": \"x\"", "}");

    shown.robot().push(KeyCode.ENTER);
    shown.untilRows("{", "  \"a\": [", "    1,", "    2", "  ],", "  \"b\": \"x\"", "}");
    shown.robot().push(KeyCode.SPACE);
    shown.untilRows("{", "  \"a\": [ 2 items ],", "  \"b\": \"x\"", "}");
    shown.robot().push(KeyCode.ALT, KeyCode.DOWN);
    shown.untilRows("{", "  \"a\": [", "    1,", "    2", "  ],", "  \"b\": \"x\"", "}");
    shown.click("#document-fold");
    shown.untilRows("{", "  \"a\": [ 2 items ],", "  \"b\": \"x\"", "}");
    shown.click("#document-unfold");
    shown.untilRows("{", "  \"a\": [", "    1,", "    2", "  ],", "  \"b\": \"x\"", "}");
  }

  @Test
  void damagedJsonIsTextAndSaysWhere() {
    shown.show("application/json", "{\n \"a\": 1,\n \"b\" 2\n}");
    shown.untilText("Damaged in line 3, column 6: a colon should stand here");
    shown.untilViews("Formatted [Text] Hex");
    shown.robot().clickOn("Show the place");
    await().until(() -> shown.row() == 2);
    assertThat(Fx.call(() -> shown.pane().log().selectingProperty().get())).isTrue();
  }

  @Test
  void twoBodiesAreCompared() {
    Document before = shown.show("application/json", "{\"a\":1,\"b\":2}");
    shown.untilViews("[Formatted] Text Hex");
    shown.show("application/json", "{\"a\":1,\"b\":3}");
    Fx.run(() -> shown.pane().compareWith(Optional.of(before)));
    shown.untilViews("[Formatted] Text Hex Changes");
    shown.click("#document-view-changes");
    shown.untilLabel("#document-facts", "− 1  + 1");
    var log = Fx.call(() -> (org.wirebench.fx.LogView) shown.pane().lookup("#document-changes"));
    assertThat(Fx.call(() -> log.source().end())).isEqualTo(5);
    assertThat(Fx.call(() -> log.source().copy(2))).isEqualTo("-  \"b\": 2");
    assertThat(Fx.call(() -> log.source().copy(3))).isEqualTo("+  \"b\": 3");
    shown.robot().push(KeyCode.F3);
    await().until(() -> Fx.call(() -> log.currentRowProperty().get()) == 2);
  }

  @Test
  void aCharsetWithWideCharactersIsRead() {
    shown.show(
        "application/json",
        "\ufeff[\"Köln\"]".getBytes(java.nio.charset.StandardCharsets.UTF_16LE));
    shown.untilRows("[", "  \"Köln\"", "]");
  }
}
