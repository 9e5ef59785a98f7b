package org.wirebench.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
  @ParameterizedTest
  @ValueSource(strings = {"{}", "[1, 2.50e3]", "\"x\"", " null ", "{\"a\": {\"b\": []}}"})
  void whatIsWellFormedHasNoFault(String text) {
    assertThat(JsonText.fault(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {"{\"a\": }|1", "{\\n  'a': 1}|2", "[1,\\n2\\n|3", "{} {}|1"})
  void theFirstFaultHasItsLine(String text, int line) {
    assertThat(JsonText.fault(text.replace("\\n", "\n")))
        .get()
        .extracting(TextFault::line)
        .isEqualTo(line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"a\": }|VALUE",
        "[1,,2]|VALUE",
        "[1, 2,]|VALUE",
        "{'a': 1}|NAME",
        "{\"a\" 1}|COLON",
        "[1 2]|COMMA",
        "[1}|COMMA",
        "{\"a\": 1,}|NAME",
        "[\"\t\"]|CONTROL",
        "[\"\\q\"]|ESCAPE",
        "[\"\\u00g0\"]|ESCAPE",
        "[yes]|LITERAL",
        "[01]|NUMBER",
        "[1.]|NUMBER",
        "[-x]|NUMBER",
        "[1,|END",
        "\"a|END",
        "{} {}|MORE"
      })
  void aFaultIsSaidInTheWordsOfTheOtherViews(String text, JsonFault fault) {
    assertThat(JsonText.fault(text)).get().extracting(TextFault::reason).isEqualTo(fault.title());
  }

  @Test
  void itIsSetOutAndNumbersStayAsTheyWereTyped() {
    assertThat(JsonText.setOut("{\"a\":[1.50,1e400],\"b\":{}}"))
        .hasValue("{\n  \"a\": [\n    1.50,\n    1e400\n  ],\n  \"b\": {}\n}");
    assertThat(JsonText.setOut("{")).isEmpty();
  }
}
