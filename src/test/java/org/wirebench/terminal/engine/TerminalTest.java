package org.wirebench.terminal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminalTest {
  @Test
  void textGoesOnInTheNextRowAndTheScreenUp() {
    Vt vt = new Vt(3, 5).feed("hello world\r\nx");

    assertThat(vt.rows()).containsExactly(" worl", "d", "x");
    assertThat(vt.scrollback()).containsExactly("hello");
    assertThat(vt.cursor()).isEqualTo("2,1");
    assertThat(vt.view().wraps(0)).isTrue();
    assertThat(vt.view().wraps(1)).isFalse();
  }

  @Test
  void theLastColumnIsWrittenBeforeTheTextWraps() {
    Vt vt = new Vt(2, 3).feed("abc");
    assertThat(vt.cursor()).isEqualTo("0,2*");
    assertThat(vt.feed("\r").cursor()).isEqualTo("0,0");
    assertThat(vt.feed("abc\bX").rows()).containsExactly("aXc");
    assertThat(vt.feed("^[[?7l^[[1;3Hdef").rows()).containsExactly("aXf");
  }

  @Test
  void wideCharactersTakeTwoColumnsAndAreNeverCut() {
    Vt vt = new Vt(2, 5).feed("ab漢字");
    assertThat(vt.rows()).containsExactly("ab漢", "字");
    assertThat(vt.view().width(0, 2)).isEqualTo(2);
    assertThat(vt.view().width(0, 3)).isZero();
    assertThat(vt.feed("^[[1;4Hx").rows()).containsExactly("ab x", "字");
    assertThat(vt.feed("^[[2;1Hy").rows()).containsExactly("ab x", "y ");
  }

  @Test
  void marksJoinTheCharacterBeforeThem() {
    Vt vt = new Vt(2, 12).feed("e\u0301x👩\u200d👩\u200d👧y❤\ufe0fz🇩🇪.");
    assertThat(vt.view().cell(0, 0)).isEqualTo("e\u0301");
    assertThat(vt.view().cell(0, 2)).isEqualTo("👩\u200d👩\u200d👧");
    assertThat(vt.view().cell(0, 4)).isEqualTo("y");
    assertThat(vt.view().cell(0, 5)).isEqualTo("❤\ufe0f");
    assertThat(vt.view().width(0, 5)).isEqualTo(2);
    assertThat(vt.view().cell(0, 7)).isEqualTo("z");
    assertThat(vt.view().cell(0, 8)).isEqualTo("🇩🇪");
    assertThat(vt.cursor()).isEqualTo("0,11");
    vt = new Vt(2, 12).feed("^[[?2027l👩\u200d👩y");
    assertThat(vt.view().cell(0, 4)).isEqualTo("y");
  }

  @Test
  void scrollingKeepsToTheMargins() {
    Vt vt = new Vt(4, 3).feed("a\r\nb\r\nc\r\nd^[[2;3r^[[3;1H\n");
    assertThat(vt.rows()).containsExactly("a", "c", "", "d");
    assertThat(vt.feed("^[[2;1H^[M").rows()).containsExactly("a", "", "c", "d");
    assertThat(vt.scrollback()).isEmpty();
  }

  @Test
  void sideMarginsHoldTextAndScrolling() {
    Vt vt = new Vt(3, 6).feed("aaaaaa\r\nbbbbbb\r\ncccccc^[[?69h^[[2;5s^[[3;2H\n");
    assertThat(vt.rows()).containsExactly("abbbba", "bccccb", "c    c");
    assertThat(vt.feed("^[[1;2Hwxyz!").rows()).containsExactly("awxyza", "b!cccb", "c    c");
  }

  @Test
  void attributesOfAllKindsAreKept() {
    Vt vt = new Vt(1, 9).feed("^[[1;3;4:3;58:2::1:2:3;38;5;200;48;2;9;8;7mx^[[0my^[[38:2:1:2:3mz");
    long x = vt.view().style(0, 0);
    assertThat(Style.has(x, Style.BOLD | Style.ITALIC)).isTrue();
    assertThat(Style.underline(x)).isEqualTo(Style.Underline.CURLY);
    assertThat(vt.view().underlineColor(0, 0)).isEqualTo(Style.rgb(1, 2, 3));
    assertThat(Style.foreground(x)).isEqualTo(Style.indexed(200));
    assertThat(Style.background(x)).isEqualTo(Style.rgb(9, 8, 7));
    assertThat(vt.view().style(0, 1)).isEqualTo(Style.DEFAULT);
    assertThat(Style.foreground(vt.view().style(0, 2))).isEqualTo(Style.rgb(1, 2, 3));
  }

  @Test
  void theAlternateScreenLeavesTheMainOneAsItWas() {
    Vt vt = new Vt(2, 5).feed("main^[[?1049h^[[Halt");
    assertThat(vt.rows()).containsExactly("alt");
    assertThat(vt.view().scrollback()).isZero();
    vt.feed("^[[?1049l");
    assertThat(vt.rows()).containsExactly("main");
    assertThat(vt.cursor()).isEqualTo("0,4");
  }

  @Test
  void aNewWidthLaysLongLinesOutAnew() {
    Vt vt = new Vt(3, 10).feed("one\r\nabcdefghijklmno\r\n$ ");
    vt.terminal.resize(3, 5);
    assertThat(vt.rows()).containsExactly("fghij", "klmno", "$ ");
    assertThat(vt.scrollback()).containsExactly("one", "abcde");
    assertThat(vt.cursor()).isEqualTo("2,2");
    vt.terminal.resize(4, 20);
    assertThat(vt.rows()).containsExactly("one", "abcdefghijklmno", "$ ");
    assertThat(vt.cursor()).isEqualTo("2,2");
  }

  @Test
  void cellsThatATabLeftOutStayWhereLinesAreLaidOutAnew() {
    Vt vt = new Vt(4, 20).feed("a\tb\tc\r\n$");
    vt.terminal.resize(4, 5);
    vt.terminal.resize(8, 3);
    vt.terminal.resize(4, 20);
    assertThat(vt.rows()).containsExactly("a       b       c", "$");
  }

  @Test
  void whatWasErasedIsNotPutBehindWhatLeftTheScreenBefore() {
    Vt vt = new Vt(2, 3).feed("abcdefghi^[[2J^[[Hx\r\ny\r\nz");
    assertThat(vt.scrollback()).containsExactly("abc", "x");
    assertThat(vt.view().scrollbackWraps(0)).isFalse();
    vt.terminal.resize(3, 10);
    assertThat(vt.rows()).containsExactly("x", "y", "z");
  }

  @Test
  void answersHoldNothingThatTheProgramWrote() {
    Vt vt = new Vt(24, 80).feed("^[]0;rm -rf\007^[[21t^[[20t^[P$qrm -rf^[\\^[]52;c;?\007");
    assertThat(vt.answered()).isEqualTo("^[]l^[\\^[]L^[\\^[P0$r^[\\");
    assertThat(vt.titles).containsExactly("rm -rf");
    vt.feed("^[[c^[[>c^[[=c^[[5n^[[3;7H^[[6n^[[?25\\$p^[[?2026$p^[[?9999$p^[[18t");
    assertThat(vt.answered())
        .isEqualTo(
            "^[[?64;1;6;21;22;28c^[[>41;390;0c^[P!|00000000^[\\^[[0n^[[3;7R"
                + "^[[?2026;2$y^[[?9999;0$y^[[8;24;80t");
  }
}
