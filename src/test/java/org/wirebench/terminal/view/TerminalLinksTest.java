package org.wirebench.terminal.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.wirebench.testkit.Fx;

/** Links that programs make or write, with the mouse of a user. */
@Timeout(60)
class TerminalLinksTest {
  @RegisterExtension private final Shown shown = new Shown();
  private final FxRobot robot = Fx.robot();
  private final List<String> opened = new ArrayList<>();

  private void showWithOpener() {
    shown.show();
    Fx.run(() -> shown.view().setOnOpen(opened::add));
  }

  private static String link(String parameters, String address, String text) {
    return "\033]8;" + parameters + ";" + address + "\033\\" + text + "\033]8;;\033\\";
  }

  /** What the label says; empty while it is not seen. */
  private String label() {
    return Fx.call(
        () -> {
          Label label = (Label) shown.view().lookup("#terminal-link");
          return label.isVisible() ? label.getText() : "";
        });
  }

  /** The columns of a row that are underlined now. */
  private Overlay.Range underlined(int row) {
    return Fx.call(() -> ((TerminalSkin) shown.view().getSkin()).shown().overlay(row).link());
  }

  private void hover(int row, int column) {
    robot.moveTo(shown.at(row, column));
    Fx.settle();
  }

  private void click(Point2D at, KeyCode... held) {
    shown.click(MouseButton.PRIMARY, at, held);
  }

  @Test
  void anAddressInTheTextIsUnderlinedAndShownAndOpenedWithCtrl() {
    showWithOpener();
    shown.write("see (http://x.test/a), now");
    shown.untilShown("now");
    hover(0, 10);
    Fx.until(() -> underlined(0).equals(new Overlay.Range(5, 20)));
    assertThat(label()).isEqualTo("http://x.test/a");
    assertThat(Fx.call(() -> shown.view().getCursor())).isEqualTo(Cursor.HAND);
    robot.clickOn(MouseButton.PRIMARY);
    assertThat(opened).isEmpty();
    click(shown.at(0, 10), KeyCode.CONTROL);
    assertThat(opened).containsExactly("http://x.test/a");
    hover(0, 22);
    Fx.until(() -> underlined(0).isEmpty());
    assertThat(label()).isEmpty();
    assertThat(Fx.call(() -> shown.view().getCursor())).isNull();
    click(shown.at(0, 22), KeyCode.CONTROL);
    assertThat(opened).hasSize(1);
    assertThat(shown.sent()).isEmpty();
  }

  @Test
  void anAddressOverSeveralRowsIsOne() {
    showWithOpener();
    int columns = shown.view().sizeProperty().get().columns();
    String address = "https://x.test/" + "y".repeat(columns * 2 - 15);
    shown.write("a " + address + " end");
    shown.untilShown("end");
    hover(1, 5);
    Fx.until(() -> underlined(2).equals(new Overlay.Range(0, 2)));
    assertThat(underlined(0)).isEqualTo(new Overlay.Range(2, columns));
    assertThat(underlined(1)).isEqualTo(new Overlay.Range(0, columns));
    hover(2, 1);
    click(shown.at(2, 1), KeyCode.CONTROL);
    assertThat(opened).containsExactly(address);
  }

  @Test
  void ofALinkTheRealAddressIsShownInAllOfItsPlaces() {
    showWithOpener();
    String other = link("", "https://other.test/", "other");
    shown.write(link("id=1", "https://evil.test/", "https://bank.test/") + other + "\r\nplain\r\n");
    shown.write("and " + link("id=1", "https://evil.test/", "here"));
    shown.untilShown("here");
    hover(0, 4);
    Fx.until(() -> underlined(0).equals(new Overlay.Range(0, 18)));
    assertThat(underlined(1).isEmpty()).isTrue();
    assertThat(underlined(2)).isEqualTo(new Overlay.Range(4, 8));
    assertThat(label()).isEqualTo("https://evil.test/");
    hover(0, 19);
    Fx.until(() -> underlined(0).equals(new Overlay.Range(18, 23)));
    assertThat(label()).isEqualTo("https://other.test/");
    hover(2, 5);
    click(shown.at(2, 5), KeyCode.CONTROL);
    assertThat(opened).containsExactly("https://evil.test/");
  }

  @Test
  void aHostBehindANameIsSeenFirst() {
    showWithOpener();
    String name = "bank.test" + "-".repeat(400);
    shown.write(link("", "https://" + name + "@evil.test/", "bank"));
    shown.untilShown("bank");
    hover(0, 1);
    Fx.until(() -> label().startsWith("To evil.test: https://bank.test---"));
    assertThat(label()).hasSizeLessThan(330).endsWith("…");
  }

  @Test
  void whatHidesOrRunsSomethingIsShownAndNotOpened() {
    showWithOpener();
    List<String> addresses =
        List.of(
            "javascript:alert(1)",
            "file:///etc/passwd",
            "https://x.test/\u202Egpj.exe",
            "https://x.test/\u200By",
            "https://x.test/ -o y",
            " https://x.test/");
    for (String address : addresses) {
      shown.write("\033[2J\033[H" + link("", address, "link" + addresses.indexOf(address)));
      shown.untilShown("link" + addresses.indexOf(address));
      hover(3, 3);
      hover(0, 2);
      Fx.until(() -> !label().isEmpty());
      assertThat(label()).doesNotContain("\u202E", "\u200B");
      assertThat(Fx.call(() -> shown.view().getCursor())).isNull();
      click(shown.at(0, 2), KeyCode.CONTROL);
    }
    assertThat(opened).isEmpty();
  }

  @Test
  void controlCharactersOfAnAddressAreNeverHandedOn() {
    showWithOpener();
    shown.write(link("", "https://x.test/\r\n\001\tb", "link"));
    shown.untilShown("link");
    hover(0, 2);
    click(shown.at(0, 2), KeyCode.CONTROL);
    assertThat(opened).allMatch(it -> it.chars().allMatch(c -> c > ' '));
    assertThat(label().chars().allMatch(c -> c >= ' ')).isTrue();
  }

  @Test
  void anotherAddressThatComesBelowTheMouseIsShownBeforeItIsOpened() {
    showWithOpener();
    shown.write(link("", "https://good.test/", "link"));
    shown.untilShown("link");
    hover(0, 2);
    Fx.until(() -> label().equals("https://good.test/"));
    shown.write("\r" + link("", "https://evil.test/", "link"));
    Fx.until(() -> label().isEmpty());
    click(shown.at(0, 2), KeyCode.CONTROL);
    assertThat(opened).isEmpty();
    assertThat(label()).isEqualTo("https://evil.test/");
    click(shown.at(0, 2), KeyCode.CONTROL);
    assertThat(opened).containsExactly("https://evil.test/");
  }

  @Test
  void aProgramThatTakesTheMouseGetsTheClickUnlessShiftIsHeld() {
    showWithOpener();
    shown.write("\033[?1000h\033[?1006hhttp://x.test/");
    shown.untilShown("x.test");
    hover(0, 2);
    click(shown.at(0, 2), KeyCode.CONTROL);
    shown.untilSent("\033[<16;3;1M\033[<16;3;1m");
    assertThat(opened).isEmpty();
    click(shown.at(0, 2), KeyCode.CONTROL, KeyCode.SHIFT);
    assertThat(opened).containsExactly("http://x.test/");
    assertThat(shown.sent()).isEmpty();
  }

  @Test
  void whereNobodyOpensLinksTheyAreOnlyShown() {
    shown.show().write("http://x.test/");
    shown.untilShown("x.test");
    hover(0, 2);
    Fx.until(() -> label().equals("http://x.test/"));
    assertThat(Fx.call(() -> shown.view().getCursor())).isNull();
    click(shown.at(0, 2), KeyCode.CONTROL);
    assertThat(shown.sent()).isEmpty();
  }

  @Test
  void theLabelStandsNotOnTheLinkItself() {
    showWithOpener();
    shown.write("\033[999;1Hhttp://x.test/");
    shown.untilShown("x.test");
    hover(shown.view().sizeProperty().get().rows() - 1, 2);
    Fx.until(() -> !label().isEmpty());
    assertThat(Fx.call(() -> shown.view().lookup("#terminal-link").getLayoutY())).isZero();
  }

  @Test
  void aVeryLongLineOfAddressesIsNone() {
    showWithOpener();
    String piece = "http://".repeat(1000);
    for (int i = 0; i < 150; i++) {
      shown.write(piece);
    }
    shown.write("\r\nhttp://x.test/ end");
    shown.untilShown("end");
    hover(3, 20);
    assertThat(label()).isEmpty();
    int row = (int) shown.text().lines().count() - 1;
    hover(row, 3);
    Fx.until(() -> label().equals("http://x.test/"));
  }
}
