package org.wirebench.terminal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes, the terminal stands, and takes no more room than it has. */
class HostileTest {
  private static final int ROUNDS = 60;
  private static final byte[] LIKELY =
      "\033\033[[];:?>$\"'!012345679ABCDHJKLMPSTXbhlmnqrstu @\007\b\t\n\r\016\017#%(0PX^_\\"
          .getBytes(java.nio.charset.StandardCharsets.US_ASCII);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void randomBytesOfAnyKindAreTaken(long seed) {
    Random random = new Random(seed);
    Vt vt = new Vt(5, 10, 200);
    byte[] bytes = new byte[4096];
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] =
            random.nextInt(4) == 0
                ? (byte) random.nextInt(256)
                : LIKELY[random.nextInt(LIKELY.length)];
      }
      vt.terminal.feed(bytes, 0, bytes.length);
      vt.terminal.resize(1 + random.nextInt(20), 1 + random.nextInt(30));
      assertThat(vt.view().cursorRow()).isBetween(0, vt.view().rows() - 1);
      assertThat(vt.view().cursorColumn()).isBetween(0, vt.view().columns() - 1);
      isWhole(vt.view());
      vt.scrollback();
    }
  }

  /** No half of a wide character stands alone. */
  private static void isWhole(ScreenView view) {
    for (int row = 0; row < view.rows(); row++) {
      for (int column = 0; column < view.columns(); column++) {
        boolean right = view.width(row, column) == 0;
        boolean left = column > 0 && view.width(row, column - 1) == 2;
        assertThat(right).as("%d,%d", row, column).isEqualTo(left);
      }
    }
  }

  @Test
  void stringsWithoutEndAreLeftOutAndEndAllTheSame() {
    Vt vt = new Vt(2, 20);
    String much = "x".repeat(1 << 16);
    for (String begin : new String[] {"^[]0;", "^[P$q", "^[_", "^[X", "^[]52;c;"}) {
      vt.feed(begin);
      for (int i = 0; i < 20; i++) {
        vt.feed(much);
      }
      vt.feed("^[\\");
    }
    assertThat(vt.titles).isEmpty();
    assertThat(vt.clipboards).isEmpty();
    assertThat(vt.feed("still here").rows()).containsExactly("still here");
  }

  @Test
  void questionsThatAreLongerThanAnyAreLeftOut() {
    Vt vt = new Vt(2, 20).feed("^[P$q" + "x".repeat(Parser.LONGEST_DEVICE_STRING + 1) + "^[\\");
    assertThat(vt.answered()).isEmpty();
    vt.feed("^[P$q" + "x".repeat(Parser.LONGEST_DEVICE_STRING) + "^[\\");
    assertThat(vt.answered()).isEqualTo("^[P0$r^[\\");
  }

  @Test
  void hugeNumbersAreOnlyLarge() {
    Vt vt = new Vt(3, 5);
    String huge = "9".repeat(100);
    for (char last : "ABCDEFGHIJKLMPSTXZ`abdefgrst@".toCharArray()) {
      vt.feed("ab^[[" + huge + last + "^[[" + huge + ";" + huge + last);
    }
    vt.feed("^[[" + "1;".repeat(1000) + "m^[[" + "4:".repeat(1000) + "m^[[" + huge + "^[c");
    assertThat(vt.feed("fine").rows()).containsExactly("fine");
  }

  @Test
  void marksWithoutEndStayInTheirCell() {
    Vt vt = new Vt(2, 5).feed("a" + "\u0301".repeat(100_000) + "b");
    assertThat(vt.view().cell(0, 0)).hasSizeLessThanOrEqualTo(Clusters.LONGEST + 1);
    assertThat(vt.view().cell(0, 1)).isEqualTo("b");
  }

  @Test
  void aMarkAfterAnotherSizeFindsNoCharacterThatIsCutOff() {
    Vt vt = new Vt(2, 10).feed("^[[?1049h123456789");
    vt.terminal.resize(2, 4);
    assertThat(vt.feed("\u0301").rows().getFirst()).hasSizeBetween(4, 5).startsWith("12");
  }

  @Test
  void aRowOfWideCharactersThatComesToTheCursorHasRoomForIt() {
    Vt vt = new Vt(2, 40).feed("^[#6^[[2;33H^[[Tx");
    assertThat(vt.view().cell(1, 19)).isEqualTo("x");
    vt = new Vt(2, 40).feed("^[#6^[[2;33H^[[T漢");
    assertThat(vt.cursor()).isEqualTo("1,2");
  }

  @Test
  void clustersThatNobodySeesAnyMoreAreForgotten() {
    Vt vt = new Vt(3, 10, 100);
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < 30_000; i++) {
      all.append((char) ('a' + i % 26))
          .appendCodePoint(0x300 + i % 100)
          .appendCodePoint(0x300 + i / 100 % 100);
    }
    vt.feed(all.toString());
    assertThat(vt.view().clusters()).isLessThan(10_000);
    assertThat(vt.view().cell(0, 0)).hasSize(3);
  }

  @Test
  void linksThatAreManyMakeTheOldestGo() {
    Vt vt = new Vt(2, 5);
    for (int i = 0; i < 3000; i++) {
      vt.feed("^[]8;;http://" + i + "/" + "y".repeat(3000) + "\007" + (i == 0 ? "first" : ""));
    }
    vt.feed("z");
    assertThat(vt.view().link(0, 0)).isEmpty();
    assertThat(vt.view().link(1, 0)).hasValueSatisfying(link -> assertThat(link).contains("2999"));
  }

  @Test
  void theScrollbackKeepsToItsLimit() {
    Vt vt = new Vt(2, 10, 50);
    for (int i = 0; i < 1000; i++) {
      vt.feed(i + "\r\n");
    }
    assertThat(vt.scrollback()).hasSize(50).endsWith("998").startsWith("949");
    assertThat(new Vt(2, 10, 0).feed("a\r\nb\r\nc").view().scrollback()).isZero();
    // A line that never ends is kept in parts.
    vt.feed("w".repeat(100_000));
    assertThat(vt.view().scrollback()).isLessThanOrEqualTo(50 * 4200 / 10);
  }
}
