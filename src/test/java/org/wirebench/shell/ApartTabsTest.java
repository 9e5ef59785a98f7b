package org.wirebench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.Tree;
import org.wirebench.fx.Hue;

/** Tabs that have a window of their own. */
class ApartTabsTest {
  private final TabsViewModel model = new TabsViewModel(ApartTabsTest::kind);

  private static TabKind kind(String id) {
    Entry blank = Entry.of(id, id, Tree.Fields.NONE);
    return new TabKind(
        id,
        id,
        Feather.CIRCLE,
        Hue.GREY,
        () -> blank,
        false,
        true,
        same -> same,
        _ -> {
          throw new AssertionError("not shown");
        });
  }

  @Test
  void aFileThatIsOpenInAWindowOfItsOwnIsNotOpenedTwice() {
    Entry entry = Entry.of("A", "echo", Tree.Fields.NONE);
    Optional<Path> file = Optional.of(Path.of("a.yaml"));
    WorkTab tab = model.open(entry, file);
    model.moveApart(tab);

    assertThat(model.open(entry, file)).isSameAs(tab);

    assertThat(model.tabs()).isEqualTo(List.of(tab));
    assertThat(model.apart()).isEmpty();
    assertThat(model.selected()).contains(tab);
  }
}
