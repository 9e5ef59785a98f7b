package org.wirebench.terminal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReflowTest {
  private static final String[] WORDS = {"a", "word", "漢字", "e\u0301", "🙂", "a longer one", " "};

  /** All that was written, a line as the program ended it. */
  private static String all(Vt vt) {
    StringBuilder text = new StringBuilder();
    ScreenView view = vt.view();
    for (int row = 0; row < view.scrollback(); row++) {
      text.append(view.scrollbackText(row)).append(view.scrollbackWraps(row) ? "" : "\n");
    }
    for (int row = 0; row < view.rows(); row++) {
      text.append(view.text(row)).append(view.wraps(row) ? "" : "\n");
    }
    return text.toString().stripTrailing();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void nothingIsLostOrAddedHoweverOftenTheSizeChanges(long seed) {
    Random random = new Random(seed);
    Vt vt = new Vt(6, 20, 5000);
    StringBuilder written = new StringBuilder();
    for (int line = 0; line < 60; line++) {
      StringBuilder text = new StringBuilder("" + line);
      for (int i = random.nextInt(20); i > 0; i--) {
        text.append(WORDS[random.nextInt(WORDS.length)]);
      }
      written.append(text).append(".\n");
      vt.feed(text + ".\r\n");
      vt.terminal.resize(2 + random.nextInt(12), 2 + random.nextInt(40));
    }
    assertThat(all(vt)).isEqualTo(written.toString().stripTrailing());
    assertThat(vt.view().cursorColumn()).isZero();
    String before = all(vt);
    vt.feed("$");
    assertThat(all(vt)).isEqualTo(before + "\n$");
  }

  @Test
  void oneColumnHasNoRoomForWideCharacters() {
    Vt vt = new Vt(4, 10, 100).feed("a漢\r\n字");
    vt.terminal.resize(4, 1);
    // Half of a character could be erased otherwise.
    vt.feed("^[[H^[[K\n\n\n\n\n\n");
    assertThat(vt.scrollback()).doesNotContain("漢", "字");
    vt.terminal.resize(4, 10);
    for (int row = 0; row < vt.view().rows(); row++) {
      assertThat(vt.view().width(row, 0)).isEqualTo(1);
    }
  }

  @Test
  void cellsThatAreSkippedBeforeAWideCharacterStayWhenItGoesToTheNextRow() {
    Vt vt = new Vt(3, 10, 100).feed("a^[[10G漢");
    Positions positions = vt.view().positions();
    assertThat(positions.find(positions.at(1, 0))).isEqualTo(new RowColumn(1, 0));
    assertThat(positions.find(positions.at(0, 8))).isEqualTo(new RowColumn(0, 8));
    vt.terminal.resize(3, 20);
    assertThat(vt.rows()).containsExactly("a" + " ".repeat(8) + "漢");
  }
}
