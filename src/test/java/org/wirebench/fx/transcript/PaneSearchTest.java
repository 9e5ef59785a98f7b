package org.wirebench.fx.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.wirebench.fx.Row;
import org.wirebench.testkit.Fx;

/** The search and the filter of a transcript in its pane. */
@Timeout(60)
class PaneSearchTest {
  @RegisterExtension private final ShownPane shown = new ShownPane();
  private final FxRobot robot = Fx.robot();

  @Test
  void theSearchCountsAndGoesFromHitToHit() {
    shown.receive("an apple\na pear\nApples\nno\napple");
    shown.untilLabel("#transcript-rows", "5 rows");
    robot.push(KeyCode.CONTROL, KeyCode.F);
    shown.type("#transcript-search", "apple");
    shown.untilLabel("#transcript-hits", "3 hits");

    robot.push(KeyCode.ENTER);
    shown.untilLabel("#transcript-hits", "1 of 3");
    assertThat(Fx.call(() -> shown.pane().log().currentRowProperty().get())).isZero();
    robot.push(KeyCode.F3);
    shown.untilLabel("#transcript-hits", "2 of 3");
    assertThat(Fx.call(() -> shown.pane().log().currentRowProperty().get())).isEqualTo(2);
    robot.push(KeyCode.SHIFT, KeyCode.ENTER);
    robot.push(KeyCode.SHIFT, KeyCode.F3);
    shown.untilLabel("#transcript-hits", "3 of 3");

    shown.receive(" and apple");
    shown.untilLabel("#transcript-hits", "3 of 4");

    robot.push(KeyCode.ESCAPE);
    await().until(() -> Fx.call(() -> shown.pane().log().isFocused()));
    assertThat(Fx.call(() -> shown.pane().lookup("#transcript-search").getParent().isVisible()))
        .isFalse();
  }

  @Test
  void hitsAreMarkedInTheRowsInEveryMode() throws Exception {
    shown.receive("0123456789abcdeXYZ");
    robot.push(KeyCode.CONTROL, KeyCode.F);
    shown.type("#transcript-search", "eXy");
    shown.untilLabel("#transcript-hits", "1 hit");
    assertThat(marked(0)).containsExactly("eXY");

    shown.click("#transcript-mode-both");

    shown.untilLabel("#transcript-hits", "1 hit");
    await().untilAsserted(() -> assertThat(marked(0)).containsExactly("65 58", "eX"));
    assertThat(marked(1)).containsExactly("59", "Y");
  }

  private List<String> marked(long index) {
    return Fx.call(
        () -> {
          var row = shown.pane().log().source().row(index);
          return row.spans().stream()
              .filter(span -> span.style() == Row.Style.MATCH)
              .map(span -> row.text().substring(span.from(), span.to()))
              .toList();
        });
  }

  @Test
  void theFilterHidesRowsAndFollowsWhatComes() {
    shown.send("get apple\n");
    shown.receive("one apple\ntwo pears\n");
    shown.type("#transcript-filter", "APPLE");
    shown.untilShown("→ get apple", "← one apple");
    shown.untilLabel("#transcript-rows", "2 of 3 rows");

    shown.receive("three apples\n");
    shown.untilShown("→ get apple", "← one apple", "← three apples");

    Fx.run(() -> shown.pane().model().filter().wayProperty().set(Way.SENT));
    shown.untilShown("→ get apple");
    shown.untilLabel("#transcript-rows", "1 of 4 rows");
    Fx.run(() -> shown.pane().model().filter().wayProperty().set(Way.ALL));
    shown.type("#transcript-filter", "");
    shown.untilLabel("#transcript-rows", "4 rows");
  }

  @Test
  void aFilterThatIsNoHexIsMarkedAtTheFieldAndHidesNothing() {
    shown.receive("one\n");
    shown.type("#transcript-filter", "0x4");
    await()
        .until(
            () ->
                Fx.call(
                    () ->
                        shown
                            .pane()
                            .lookup("#transcript-filter")
                            .getPseudoClassStates()
                            .contains(PseudoClass.getPseudoClass("danger"))));
    assertThat(Fx.call(() -> shown.pane().model().filter().problemProperty().get())).contains("4");
    shown.untilShown("← one");
    shown.type("#transcript-filter", "0x6f6e");
    shown.untilLabel("#transcript-rows", "1 of 1 rows");
  }

  @Test
  void aFilterThatWantsNothingSaysSoAndIsCleared() {
    shown.receive("one\n");
    shown.type("#transcript-filter", "nothing");
    await().until(() -> robot.lookup("Nothing matches “nothing”.").tryQuery().isPresent());
    robot.clickOn("Clear the filter");
    shown.untilShown("← one");
    await().until(() -> Fx.call(() -> !shown.pane().lookup(".nothing-found").isVisible()));
    assertThat(Fx.call(() -> shown.pane().log().isFocused())).isTrue();
  }
}
