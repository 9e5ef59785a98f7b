package org.wirebench.terminal.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodHighlight;
import javafx.scene.input.InputMethodTextRun;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.wirebench.testkit.Fx;

/** The search of a terminal, what is asked before it is done, prompts and input methods. */
@Timeout(60)
class TerminalPaneTest {
  @RegisterExtension private final Shown shown = new Shown();
  private final FxRobot robot = Fx.robot();

  private String hits() {
    return Fx.call(() -> ((Label) shown.pane().lookup("#terminal-hits")).getText());
  }

  private List<Overlay.Hit> marked(int row) {
    TerminalSkin skin = (TerminalSkin) shown.view().getSkin();
    return Fx.call(() -> skin.shown().overlay(row).hits());
  }

  @Test
  void allHitsAreMarkedAndCountedAlsoThoseThatLeftTheScreen() {
    shown.show();
    for (int i = 0; i < 300; i++) {
      shown.write("line " + i + (i % 100 == 7 ? " a Needle\r\n" : "\r\n"));
    }
    shown.untilShown("line 299");
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
    robot.write("needle");
    Fx.until(() -> hits().contains("3"));
    robot.type(KeyCode.ENTER);
    Fx.until(() -> shown.text().contains("Needle"));
    Fx.until(() -> hits().contains("of 3"));
    int row = shown.text().lines().toList().indexOf("line 207 a Needle");
    int first = shown.text().lines().toList().indexOf("line 7 a Needle");
    int at = Math.max(row, first);
    assertThat(marked(at)).singleElement().satisfies(hit -> assertThat(hit.current()).isTrue());
    shown.write("one more needle\r\n");
    Fx.until(() -> hits().contains("of 4"));
    robot.type(KeyCode.ESCAPE);
    Fx.until(() -> marked(at).isEmpty());
    assertThat(Fx.call(() -> shown.view().isFocused())).isTrue();
    assertThat(shown.sent()).isEmpty();
  }

  @Test
  void hitsInLinesThatWereDroppedAreNotCountedAndNotGoneTo() {
    shown.show();
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
    robot.write("needle");
    shown.write("needle 0\r\nneedle 1\r\n");
    Fx.until(() -> hits().startsWith("2 "));
    shown.write("line\r\n".repeat(Shown.SCROLLBACK / 2) + "needle 2\r\n");
    Fx.until(() -> hits().startsWith("3 "));
    shown.write("line\r\n".repeat(Shown.SCROLLBACK * 3 / 4) + "end");
    Fx.until(() -> hits().startsWith("1 "));
    robot.type(KeyCode.ENTER);
    Fx.until(() -> shown.text().contains("needle 2"));
    Fx.until(() -> hits().contains("1 of 1"));
    robot.type(KeyCode.ENTER);
    Fx.until(() -> shown.text().contains("needle 2"));
  }

  @Test
  void aHitOverTwoRowsIsMarkedInBoth() {
    shown.show();
    int columns = Fx.call(() -> shown.view().sizeProperty().get().columns());
    shown.write(" ".repeat(columns - 3) + "needle");
    shown.untilShown("needle".substring(3));
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
    robot.write("NEEDLE");
    Fx.until(() -> !marked(0).isEmpty() && !marked(1).isEmpty());
    assertThat(marked(0).getFirst().columns()).isEqualTo(new Overlay.Range(columns - 3, columns));
    assertThat(marked(1).getFirst().columns()).isEqualTo(new Overlay.Range(0, 3));
  }

  private String question() {
    return Fx.call(() -> ((Labeled) shown.pane().lookup("#terminal-question .label")).getText());
  }

  private boolean isAsked() {
    return Fx.call(() -> shown.pane().lookup("#terminal-question").isVisible());
  }

  @Test
  void severalLinesArePastedWhenTheUserSaysSo() {
    shown.show();
    Fx.run(() -> Shown.put("rm -r \033[2Jx\nls\n"));
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.V);
    Fx.until(this::isAsked);
    assertThat(question()).startsWith("2 lines").contains("rm -r \\x1b[2Jx");
    robot.type(KeyCode.ESCAPE);
    Fx.until(() -> !isAsked());
    assertThat(shown.sent()).isEmpty();
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.V);
    Fx.until(this::isAsked);
    robot.clickOn("Paste");
    shown.untilSent("rm -r [2Jx\rls\r");
    assertThat(Fx.call(() -> shown.view().isFocused())).isTrue();
  }

  @Test
  void aKeyThatWasMeantForTheProgramDoesNotAllow() {
    shown.show();
    Fx.run(() -> Shown.put("a\nb"));
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.V);
    Fx.until(this::isAsked);
    robot.type(KeyCode.SPACE);
    Fx.until(() -> !isAsked());
    assertThat(shown.sent()).isEmpty();
  }

  @Test
  void theClipboardIsTheProgramsOnlyWhenTheUserSaysSo() {
    Fx.run(() -> Shown.put("mine"));
    shown.show().write("\033]52;c;c2VjcmV0\007");
    Fx.until(this::isAsked);
    assertThat(question()).contains("6 characters", "secret");
    assertThat(Fx.call(() -> Clipboard.getSystemClipboard().getString())).isEqualTo("mine");
    robot.clickOn("Allow");
    Fx.until(() -> "secret".equals(Clipboard.getSystemClipboard().getString()));
  }

  @Test
  void aProgramTakesNoKeysFromElsewhereToAsk() {
    shown.show();
    Fx.run(() -> shown.pane().requestFocus());
    shown.write("\033]52;c;c2VjcmV0\007");
    Fx.until(this::isAsked);
    assertThat(Fx.call(() -> shown.pane().isFocused())).isTrue();
  }

  @Test
  void aProgramCannotPutItsQuestionInThePlaceOfAnother() {
    shown.show();
    Fx.run(() -> Shown.put("a\nb"));
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.V);
    Fx.until(this::isAsked);
    shown.write("\033]52;c;c2VjcmV0\007end");
    shown.untilShown("end");
    assertThat(question()).startsWith("2 lines");
    robot.clickOn("Paste");
    shown.untilSent("a\rb");
    assertThat(isAsked()).isFalse();
    shown.write("\033]52;c;c2VjcmV0\007");
    Fx.until(this::isAsked);
    assertThat(question()).contains("secret");
  }

  @Test
  void oneGoesFromPromptToPrompt() {
    shown.show();
    for (int i = 0; i < 5; i++) {
      shown.write("\033]133;A\007prompt " + i + "$ command\r\n");
      shown.write("output\r\n".repeat(40));
    }
    shown.write("end");
    shown.untilShown("end");
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.UP);
    Fx.until(() -> shown.text().startsWith("prompt 4$"));
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.UP);
    Fx.until(() -> shown.text().startsWith("prompt 3$"));
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.DOWN);
    Fx.until(() -> shown.text().startsWith("prompt 4$"));
    assertThat(shown.sent()).isEmpty();
  }

  @Test
  void whatAnInputMethodMakesIsShownAndThenSent() {
    shown.show().write("ab");
    shown.untilShown("ab");
    compose(List.of(new InputMethodTextRun("にほ", InputMethodHighlight.UNSELECTED_RAW)), "");
    Label composed = Fx.call(() -> (Label) shown.view().lookup(".terminal-composed"));
    assertThat(Fx.call(composed::isVisible)).isTrue();
    assertThat(Fx.call(composed::getText)).isEqualTo("にほ");
    assertThat(Fx.call(composed::getLayoutX)).isGreaterThan(10);
    assertThat(shown.sent()).isEmpty();
    compose(List.of(), "日本");
    shown.untilSent("日本");
    assertThat(Fx.call(composed::isVisible)).isFalse();
  }

  private void compose(List<InputMethodTextRun> runs, String committed) {
    Fx.run(
        () ->
            shown
                .view()
                .fireEvent(
                    new InputMethodEvent(
                        InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, runs, committed, 0)));
  }
}
