package org.wirebench.core.bytes;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EscapesTest {
  static Stream<Charset> charsets() {
    return Stream.concat(
        Stream.of(UTF_8, US_ASCII, ISO_8859_1, UTF_16, UTF_16LE),
        Stream.of("windows-1252", "Shift_JIS", "ISO-2022-JP", "GB18030", "IBM037")
            .map(Charset::forName));
  }

  @ParameterizedTest
  @MethodSource("charsets")
  void everyByteSequenceSurvives(Charset charset) throws ParseProblem {
    Random random = new Random(1);
    for (int i = 0; i < 400; i++) {
      byte[] bytes = new byte[random.nextInt(60)];
      random.nextBytes(bytes);
      String text = Escapes.encode(bytes, charset);
      assertThat(Escapes.decode(text, charset)).as(text).isEqualTo(bytes);
      assertThat(text).isEqualTo(Escapes.display(text));
    }
  }

  @ParameterizedTest
  @MethodSource("charsets")
  void textSurvivesAsText(Charset charset) throws ParseProblem {
    byte[] bytes = "Hello\r\n\tback\\slash {0}\0".getBytes(charset);
    assertThat(Escapes.decode(Escapes.encode(bytes, charset), charset)).isEqualTo(bytes);
  }

  /** A mark before each piece would be in the middle of what they are together. */
  @ParameterizedTest
  @CsvSource({"UTF-16, 0061", "x-UTF-16LE-BOM, 6100", "UTF-32, 00000061", "UTF-8, 61"})
  void noPieceBeginsWithAByteOrderMark(String charset, String hex) throws ParseProblem {
    byte[] bytes = Escapes.decode("a", Charset.forName(charset));
    assertThat(Hex.of(bytes).replace(" ", "")).isEqualTo(hex);
    assertThat(Escapes.encode(bytes, Charset.forName(charset))).isEqualTo("a");
  }

  @Test
  void longMixturesSurvive() throws ParseProblem {
    Random random = new Random(3);
    byte[] bytes = new byte[100_000];
    random.nextBytes(bytes);
    byte[] words = "Grüße 😀 ".repeat(5000).getBytes(UTF_8);
    System.arraycopy(words, 0, bytes, 20_001, 60_000);
    assertThat(Escapes.decode(Escapes.encode(bytes, UTF_8), UTF_8)).isEqualTo(bytes);
  }

  @Test
  void bytesAreWrittenForPeople() {
    byte[] bytes = "a\\b\r\n\t\0\u001b[31m é 😀 \u202e".getBytes(UTF_8);
    assertThat(Escapes.encode(bytes, UTF_8))
        .isEqualTo("a\\\\b\\r\\n\\t\\0\\x1b[31m é 😀 \\u{202e}");
    assertThat(Escapes.encode(new byte[] {'a', (byte) 0xff, 'b'}, UTF_8)).isEqualTo("a\\xffb");
  }

  @Test
  void escapesMeanTheirBytes() throws ParseProblem {
    assertThat(Escapes.decode("\\x00\\xFf\\u{1F600}\\0\\\\x", UTF_8))
        .containsExactly(0, 0xff, 0xf0, 0x9f, 0x98, 0x80, 0, '\\', 'x');
    assertThat(Escapes.decode("é\\u{e9}", ISO_8859_1)).containsExactly(0xe9, 0xe9);
  }

  @ParameterizedTest
  @CsvSource({
    "'ab\\', 2",
    "'a\\q', 1",
    "'\\x4', 3",
    "'\\xg0', 2",
    "'\\u1F600', 2",
    "'\\u{}', 3",
    "'\\u{12', 5",
    "'\\u{1234567}', 9",
    "'\\u{110000}', 3",
    "'\\u{d800}', 0",
    "'\\u{z}', 3"
  })
  void theProblemSaysWhere(String text, int position) {
    assertThatThrownBy(() -> Escapes.decode(text, UTF_8))
        .isInstanceOfSatisfying(
            ParseProblem.class, problem -> assertThat(problem.position()).isEqualTo(position));
  }

  @Test
  void aCharacterThatTheCharsetDoesNotHaveIsAProblem() {
    assertThatThrownBy(() -> Escapes.decode("abc é", US_ASCII))
        .isInstanceOfSatisfying(
            ParseProblem.class, problem -> assertThat(problem.position()).isEqualTo(4))
        .hasMessageContaining("US-ASCII");
  }

  @Test
  void shownTextCommandsNothing() {
    Random random = new Random(9);
    for (int i = 0; i < 2000; i++) {
      StringBuilder wild = new StringBuilder();
      for (int j = 0; j < 20; j++) {
        wild.append((char) random.nextInt(0x10000));
      }
      String shown = Escapes.display(wild.toString());
      assertThat(shown.codePoints().allMatch(Escapes::isSafe)).as(shown).isTrue();
    }
    assertThat(Escapes.display("C:\\dir é\u001b]0;x\u0007\u2066\u2028\ud800"))
        .isEqualTo("C:\\dir é\\x1b]0;x\\x07\\u{2066}\\u{2028}\\u{d800}");
    String plain = "plain";
    assertThat(Escapes.display(plain)).isSameAs(plain);
  }

  @Test
  void shownTextIsCutBetweenCharacters() {
    assertThat(Escapes.display("abc", 3)).isEqualTo("abc");
    assertThat(Escapes.display("abcd", 3)).isEqualTo("abc…");
    assertThat(Escapes.display("ab\ud83d\ude00c", 3)).isEqualTo("ab…");
    assertThat(Escapes.display("a\nbc", 2)).isEqualTo("a\\n…");
  }
}
