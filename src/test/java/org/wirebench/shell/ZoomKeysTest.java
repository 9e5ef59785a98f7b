package org.wirebench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

/** The keys for the size of the text, on the keyboards of many countries. */
class ZoomKeysTest {
  private static KeyEvent control(KeyCode code, boolean shift) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, true, false, false);
  }

  private static boolean matches(KeyCombination keys, KeyCode... codes) {
    return Stream.of(codes).allMatch(code -> keys.match(control(code, false)));
  }

  @Test
  void plusAndMinusAndNumbersAreWhereTheyAre() {
    assertThat(matches(Keys.LARGER, KeyCode.EQUALS, KeyCode.PLUS, KeyCode.ADD)).isTrue();
    assertThat(Keys.LARGER.match(control(KeyCode.EQUALS, true))).isTrue();
    assertThat(matches(Keys.SMALLER, KeyCode.MINUS, KeyCode.SUBTRACT)).isTrue();
    assertThat(matches(Keys.NORMAL, KeyCode.DIGIT0, KeyCode.NUMPAD0)).isTrue();
    assertThat(Keys.LARGER.getDisplayText()).isEqualTo("Ctrl+=");
  }

  /** Else they change a tab only where something below has a use for them. */
  @Test
  void thePageKeysGoFromTabToTabLikeTheTabKey() {
    assertThat(matches(Keys.NEXT_TAB, KeyCode.TAB, KeyCode.PAGE_DOWN)).isTrue();
    assertThat(Keys.PREVIOUS_TAB.match(control(KeyCode.TAB, true))).isTrue();
    assertThat(matches(Keys.PREVIOUS_TAB, KeyCode.PAGE_UP)).isTrue();
    assertThat(Keys.NEXT_TAB.getDisplayText()).isEqualTo("Ctrl+Tab");
  }
}
