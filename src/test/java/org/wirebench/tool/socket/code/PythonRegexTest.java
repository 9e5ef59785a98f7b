package org.wirebench.tool.socket.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PythonRegexTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "a+b*?[^c-d]{2,3}(?:e|f)$~a+b*?[^c-d]{2,3}(?:e|f)$",
        "\\d\\w\\s\\b\\.\\\\~\\d\\w\\s\\b\\.\\\\",
        "(?<who>a)\\k<who>~(?P<who>a)(?P=who)",
        "(?<=a)b(?<!c)(?=d)(?!e)~(?<=a)b(?<!c)(?=d)(?!e)",
        "a\\z~a\\Z",
        "a\\Z~a(?=\\n?\\Z)",
        "\\Qa.b\\E.~a\\.b.",
        "\\Qa.b~a\\.b",
        "\\e\\x1b~\\x1b\\x1b",
        "(?i)a(?s:b)~(?i)a(?s:b)",
        "\\\\p{x}~\\\\p{x}"
      })
  void whatBothKnowIsTranslated(String java, String python) {
    assertThat(PythonRegex.of(java)).contains(python);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\p{L}",
        "[a-z&&[^b]]",
        "(?>a)",
        "a++",
        "a*+",
        "a{2}+",
        "\\R",
        "\\h",
        "\\cA",
        "\\07",
        "\\x{41}",
        "(?u)a",
        "(?d:a)",
        "a(?i)b",
        "(?-i)a"
      })
  void whatPythonDoesNotKnowIsNotPretended(String java) {
    assertThat(PythonRegex.of(java)).isEmpty();
  }
}
