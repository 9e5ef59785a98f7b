package org.wirebench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirebench.core.settings.Folders;
import org.wirebench.core.settings.SessionStore;
import org.wirebench.fx.Recent;
import org.wirebench.testkit.FakeClock;

class RecentEntriesTest {
  @TempDir private Path folder;
  private final List<IOException> troubles = new ArrayList<>();

  private SessionStore store() {
    return new SessionStore(
        new Folders(folder, folder, folder, folder), new FakeClock(), troubles::add);
  }

  private static RecentEntries recent(SessionStore store) throws IOException {
    return new RecentEntries(
        store,
        List.of(),
        store.loadSent().value(),
        entry -> entry.with(entry.request().without("password")));
  }

  @Test
  void whatWasSentComesBackForItsToolOldestFirst() throws IOException {
    SessionStore store = store();
    RecentEntries recent = recent(store);
    recent.sent("socket", "one");
    recent.sent("socket", "two \u0001 # \ud83d\ude00");
    recent.sent("ssh", "ls");
    recent.sent("socket", "one");
    store.close();

    RecentEntries later = recent(store());

    assertThat(later.sentWith("socket")).containsExactly("two \u0001 # \ud83d\ude00", "one");
    assertThat(later.sentWith("ssh")).containsExactly("ls");
    assertThat(later.sentWith("http")).isEmpty();
    assertThat(troubles).isEmpty();
  }

  @Test
  void onlyTheLastAreKeptAndNoneThatIsVeryLong() throws IOException {
    SessionStore store = store();
    RecentEntries recent = recent(store);
    IntStream.range(0, 150).forEach(i -> recent.sent("socket", "line " + i));
    recent.sent("socket", "x".repeat(Recent.LONGEST_SENT + 1));
    recent.sent("socket", "");
    store.close();

    assertThat(recent(store()).sentWith("socket"))
        .hasSize(Recent.MOST_SENT)
        .startsWith("line 50")
        .endsWith("line 149");
  }

  @Test
  void aFileThatHoldsTooMuchIsCutWhenItIsRead() throws IOException {
    SessionStore store = store();
    List<String> many = IntStream.range(0, 300).mapToObj(i -> "line " + i).toList();
    store.saveSent(Map.of("socket", many));
    store.close();

    assertThat(recent(store()).sentWith("socket")).hasSize(Recent.MOST_SENT).endsWith("line 299");
  }

  @Test
  void aDamagedFileIsSetAside() throws IOException {
    java.nio.file.Files.writeString(
        folder.resolve("sent.yaml"), "wirebench: 1\ntool: socket\nrequest: {sent: {a: b}}\n");

    var loaded = store().loadSent();

    assertThat(loaded.value()).isEmpty();
    assertThat(loaded.trouble()).isPresent();
  }
}
