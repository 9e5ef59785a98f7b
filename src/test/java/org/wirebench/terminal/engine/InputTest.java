package org.wirebench.terminal.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebench.terminal.engine.MouseEvent.Button;
import org.wirebench.terminal.engine.MouseEvent.Kind;

/** What is sent for what the user does. */
class InputTest {
  private static String shown(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (char c : new String(bytes, UTF_8).toCharArray()) {
      text.append(c == 0x7f ? "^?" : c < 0x20 ? "^" + (char) (c + 0x40) : String.valueOf(c));
    }
    return text.toString();
  }

  private static KeyModifiers held(String keys) {
    return new KeyModifiers(
        keys.contains("s"), keys.contains("a"), keys.contains("c"), keys.contains("m"));
  }

  @ParameterizedTest
  @CsvSource({
    "UP, -, '', ^[[A",
    "UP, -, ^[[?1h, ^[OA",
    "UP, c, ^[[?1h, ^[[1;5A",
    "HOME, s, '', ^[[1;2H",
    "END, -, '', ^[[F",
    "F1, -, '', ^[OP",
    "F4, a, '', ^[[1;3S",
    "F5, -, '', ^[[15~",
    "F12, sc, '', ^[[24;6~",
    "F20, -, '', ^[[34~",
    "DELETE, -, '', ^[[3~",
    "PAGE_UP, sacm, '', ^[[5;16~",
    "ENTER, -, '', ^M",
    "ENTER, -, ^[[20h, ^M^J",
    "ENTER, a, '', ^[^M",
    "TAB, s, '', ^[[Z",
    "BACKSPACE, -, '', ^?",
    "BACKSPACE, c, '', ^H",
    "BACKSPACE, -, ^[[?67h, ^H",
    "BACKSPACE, a, '', ^[^?",
    "ESCAPE, -, '', ^[",
    "KEYPAD_5, -, '', 5",
    "KEYPAD_5, -, ^[=, ^[Ou",
    "KEYPAD_ENTER, -, ^[=, ^[OM",
    "KEYPAD_ENTER, -, '', ^M",
    "UP, -, ^[[2h, ''"
  })
  void keysAreWrittenAsXtermDoes(Key key, String held, String before, String sent) {
    Vt vt = new Vt(5, 20).feed(before);
    assertThat(shown(vt.terminal.key(key, held(held)))).isEqualTo(sent);
  }

  @ParameterizedTest
  @CsvSource({
    "x, -, x",
    "é, a, ^[é",
    "c, c, ^C",
    "C, cs, ^C",
    "' ', c, ^@",
    "[, c, ^[",
    "/, c, ^_",
    "8, c, ^?",
    "?, c, ^?",
    "x, ca, ^[^X",
    "漢, c, 漢",
    "ab, c, ab"
  })
  void charactersAreWrittenAsXtermDoes(String typed, String held, String sent) {
    assertThat(shown(new Vt(5, 20).terminal.typed(typed, held(held)))).isEqualTo(sent);
  }

  /** The first is what is sent with modifyOtherKeys 1, the second with 2, as xterm 379 does. */
  @ParameterizedTest
  @CsvSource({
    "a, c, ^A, ^[[27;5;97~",
    "A, sc, ^A, ^[[27;6;65~",
    "i, c, ^I, ^[[27;5;105~",
    "i, a, ^[i, ^[[27;3;105~",
    "i, ca, ^[^I, ^[[27;7;105~",
    "1, c, ^[[27;5;49~, ^[[27;5;49~",
    "2, c, ^@, ^[[27;5;50~",
    "';', c, ^[[27;5;59~, ^[[27;5;59~",
    "/, c, ^_, ^[[27;5;47~",
    "?, sc, ^[[27;6;63~, ^[[27;6;63~",
    "' ', c, ^@, ^[[27;5;32~",
    "é, c, ^[[27;5;233~, ^[[27;5;233~",
    "é, -, é, é",
    "A, s, A, A",
    "ab, c, ab, ab"
  })
  void charactersAreToldApart(String typed, String held, String some, String all) {
    Vt vt = new Vt(5, 20).feed("^[[>4;1m");
    assertThat(shown(vt.terminal.typed(typed, held(held)))).isEqualTo(some);
    vt.feed("^[[>4;2m");
    assertThat(shown(vt.terminal.typed(typed, held(held)))).isEqualTo(all);
    vt.feed("^[[>4;1f");
    String byCode = all.replaceFirst("\\[27;(\\d+);(\\d+)~", "[$2;$1u");
    assertThat(shown(vt.terminal.typed(typed, held(held)))).isEqualTo(byCode);
  }

  @ParameterizedTest
  @CsvSource({
    "ENTER, -, ^M, ^M",
    "ENTER, s, ^[[27;2;13~, ^[[27;2;13~",
    "ENTER, c, ^[[27;5;13~, ^[[27;5;13~",
    "ENTER, sc, ^[[27;6;13~, ^[[27;6;13~",
    "TAB, s, ^[[Z, ^[[Z",
    "TAB, c, ^[[27;5;9~, ^[[27;5;9~",
    "TAB, sc, ^[[Z, ^[[27;6;9~",
    "TAB, a, ^[^I, ^[[27;3;9~",
    "BACKSPACE, s, ^?, ^[[27;2;127~",
    "BACKSPACE, c, ^H, ^H",
    "BACKSPACE, sc, ^H, ^[[27;6;8~",
    "BACKSPACE, a, ^[^?, ^[[27;3;127~",
    "ESCAPE, s, ^[, ^[[27;2;27~",
    "ESCAPE, a, ^[^[, ^[[27;3;27~",
    "UP, c, ^[[1;5A, ^[[1;5A",
    "F1, s, ^[[1;2P, ^[[1;2P",
    "DELETE, a, ^[[3;3~, ^[[3;3~"
  })
  void keysAreToldApart(Key key, String held, String some, String all) {
    Vt vt = new Vt(5, 20).feed("^[[>4;1m");
    assertThat(shown(vt.terminal.key(key, held(held)))).isEqualTo(some);
    vt.feed("^[[>4;2m");
    assertThat(shown(vt.terminal.key(key, held(held)))).isEqualTo(all);
  }

  @ParameterizedTest
  @CsvSource({
    "'', PRESS, LEFT, -, ''",
    "^[[?9h, PRESS, LEFT, s, ^[[M $#",
    "^[[?9h, RELEASE, LEFT, -, ''",
    "^[[?1000h, PRESS, RIGHT, -, ^[[M\"$#",
    "^[[?1000h, RELEASE, RIGHT, -, ^[[M#$#",
    "^[[?1000h, MOVE, LEFT, -, ''",
    "^[[?1000;1006h, PRESS, WHEEL_UP, -, ^[[<64;4;3M",
    "^[[?1000;1006h, RELEASE, MIDDLE, c, ^[[<17;4;3m",
    "^[[?1002;1006h, MOVE, NONE, -, ''",
    "^[[?1002;1006h, MOVE, LEFT, a, ^[[<40;4;3M",
    "^[[?1003;1006h, MOVE, NONE, -, ^[[<35;4;3M",
    "^[[?1000;1015h, PRESS, LEFT, -, ^[[32;4;3M"
  })
  void theMouseIsWrittenAsItWasAskedFor(
      String before, Kind kind, Button button, String held, String sent) {
    Vt vt = new Vt(5, 20).feed(before);
    MouseEvent event = new MouseEvent(kind, button, 2, 3, held(held));
    assertThat(shown(vt.terminal.mouse(event))).isEqualTo(sent);
  }

  @Test
  void placesThatCannotBeSaidAreNotSent() {
    Vt vt = new Vt(5, 20).feed("^[[?1000h");
    MouseEvent far = new MouseEvent(Kind.PRESS, Button.LEFT, 0, 230, KeyModifiers.NONE);
    assertThat(vt.terminal.mouse(far)).isEmpty();
    assertThat(vt.feed("^[[?1005h").terminal.mouse(far))
        .isEqualTo("\033[M \u0107!".getBytes(UTF_8));
  }

  @Test
  void whatIsPastedDoesNoMoreThanTypingIt() {
    Vt vt = new Vt(5, 20);
    String evil = "ls\033[201~;rm -rf\u009b0m\003\r\nnext\ttab\n";
    assertThat(shown(vt.terminal.pasted(evil).get())).isEqualTo("ls[201~;rm -rf0m^Mnext^Itab^M");
    assertThat(vt.terminal.isRisky(evil)).isTrue();
    assertThat(vt.terminal.isRisky("one line\n")).isFalse();
    vt.feed("^[[?2004h");
    assertThat(shown(vt.terminal.pasted("a\033[201~b").get())).isEqualTo("^[[200~a[201~b^[[201~");
    assertThat(vt.terminal.isRisky(evil)).isFalse();
  }

  @Test
  void theKeyboardsComingAndGoingIsToldToThoseWhoAsk() {
    Vt vt = new Vt(5, 20);
    assertThat(vt.terminal.focus(true)).isEmpty();
    vt.feed("^[[?1004h");
    assertThat(shown(vt.terminal.focus(true))).isEqualTo("^[[I");
    assertThat(shown(vt.terminal.focus(false))).isEqualTo("^[[O");
  }
}
