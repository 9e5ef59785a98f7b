package org.wirebench.terminal.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.wirebench.terminal.engine.ColorScheme;
import org.wirebench.testkit.Fx;

/** Links that programs make or write, with the mouse of a user. */
@Timeout(60)
class TerminalLinksTest {
  @RegisterExtension private final Shown shown = new Shown();
  private final FxRobot robot = Fx.robot();
  private final List<String> opened = new ArrayList<>();

  private void hover(int row, int column) {
    robot.moveTo(shown.at(row, column));
    Fx.settle();
  }

  private void click(Point2D at, KeyCode... held) {
    shown.click(MouseButton.PRIMARY, at, held);
  }

  @Test
  void anAddressInTheTextIsUnderlinedAndShownAndOpenedWithCtrl() {
    shown.show(opened);
    shown.write("see (http://x.test/a), now");
    shown.untilShown("now");
    hover(0, 10);
    Fx.until(() -> shown.underlined(0).equals(new Overlay.Range(5, 20)));
    assertThat(shown.link()).isEqualTo("http://x.test/a");
    assertThat(Fx.call(() -> shown.view().getCursor())).isEqualTo(Cursor.HAND);
    robot.clickOn(MouseButton.PRIMARY);
    assertThat(opened).isEmpty();
    click(shown.at(0, 10), KeyCode.CONTROL);
    assertThat(opened).containsExactly("http://x.test/a");
    hover(0, 22);
    Fx.until(() -> shown.underlined(0).isEmpty());
    assertThat(shown.link()).isEmpty();
    assertThat(Fx.call(() -> shown.view().getCursor())).isNull();
    click(shown.at(0, 22), KeyCode.CONTROL);
    assertThat(opened).hasSize(1);
    assertThat(shown.sent()).isEmpty();
  }

  @Test
  void anAddressOverSeveralRowsIsOne() {
    shown.show(opened);
    int columns = shown.view().sizeProperty().get().columns();
    String address = "https://x.test/" + "y".repeat(columns * 2 - 15);
    shown.write("a " + address + " end");
    shown.untilShown("end");
    hover(1, 5);
    Fx.until(() -> shown.underlined(2).equals(new Overlay.Range(0, 2)));
    assertThat(shown.underlined(0)).isEqualTo(new Overlay.Range(2, columns));
    assertThat(shown.underlined(1)).isEqualTo(new Overlay.Range(0, columns));
    hover(2, 1);
    click(shown.at(2, 1), KeyCode.CONTROL);
    assertThat(opened).containsExactly(address);
  }

  @Test
  void ofALinkTheRealAddressIsShownInAllOfItsPlaces() {
    shown.show(opened);
    String other = Shown.link("https://other.test/", "other");
    shown.write(
        Shown.linkWith("id=1", "https://evil.test/", "https://bank.test/")
            + other
            + "\r\nplain\r\n");
    shown.write("and " + Shown.linkWith("id=1", "https://evil.test/", "here"));
    shown.untilShown("here");
    hover(0, 4);
    Fx.until(() -> shown.underlined(0).equals(new Overlay.Range(0, 18)));
    assertThat(shown.underlined(1).isEmpty()).isTrue();
    assertThat(shown.underlined(2)).isEqualTo(new Overlay.Range(4, 8));
    assertThat(shown.link()).isEqualTo("https://evil.test/");
    hover(0, 19);
    Fx.until(() -> shown.underlined(0).equals(new Overlay.Range(18, 23)));
    assertThat(shown.link()).isEqualTo("https://other.test/");
    hover(2, 5);
    click(shown.at(2, 5), KeyCode.CONTROL);
    assertThat(opened).containsExactly("https://evil.test/");
  }

  @Test
  void aHostBehindANameIsSeenFirst() {
    shown.show(opened);
    String name = "bank.test" + "-".repeat(400);
    shown.write(Shown.link("https://" + name + "@evil.test/", "bank"));
    shown.untilShown("bank");
    hover(0, 1);
    Fx.until(() -> shown.link().startsWith("To evil.test: https://bank.test---"));
    assertThat(shown.link()).hasSizeLessThan(330).endsWith("…");
  }

  @Test
  void whatHidesOrRunsSomethingIsShownAndNotOpened() {
    shown.show(opened);
    List<String> addresses =
        List.of(
            "javascript:alert(1)",
            "file:///etc/passwd",
            "https://x.test/\u202Egpj.exe",
            "https://x.test/\u200By",
            "https://x.test/ -o y",
            " https://x.test/");
    for (String address : addresses) {
      shown.write("\033[2J\033[H" + Shown.link(address, "link" + addresses.indexOf(address)));
      shown.untilShown("link" + addresses.indexOf(address));
      hover(3, 3);
      hover(0, 2);
      Fx.until(() -> !shown.link().isEmpty());
      assertThat(shown.link()).doesNotContain("\u202E", "\u200B");
      assertThat(Fx.call(() -> shown.view().getCursor())).isNull();
      click(shown.at(0, 2), KeyCode.CONTROL);
    }
    assertThat(opened).isEmpty();
  }

  @Test
  void controlCharactersOfAnAddressAreNeverHandedOn() {
    shown.show(opened);
    shown.write(Shown.link("https://x.test/\r\n\001\tb", "link"));
    shown.untilShown("link");
    hover(0, 2);
    click(shown.at(0, 2), KeyCode.CONTROL);
    assertThat(opened).allMatch(it -> it.chars().allMatch(c -> c > ' '));
    assertThat(shown.link().chars().allMatch(c -> c >= ' ')).isTrue();
  }

  @Test
  void anotherAddressThatComesBelowTheMouseIsShownBeforeItIsOpened() {
    shown.show(opened);
    shown.write(Shown.link("https://good.test/", "link"));
    shown.untilShown("link");
    hover(0, 2);
    Fx.until(() -> shown.link().equals("https://good.test/"));
    shown.write("\r" + Shown.link("https://evil.test/", "link"));
    Fx.until(() -> shown.link().isEmpty());
    click(shown.at(0, 2), KeyCode.CONTROL);
    assertThat(opened).isEmpty();
    assertThat(shown.link()).isEqualTo("https://evil.test/");
    click(shown.at(0, 2), KeyCode.CONTROL);
    assertThat(opened).containsExactly("https://evil.test/");
  }

  @Test
  void aProgramThatTakesTheMouseGetsTheClickUnlessShiftIsHeld() {
    shown.show(opened);
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
  void aLinkIsShownOnWhenAllIsDrawnAnew() {
    shown.show(opened);
    shown.write("http://x.test/");
    shown.untilShown("x.test");
    hover(0, 2);
    Fx.until(() -> shown.link().equals("http://x.test/"));
    Fx.run(() -> shown.view().schemeProperty().set(ColorScheme.DEFAULT));
    Fx.settle();
    assertThat(shown.link()).isEqualTo("http://x.test/");
  }

  @Test
  void whereNobodyOpensLinksTheyAreOnlyShown() {
    shown.show().write("http://x.test/");
    shown.untilShown("x.test");
    hover(0, 2);
    Fx.until(() -> shown.link().equals("http://x.test/"));
    assertThat(Fx.call(() -> shown.view().getCursor())).isNull();
    click(shown.at(0, 2), KeyCode.CONTROL);
    assertThat(shown.sent()).isEmpty();
  }

  @Test
  void theLabelStandsNotOnTheLinkItself() {
    shown.show(opened);
    shown.write("\033[999;1Hhttp://x.test/");
    shown.untilShown("x.test");
    hover(shown.view().sizeProperty().get().rows() - 1, 2);
    Fx.until(() -> !shown.link().isEmpty());
    assertThat(Fx.call(() -> shown.view().lookup("#terminal-link").getLayoutY())).isZero();
  }

  @Test
  void aVeryLongLineOfAddressesIsNone() {
    shown.show(opened);
    String piece = "http://".repeat(1000);
    for (int i = 0; i < 150; i++) {
      shown.write(piece);
    }
    shown.write("\r\nhttp://x.test/ end");
    shown.untilShown("end");
    hover(3, 20);
    assertThat(shown.link()).isEmpty();
    int row = (int) shown.text().lines().count() - 1;
    hover(row, 3);
    Fx.until(() -> shown.link().equals("http://x.test/"));
  }
}
