package org.wirebench.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.wirebench.core.settings.SessionStore;
import org.wirebench.core.workspace.Entry;
import org.wirebench.fx.Recent;

/** What was run and sent last, of all tools. */
final class RecentEntries implements Recent {
  private static final int LIMIT = 60;

  private final SessionStore store;
  private final UnaryOperator<Entry> kept;
  private final List<Entry> entries;
  private final Map<String, List<String>> sent = new LinkedHashMap<>();

  /**
   * @param kept what of an entry may stand in a file: secrets may not
   */
  RecentEntries(
      SessionStore store,
      List<Entry> loaded,
      Map<String, List<String>> sentBefore,
      UnaryOperator<Entry> kept) {
    this.store = store;
    this.kept = kept;
    this.entries = new ArrayList<>(loaded);
    sentBefore.forEach((tool, texts) -> texts.forEach(text -> remember(tool, text)));
  }

  @Override
  public List<Entry> of(String tool) {
    return entries.stream().filter(entry -> entry.tool().equals(tool)).toList();
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
    store.saveRecent(entries.stream().map(kept).toList());
  }

  @Override
  public List<String> sentWith(String tool) {
    return List.copyOf(sent.getOrDefault(tool, List.of()));
  }

  @Override
  public void sent(String tool, String text) {
    if (remember(tool, text)) {
      store.saveSent(sent);
    }
  }

  private boolean remember(String tool, String text) {
    if (text.isEmpty() || text.length() > LONGEST_SENT) {
      return false;
    }
    List<String> texts = sent.computeIfAbsent(tool, _ -> new ArrayList<>());
    texts.remove(text);
    texts.addLast(text);
    if (texts.size() > MOST_SENT) {
      texts.removeFirst();
    }
    return true;
  }
}
