package org.wirebench.core.transcript;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirebench.core.bytes.Escapes;

class ShownTest {
  private static Shown text(String text) {
    return ShownText.of(text.getBytes(UTF_8), UTF_8);
  }

  private static List<String> dim(Shown shown) {
    return shown.dim().stream()
        .map(part -> shown.text().substring(part.from(), part.to()))
        .toList();
  }

  private static List<String> at(Shown shown, int from, int to) {
    return shown.parts(from, to).stream()
        .map(part -> shown.text().substring(part.from(), part.to()))
        .toList();
  }

  @Test
  void textIsShownAsItIsAndABackslashStaysOne() {
    assertThat(text("C:\\dir grün 日本 😀").text()).isEqualTo("C:\\dir grün 日本 😀");
    assertThat(text("C:\\dir").dim()).isEmpty();
  }

  @Test
  void controlCharactersAreShownAndDim() {
    Shown shown = text("a\tb\u001b[31m\u0007\u202e\r");
    assertThat(shown.text()).isEqualTo("a\\tb\\x1b[31m\\x07\\u{202e}\\r");
    assertThat(dim(shown)).containsExactly("\\t", "\\x1b", "\\x07\\u{202e}\\r");
  }

  @Test
  void bytesThatAreNoTextAreShownAsHexAndDim() {
    byte[] bytes = {'a', (byte) 0xff, (byte) 0xc3, 'b', (byte) 0xe2, (byte) 0x82};
    Shown shown = ShownText.of(bytes, UTF_8);
    assertThat(shown.text()).isEqualTo("a\\xff\\xc3b\\xe2\\x82");
    assertThat(dim(shown)).containsExactly("\\xff\\xc3", "\\xe2\\x82");
  }

  @Test
  void eachByteIsFoundAgainInTheText() {
    Shown shown = ShownText.of(new byte[] {'a', 0, (byte) 0xc3, (byte) 0xa4, (byte) 0xff}, UTF_8);
    assertThat(shown.text()).isEqualTo("a\\0ä\\xff");
    assertThat(at(shown, 0, 1)).containsExactly("a");
    assertThat(at(shown, 1, 2)).containsExactly("\\0");
    assertThat(at(shown, 2, 4)).containsExactly("ä");
    assertThat(at(shown, 3, 5)).containsExactly("ä\\xff");
    assertThat(at(shown, 0, 99)).containsExactly("a\\0ä\\xff");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"UTF-8", "ISO-8859-1", "US-ASCII", "windows-1252", "UTF-16LE", "Shift_JIS"})
  void nothingRawIsEverShownAndARowFitsTheView(String name) {
    Random random = new Random(name.hashCode());
    for (int round = 0; round < 200; round++) {
      byte[] bytes = new byte[random.nextInt(TextRows.LONGEST + 1)];
      random.nextBytes(bytes);
      Shown shown = ShownText.of(bytes, Charset.forName(name));
      assertThat(Escapes.display(shown.text())).isEqualTo(shown.text());
      assertThat(shown.text().length()).isLessThanOrEqualTo(4 * TextRows.LONGEST);
      for (int i = 0; i < bytes.length; i++) {
        assertThat(shown.parts(i, i + 1)).hasSize(1);
      }
    }
  }

  @Test
  void hexHasThePlaceTheDigitsAndTheText() {
    byte[] bytes = "Hello,\nworld 0123".getBytes(ISO_8859_1);
    Shown shown = ShownHex.of(16, java.util.Arrays.copyOf(bytes, 16), true);
    assertThat(shown.text())
        .isEqualTo("000010  48 65 6c 6c 6f 2c 0a 77  6f 72 6c 64 20 30 31 32  Hello,.world 012");
    assertThat(dim(shown)).containsExactly("000010", ".");
    assertThat(at(shown, 6, 9)).containsExactly("0a 77  6f", ".wo");
    assertThat(ShownHex.of(0x1234567890L, new byte[] {1}, false).text()).isEqualTo("34567890  01");
  }

  @Test
  void theTextOfAShortRowStandsInItsColumn() {
    String full = ShownHex.of(0, new byte[16], true).text();
    String part = ShownHex.of(0, new byte[] {'x'}, true).text();
    assertThat(part.indexOf('x')).isEqualTo(full.indexOf('.'));
  }
}
