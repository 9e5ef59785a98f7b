package org.wirebench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.settings.Session;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.Tree;
import org.wirebench.fx.Hue;

class TabsViewModelTest {
  private final TabsViewModel model = new TabsViewModel(TabsViewModelTest::kind);

  private static TabKind kind(String id) {
    return new TabKind(
        id,
        id,
        Feather.BOX,
        Hue.GREY,
        () -> Entry.of("New " + id, id, Tree.Fields.NONE),
        id.equals("settings"),
        !id.equals("settings"),
        entry -> entry.with(entry.request().without("password")),
        entry -> {
          throw new AssertionError("no view is built here");
        });
  }

  private static Entry entry(String name, String host) {
    return Entry.of(name, "tool", Tree.Fields.NONE.with("host", host));
  }

  private List<String> names() {
    return model.tabs().stream().map(tab -> tab.entry().name()).toList();
  }

  @Test
  void aNewTabOpensBesideTheOneThatIsShown() {
    WorkTab first = model.open(entry("a", "1"), Optional.empty());
    model.open(entry("b", "2"), Optional.empty());
    model.selectedProperty().set(first);

    model.open(entry("c", "3"), Optional.empty());

    assertThat(names()).containsExactly("a", "c", "b");
    assertThat(model.selected().orElseThrow().entry().name()).isEqualTo("c");
  }

  @Test
  void goingToAKindShowsItsTabThatWasShownLastOrOpensOne() {
    WorkTab first = model.open(entry("a", "1"), Optional.empty());
    WorkTab second = model.open(entry("b", "2"), Optional.empty());

    model.selectedProperty().set(first);
    model.goTo("tool");
    assertThat(model.selected()).contains(first);
    model.goTo("settings");
    assertThat(names()).containsExactlyInAnyOrder("a", "b", "New settings");
    model.goTo("tool");
    assertThat(model.selected()).contains(first);
    model.close(first);
    model.goTo("settings");
    model.goTo("tool");
    assertThat(model.selected()).contains(second);
    assertThat(model.tabs()).hasSize(2);
  }

  @Test
  void closedTabsComeBackLastFirstWithWhatWasTyped() {
    WorkTab a = model.open(entry("a", "1"), Optional.empty());
    WorkTab b = model.open(entry("b", "2"), Optional.empty());
    a.typed(entry("a", "typed"));

    model.close(a);
    model.close(b);
    assertThat(model.tabs()).isEmpty();
    assertThat(model.selected()).isEmpty();
    model.reopen();
    model.reopen();

    assertThat(names()).containsExactly("a", "b");
    assertThat(model.selected()).contains(a);
    assertThat(a.entry().request().text("host")).contains("typed");
    assertThat(model.reopen()).isEmpty();
    assertThat(model.canReopenProperty().get()).isFalse();
  }

  @Test
  void theNeighbourIsShownWhenTheShownTabIsClosed() {
    model.open(entry("a", "1"), Optional.empty());
    WorkTab b = model.open(entry("b", "2"), Optional.empty());
    model.open(entry("c", "3"), Optional.empty());
    model.selectedProperty().set(b);

    model.close(b);

    assertThat(model.selected().orElseThrow().entry().name()).isEqualTo("c");
  }

  @Test
  void oneTabOfTheSettingsIsEnough() {
    WorkTab settings = model.openBlank("settings");
    model.open(entry("a", "1"), Optional.empty());

    assertThat(model.openBlank("settings")).isSameAs(settings);
    assertThat(model.tabs()).hasSize(2);
  }

  @Test
  void anEntryOfAFileIsOpenedOnce() {
    Path file = Path.of("/w/a.yaml");
    WorkTab tab = model.open(entry("a", "1"), Optional.of(file));

    assertThat(model.open(entry("a", "1"), Optional.of(file))).isSameAs(tab);
    assertThat(model.open(entry("other", "1"), Optional.of(file))).isNotSameAs(tab);
  }

  @Test
  void aTabIsDirtyWhileItDiffersFromWhatIsSaved() {
    WorkTab tab = model.open(entry("a", "1"), Optional.empty());
    assertThat(tab.dirtyProperty().get()).isFalse();

    tab.typed(entry("a", "2"));
    assertThat(tab.dirtyProperty().get()).isTrue();
    tab.typed(entry("a", "1"));
    assertThat(tab.dirtyProperty().get()).isFalse();
    tab.typed(entry("a", "3"));
    tab.saved(Path.of("/w/b.yaml"), entry("b", "3"));

    assertThat(tab.dirtyProperty().get()).isFalse();
    assertThat(tab.titleProperty().get()).isEqualTo("b");
  }

  @Test
  void whatIsTypedWhileATabIsSavedIsStillDirtyAfter() {
    WorkTab tab = model.open(entry("a", "1"), Optional.empty());
    tab.typed(entry("a", "2"));
    Entry written = tab.entry();
    tab.typed(entry("a", "3"));

    tab.saved(Path.of("/w/a.yaml"), written);

    assertThat(tab.dirtyProperty().get()).isTrue();
  }

  @Test
  void pinnedTabsStayAtTheLeft() {
    model.open(entry("a", "1"), Optional.empty());
    WorkTab b = model.open(entry("b", "2"), Optional.empty());
    model.togglePin(b);
    assertThat(names()).containsExactly("b", "a");
    assertThat(model.selected()).contains(b);

    model.open(entry("c", "3"), Optional.empty());
    model.closeOthers(model.selected().orElseThrow());

    assertThat(names()).containsExactly("b", "c");
    model.togglePin(b);
    assertThat(b.pinnedProperty().get()).isFalse();
  }

  @Test
  void aDuplicateHasTheSameInItAndIsNotSaved() {
    WorkTab tab = model.open(entry("a", "1"), Optional.of(Path.of("/w/a.yaml")));

    WorkTab copy = model.duplicate(tab);

    assertThat(copy.entry()).isEqualTo(tab.entry());
    assertThat(copy.file()).isEmpty();
    assertThat(copy.dirtyProperty().get()).isTrue();
  }

  @Test
  void aTabApartComesBack() {
    WorkTab tab = model.open(entry("a", "1"), Optional.empty());

    model.moveApart(tab);
    assertThat(model.tabs()).isEmpty();
    assertThat(model.state()).hasSize(1);
    model.moveBack(tab);

    assertThat(model.tabs()).containsExactly(tab);
    assertThat(model.selected()).contains(tab);
  }

  @Test
  void theKeysGoRoundTheTabs() {
    WorkTab a = model.open(entry("a", "1"), Optional.empty());
    WorkTab b = model.open(entry("b", "2"), Optional.empty());

    model.step(1);
    assertThat(model.selected()).contains(a);
    model.step(-1);

    assertThat(model.selected()).contains(b);
  }

  @Test
  void whatWasOpenComesBackDirtyOrNot() {
    WorkTab saved = model.open(entry("a", "1"), Optional.of(Path.of("/w/a.yaml")));
    WorkTab draft = model.open(entry("b", "1"), Optional.of(Path.of("/w/b.yaml")));
    draft.typed(entry("b", "2"));
    model.togglePin(saved);
    Session session = new Session(Optional.empty(), model.state(), 1, "");

    TabsViewModel again = new TabsViewModel(TabsViewModelTest::kind);
    again.restore(session, open -> Optional.of(entry("b", "1")));

    assertThat(again.tabs())
        .extracting(tab -> tab.dirtyProperty().get())
        .containsExactly(false, true);
    assertThat(again.tabs().getFirst().pinnedProperty().get()).isTrue();
    assertThat(again.selected().orElseThrow().entry().request().text("host")).contains("2");
  }

  @Test
  void aTabIsCalledAfterARestartAsItWasBeforeWithoutBeingShown() {
    WorkTab tab = model.open(entry("", "1"), Optional.empty());
    tab.connectedProperty().set("Server 127.0.0.1:7101");
    Session session = new Session(Optional.empty(), model.state(), 0, "");

    TabsViewModel again = new TabsViewModel(TabsViewModelTest::kind);
    again.restore(session, open -> Optional.empty());

    assertThat(again.tabs().getFirst().titleProperty().get()).isEqualTo("Server 127.0.0.1:7101");
    assertThat(again.tabs().getFirst().entry().name()).isEmpty();
  }

  @Test
  void aLongNameLosesItsMiddleAndKeepsThePort() {
    assertThat(TabHead.shortened("127.0.0.1:7101")).isEqualTo("127.0.0.1:7101");
    assertThat(TabHead.shortened("a-very-long-name-of-a-host.example.org:7101"))
        .isEqualTo("a-very-long-name-…e.org:7101");
    assertThat(TabHead.shortened("🦊".repeat(40)))
        .isEqualTo("🦊".repeat(17) + "…" + "🦊".repeat(10));
  }

  @Test
  void onlySoManyClosedTabsAreKept() {
    for (int i = 0; i < TabsViewModel.CLOSED_LIMIT + 5; i++) {
      model.close(model.open(entry("t" + i, "1"), Optional.empty()));
    }
    int back = 0;
    while (model.reopen().isPresent()) {
      back++;
    }

    assertThat(back).isEqualTo(TabsViewModel.CLOSED_LIMIT);
  }
}
