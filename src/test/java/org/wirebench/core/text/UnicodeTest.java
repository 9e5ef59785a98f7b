package org.wirebench.core.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.wirebench.core.text.Unicode.Join;

class UnicodeTest {
  @Test
  void theTableIsThatOfUnicode() throws Exception {
    String wanted = UnicodeTable.text();
    if (System.getProperty("wirebench.unicode", "").equals("write")) {
      Files.writeString(
          Path.of(
              System.getProperty("wirebench.basedir", "."),
              "resources/org/wirebench/core/text/unicode.txt"),
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
}
