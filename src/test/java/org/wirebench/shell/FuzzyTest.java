package org.wirebench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FuzzyTest {
  private static List<String> ranked(String typed, String... texts) {
    return Stream.of(texts)
        .filter(text -> Fuzzy.score(typed, text).isPresent())
        .sorted((a, b) -> Fuzzy.score(typed, b).orElseThrow() - Fuzzy.score(typed, a).orElseThrow())
        .toList();
  }

  @Test
  void theStartOfTheTextIsBetterThanTheStartOfAWordThanTheMiddle() {
    assertThat(ranked("tab", "Stable", "New tab", "Tab list"))
        .containsExactly("Tab list", "New tab", "Stable");
  }

  @Test
  void lettersMayBeLeftOut() {
    assertThat(ranked("nwtb", "New tab", "Settings")).containsExactly("New tab");
    assertThat(ranked("sas", "Save as", "Lab")).containsExactly("Save as");
  }

  @Test
  void wordsMayComeInAnyOrderAndCase() {
    assertThat(ranked("TAB new", "New tab", "New window")).containsExactly("New tab");
  }

  @Test
  void lettersInTheMiddleOfWordsAloneAnswerNothing() {
    assertThat(Fuzzy.score("lab", "Close this tab")).isEmpty();
  }

  @Test
  void nothingTypedIsAnsweredByEverything() {
    assertThat(Fuzzy.score("", "anything")).isPresent();
  }
}
