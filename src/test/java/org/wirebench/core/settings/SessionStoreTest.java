package org.wirebench.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.Tree;
import org.wirebench.testkit.FakeClock;

class SessionStoreTest {
  private static final Entry HALF_TYPED =
      Entry.of(
          "half: typed?",
          "socket",
          Tree.Fields.NONE
              .with("port", "70 07")
              .with("send", Tree.texts(List.of("a\nb", "", "\t#", "{{name}}"))));

  @TempDir Path folder;
  private final FakeClock clock = new FakeClock();
  private final List<IOException> troubles = new ArrayList<>();

  private SessionStore store() {
    return new SessionStore(new Folders(folder, folder, folder, folder), clock, troubles::add);
  }

  private static Session session() {
    return new Session(
        Optional.of(new Session.Place(-20, 10, 1280, 800, true)),
        List.of(
            new Session.OpenTab(
                Entry.of("welcome", "welcome", Tree.Fields.NONE),
                Optional.empty(),
                true,
                false,
                Map.of(),
                "Welcome"),
            new Session.OpenTab(
                Entry.of("", "socket", Tree.Fields.NONE.with("port", "7101")),
                Optional.empty(),
                false,
                true,
                Map.of(),
                "Server 127.0.0.1:7101"),
            new Session.OpenTab(
                HALF_TYPED,
                Optional.of(Path.of("/work/a b.yaml")),
                false,
                true,
                Map.of("text", "not sent {{yet}}\u0001", "form", ""),
                "")),
        1,
        "LAB");
  }

  private static Session plain(Session session) {
    return new Session(
        session.window(),
        session.tabs().stream()
            .map(
                tab ->
                    new Session.OpenTab(
                        tab.entry().plain(),
                        tab.file(),
                        tab.pinned(),
                        tab.dirty(),
                        tab.draft(),
                        tab.title()))
            .toList(),
        session.selected(),
        session.dock());
  }

  @Test
  void allThatWasOpenAndTypedComesBackAfterAKill() throws IOException {
    store().save(SessionStoreTest::session);
    clock.advance(Duration.ofSeconds(1));

    Loaded<Session> loaded = store().load();

    assertThat(plain(loaded.value())).isEqualTo(session());
    assertThat(loaded.trouble()).isEmpty();
    assertThat(troubles).isEmpty();
  }

  @Test
  void aDamagedSessionIsSetAside() throws IOException {
    Files.writeString(folder.resolve("session.yaml"), "wirebench: 1\ntool: window\nrequest: {x: 1");

    Loaded<Session> loaded = store().load();

    assertThat(loaded.value()).isEqualTo(Session.EMPTY);
    assertThat(loaded.trouble()).isPresent();
  }

  @Test
  void whatWasRunLastComesBackNewestFirst() throws IOException {
    SessionStore store = store();
    store.saveRecent(List.of(HALF_TYPED, Entry.of("b", "socket", Tree.Fields.NONE)));
    store.close();

    assertThat(store().loadRecent().value())
        .extracting(Entry::name)
        .containsExactly("half: typed?", "b");
  }
}
