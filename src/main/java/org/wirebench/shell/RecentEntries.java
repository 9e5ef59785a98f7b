package org.wirebench.shell;

import java.util.ArrayList;
import java.util.List;
import org.wirebench.core.settings.SessionStore;
import org.wirebench.core.workspace.Entry;
import org.wirebench.fx.Recent;

/** What was run last, of all tools. */
final class RecentEntries implements Recent {
  private static final int LIMIT = 60;
  private static final int SHOWN = 8;

  private final SessionStore store;
  private final List<Entry> entries;

  RecentEntries(SessionStore store, List<Entry> loaded) {
    this.store = store;
    this.entries = new ArrayList<>(loaded);
  }

  @Override
  public List<Entry> of(String tool) {
    return entries.stream().filter(entry -> entry.tool().equals(tool)).limit(SHOWN).toList();
  }

  /** Of all tools. */
  List<Entry> all() {
    return List.copyOf(entries);
  }

  @Override
  public void used(Entry entry) {
    Entry plain = entry.plain();
    entries.removeIf(
        other -> other.tool().equals(plain.tool()) && other.name().equals(plain.name()));
    entries.addFirst(plain);
    while (entries.size() > LIMIT) {
      entries.removeLast();
    }
    store.saveRecent(entries);
  }
}
