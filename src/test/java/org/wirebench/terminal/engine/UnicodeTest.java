package org.wirebench.terminal.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.BreakIterator;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wirebench.terminal.engine.Unicode.Join;

class UnicodeTest {
  @Test
  void theTableIsThatOfUnicode() throws Exception {
    String wanted = UnicodeTable.text();
    if (System.getProperty("wirebench.unicode", "").equals("write")) {
      Files.writeString(
          Path.of(
              System.getProperty("wirebench.basedir", "."),
              "resources/org/wirebench/terminal/engine/unicode.txt"),
          wanted);
      return;
    }
    try (InputStream in = requireNonNull(Unicode.class.getResourceAsStream("unicode.txt"))) {
      assertThat(new String(in.readAllBytes(), UTF_8))
          .as("run this test with -Dwirebench.unicode=write")
          .isEqualTo(wanted);
    }
  }

  @Test
  void everyCharacterIsFoundInTheTable() {
    assertThat(Unicode.width('a')).isEqualTo(1);
    assertThat(Unicode.width(0x301)).isZero();
    assertThat(Unicode.width(0x200d)).isZero();
    assertThat(Unicode.width('漢')).isEqualTo(2);
    assertThat(Unicode.width(0x1f600)).isEqualTo(2);
    assertThat(Unicode.width(0x1f1e9)).isEqualTo(1);
    assertThat(Unicode.isEmoji(0x2764)).isTrue();
    assertThat(Unicode.isEmoji('x')).isFalse();
    assertThat(Unicode.join(0x1f468)).isEqualTo(Join.PICTOGRAPHIC);
    assertThat(Unicode.join(0x915)).isEqualTo(Join.CONSONANT);
    assertThat(Unicode.join(0x1cf5)).isEqualTo(Join.LINKER_APART);
    assertThat(Unicode.width(Character.MAX_CODE_POINT)).isEqualTo(1);
  }

  /** Words of a few characters of all kinds: where ICU says that clusters end, they end. */
  @Test
  void clustersEndWhereUnicodeSaysTheyDo() {
    int[] some = {
      'a', ' ', '1', 0x301, 0x200d, 0x200c, 0xfe0f, 0x1f468, 0x1f469, 0x1f3fb, 0x2764, 0x1f1e9,
      0x1f1ea, 0x1100, 0x1161, 0x11a8, 0xac00, 0xac01, 0x915, 0x937, 0x94d, 0x93f, 0x600, 0xe33,
      0xad, 0x20e3, 0x200b, 0x11f02, 0x113d0, 0x113d1, 0x1cf5
    };
    Random random = new Random(2027);
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = 2 + random.nextInt(7); i > 0; i--) {
        text.appendCodePoint(some[random.nextInt(some.length)]);
      }
      assertThat(ours(text.toString())).as(escaped(text)).isEqualTo(theirs(text.toString()));
    }
  }

  private static String escaped(CharSequence text) {
    StringBuilder hex = new StringBuilder();
    text.codePoints().forEach(c -> hex.append(Integer.toHexString(c)).append(' '));
    return hex.toString();
  }

  private static List<Integer> ours(String text) {
    Graphemes graphemes = new Graphemes();
    List<Integer> ends = new ArrayList<>();
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      if (!graphemes.joins(Unicode.join(text.codePointAt(at)))) {
        ends.add(at);
      }
    }
    ends.add(text.length());
    return ends;
  }

  private static List<Integer> theirs(String text) {
    BreakIterator breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
    breaks.setText(text);
    List<Integer> ends = new ArrayList<>();
    for (int at = breaks.first(); at != BreakIterator.DONE; at = breaks.next()) {
      ends.add(at);
    }
    return ends;
  }
}
