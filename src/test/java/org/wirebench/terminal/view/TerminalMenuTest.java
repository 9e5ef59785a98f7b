package org.wirebench.terminal.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.wirebench.testkit.Fx;

/** The context menu of a terminal, with the keyboard and the mouse. */
@Timeout(60)
class TerminalMenuTest {
  @RegisterExtension private final Shown shown = new Shown();
  private final FxRobot robot = Fx.robot();

  private boolean isShowing() {
    return Fx.call(() -> shown.view().getContextMenu().isShowing());
  }

  private void untilShowing(boolean showing) {
    Fx.until(() -> shown.view().getContextMenu().isShowing() == showing);
  }

  /** The texts of the menu, and whether they can be chosen. */
  private Map<String, Boolean> items() {
    return Fx.call(
        () ->
            shown.view().getContextMenu().getItems().stream()
                .filter(it -> it.getText() != null)
                .collect(Collectors.toMap(MenuItem::getText, it -> !it.isDisable())));
  }

  private void choose(String text) {
    untilShowing(true);
    robot.clickOn(text);
    untilShowing(false);
  }

  private void rightClick(int row, int column) {
    robot.moveTo(shown.at(row, column)).clickOn(MouseButton.SECONDARY);
  }

  @Test
  void itsKeysOpenItAndReachNoProgram() {
    shown.show();
    robot.push(KeyCode.CONTEXT_MENU);
    untilShowing(true);
    robot.push(KeyCode.ESCAPE);
    untilShowing(false);
    robot.push(KeyCode.SHIFT, KeyCode.F10);
    untilShowing(true);
    robot.push(KeyCode.ESCAPE);
    untilShowing(false);
    robot.type(KeyCode.X);
    shown.untilSent("x");
  }

  @Test
  void whatDoesNothingCannotBeChosen() {
    shown.show().write("word");
    shown.untilShown("word");
    Fx.run(() -> Shown.put("text"));
    rightClick(3, 3);
    untilShowing(true);
    assertThat(items())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "Copy", false,
                "Copy as HTML", false,
                "Paste", true,
                "Go to the links", false,
                "Select all", true,
                "Larger", true,
                "Smaller", true,
                "Usual size", false));
    choose("Select all");
    rightClick(3, 3);
    untilShowing(true);
    assertThat(items()).containsEntry("Copy", true).containsEntry("Copy as HTML", true);
    choose("Copy as HTML");
    Fx.until(() -> Clipboard.getSystemClipboard().hasHtml());
    Fx.run(() -> shown.view().disconnect());
    rightClick(3, 3);
    untilShowing(true);
    assertThat(items()).containsEntry("Paste", false);
    robot.push(KeyCode.ESCAPE);
    untilShowing(false);
  }

  @Test
  void copyAndPasteAreThoseOfTheKeys() {
    shown.show().write("word");
    shown.untilShown("word");
    robot.moveTo(shown.at(0, 1)).doubleClickOn(MouseButton.PRIMARY);
    rightClick(0, 1);
    choose("Copy");
    Fx.until(() -> "word".equals(Clipboard.getSystemClipboard().getString()));
    rightClick(0, 1);
    choose("Paste");
    shown.untilSent("word");
  }

  @Test
  void sizesAreChosen() {
    shown.show();
    rightClick(2, 2);
    choose("Larger");
    assertThat(Fx.call(() -> shown.view().zoomProperty().get())).isGreaterThan(1);
    rightClick(2, 2);
    choose("Usual size");
    assertThat(Fx.call(() -> shown.view().zoomProperty().get())).isEqualTo(1);
    rightClick(2, 2);
    choose("Smaller");
    assertThat(Fx.call(() -> shown.view().zoomProperty().get())).isLessThan(1);
    Fx.run(() -> shown.view().looks().zoomBy(0.001));
    rightClick(2, 2);
    untilShowing(true);
    assertThat(items()).containsEntry("Smaller", false).containsEntry("Larger", true);
    robot.push(KeyCode.ESCAPE);
    untilShowing(false);
  }

  @Test
  void aLinkIsOpenedAndItsAddressCopied() {
    List<String> opened = new ArrayList<>();
    shown.show().write("\033]8;;https://evil.test/\033\\text\033]8;;\033\\\r\n");
    shown.write("\033]8;;javascript:alert(1)\u200B\033\\script\033]8;;\033\\");
    shown.untilShown("script");
    rightClick(0, 1);
    untilShowing(true);
    assertThat(items()).containsEntry("Open link", false);
    robot.push(KeyCode.ESCAPE);
    untilShowing(false);
    Fx.run(() -> shown.view().setOnOpen(opened::add));
    rightClick(0, 1);
    untilShowing(true);
    robot.moveTo("Open link");
    Fx.settle();
    Label label = (Label) shown.view().lookup("#terminal-link");
    assertThat(Fx.call(label::isVisible)).isTrue();
    assertThat(Fx.call(label::getText)).isEqualTo("https://evil.test/");
    choose("Open link");
    assertThat(opened).containsExactly("https://evil.test/");
    rightClick(1, 1);
    untilShowing(true);
    assertThat(items()).containsEntry("Open link", false);
    choose("Copy link address");
    Fx.until(() -> Clipboard.getSystemClipboard().getString().startsWith("javascript:alert(1)"));
    assertThat(Fx.call(() -> Clipboard.getSystemClipboard().getString())).doesNotContain("\u200B");
  }

  @Test
  void aProgramThatTakesTheMouseGetsTheRightClickUnlessShiftIsHeld() {
    shown.show().write("\033[?1000h\033[?1006hready");
    shown.untilShown("ready");
    rightClick(2, 4);
    shown.untilSent("\033[<2;5;3M\033[<2;5;3m");
    assertThat(isShowing()).isFalse();
    Point2D at = shown.at(2, 4);
    shown.click(MouseButton.SECONDARY, at, KeyCode.SHIFT);
    Fx.run(() -> shown.view().fireEvent(asked(at)));
    untilShowing(true);
    assertThat(shown.sent()).isEmpty();
    robot.push(KeyCode.ESCAPE);
    untilShowing(false);
  }

  private ContextMenuEvent asked(Point2D at) {
    Point2D inside = shown.view().screenToLocal(at);
    return new ContextMenuEvent(
        ContextMenuEvent.CONTEXT_MENU_REQUESTED,
        inside.getX(),
        inside.getY(),
        at.getX(),
        at.getY(),
        false,
        null);
  }

  @Test
  void itsKeysAreNotThoseOfTheWholeWindow() {
    shown.show();
    rightClick(2, 2);
    untilShowing(true);
    robot.push(KeyCode.ESCAPE);
    untilShowing(false);
    Fx.run(() -> Shown.put("dangerous"));
    Fx.run(() -> shown.view().getParent().requestFocus());
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.V);
    Fx.run(() -> shown.view().requestFocus());
    robot.type(KeyCode.X);
    shown.untilSent("x");
  }
}
