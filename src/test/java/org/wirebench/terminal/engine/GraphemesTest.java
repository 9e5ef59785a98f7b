package org.wirebench.terminal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wirebench.core.text.Unicode;

class GraphemesTest {
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
