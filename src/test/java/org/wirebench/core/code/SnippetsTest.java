package org.wirebench.core.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SnippetsTest {
  private final Snippets pieces = Snippets.of(SnippetsTest.class, "test-pieces.txt");

  @Test
  void aPlaceWithinALineIsFilled() {
    assertThat(pieces.get("within", "name", "x")).isEqualTo("before x after\n");
  }

  @Test
  void aPlaceAloneTakesLinesAndKeepsTheMargin() {
    assertThat(pieces.get("alone", "body", "one\n\n  two\n"))
        .isEqualTo("def f():\n    one\n\n      two\nend\n");
  }

  @Test
  void aPlaceAloneVanishesWithNothingInIt() {
    assertThat(pieces.get("alone", "body", "")).isEqualTo("def f():\nend\n");
  }

  @Test
  void whatIsFilledInIsNotLookedThrough() {
    assertThat(pieces.get("within", "name", "{{name}} $1 \\"))
        .isEqualTo("before {{name}} $1 \\ after\n");
  }

  @Test
  void whatIsMissingIsNamed() {
    assertThatThrownBy(() -> pieces.get("within")).hasMessageContaining("name");
    assertThatThrownBy(() -> pieces.get("nothing")).hasMessageContaining("nothing");
    assertThatThrownBy(() -> Snippets.of(SnippetsTest.class, "none.txt"))
        .hasMessageContaining("none.txt");
  }

  @Test
  void allNamesAreKnown() {
    assertThat(pieces.names()).containsExactlyInAnyOrder("within", "alone");
  }
}
