package org.wirebench.core.transcript;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CopyFormTest {
  private static byte[] counting(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) i;
    }
    return bytes;
  }

  @Test
  void textIsTheTextWithItsLineEnds() {
    assertThat(CopyForm.TEXT.write("grün\r\n".getBytes(UTF_8), UTF_8)).isEqualTo("grün\r\n");
  }

  @Test
  void hexHasSixteenBytesToALine() {
    assertThat(CopyForm.HEX.write(counting(18), UTF_8))
        .isEqualTo("00 01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f\n10 11");
  }

  @Test
  void aCArrayIsADefinitionThatCompiles() {
    assertThat(CopyForm.C_ARRAY.write(counting(13), UTF_8))
        .isEqualTo(
            """
            const unsigned char data[13] = {
                0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08, 0x09, 0x0a, 0x0b,
                0x0c
            };
            """);
  }

  @Test
  void shortPythonIsOneLiteralAndLongPythonSeveral() {
    assertThat(CopyForm.PYTHON.write("a\"b\\\n\u0000".getBytes(UTF_8), UTF_8))
        .isEqualTo("b\"a\\\"b\\\\\\n\\x00\"");
    assertThat(CopyForm.PYTHON.write("x".repeat(65).getBytes(UTF_8), UTF_8))
        .isEqualTo("(\n    b\"" + "x".repeat(64) + "\"\n    b\"x\"\n)");
  }
}
