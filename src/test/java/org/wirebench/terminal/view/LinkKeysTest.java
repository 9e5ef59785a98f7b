package org.wirebench.terminal.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.wirebench.testkit.Fx;

/** The links of a terminal, with the keyboard of a user. */
@Timeout(60)
class LinkKeysTest {
  @RegisterExtension private final Shown shown = new Shown();
  private final FxRobot robot = Fx.robot();
  private final List<String> opened = new ArrayList<>();

  private void show(String text) {
    shown.show(opened);
    shown.write(text + "\r\nend");
    shown.untilShown("end");
  }

  /** The columns of a row that are underlined, when the next frame was drawn. */
  private Overlay.Range underlined(int row) {
    Fx.settle();
    return shown.underlined(row);
  }

  private void begin() {
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O);
  }

  @Test
  void keysGoFromLinkToLinkAndOpenOne() {
    show("a http://x.test/1 b: mailto:me@x.test\r\n" + Shown.link("https://y.test/", "made"));
    begin();
    assertThat(shown.link()).isEqualTo("https://y.test/");
    assertThat(underlined(1)).isEqualTo(new Overlay.Range(0, 4));
    robot.type(KeyCode.TAB);
    assertThat(shown.link()).isEqualTo("http://x.test/1");
    assertThat(underlined(0)).isEqualTo(new Overlay.Range(2, 17));
    assertThat(underlined(1).isEmpty()).isTrue();
    robot.type(KeyCode.DOWN);
    assertThat(shown.link()).isEqualTo("mailto:me@x.test");
    robot.push(KeyCode.SHIFT, KeyCode.TAB).type(KeyCode.UP);
    assertThat(shown.link()).isEqualTo("https://y.test/");
    begin();
    assertThat(shown.link()).isEqualTo("http://x.test/1");
    assertThat(opened).isEmpty();
    robot.type(KeyCode.ENTER);
    assertThat(opened).containsExactly("http://x.test/1");
    assertThat(shown.link()).isEmpty();
    assertThat(Fx.call(() -> shown.view().isFocused())).isTrue();
    assertThat(shown.sent()).isEmpty();
  }

  @Test
  void escapeLeavesAndOtherKeysAreTheProgramsAgain() {
    show("http://x.test/1 http://x.test/1");
    begin();
    assertThat(underlined(0)).isEqualTo(new Overlay.Range(16, 31));
    robot.type(KeyCode.LEFT);
    assertThat(underlined(0)).isEqualTo(new Overlay.Range(0, 15));
    robot.type(KeyCode.ESCAPE);
    assertThat(shown.link()).isEmpty();
    assertThat(shown.sent()).isEmpty();
    robot.type(KeyCode.ESCAPE);
    shown.untilSent("\033");
    begin();
    robot.type(KeyCode.X);
    shown.untilSent("x");
    assertThat(shown.link()).isEmpty();
    robot.type(KeyCode.ENTER);
    shown.untilSent("\r");
    assertThat(opened).isEmpty();
  }

  @Test
  void anAddressOverTwoRowsIsOneStop() {
    shown.show();
    int columns = Fx.call(() -> shown.view().sizeProperty().get().columns());
    shown.write(" ".repeat(columns - 6) + "https://x.test/ end");
    shown.untilShown("end");
    begin();
    assertThat(shown.link()).isEqualTo("https://x.test/");
    assertThat(underlined(0)).isEqualTo(new Overlay.Range(columns - 6, columns));
    robot.type(KeyCode.TAB);
    assertThat(underlined(1)).isEqualTo(new Overlay.Range(0, 9));
  }

  @Test
  void anAddressThatIsOverwrittenIsNotOpened() {
    show(Shown.link("https://good.test/", "link"));
    begin();
    assertThat(shown.link()).isEqualTo("https://good.test/");
    shown.write("\033[H" + Shown.link("https://evil.test/", "link"));
    Fx.until(() -> shown.link().isEmpty());
    robot.type(KeyCode.ENTER);
    shown.untilSent("\r");
    assertThat(opened).isEmpty();
  }

  @Test
  void whatRunsSomethingIsShownAndNotOpened() {
    show(Shown.link("javascript:alert(1)", "script"));
    begin();
    assertThat(shown.link()).isEqualTo("javascript:alert(1)");
    robot.type(KeyCode.ENTER);
    assertThat(opened).isEmpty();
    assertThat(shown.sent()).isEmpty();
  }

  @Test
  void aScreenFullOfWhatLooksLikeLinksIsNoWork() {
    show("a:/".repeat(700));
    begin();
    assertThat(shown.link()).isEmpty();
    robot.type(KeyCode.TAB);
    shown.untilSent("\t");
  }

  @Test
  void theMenuBeginsItToo() {
    show("http://x.test/1");
    robot.moveTo(shown.at(4, 4)).clickOn(MouseButton.SECONDARY);
    Fx.until(() -> shown.view().getContextMenu().isShowing());
    robot.clickOn("Go to the links");
    Fx.until(() -> shown.link().equals("http://x.test/1"));
    robot.type(KeyCode.ENTER);
    assertThat(opened).containsExactly("http://x.test/1");
  }
}
