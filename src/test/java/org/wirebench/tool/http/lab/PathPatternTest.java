package org.wirebench.tool.http.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
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

  @ParameterizedTest
  @CsvSource({
    "/a/*, /a/{x}/c, true",
    "/{x}, /a, true",
    "/%61, /a, true",
    "/*, /, true",
    "/a/*, /a, true",
    "/a/{x}, /a/*, false",
    "/{x}, /, false",
    "/a/{x}, /a/b/c, false",
    "/a, /{x}, false"
  })
  void aWiderPatternCoversANarrowerOne(String pattern, String other, boolean covers) {
    assertThat(PathPattern.parse(pattern).covers(PathPattern.parse(other))).isEqualTo(covers);
  }

  @Test
  void onePatternCoversAnotherWhereEachPathOfThatIsOneOfIts() {
    List<String> patterns = joined(List.of("a", "b", "*", "{x}", ""), 2);
    List<List<String>> paths =
        joined(List.of("a", "b", "c", ""), 4).stream().map(PathPattern::segments).toList();
    for (String one : patterns) {
      for (String other : patterns) {
        PathPattern wide = PathPattern.parse(one);
        PathPattern narrow = PathPattern.parse(other);
        boolean all =
            paths.stream()
                .filter(path -> narrow.match(path).isPresent())
                .allMatch(path -> wide.match(path).isPresent());
        assertThat(wide.covers(narrow)).as("%s covers %s", one, other).isEqualTo(all);
      }
    }
  }

  /** All paths of up to so many of these segments; a name is another in each place. */
  private static List<String> joined(List<String> segments, int most) {
    List<String> all = new ArrayList<>();
    List<String> last = List.of("");
    for (int i = 1; i <= most; i++) {
      String number = i + "}";
      last =
          last.stream()
              .flatMap(
                  begin -> segments.stream().map(one -> begin + "/" + one.replace("}", number)))
              .toList();
      all.addAll(last);
    }
    return all;
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
