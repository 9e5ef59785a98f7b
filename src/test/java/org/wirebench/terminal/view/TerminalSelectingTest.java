package org.wirebench.terminal.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.wirebench.terminal.engine.Position;
import org.wirebench.terminal.engine.Terminal;
import org.wirebench.testkit.Fx;

/** What is selected where characters are wide, lines were dropped or the screen is another one. */
@Timeout(60)
class TerminalSelectingTest {
  @RegisterExtension private final Shown shown = new Shown();
  private final FxRobot robot = Fx.robot();

  private Selection selected() {
    return Fx.call(() -> shown.view().selection().property().get());
  }

  private void doubleClick(int row, int column) {
    robot.moveTo(shown.at(row, column)).doubleClickOn(MouseButton.PRIMARY);
  }

  @Test
  void aWordHasTheMarksOfItsLetters() {
    shown.show().write("a cafe\u0301s हिन्दी b");
    shown.untilShown("b");
    doubleClick(0, 3);
    assertThat(shown.copied()).isEqualTo("cafe\u0301s");
    doubleClick(0, 8);
    assertThat(shown.copied()).isEqualTo("हिन्दी");
  }

  @Test
  void aWideCharacterIsSelectedAsAWhole() {
    shown.show().write("漢字ab漢字");
    shown.untilShown("ab");
    robot.drag(shown.before(0, 3), MouseButton.PRIMARY).dropTo(shown.before(0, 7).add(3, 0));
    assertThat(selected().from().column()).isEqualTo(4);
    assertThat(selected().to().column()).isEqualTo(8);
    assertThat(shown.copied()).isEqualTo("ab漢");
    robot.drag(shown.at(0, 0).add(1, 0), MouseButton.PRIMARY).dropTo(shown.before(0, 4));
    assertThat(shown.copied()).isEqualTo("漢字");
  }

  @Test
  void inARowOfDoubleWidthTheCellBelowTheMouseIsMeant() {
    shown.show().write("\033#6ab word");
    shown.untilShown("word");
    doubleClick(0, 8);
    assertThat(shown.copied()).isEqualTo("word");
  }

  @Test
  void shiftTakesMoreWordsAndNoBlanksBehindThem() {
    shown.show().write("one two three");
    shown.untilShown("three");
    doubleClick(0, 5);
    shown.click(MouseButton.PRIMARY, shown.at(0, 1), KeyCode.SHIFT);
    assertThat(shown.copied()).isEqualTo("one two");
    shown.click(MouseButton.PRIMARY, shown.at(0, 10), KeyCode.SHIFT);
    assertThat(shown.copied()).isEqualTo("one two three");
  }

  @Test
  void whatWasDroppedIsNotCopied() {
    shown.show().write("needle in here\r\n");
    shown.untilShown("needle");
    doubleClick(0, 2);
    shown.write("another line\r\n".repeat(2 * Shown.SCROLLBACK) + "end");
    shown.untilShown("end");
    Fx.run(() -> Shown.put("nothing"));
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
    shown.untilJobs(1);
    assertThat(Fx.call(() -> Clipboard.getSystemClipboard().getString())).isEqualTo("nothing");
  }

  @Test
  void ofABlockWhoseBeginWasDroppedTheColumnsStay() {
    Terminal terminal = new Terminal(2, 20, 3, _ -> {});
    byte[] lines = "abcdefgh\r\n".repeat(9).getBytes(UTF_8);
    terminal.feed(lines, 0, lines.length);
    Selection.Mode block = Selection.Mode.BLOCK;
    Selection half = new Selection(block, new Position(0, 2), new Position(7, 5));
    assertThat(TerminalText.of(terminal, half)).isEqualTo("cde\ncde\ncde");
    Selection back = new Selection(block, new Position(7, 5), new Position(0, 2));
    assertThat(TerminalText.of(terminal, back)).isEqualTo("cde\ncde\ncde");
    Selection gone = new Selection(block, new Position(0, 2), new Position(1, 5));
    assertThat(TerminalText.of(terminal, gone)).isEmpty();
  }

  @Test
  void anotherScreenHasNothingOfItSelected() {
    shown.show().write("some words\r\n");
    shown.untilShown("words");
    doubleClick(0, 2);
    assertThat(selected()).isNotNull();
    shown.write("\033[?1049h\033[9Hpager");
    shown.untilShown("pager");
    assertThat(selected()).isNull();
    doubleClick(8, 2);
    assertThat(shown.copied()).isEqualTo("pager");
    shown.write("\033[?1049lend");
    shown.untilShown("end");
    assertThat(selected()).isNull();
  }
}
