package org.wirebench.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirebench.core.workspace.Tree;

class FormModelTest {
  private static final Tree.Fields TYPED =
      Tree.Fields.NONE
          .with("host", "a")
          .with("local", Tree.Fields.NONE.with("port", "7").with("unknown", "kept"))
          .with("when", Tree.Fields.NONE.with("regex", "x+"))
          .with("join", Tree.texts(List.of("one", "two")));

  private final FormModel form = new FormModel(TYPED);

  @Test
  void textsAreReadFromTheTree() {
    assertThat(form.text("host").get()).isEqualTo("a");
    assertThat(form.text("local.port").get()).isEqualTo("7");
    assertThat(form.text("missing").get()).isEmpty();
    assertThat(form.words("join").get()).isEqualTo("one, two");
  }

  @Test
  void whatIsTypedStandsInTheTreeAndTheRestStays() {
    form.text("local.port").set("99");
    form.text("host").set("{{server}}");
    assertThat(form.tree())
        .isEqualTo(
            TYPED
                .with("local", Tree.Fields.NONE.with("port", "99").with("unknown", "kept"))
                .with("host", "{{server}}"));
  }

  @Test
  void anEmptiedTextLeavesTheTree() {
    form.text("host").set("");
    form.text("local.port").set("");
    assertThat(form.tree().names()).containsExactly("local", "when", "join");
    assertThat(form.tree().get("local")).contains(Tree.Fields.NONE.with("unknown", "kept"));
  }

  @Test
  void aTaggedTextTakesItsShortFormWhereItCan() {
    FormModel.Tagged when = form.tagged("when", "text");
    assertThat(when.tag().get()).isEqualTo("regex");
    assertThat(when.text().get()).isEqualTo("x+");
    when.tag().set("text");
    assertThat(form.tree().get("when")).contains(Tree.text("x+"));
  }

  @Test
  void wordsAreAListInTheTree() {
    form.words("join").set("a,  b ,");
    assertThat(form.items("join")).isEqualTo(Tree.texts(List.of("a", "b")));
  }

  @Test
  void loadingReplacesEverythingThatIsShown() {
    var host = form.text("host");
    var join = form.words("join");
    form.load(Tree.Fields.NONE.with("host", "b"));
    assertThat(host.get()).isEqualTo("b");
    assertThat(join.get()).isEmpty();
    assertThat(form.tree()).isEqualTo(Tree.Fields.NONE.with("host", "b"));
  }
}
