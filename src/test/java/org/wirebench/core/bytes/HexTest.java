package org.wirebench.core.bytes;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HexTest {
  @Test
  void whatIsWrittenIsReadAgain() throws ParseProblem {
    Random random = new Random(42);
    for (int i = 0; i < 500; i++) {
      byte[] bytes = new byte[random.nextInt(100)];
      random.nextBytes(bytes);
      assertThat(Hex.parse(Hex.of(bytes))).isEqualTo(bytes);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00ff7f",
        "00 FF 7f",
        "00:ff:7f",
        "0x00, 0xFF, 0x7f",
        "00ff\r\n7f\n",
        "0x00ff7f",
        "00-ff-7f"
      })
  void manyNotationsMeanTheSame(String text) throws ParseProblem {
    assertThat(Hex.parse(text)).containsExactly(0x00, 0xff, 0x7f);
  }

  @ParameterizedTest
  @CsvSource({
    "'00 fg', 4",
    "'0', 0",
    "'00 f', 3",
    "'a b', 0",
    "'00,x', 3",
    "'0x', 2",
    "'0xg0', 2",
    "'00é', 2"
  })
  void theProblemSaysWhere(String text, int position) {
    assertThatThrownBy(() -> Hex.parse(text))
        .isInstanceOfSatisfying(
            ParseProblem.class, problem -> assertThat(problem.position()).isEqualTo(position));
  }

  @Test
  void theProblemNamesTheDigitSafely() {
    assertThatThrownBy(() -> Hex.parse("\u001b0")).hasMessageContaining("\\x1b");
    assertThatThrownBy(() -> Hex.parse("5")).hasMessageContaining("\"5\" has no partner");
  }

  @Test
  void aRowShowsPositionDigitsAndText() {
    assertThat(Hex.row(16, "Hello world\n".getBytes(US_ASCII), 0, 12))
        .isEqualTo("00000010  48 65 6c 6c 6f 20 77 6f  72 6c 64 0a              |Hello world.|");
    assertThat(Hex.row(1L << 32, new byte[16], 0, 16)).startsWith("0000000100000000  00 ");
  }
}
