package org.wirebench.terminal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a program finds when another one had the terminal before it. */
class NextProgramTest {
  private final Vt vt = new Vt(5, 20);

  @Test
  void whatStandsThereStaysAndTheNextOneWritesBelow() {
    vt.feed("one\r\ntwo\r\nthree^[[H");
    vt.terminal.restart();
    assertThat(vt.cursor()).isEqualTo("3,0");
    vt.feed("next");
    assertThat(vt.rows()).containsExactly("one", "two", "three", "next");
  }

  @Test
  void aFullScreenGoesUp() {
    vt.feed("1\r\n2\r\n3\r\n4\r\n5^[[2;3r^[[5H");
    vt.terminal.restart();
    vt.feed("6");
    assertThat(vt.scrollback()).containsExactly("1");
    assertThat(vt.rows()).containsExactly("2", "3", "4", "5", "6");
  }

  @Test
  void anEmptyScreenIsWrittenFromItsTop() {
    vt.feed("gone^[[2J");
    vt.terminal.restart();
    assertThat(vt.cursor()).isEqualTo("0,0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"^[[?47h", "^[[?1047h", "^[[?1049h"})
  void theMainScreenIsBackAndTheOtherOneEmpty(String shows) {
    vt.feed("main" + shows + "other");
    assertThat(vt.rows()).doesNotContain("main");
    vt.terminal.restart();
    vt.feed("next");
    assertThat(vt.rows()).containsExactly("main", "next");
    vt.feed("^[[?47h");
    assertThat(vt.rows()).isEmpty();
  }

  @Test
  void noModeNorLookIsLeft() {
    vt.feed("^[[?1h^[[?1000h^[[?2004h^[[4h^[[?6h^[[?7l^[[?25l^[[?2026h^[[31;7m^[(0^[[5 q^[[3g");
    vt.feed("^[]4;1;#123456^[\\^[]8;;http://x.test^[\\");
    vt.terminal.restart();
    Vt fresh = new Vt(5, 20);
    for (int mode : new int[] {1, 6, 7, 25, 45, 1000, 2004, 2026}) {
      String asks = "^[[?" + mode + "$p";
      assertThat(vt.feed(asks).answered()).isEqualTo(fresh.feed(asks).answered());
    }
    vt.feed("q\tx");
    assertThat(vt.rows()).containsExactly("q       x");
    Row row = new Row();
    vt.view().read(vt.view().scrollback(), row);
    assertThat(row.style(0)).isEqualTo(Style.DEFAULT);
    assertThat(row.link(0)).isEmpty();
    assertThat(vt.feed("^[]4;1;?^[\\").answered()).isEqualTo(fresh.feed("^[]4;1;?^[\\").answered());
  }

  /** The program before may have ended in the middle of anything. */
  @ParameterizedTest
  @ValueSource(strings = {"^[", "^[[3", "^[]0;title", "^[P+q", "\u00e4^[[?1049", "^[#", "^[_a"})
  void halfASequenceIsForgotten(String half) {
    vt.feed("a\r\n" + half);
    vt.terminal.restart();
    vt.feed("[0mJ");
    assertThat(vt.rows().getLast()).isEqualTo("[0mJ");
    assertThat(vt.titles).doesNotContain("title");
  }

  @Test
  void halfACharacterIsForgotten() {
    vt.terminal.feed(new byte[] {(byte) 0xe6, (byte) 0xbc}, 0, 2);
    vt.terminal.restart();
    vt.feed("x\u0301");
    vt.terminal.restart();
    vt.feed("\u0301y");
    assertThat(vt.rows().getFirst()).isEqualTo("x\u0301");
    assertThat(vt.rows().get(1)).endsWith("y");
  }
}
