package org.wirebench.tool.http.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirebench.core.workspace.Tree;

class HeaderRowsTest {
  private static final Tree.Fields ACCEPT =
      Tree.Fields.NONE.with("name", "Accept").with("value", "a:b");

  @Test
  void linesRowsAndWhatIsKeptSayTheSame() {
    Tree.Items rows = Tree.items(List.of(ACCEPT, ACCEPT.with("off", "true")));
    assertThat(HeaderRows.lines(rows)).isEqualTo("Accept: a:b\n# Accept: a:b");
    assertThat(HeaderRows.ofLines("Accept:a:b\n\n#Accept: a:b")).isEqualTo(rows);
    assertThat(HeaderRows.kept(rows))
        .isEqualTo(Tree.items(List.of(Tree.text("Accept: a:b"), ACCEPT.with("off", "true"))));
    assertThat(HeaderRows.rows(HeaderRows.kept(rows))).isEqualTo(rows);
  }

  @Test
  void aNameThatIsNoneIsKeptAsItIsTyped() {
    Tree.Items rows = Tree.items(List.of(Tree.Fields.NONE.with("name", "a:b").with("value", "c")));
    assertThat(HeaderRows.rows(HeaderRows.kept(rows))).isEqualTo(rows);
  }
}
