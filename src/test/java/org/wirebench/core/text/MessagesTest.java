package org.wirebench.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class MessagesTest {
  private final Messages messages = Messages.of(MessagesTest.class);

  @Test
  void aTextOfThePackageIsFound() {
    assertThat(messages.get("rate", "3 MB")).isEqualTo("3 MB/s");
  }

  @Test
  void aNumberIsWrittenWithoutGrouping() {
    assertThat(messages.get("rate", 7007)).isEqualTo("7007/s");
  }

  @Test
  void textsAreReadAsUtf8() {
    assertThat(messages.get("duration.microseconds", 5)).isEqualTo("5 µs");
  }

  @Test
  void aMissingKeyIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> messages.get("absent"))
        .withMessageContaining("absent")
        .withMessageContaining("org.wirebench.core.text");
  }

  @Test
  void aPackageWithoutTextsIsNamedOnlyWhenAsked() {
    Messages none = Messages.of(String.class);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> none.get("rate"))
        .withMessageContaining("java.lang");
  }
}
