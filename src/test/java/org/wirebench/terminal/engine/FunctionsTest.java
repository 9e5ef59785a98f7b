package org.wirebench.terminal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What single functions do, as far as the oracle of the interop tests does not know them. */
class FunctionsTest {
  @Test
  void protectedCharactersOutliveASelectiveErase() {
    Vt vt = new Vt(2, 8).feed("a^[[1\"qb^[[mc^[[0\"qd^[[?2J");
    assertThat(vt.rows()).containsExactly(" bc");
    assertThat(vt.feed("^[[2J").rows()).isEmpty();
  }

  @Test
  void rectanglesAreFilledCopiedAndErased() {
    Vt vt = new Vt(4, 6).feed("^[[42;1;1;2;3$x^[[1;1;2;3;1;3;4;1$v^[[1;1;1;1$z");
    assertThat(vt.rows()).containsExactly(" **", "***", "   ***", "   ***");
    // What is written to a wide character's half leaves no other half behind.
    assertThat(new Vt(1, 6).feed("漢字x^[[65;1;2;1;3$x").rows()).containsExactly(" AA x");
  }

  @Test
  void columnsComeAndGoBetweenTheMargins() {
    Vt vt = new Vt(2, 6).feed("abcdef\r\nghijkl^[[1;3H^[[1'}");
    assertThat(vt.rows()).containsExactly("ab cde", "gh ijk");
    assertThat(vt.feed("^[[2'~").rows()).containsExactly("abde", "ghjk");
    assertThat(new Vt(1, 4).feed("abcd^[[1;1H^[6").rows()).containsExactly(" abc");
    assertThat(new Vt(1, 4).feed("abcd\b^[[1;4H^[9").rows()).containsExactly("bcd");
  }

  @Test
  void linesOfTwiceTheWidthHaveHalfTheColumns() {
    Vt vt = new Vt(3, 8).feed("^[#6abcdef");
    assertThat(vt.rows()).containsExactly("abcd", "ef");
    assertThat(vt.feed("^[[1;8H").cursor()).isEqualTo("0,3");
    assertThat(vt.feed("^[#5^[[1;8H").cursor()).isEqualTo("0,7");
  }

  @Test
  void tabStopsAreSetAndCleared() {
    Vt vt = new Vt(1, 40).feed("^[[5G^[H\r\tx^[[3g\r\ty");
    assertThat(vt.rows().getFirst().indexOf('x')).isEqualTo(4);
    assertThat(vt.rows().getFirst().indexOf('y')).isEqualTo(39);
    assertThat(vt.feed("^[[?5W\r^[[2I").cursor()).isEqualTo("0,16");
    assertThat(vt.feed("^[[Z").cursor()).isEqualTo("0,8");
  }

  @Test
  void theCursorGoesBackToTheRowThatWrapped() {
    assertThat(new Vt(3, 4).feed("^[[?45habcde\b\b").cursor()).isEqualTo("0,3");
    assertThat(new Vt(3, 4).feed("abcde\b\b").cursor()).isEqualTo("1,0");
    assertThat(new Vt(3, 4).feed("^[[?45hab\r\n\b").cursor()).isEqualTo("1,0");
  }

  @Test
  void aResetLeavesTheScrollbackAlone() {
    Vt vt = new Vt(2, 4).feed("a\r\nb\r\nc^[[?1049h^[[31;4m^[[?6h^[]4;1;#123\007^[c");
    assertThat(vt.rows()).isEmpty();
    assertThat(vt.scrollback()).containsExactly("a");
    assertThat(vt.feed("x").view().style(0, 0)).isEqualTo(Style.DEFAULT);
    vt.feed("^[]4;1;?\007");
    assertThat(vt.answered()).isEqualTo("^[]4;1;rgb:cdcd/0000/0000\007");
    assertThat(vt.feed("^[[3J").scrollback()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "^[[1;4:3;31;48;5;200m^[P$qm^[\\, ^[P1$r0;1;4:3;31;48:5:200m^[\\",
    "^[[38;2;1;2;3m^[P$qm^[\\, ^[P1$r0;38:2::1:2:3m^[\\",
    "^[[2;5r^[P$qr^[\\, ^[P1$r2;5r^[\\",
    "^[[?69h^[[3;9s^[P$qs^[\\, ^[P1$r3;9s^[\\",
    "^[[5 q^[P$q q^[\\, ^[P1$r5 q^[\\",
    "^[P+q544e^[\\, ^[P1+r544E=787465726D2D323536636F6C6F72^[\\",
    "^[P+q6162^[\\, ^[P0+r^[\\",
    "^[[?6h^[[3;5r^[[2;2H^[[6n, ^[[2;2R",
    "^[[>0q, ^[P>|Wirebench^[\\",
    "^[[?1049h^[[?1049$p, ^[[?1049;1$y",
    "^[[4$p, ^[[4;2$y"
  })
  void whatIsAskedIsAnswered(String asked, String answer) {
    assertThat(new Vt(10, 20).feed(asked).answered()).isEqualTo(answer);
  }

  @Test
  void colorsAreChangedAskedForAndReset() {
    Vt vt = new Vt(2, 4).feed("^[]4;5;rgb:1/80/ffff;6;#abcdef^[\\^[]4;5;?;6;?^[\\");
    assertThat(vt.answered())
        .isEqualTo("^[]4;5;rgb:1111/8080/ffff^[\\^[]4;6;rgb:abab/cdcd/efef^[\\");
    vt.feed("^[]10;#010203;#040506\007^[]11;?\007");
    assertThat(vt.answered()).isEqualTo("^[]11;rgb:0404/0505/0606\007");
    vt.feed("^[]111\007^[]11;?\007^[]104;5\007^[]4;5;?\007^[]4;999;?;x;?;1;nonsense\007");
    assertThat(vt.answered())
        .isEqualTo("^[]11;rgb:0000/0000/0000\007^[]4;5;rgb:cdcd/0000/cdcd\007");
    assertThat(vt.colorChanges).isPositive();
  }

  @Test
  void linksAreKeptWithTheirCells() {
    Vt vt = new Vt(1, 9).feed("^[]8;id=1;https://a/^[\\ab^[]8;;^[\\c");
    assertThat(vt.view().link(0, 1)).contains("https://a/");
    assertThat(vt.view().link(0, 2)).isEmpty();
    vt.feed("\r^[]8;;" + "x".repeat(Links.LONGEST + 1) + "\007z");
    assertThat(vt.view().link(0, 0)).isEmpty();
  }

  @Test
  void whatIsForTheClipboardIsHandedOnAndNeverTold() {
    Vt vt = new Vt(1, 9).feed("^[]52;c;aGVsbG8=\007^[]52;c;?\007^[]52;c;%%%\007^[]52;\007");
    assertThat(vt.clipboards).containsExactly("hello");
    assertThat(vt.answered()).isEmpty();
  }

  @Test
  void titlesAreCutAndCleanedAndPutAside() {
    Vt vt = new Vt(1, 9).feed("^[]0;one\007^[[22t^[]2;tw\u202eo" + "x".repeat(5000) + "\007");
    assertThat(vt.titles.getLast()).startsWith("twox").hasSize(Titles.LONGEST);
    assertThat(vt.feed("^[[23t").view().title()).isEqualTo("one");
    assertThat(vt.feed("^[]7;file://h/tmp\007").directories).containsExactly("file://h/tmp");
    assertThat(vt.feed("^[[8;30;100t^[[8;99999;1t").sizes).containsExactly("30x100");
    assertThat(vt.feed("\007").bells).isEqualTo(1);
  }

  @Test
  void theUpperHalfOfLatin1StandsInG1G2AndG3() {
    Vt vt = new Vt(1, 20).feed("^[-A\016Dd\017D^[.A^[Nd^[/B^[/A^[Odd^[-B\016D");
    assertThat(vt.rows()).containsExactly("ÄäDäädÄ");
  }

  @Test
  void frameLinesAreDrawnWithTheirCharacterSet() {
    Vt vt = new Vt(1, 20).feed("^[(0lqk^[(B q \016^[)0x\017x^[*0^[Nmm");
    assertThat(vt.rows()).containsExactly("┌─┐ q │x└m");
  }
}
