package org.wirebench.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestTest {
  private static final List<String> KNOWN =
      List.of("host", "port", "transport", "timeout", "send", "until");

  @ParameterizedTest
  @CsvSource({
    "hots, host",
    "prot, port",
    "Host, host",
    "tranport, transport",
    "timout, timeout",
    "sned, send",
    "untill, until"
  })
  void aSlipOfThePenIsRecognized(String typed, String meant) {
    assertThat(Nearest.to(typed, KNOWN)).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "x", "certificate", "tls", "zzzz"})
  void anotherWordIsNotTakenForAKnownOne(String typed) {
    assertThat(Nearest.to(typed, KNOWN)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {65, 1_000_000})
  void anEndlessWordIsRefusedAtOnce(int length) {
    assertThat(Nearest.to("x".repeat(length), KNOWN)).isEmpty();
  }
}
