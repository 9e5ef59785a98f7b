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
    assertThat(shown(vt.terminal.pasted(evil))).isEqualTo("ls[201~;rm -rf0m^Mnext^Itab^M");
    assertThat(vt.terminal.isRisky(evil)).isTrue();
    assertThat(vt.terminal.isRisky("one line\n")).isFalse();
    vt.feed("^[[?2004h");
    assertThat(shown(vt.terminal.pasted("a\033[201~b"))).isEqualTo("^[[200~a[201~b^[[201~");
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
