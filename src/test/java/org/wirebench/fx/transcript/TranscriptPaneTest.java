package org.wirebench.fx.transcript;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.wirebench.core.transcript.Transcript;
import org.wirebench.fx.Row;
import org.wirebench.testkit.Fx;

/** The pane of a transcript, used through the keyboard and the mouse. */
@Timeout(60)
class TranscriptPaneTest {
  @RegisterExtension private final ShownPane shown = new ShownPane();
  private final FxRobot robot = Fx.robot();

  @Test
  void textIsShownAsLinesWithControlCharactersMadeVisible() {
    shown.transcript().event(0, "connected");
    shown.send("ask\r\n");
    shown.receive("\u001b[2Jone\ntwo\u0000");

    shown.untilShown("· connected", "→ ask\\r", "← \\x1b[2Jone", "← two\\0");
    shown.untilLabel("#transcript-rows", "4 rows");
  }

  @Test
  void hexAndBothShowTheBytes() {
    shown.receive("Hi\n");
    shown.click("#transcript-mode-hex");
    shown.untilShown("← 000000  48 69 0a");
    shown.click("#transcript-mode-both");
    shown.untilShown("← 000000  48 69 0a" + " ".repeat(42) + "Hi.");
    shown.click("#transcript-mode-both");
    assertThat(
            Fx.call(
                () -> ((ToggleButton) shown.pane().lookup("#transcript-mode-both")).isSelected()))
        .isTrue();
  }

  @Test
  void theSameBytesStayOnTheScreenWhenTheModeChanges() {
    shown.receive("0123456789abcde\n".repeat(5000));
    shown.untilLabel("#transcript-rows", "5,000 rows");
    Fx.run(() -> shown.pane().log().show(2500));
    await().until(() -> Fx.call(() -> shown.pane().log().topRow()) > 2000);

    shown.click("#transcript-mode-hex");

    await()
        .untilAsserted(
            () -> assertThat(Fx.call(() -> shown.pane().log().topRow())).isBetween(2400L, 2600L));
  }

  @Test
  void everyRowKnowsItsTimeAndTheFirstOfEachEntryShowsIt() {
    shown.receive("one\ntwo\n");
    shown.send("three\n");
    shown.untilShown("← one", "← two", "→ three");
    assertThat(shown.rows()).extracting(Row::repeats).containsExactly(false, true, false);
    assertThat(shown.rows()).extracting(row -> row.gutter().length()).containsOnly(9);
  }

  @Test
  void theTextsStandStillWhateverTheNumberOfAClient() {
    Fx.run(() -> shown.pane().show(shown.transcript(), UTF_8, party -> "#" + party));
    shown.transcript().event(7, "came");
    shown.transcript().event(42, "came");
    shown.untilShown("· came", "· came");
    assertThat(shown.rows()).extracting(row -> row.gutter().length()).containsOnly(15);
  }

  @ParameterizedTest
  @ValueSource(ints = {900, 620, 480, 360})
  void noToolIsCutOffInANarrowWindow(int width) {
    shown.receive("one\n");
    shown.untilLabel("#transcript-rows", "1 row");
    // As in a tab, where whatever stands around it takes what is left.
    Fx.run(() -> shown.pane().setMinWidth(0));

    shown.window().show(Fx.call(() -> new StackPane(shown.pane())), width, 500);

    for (String id : List.of("mode-both", "clock", "way", "filter", "rows", "pause", "save")) {
      Bounds place =
          Fx.call(
              () -> {
                Node tool = shown.pane().lookup("#transcript-" + id);
                return shown.pane().sceneToLocal(tool.localToScene(tool.getBoundsInLocal()));
              });
      assertThat(place.getMaxX()).as(id).isLessThanOrEqualTo(width);
      assertThat(place.getMinX()).as(id).isGreaterThanOrEqualTo(0);
    }
  }

  @Test
  void thePauseFreezesTheViewAndRecordingGoesOn() {
    shown.receive("one\ntw");
    shown.untilShown("← one", "← tw");
    shown.click("#transcript-pause");
    shown.receive("o\nthree\nfour\n");
    await()
        .until(
            () ->
                Fx.call(() -> shown.pane().model().numbers().missedProperty().get())
                    .contains("2 rows"));
    shown.untilShown("← one", "← tw");

    robot.push(KeyCode.CONTROL, KeyCode.P);

    shown.untilShown("← one", "← two", "← three", "← four");
    Fx.until(() -> shown.pane().model().numbers().missedProperty().get().isEmpty());
  }

  @Test
  void theViewIsClearedAndShownAgain() {
    shown.receive("one\n");
    shown.untilShown("← one");
    robot.push(KeyCode.CONTROL, KeyCode.L);
    shown.untilShown();
    shown.receive("two\n");
    shown.untilShown("← two");
    Fx.until(() -> shown.pane().model().numbers().hiddenProperty().get().contains("1 row"));

    robot.clickOn("Show them again");

    shown.untilShown("← one", "← two");
  }

  @Test
  void anotherTranscriptIsShownAndTheFirstIsLeftAlone() throws Exception {
    Transcript other = shown.newTranscript();
    shown.receive("one\n");
    shown.untilShown("← one");
    Fx.run(() -> shown.pane().show(other, UTF_8, party -> "client " + party));
    shown.untilShown();
    shown.transcript().close();
    other.event(3, "came");
    shown.untilShown("· came");
    assertThat(Fx.call(() -> shown.pane().log().source().row(0).gutter())).endsWith("  client 3");
    Fx.run(() -> shown.pane().show(null, UTF_8, _ -> ""));
    shown.untilShown();
    other.close();
  }
}
