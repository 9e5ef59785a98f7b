package org.wirebench.terminal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What xterm was seen to do, for builds that have none at hand: see docs/terminal.md. */
class LikeXtermTest {
  private static final long ON_BLUE = Style.withBackground(0, Style.indexed(4));
  private static final long ON_RED = Style.withBackground(0, Style.indexed(1));

  private static String keys(String stream) {
    return stream.replace("\\n", "\r\n").replace("\\b", "\b");
  }

  @ParameterizedTest
  @CsvSource({
    // The alternate screen is as it was left, unless 1047 left it or 1049 shows it.
    "2, ^[[?47hab^[[?47l^[[?1047h, ab, '0,2'",
    "2, ^[[?47hab^[[?1047l^[[?47h, '', '0,2'",
    "2, ^[[?47hab^[[?1049h, '', '0,2'",
    "2, ab^[[?1049h^[[?1049hcd^[[?1049l, ab, '0,2'",
    // SL, SR, DECIC and DECDC do nothing while the cursor is beside the margins.
    "3, ab\\nc^[[2;3r^[[ @, ab|c, '0,0'",
    "3, ab^[[1;2r^[[3;1H^[[ A, ab, '2,0'",
    "3, ab^[[2;3r^[[1;1H^[[ @^[[ A, ab, '0,0'",
    // They leave the next character to wrap.
    "2, ABCDEFGH^[['~, ABCDEFG, '0,7*'",
    "2, ABCDEFGH^[[ @, BCDEFGH, '0,7*'",
    "3, ^[[2;3rABCDEFGH^[[L^[[M, ABCDEFGH, '0,7*'",
    // DECLRMM that is set again keeps the margins.
    "2, ^[[?69h^[[2;4s^[[?69h^[[1;2Habcd, ' abc| d', '1,2'",
    "2, ^[[?69h^[[2;4s^[[?69l^[[1;2Habcd, ' abcd', '0,5'",
    // Nothing is inserted beside the margins.
    "2, abcdefgh^[[?69h^[[2;4s^[[4h^[[1;7HX^[[1;1HY, YbcdefXh, '0,1'",
    // DCH does nothing beside the margins, where ICH has the next character not wrap.
    "2, ^[[?69h^[[2;4s^[[1;8HX^[[P, '       X', '0,7*'",
    "2, ^[[?69h^[[2;4s^[[1;8HX^[[@, '       X', '0,7'",
    // CBT goes beyond the left margin, but in origin mode.
    "2, ^[[?69h^[[3;6s^[[1;5H^[[Z, '', '0,0'",
    "2, ^[[?69h^[[3;6s^[[?6h^[[1;3H^[[Z, '', '0,2'",
    // DECCRA stays between the margins in origin mode, and leaves what it copies alone.
    "2, ABCDEFGH^[[?69h^[[1;4s^[[?6h^[[1;1;1;4;1;1;3;1$v, ABABEFGH, '0,0'",
    "2, 漢x^[[1;2;1;3;1;2;1;1$v, '漢x| x', '0,3'",
    // What stands in the last column is remembered while nothing wraps.
    "2, ^[[?7lABCDEFGHI^[[?7hx, 'ABCDEFGI|x', '1,1'",
    "2, ABCDEFGH^[[?7l^[[?7hx, 'ABCDEFGH|x', '1,1'",
    "2, ABCDEFGH^[[?7lx, 'ABCDEFGx', '0,7'",
    "2, ABCDEFGH^[[?7l\u0301, 'ABCDEFGH\u0301', '0,7'",
    // A set that is not known changes nothing.
    "2, ^[(0q^[(?q^[-Zq, ───, '0,3'"
  })
  void rowsAndCursor(int rows, String stream, String shown, String cursor) {
    Vt vt = new Vt(rows, 8).feed(keys(stream));
    assertThat(String.join("|", vt.rows())).isEqualTo(shown);
    assertThat(vt.cursor()).isEqualTo(cursor);
  }

  @Test
  void deleteIsACharacterInSetsOf96() {
    assertThat(new Vt(1, 9).feed("a\177^[-A\016 \177b\017\177c").rows())
        .containsExactly("a\u00a0ÿâc");
    assertThat(new Vt(1, 9).feed("^[.A^[N\177\177").rows()).containsExactly("ÿ");
  }

  /** What is written over half of a wide character leaves the other half as if it were erased. */
  @Test
  void halvesAreErased() {
    Vt vt = new Vt(1, 9).feed("^[[41;7m漢字^[[44;4;9m^[[1;2Hx^[[1;3Hy");
    assertThat(vt.view().style(0, 0)).isEqualTo(ON_BLUE);
    assertThat(vt.view().style(0, 3)).isEqualTo(ON_BLUE);
    vt = new Vt(1, 4).feed("ab漢^[[44;9m^[[4h^[[1;1Hx");
    assertThat(vt.rows()).containsExactly("xab ");
    assertThat(vt.view().style(0, 3)).isEqualTo(ON_BLUE);
  }

  /** What moves between margins leaves the half beside them as it looks. */
  @Test
  void halvesBesideTheMarginsKeepTheirLooks() {
    Vt vt = new Vt(2, 9).feed("^[[41m漢^[[44m^[[?69h^[[2;5s^[[1;2H^[[2P");
    assertThat(vt.view().style(0, 0)).isEqualTo(ON_BLUE);
    vt = new Vt(2, 9).feed("^[[41m^[[1;5H漢^[[44m^[[?69h^[[2;5s^[[1;3H^[[P");
    assertThat(vt.view().style(0, 5)).isEqualTo(ON_RED);
    assertThat(vt.view().style(0, 4)).isEqualTo(ON_BLUE);
  }

  @Test
  void selectiveErasureOfARectangleKeepsLooks() {
    Vt vt = new Vt(1, 9).feed("^[[41;4mab漢^[[m^[[44m^[[1;1;1;3${");
    assertThat(vt.rows()).containsExactly("    ");
    long underlined = Style.withUnderline(ON_RED, Style.Underline.SINGLE);
    for (int column = 0; column < 4; column++) {
      assertThat(vt.view().style(0, column)).isEqualTo(underlined);
    }
    assertThat(vt.view().style(0, 4)).isEqualTo(Style.DEFAULT);
  }

  /** DECALN ends what SGR began, but for the colours. */
  @Test
  void afterTheTestPatternTextIsPlain() {
    Vt vt = new Vt(2, 4).feed("^[[1;4;7;41m^[#8x");
    assertThat(vt.view().style(0, 0)).isEqualTo(ON_RED);
    assertThat(vt.view().style(0, 1)).isEqualTo(Style.DEFAULT);
  }

  /**
   * As xterm has it since its patch 383 (CursorBack in its cursor.c): beyond the left margin to the
   * right one of the row above, and from the top margin to the bottom one.
   */
  @ParameterizedTest
  @CsvSource({
    "^[[?1045hab\\n\\b, '0,3'",
    "^[[?1045h\\b, '2,3'",
    "^[[?1045habcd\\b\\b, '0,2'",
    "^[[?1045h^[[2;3r^[[2;1H\\b, '2,3'",
    "^[[?1045h^[[2;3r\\b, '0,0'",
    "^[[?1045h^[[2;3r^[[3;2H\\b\\b\\b, '1,2'",
    "^[[?1045h^[[3;2H^[[2000000002D, '2,3'",
    "^[[?1045h^[[?69h^[[2;3s^[[2;2H^[[3D, '2,2'",
    "^[[?1045h^[[?69h^[[2;3s^[[2;3r^[[2;3H^[[3D, '2,1'",
    "^[[?1045h^[[2;3r^[[2;2H^[[4D, '2,1'",
    "^[[?1045h^[[?7l\\b, '0,0'",
    "^[[?1045;45h^[[?1045l\\b, '0,0'",
    "^[[?1045h^[[!p\\b, '0,0'",
    "^[[?1045h^[#6^[[2;1H^[#6^[[?69h^[[3;4s^[[1;2r^[[3;4H^[[999D, '0,1'"
  })
  void theCursorGoesBackOverAllRows(String stream, String cursor) {
    assertThat(new Vt(3, 4).feed(keys(stream)).cursor()).isEqualTo(cursor);
  }

  @Test
  void aProgramIsToldOfDarkAndLight() {
    Vt vt = new Vt(1, 4).feed("^[[?996n^[[?2031$p");
    assertThat(vt.answered()).isEqualTo("^[[?997;1n^[[?2031;2$y");
    ColorScheme light = scheme(0xffffff);
    vt.terminal.setColors(light);
    assertThat(vt.answered()).isEmpty();
    vt.feed("^[[?2031h^[[?996n");
    assertThat(vt.answered()).isEqualTo("^[[?997;2n");
    vt.terminal.setColors(scheme(0xfafafa));
    assertThat(vt.answered()).isEmpty();
    vt.terminal.setColors(scheme(0x202020));
    assertThat(vt.answered()).isEqualTo("^[[?997;1n");
    vt.feed("^[[?2031l");
    vt.terminal.setColors(light);
    assertThat(vt.answered()).isEmpty();
  }

  private static ColorScheme scheme(int background) {
    ColorScheme usual = ColorScheme.DEFAULT;
    return new ColorScheme(
        "test", usual.text(), background, usual.cursor(), usual.selection(), usual.first());
  }

  @ParameterizedTest
  @CsvSource({
    "^[[?4m, ^[[>4;0m",
    "^[[>4;2m^[[?4m, ^[[>4;2m",
    "^[[>4;2m^[[>4;7m^[[?4m, ^[[>4;2m",
    "^[[>4;2m^[[>4m^[[?4m, ^[[>4;0m",
    "^[[>4;2m^[[>m^[[?4m, ^[[>4;0m",
    "^[[>4;2m^[[>4n^[[?4m, ^[[>4;0m",
    "^[[>4;2m^[[>n^[[?4m, ^[[>4;2m",
    "^[[>4;2m^[[!p^[[?4m, ^[[>4;0m",
    "^[[>4;2m^[c^[[?4m, ^[[>4;0m",
    "^[[>1;0m^[[?1m^[[?2m^[[?9m, ^[[>1;2m^[[>2;2m",
    "^[[>4;1f^[[?4g, ^[[>4;1f",
    "^[[>4;1f^[[>f^[[?4g, ^[[>4;0f",
    "^[[?1g, ''",
    // The protocol of kitty is not there, which is said by no answer.
    "^[[>1u^[[=1;1u^[[?u^[[<u, ''",
    "^[[?1045$p^[[?1016$p, ^[[?1045;2$y^[[?1016;0$y",
    "^[[15t, ^[[5;16;32t"
  })
  void whatKeysSendIsChosenAndTold(String stream, String answer) {
    assertThat(new Vt(1, 4).feed(stream).answered()).isEqualTo(answer);
  }
}
