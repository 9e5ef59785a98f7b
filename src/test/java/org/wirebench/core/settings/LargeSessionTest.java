package org.wirebench.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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

/** A session of much text is there again at the next start, or its user hears that it is not. */
class LargeSessionTest {
  @TempDir private Path folder;
  private final FakeClock clock = new FakeClock();
  private final List<IOException> troubles = new ArrayList<>();

  private SessionStore store() {
    return new SessionStore(new Folders(folder, folder, folder, folder), clock, troubles::add);
  }

  private static Session typed(int characters) {
    Tree.Fields request = Tree.Fields.NONE.with("send", "many words ".repeat(characters / 11));
    return new Session(
        Optional.empty(),
        List.of(
            new Session.OpenTab(
                Entry.of("long", "socket", request), Optional.empty(), false, true, Map.of(), "")),
        0,
        "");
  }

  private void save(Session session) {
    try (SessionStore store = store()) {
      store.save(() -> session);
      clock.advance(Duration.ofSeconds(1));
    }
  }

  @Test
  void someMegabytesOfTypedTextComeBack() throws Exception {
    save(typed(4_000_000));
    assertThat(troubles).isEmpty();
    Loaded<Session> loaded = store().load();
    assertThat(loaded.trouble()).isEmpty();
    assertThat(loaded.value().tabs().getFirst().entry().plain())
        .isEqualTo(typed(4_000_000).tabs().getFirst().entry());
  }

  @Test
  void whatIsTooMuchIsToldAndLeavesTheLastSessionInPlace() throws Exception {
    save(typed(100));
    save(typed(9_000_000));
    assertThat(troubles).singleElement().asString().contains("8388608");
    Loaded<Session> loaded = store().load();
    assertThat(loaded.trouble()).isEmpty();
    assertThat(loaded.value().tabs().getFirst().entry().plain())
        .isEqualTo(typed(100).tabs().getFirst().entry());
  }
}
