package org.wirebench.shell;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.settings.Session;
import org.wirebench.core.workspace.Entry;

/** One tab: what is typed in it, what of it is saved, and where. Knows nothing of the screen. */
final class WorkTab {
  private final TabKind kind;
  private final StringProperty connected = new SimpleStringProperty(this, "connected", "");
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title", "");
  private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper(this, "dirty");
  private final BooleanProperty busy = new SimpleBooleanProperty(this, "busy");
  private final BooleanProperty live = new SimpleBooleanProperty(this, "live");
  private final BooleanProperty pinned = new SimpleBooleanProperty(this, "pinned");
  private Entry entry;
  private Entry saved;
  private Map<String, String> draft = Map.of();
  private @Nullable Path file;

  /**
   * @param entry what it begins with
   * @param saved what counts as saved: differs where a draft was restored
   */
  WorkTab(TabKind kind, Entry entry, Entry saved, Optional<Path> file) {
    this.kind = kind;
    this.entry = entry;
    this.saved = saved.plain();
    this.file = file.orElse(null);
    connected.addListener((_, _, _) -> update());
    update();
  }

  TabKind kind() {
    return kind;
  }

  /** What the tab is called. */
  ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  /** What its view calls it, or called it when it was there last. */
  StringProperty connectedProperty() {
    return connected;
  }

  BooleanProperty busyProperty() {
    return busy;
  }

  /** Whether a connection of it stands. */
  BooleanProperty liveProperty() {
    return live;
  }

  BooleanProperty pinnedProperty() {
    return pinned;
  }

  /** Whether something in it is not saved. */
  ReadOnlyBooleanProperty dirtyProperty() {
    return dirty.getReadOnlyProperty();
  }

  Entry entry() {
    return entry;
  }

  /** The name under which it was saved last, to find it again in its file. */
  String savedName() {
    return saved.name();
  }

  Optional<Path> file() {
    return Optional.ofNullable(file);
  }

  /** What is typed beside the entry; never saved with it. */
  Map<String, String> draft() {
    return draft;
  }

  /** The view says what is typed now beside the entry. */
  void drafted(Map<String, String> now) {
    draft = now;
  }

  /** The view says what is typed now; the name stays that of the tab. */
  void typed(Entry now) {
    entry = now.named(entry.name());
    update();
  }

  /** The view was built of what is saved, and writes it like this. */
  void opened(Entry now) {
    typed(now);
    saved = entry.plain();
    update();
  }

  /** It is saved now, under this name. */
  void saved(Path to, Entry what) {
    file = to;
    saved = what.plain();
    entry = entry.named(what.name());
    update();
  }

  private void update() {
    dirty.set(kind.saves() && !entry.plain().equals(saved));
    String named = entry.name().isEmpty() ? kind.title() : entry.name();
    title.set(file != null || connected.get().isEmpty() ? named : connected.get());
  }

  Session.OpenTab state() {
    return new Session.OpenTab(
        kind.kept().apply(entry), file(), pinned.get(), dirty.get(), draft, connected.get());
  }
}
