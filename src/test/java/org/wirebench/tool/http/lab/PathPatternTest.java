package org.wirebench.tool.http.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathPatternTest {
  private static Optional<Map<String, String>> match(String pattern, String path) {
    return PathPattern.parse(pattern).match(PathPattern.segments(path));
  }

  @Test
  void namesStandForOneSegment() {
    assertThat(match("/a/{x}/c/{y}", "/a/b%2Fb/c/%C3%A9")).contains(Map.of("x", "b/b", "y", "é"));
  }

  @ParameterizedTest
  @CsvSource({"/a/{x},/a/", "/a/{x},/a", "/a/{x},/a/b/c", "/a,/A", "/a/*/c,/a/b/d", "/,/a"})
  void otherPathsDoNotMatch(String pattern, String path) {
    assertThat(match(pattern, path)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"/a/*,/a/b/c,b/c", "/a/*,/a/,''", "/a/*,/a,''", "/*,/x,x"})
  void aStarAtTheEndIsTheRest(String pattern, String path, String rest) {
    assertThat(match(pattern, path)).contains(Map.of("*", rest));
  }

  @Test
  void aStarWithinIsOneSegment() {
    assertThat(match("/a/*/c", "/a/b/c")).contains(Map.of());
    assertThat(match("/", "/")).contains(Map.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "", "/a?b", "/a b", "/{x}y", "/{}", "/{x}/{x}", "/{1}"})
  void whatIsNoPatternIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> PathPattern.parse(text));
  }
}
