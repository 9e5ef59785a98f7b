package org.wirebench.terminal.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is well-formed, against the decoder of Java, and what stands for what is not. */
class Utf8Test {
  /** The edges of all ranges that Unicode's table 3-7 has, and what is never right. */
  private static final int[] UNITS = {
    0x41, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xec, 0xed, 0xee, 0xef,
    0xf0, 0xf1, 0xf4, 0xf5
  };

  private static final int LONGEST = 4;

  /** What was printed, as text. */
  private static final class Printed implements Actions {
    private final StringBuilder text = new StringBuilder();

    @Override
    public void print(byte[] bytes, int from, int to) {
      text.append(new String(bytes, from, to - from, UTF_8));
    }

    @Override
    public void print(int codePoint) {
      text.appendCodePoint(codePoint);
    }

    @Override
    public void delete() {
      throw new AssertionError("DEL");
    }

    @Override
    public void execute(int control) {
      throw new AssertionError(control);
    }

    @Override
    public void escape(Function function) {
      throw new AssertionError(function);
    }

    @Override
    public void control(Function function, Params params) {
      throw new AssertionError(function);
    }

    @Override
    public void system(String string, boolean byBell) {
      throw new AssertionError(string);
    }

    @Override
    public void device(Function function, Params params, String string) {
      throw new AssertionError(string);
    }
  }

  private static String fed(byte[] bytes, int portion) {
    Printed printed = new Printed();
    Parser parser = new Parser(printed);
    for (int at = 0; at < bytes.length; at += portion) {
      parser.feed(bytes, at, Math.min(bytes.length, at + portion));
    }
    return printed.text.toString();
  }

  private static byte[] bytes(int number) {
    byte[] bytes = new byte[LONGEST + 2];
    bytes[0] = '<';
    for (int at = 1, rest = number; at <= LONGEST; at++, rest /= UNITS.length) {
      bytes[at] = (byte) UNITS[rest % UNITS.length];
    }
    bytes[LONGEST + 1] = '>';
    return bytes;
  }

  @Test
  void itIsTheSameInOnePieceAndByteByByte() throws Exception {
    int wellFormed = 0;
    for (int number = 0; number < Math.pow(UNITS.length, LONGEST); number++) {
      byte[] bytes = bytes(number);
      String loose = new String(bytes, UTF_8);
      if (loose.chars().anyMatch(c -> c >= 0x80 && c < 0xa0)) {
        // A control character of C1.
        continue;
      }
      String whole = fed(bytes, bytes.length);
      assertThat(fed(bytes, 1)).isEqualTo(whole);
      if (loose.indexOf(Utf8.REPLACEMENT) < 0) {
        assertThat(whole).isEqualTo(loose);
        wellFormed++;
      } else {
        assertThat(whole.codePoints()).contains(Utf8.REPLACEMENT);
      }
    }
    assertThat(wellFormed).isGreaterThan(500);
  }

  /** Unicode 17, section 3.9, tables 3-8 to 3-11 and what is like them. */
  @ParameterizedTest
  @CsvSource({
    "c0af e080bf f08182 41, ????????A",
    "eda080 edbfbf edaf 41, ????????A",
    "f4919293 ff 41 80 bf 42, ?????A??B",
    "e180 e2 f09192 f1bf 41, ????A",
    "c2 e1a0 c3a4, ??ä",
    "f180, ?",
  })
  void whatIsIllFormedIsReplacedByMaximalSubparts(String hex, String shown) {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", "") + "7c");
    String right = shown.replace('?', (char) Utf8.REPLACEMENT) + "|";
    assertThat(fed(bytes, bytes.length)).isEqualTo(right);
    assertThat(fed(bytes, 1)).isEqualTo(right);
  }
}
