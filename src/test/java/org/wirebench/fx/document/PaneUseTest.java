package org.wirebench.fx.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.wirebench.core.bytes.ByteStore;
import org.wirebench.fx.Row;
import org.wirebench.testkit.Fx;

/** Finding, filtering, copying and saving. */
@Timeout(60)
class PaneUseTest {
  private static final String SHOP =
      "{\"items\":[{\"name\":\"apple\",\"price\":3},{\"name\":\"pear\",\"price\":5}],\"best\":\"Apple\"}";

  @RegisterExtension private final ShownDocument shown = new ShownDocument();
  @TempDir private Path folder;

  private void show() {
    shown.show("application/json", SHOP);
    shown.untilViews("[Formatted] Table Text Hex");
    shown.focusRows();
  }

  private void find(String text) {
    shown.robot().push(KeyCode.CONTROL, KeyCode.F);
    shown.type("#document-search", text);
  }

  private List<String> marked(long index) {
    Row row = shown.rowAt(index);
    return row.spans().stream()
        .filter(span -> span.style() == Row.Style.MATCH)
        .map(span -> row.text().substring(span.from(), span.to()))
        .toList();
  }

  @Test
  void theSearchCountsMarksAndGoesFromHitToHit() {
    show();
    find("apple");
    shown.untilLabel("#document-hits", "2 hits");
    shown.robot().push(KeyCode.ENTER);
    shown.untilLabel("#document-hits", "1 of 2");
    await().until(() -> shown.row() == 3);
    shown.robot().push(KeyCode.F3);
    shown.untilLabel("#document-hits", "2 of 2");
    await().until(() -> shown.row() == 11);
    shown.robot().push(KeyCode.SHIFT, KeyCode.F3);
    await().until(() -> shown.row() == 3);
    assertThat(marked(11)).containsExactly("Apple");
  }

  @Test
  void aHitInWhatIsFoldedIsUnfolded() {
    show();
    shown.click("#document-fold");
    shown.untilRows("{", "  \"items\": [ 2 items ],", "  \"best\": \"Apple\"", "}");
    find("pear");
    shown.robot().push(KeyCode.ENTER);
    await().until(() -> shown.rows().stream().anyMatch(row -> row.contains("\"pear\"")));
    await().untilAsserted(() -> assertThat(shown.rowAt(shown.row()).text()).contains("pear"));
  }

  @Test
  void theSearchGoesOnInOtherViewsAndInWhatComes() {
    ByteStore body = shown.begin("text/plain", "one\n");
    shown.untilRows("one");
    shown.focusRows();
    find("one");
    shown.untilLabel("#document-hits", "1 hit");
    shown.grow(body, "two one\n");
    shown.untilLabel("#document-hits", "2 hits");
    shown.click("#document-view-hex");
    shown.untilLabel("#document-hits", "2 hits");
    await().untilAsserted(() -> assertThat(marked(0)).contains("6f 6e 65", "one"));
  }

  @Test
  void aSearchThatIsNoHexSaysWhy() {
    show();
    find("0x4");
    shown.untilText("4");
    await()
        .until(
            () ->
                Fx.call(
                    () ->
                        shown
                            .pane()
                            .lookup("#document-search")
                            .getPseudoClassStates()
                            .contains(PseudoClass.getPseudoClass("danger"))));
  }

  @Test
  void aPathFiltersAsItIsTyped() {
    show();
    shown.type("#document-filter", "$.items[?(@.price > 4)].name");
    shown.untilRows("[", "  \"pear\"", "]");
    shown.untilLabel("#document-matches", "1 match");
    shown.type("#document-filter", "$.items[*].price");
    shown.untilRows("[", "  3,", "  5", "]");
    shown.type("#document-filter", "");
    await().until(() -> shown.rows().size() == 13);
    shown.untilLabel("#document-matches", "");
  }

  @Test
  void aWrongPathSaysWhyAndWhatWasShownStays() {
    show();
    shown.type("#document-filter", "$.best");
    shown.untilRows("\"Apple\"");
    shown.type("#document-filter", "$.items[?(");
    shown.untilText("This is no JSONPath");
    assertThat(shown.rows()).containsExactly("\"Apple\"");
    shown.type("#document-filter", "$[");
    shown.untilText("This is no JSONPath: it ends in the middle");
  }

  @Test
  void aPathToNothingSaysSoAndIsCleared() {
    show();
    shown.type("#document-filter", "$.nowhere");
    shown.untilText("Nothing is at this path.");
    shown.robot().clickOn("Show everything");
    await().until(() -> shown.rows().size() == 13);
  }

  @Test
  void anXPathFiltersXmlAndHtml() {
    shown.show("application/xml", "<a><b n='1'>x</b><b n='2'>y</b></a>");
    shown.untilViews("[Formatted] Text Hex");
    shown.type("#document-filter", "//b[@n='2']");
    shown.untilRows("<b n=\"2\">y</b>");
    shown.type("#document-filter", "//b[");
    shown.untilText("This is no XPath");
    shown.show("text/html", "<p class=x>one<p>two");
    shown.type("#document-filter", "//p[@class]/text()");
    shown.untilRows("one");
  }

  @Test
  void thePathAndTheValueOfARowAreCopied() {
    show();
    Fx.run(() -> shown.pane().log().select(7, 0, 0));
    shown.robot().push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
    await().untilAsserted(() -> assertThat(shown.clipboard()).isEqualTo("$.items[1].name"));
    Fx.run(() -> shown.pane().log().select(6, 0, 0));
    shown.act("Copy the value of the row");
    await()
        .untilAsserted(
            () -> assertThat(shown.clipboard()).isEqualTo("{\"name\":\"pear\",\"price\":5}"));
  }

  @Test
  void theMenuIsAboutTheRowThatItWasOpenedOn() {
    show();
    var log =
        Fx.call(() -> shown.pane().log().localToScreen(shown.pane().log().getBoundsInLocal()));
    shown.robot().clickOn(log.getMinX() + 100, log.getMinY() + 40, MouseButton.SECONDARY);
    shown.robot().clickOn("Copy the JSONPath of the row");
    await().untilAsserted(() -> assertThat(shown.clipboard()).startsWith("$.items"));
  }

  @Test
  void aPathOfAnotherKindOfDocumentIsForgotten() {
    show();
    shown.type("#document-filter", "$.best");
    shown.untilRows("\"Apple\"");
    shown.show("application/json", "{\"best\":7}");
    shown.untilRows("7");
    shown.show("application/xml", "<a><b/></a>");
    shown.untilRows("<a>", "  <b/>", "</a>");
    shown.untilLabel("#document-matches", "");
  }

  @Test
  void allIsCopiedAsItIsShown() {
    show();
    shown.act("Copy all");
    await().untilAsserted(() -> assertThat(shown.clipboard()).startsWith("{\n  \"items\": [\n"));
    shown.click("#document-view-text");
    shown.untilRows(SHOP);
    shown.act("Copy all");
    await().untilAsserted(() -> assertThat(shown.clipboard()).isEqualTo(SHOP));
  }

  @Test
  void whatIsSelectedIsCopiedAsItCame() {
    shown.show("text/plain", "\tone\u0001\r\ntwo\n");
    shown.untilRows("  one\\x01", "two");
    shown.focusRows();
    shown.robot().push(KeyCode.CONTROL, KeyCode.A);
    shown.robot().push(KeyCode.CONTROL, KeyCode.C);
    await().untilAsserted(() -> assertThat(shown.clipboard()).isEqualTo("\tone\u0001\ntwo"));
  }

  @Test
  void aBodyIsSavedAsItCame() throws Exception {
    show();
    Path file = folder.resolve("shop.json");
    Fx.run(() -> shown.pane().save(file));
    shown.untilTold("Saved shop.json");
    assertThat(Files.readString(file)).isEqualTo(SHOP);
  }

  @Test
  void aBodyThatCannotBeSavedSaysWhy() {
    show();
    Fx.run(() -> shown.pane().save(Path.of("/proc/none/shop.json")));
    await().until(() -> !shown.told().isEmpty());
    assertThat(shown.told().getFirst()).doesNotStartWith("Saved");
  }

  @Test
  void aNameOfAServerIsNoPlace() {
    assertThat(Saving.safe("../../etc/passwd")).isEqualTo("_.._.._etc_passwd");
    assertThat(Saving.safe("a\u202eb\nc.json")).isEqualTo("a_b_c.json");
    assertThat(Saving.safe("")).isEqualTo("_");
  }

  @Test
  void longLinesAreWrapped() {
    shown.show("text/plain", "long ".repeat(200));
    await().until(() -> !shown.rows().isEmpty());
    shown.focusRows();
    shown.robot().push(KeyCode.ALT, KeyCode.Z);
    await().until(() -> Fx.call(() -> shown.pane().log().wrapProperty().get()));
    shown.click("#document-wrap");
    await().until(() -> !Fx.call(() -> shown.pane().log().wrapProperty().get()));
  }
}
