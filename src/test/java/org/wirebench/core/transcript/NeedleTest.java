package org.wirebench.core.transcript;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.wirebench.core.bytes.ParseProblem;

class NeedleTest {
  private static int find(String typed, String text, Charset charset) throws ParseProblem {
    byte[] bytes = text.getBytes(charset);
    return Needle.of(typed, charset).find(bytes, 0, bytes.length);
  }

  @Test
  void aTextIsFoundInAnyCase() throws ParseProblem {
    assertThat(find("hElLo", "say HELLO", UTF_8)).isEqualTo(4);
    assertThat(find("hello", "say hell", UTF_8)).isEqualTo(-1);
    assertThat(find("ÄRGER", "kein ärger", UTF_8)).isEqualTo(5);
    assertThat(find("ÄRGER", "kein ärger", ISO_8859_1)).isEqualTo(5);
    assertThat(find("ab", "xaB", UTF_16LE)).isEqualTo(2);
  }

  @Test
  void aCharacterMayTakeMoreBytesInTheOtherCase() throws ParseProblem {
    // U+2C65 is three bytes in UTF-8, its upper case U+023A two.
    byte[] bytes = "x\u023Ay".getBytes(UTF_8);
    Needle needle = Needle.of("\u2C65y", UTF_8);

    int at = needle.find(bytes, 0, bytes.length);

    assertThat(at).isEqualTo(1);
    assertThat(needle.lengthAt(bytes, at, bytes.length)).isEqualTo(3);
  }

  @Test
  void hexDigitsAreBytesAndNoCaseIsFolded() throws ParseProblem {
    assertThat(find("0x41 42", "xabAB", US_ASCII)).isEqualTo(3);
    assertThat(find("0X0d0a", "ab\r\n", US_ASCII)).isEqualTo(2);
  }

  @Test
  void aHitMustEndBeforeTheLimit() throws ParseProblem {
    byte[] bytes = "abcd".getBytes(US_ASCII);
    assertThat(Needle.of("cd", US_ASCII).find(bytes, 0, 3)).isEqualTo(-1);
    assertThat(Needle.of("cd", US_ASCII).find(bytes, 0, 4)).isEqualTo(2);
  }

  @Test
  void whatCannotBeInTheBytesIsRefusedWithTheReason() {
    assertThatThrownBy(() -> Needle.of("0x4", UTF_8)).isInstanceOf(ParseProblem.class);
    assertThatThrownBy(() -> Needle.of("0xzz", UTF_8)).isInstanceOf(ParseProblem.class);
    assertThatThrownBy(() -> Needle.of("5 €", ISO_8859_1))
        .isInstanceOf(ParseProblem.class)
        .hasMessageContaining("€")
        .hasMessageContaining("ISO-8859-1");
    assertThatThrownBy(() -> Needle.of("x".repeat(Needle.LONGEST + 1), UTF_8))
        .isInstanceOf(ParseProblem.class)
        .hasMessageContaining("1024");
  }
}
