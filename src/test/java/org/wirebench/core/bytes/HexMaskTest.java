package org.wirebench.core.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HexMaskTest {
  @ParameterizedTest
  @ValueSource(strings = {"02??4?03", "02 ?? 4? 03", "02:??:4?:03", "0x02, 0x??, 0x4?, 0x03"})
  void manyNotationsMeanTheSame(String text) throws ParseProblem {
    HexMask mask = HexMask.parse(text);
    assertThat(mask).isEqualTo(HexMask.parse("02 ?? 4? 03")).isNotEqualTo(HexMask.parse("02"));
    assertThat(mask.length()).isEqualTo(4);
    assertThat(mask.value(2)).isEqualTo((byte) 0x40);
    assertThat(mask.mask(2)).isEqualTo((byte) 0xF0);
  }

  @ParameterizedTest
  @CsvSource({"'00 fg', 4", "'?', 0", "'00 f', 3", "'? ?', 0", "'0x', 2", "'00é', 2", "'００', 0"})
  void theProblemSaysWhere(String text, int position) {
    assertThatThrownBy(() -> HexMask.parse(text))
        .isInstanceOfSatisfying(
            ParseProblem.class, problem -> assertThat(problem.position()).isEqualTo(position));
  }

  @Test
  void theProblemSaysThatAQuestionMarkWouldDo() {
    assertThatThrownBy(() -> HexMask.parse("g0"))
        .hasMessage("\"g\" is neither a hexadecimal digit nor ?");
  }

  @Test
  void noDigitsAreNoBytesAndStandEverywhere() throws ParseProblem {
    assertThat(HexMask.parse(" ")).isEqualTo(HexMask.of(new byte[0]));
    assertThat(HexMask.parse("").find(new byte[3], 1, 3)).isEqualTo(1);
  }

  @Test
  void itIsFoundAsTheSimplestWayFindsIt() throws ParseProblem {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      String text = digits(random, 2 * random.nextInt(20), "01");
      String wanted = digits(random, 2 + 2 * random.nextInt(3), "01?");
      byte[] bytes = Hex.parse(text);
      int from = random.nextInt(bytes.length + 1);
      assertThat(HexMask.parse(wanted).find(bytes, from, bytes.length))
          .as(wanted + " in " + text + " from " + from)
          .isEqualTo(simply(wanted, text, from));
    }
  }

  private static String digits(Random random, int length, String of) {
    StringBuilder some = new StringBuilder();
    for (int i = 0; i < length; i++) {
      some.append(of.charAt(random.nextInt(of.length())));
    }
    return some.toString();
  }

  private static int simply(String wanted, String text, int from) {
    for (int at = 2 * from; at + wanted.length() <= text.length(); at += 2) {
      int same = 0;
      while (same < wanted.length()
          && (wanted.charAt(same) == '?' || wanted.charAt(same) == text.charAt(at + same))) {
        same++;
      }
      if (same == wanted.length()) {
        return at / 2;
      }
    }
    return -1;
  }
}
