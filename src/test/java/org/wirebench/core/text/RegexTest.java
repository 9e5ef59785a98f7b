package org.wirebench.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.regex.MatchResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegexTest {
  @Test
  void theFirstMatchIsFoundWithItsGroups() throws Exception {
    assertThat(Regex.of("(\\w+)@(\\w+)").find("to ann@home or bob@work"))
        .map(MatchResult::group)
        .contains("ann@home");
    assertThat(Regex.of("(\\w+)@(\\w+)").groups()).isEqualTo(2);
  }

  @Test
  void matchesAreCounted() throws Exception {
    assertThat(Regex.of("a+").count("aa b aaa c a")).isEqualTo(3);
    assertThat(Regex.ignoringCase("Ä").count("ä Ä")).isEqualTo(2);
  }

  @Test
  void aWrongExpressionSaysWhere() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Regex.of("a(b"))
        .withMessageContaining("Unclosed group");
  }

  @Test
  void anExplodingSearchGivesUp() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () ->
            assertThatExceptionOfType(Regex.TooHardException.class)
                .isThrownBy(() -> Regex.of("(.*,){30}P").find("1,".repeat(3000))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"(a|b)*c", "(?:.|\\n)*?x"})
  void aSearchThatRecursesTooDeepGivesUp(String pattern) {
    assertThatExceptionOfType(Regex.TooHardException.class)
        .isThrownBy(() -> Regex.of(pattern).matchAll("ab".repeat(500_000)));
  }

  @Test
  void anExpressionNestedTooDeepIsRefused() {
    int depth = 200_000;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Regex.of("(".repeat(depth) + "a" + ")".repeat(depth)));
  }
}
