package org.wirebench.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.MatchResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegexTest {
  @Test
  void theFirstMatchIsFoundWithItsGroups() throws Exception {
    assertThat(Regex.of("(\\w+)@(\\w+)").find("to ann@home or bob@work"))
        .map(MatchResult::group)
        .contains("ann@home");
    assertThat(Regex.of("(\\w+)@(\\w+)").groups()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "'\\b|foo', 'a foo', 2, 5",
    "'\\b|foo', 'foo', 0, 3",
    "'x*(?=b)|foo', 'b foo', 2, 5",
    "'x*(?=b)|foo', 'axxb foo', 1, 3",
    "'(?x) \\b | foo # to the end', ' foo', -1, -1",
    "'^|$', 'foo', -1, -1"
  })
  void anEmptyMatchHidesNoOtherThatIsNotEmpty(String pattern, String text, int start, int end)
      throws Exception {
    Optional<MatchResult> found = Regex.of(pattern).findSome(text);
    assertThat(found.map(MatchResult::start).orElse(-1)).isEqualTo(start);
    assertThat(found.map(MatchResult::end).orElse(-1)).isEqualTo(end);
  }

  @Test
  void matchesAreCounted() throws Exception {
    assertThat(Regex.of("a+").count("aa b aaa c a")).isEqualTo(3);
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
        .isThrownBy(() -> Regex.of(pattern).find("ab".repeat(500_000)));
  }

  @Test
  void anExpressionNestedTooDeepIsRefused() {
    int depth = 200_000;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Regex.of("(".repeat(depth) + "a" + ")".repeat(depth)));
  }
}
