package org.wirebench.core.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariablesTest {
  private final Variables variables =
      new Variables(Map.of("host", "example.org", "port", "80", "self", "{{self}}", "odd", "$1\\"));

  private Bound<Tree.Fields> resolve(String text) {
    return variables.resolve(Tree.Fields.NONE.with("f", text), "request");
  }

  @ParameterizedTest
  @CsvSource({
    "{{host}}, example.org",
    "http://{{host}}:{{ port }}/, http://example.org:80/",
    "{{self}}, {{self}}",
    "{{odd}}, $1\\",
    "\\{{host}}, {{host}}",
    "\\{{{{host}}, {{example.org",
    "{host}, {host}",
    "{{}}, {{}}",
    "{{host, {{host",
    "{{1st}}, {{1st}}",
    "plain, plain"
  })
  void variablesAreReplacedOnce(String typed, String resolved) {
    assertThat(resolve(typed)).isEqualTo(new Bound.Ok<>(Tree.Fields.NONE.with("f", resolved)));
  }

  @Test
  void unknownNamesAreProblemsAtTheirPlaces() {
    Tree.Fields fields =
        Tree.Fields.NONE.with(
            "list",
            Tree.items(List.of(Tree.text("{{host}}"), new Tree.Text("{{hots}}", new Mark(3, 5)))));

    assertThat(variables.resolve(fields, "request").found())
        .containsExactly(
            new Problem(
                "request.list[1]",
                "the variable \"hots\" is not known; did you mean \"host\"?",
                new Mark(3, 5)));
  }

  @Test
  void othersWinAndTheOrderIsThatOfTheUser() {
    Variables mine = Variables.NONE.with("z", "1").with("a", "2").with("m", "3");

    Variables both = mine.with(Variables.NONE.with("a", "given").with("b", "4"));

    assertThat(both.values())
        .containsExactly(
            Map.entry("z", "1"), Map.entry("a", "given"), Map.entry("m", "3"), Map.entry("b", "4"));
  }

  @Test
  void theNamesInATreeAreFound() {
    Tree.Fields fields =
        Tree.Fields.NONE
            .with("a", "{{x}} \\{{y}} {{z}}")
            .with("b", Tree.texts(List.of("{{w}}", "{{x}}")));

    assertThat(Variables.namesIn(fields)).containsExactly("w", "x", "z");
  }
}
