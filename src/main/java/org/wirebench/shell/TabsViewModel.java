package org.wirebench.shell;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.settings.Session;
import org.wirebench.core.workspace.Entry;

/** The tabs: which are open, which is shown, which were closed and can come back. */
final class TabsViewModel {
  /** How many closed tabs can come back. */
  static final int CLOSED_LIMIT = 50;

  private final Function<String, TabKind> kinds;
  private final ObservableList<WorkTab> tabs = FXCollections.observableArrayList();
  private final ObservableList<WorkTab> apart = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable WorkTab> selected =
      new SimpleObjectProperty<>(this, "selected");

  /** The tabs that were shown, the last one last. */
  private final List<WorkTab> used = new ArrayList<>();

  private final Deque<Closed> closed = new ArrayDeque<>();
  private final ReadOnlyBooleanWrapper canReopen = new ReadOnlyBooleanWrapper(this, "canReopen");
  private int lastIndex;

  private record Closed(WorkTab tab, int index) {}

  /**
   * @param kinds what a tab of that id is of; answers for every id, known or not
   */
  TabsViewModel(Function<String, TabKind> kinds) {
    this.kinds = kinds;
    tabs.addListener((ListChangeListener<WorkTab>) _ -> keepSelection());
    selected.addListener((_, _, _) -> remember());
    selected.addListener((_, _, now) -> used(now));
  }

  /** The tabs of the main window, in their order. */
  ObservableList<WorkTab> tabs() {
    return tabs;
  }

  /** Those that have a window of their own. */
  ObservableList<WorkTab> apart() {
    return apart;
  }

  /** The tab that is shown; null only while there is none. */
  ObjectProperty<@Nullable WorkTab> selectedProperty() {
    return selected;
  }

  Optional<WorkTab> selected() {
    return Optional.ofNullable(selected.get());
  }

  ReadOnlyBooleanProperty canReopenProperty() {
    return canReopen.getReadOnlyProperty();
  }

  /** A new tab of a kind, or the one there is where one is enough; it is shown. */
  WorkTab openBlank(String kindId) {
    TabKind kind = kinds.apply(kindId);
    return open(kind.blank().get(), Optional.empty());
  }

  /** A tab with an entry that counts as saved; it is shown. */
  WorkTab open(Entry entry, Optional<Path> file) {
    TabKind kind = kinds.apply(entry.tool());
    Optional<WorkTab> there =
        Stream.concat(tabs.stream(), apart.stream())
            .filter(tab -> tab.kind().id().equals(kind.id()))
            .filter(tab -> kind.single() || (file.isPresent() && isSame(tab, entry, file.get())))
            .findFirst();
    WorkTab tab = there.orElseGet(() -> new WorkTab(kind, entry, entry, file));
    if (there.isEmpty()) {
      insert(tab, selected().map(tabs::indexOf).orElse(tabs.size() - 1) + 1);
    }
    moveBack(tab);
    selected.set(tab);
    return tab;
  }

  private static boolean isSame(WorkTab tab, Entry entry, Path file) {
    return tab.file().filter(file::equals).isPresent() && tab.savedName().equals(entry.name());
  }

  /** Pinned tabs stay at the left. */
  private void insert(WorkTab tab, int wanted) {
    int pins = (int) tabs.stream().filter(each -> each.pinnedProperty().get()).count();
    tabs.add(Math.clamp(wanted, tab.pinnedProperty().get() ? 0 : pins, tabs.size()), tab);
  }

  /** Closes a tab, which can come back. */
  void close(WorkTab tab) {
    int index = tabs.indexOf(tab);
    used.remove(tab);
    boolean there = index >= 0 ? tabs.remove(tab) : apart.remove(tab);
    if (there) {
      closed.push(new Closed(tab, Math.max(0, index)));
      while (closed.size() > CLOSED_LIMIT) {
        closed.removeLast();
      }
      canReopen.set(true);
    }
  }

  /** Closes all tabs but this one and the pinned ones. */
  void closeOthers(WorkTab keep) {
    List.copyOf(tabs).stream()
        .filter(tab -> tab != keep && !tab.pinnedProperty().get())
        .forEach(this::close);
  }

  /** Brings the tab back that was closed last, with all that was typed in it. */
  Optional<WorkTab> reopen() {
    Closed last = closed.poll();
    canReopen.set(!closed.isEmpty());
    if (last == null) {
      return Optional.empty();
    }
    insert(last.tab(), last.index());
    selected.set(last.tab());
    return Optional.of(last.tab());
  }

  /** Opens a tab with the same in it, not saved anywhere. */
  WorkTab duplicate(WorkTab tab) {
    WorkTab copy = new WorkTab(tab.kind(), tab.entry(), tab.kind().blank().get(), Optional.empty());
    insert(copy, tabs.indexOf(tab) + 1);
    selected.set(copy);
    return copy;
  }

  /** Pins a tab at the left, or lets it go. */
  void togglePin(WorkTab tab) {
    WorkTab shown = selected.get();
    List<WorkTab> order = new ArrayList<>(tabs);
    if (!order.remove(tab)) {
      return;
    }
    int pins = (int) order.stream().filter(each -> each.pinnedProperty().get()).count();
    order.add(pins, tab);
    tab.pinnedProperty().set(!tab.pinnedProperty().get());
    // At once: a tab that is nowhere is closed, with all that it is connected to.
    tabs.setAll(order);
    selected.set(shown);
  }

  /** Gives a tab a window of its own. */
  void moveApart(WorkTab tab) {
    if (tabs.contains(tab)) {
      // There first: a tab that is nowhere is closed, with all that it is connected to.
      apart.add(tab);
      tabs.remove(tab);
    }
  }

  /** Brings a tab back from its window. */
  void moveBack(WorkTab tab) {
    if (apart.contains(tab)) {
      insert(tab, tabs.size());
      apart.remove(tab);
      selected.set(tab);
    }
  }

  /** The order that the user gave the tabs. */
  void reorder(List<WorkTab> order) {
    if (!order.equals(tabs) && order.size() == tabs.size() && tabs.containsAll(order)) {
      WorkTab shown = selected.get();
      tabs.setAll(order);
      selected.set(shown);
    }
  }

  /** Shows the tab of a kind that was shown last, or a new one. */
  void goTo(String kindId) {
    WorkTab tab = lastUsed(kindId).orElseGet(() -> openBlank(kindId));
    selected.set(tab);
  }

  /** Shows the tab that many places to the right, beginning again at the end. */
  void step(int by) {
    if (!tabs.isEmpty()) {
      int index = selected().map(tabs::indexOf).orElse(0);
      selected.set(tabs.get(Math.floorMod(index + by, tabs.size())));
    }
  }

  private void used(@Nullable WorkTab tab) {
    if (tab != null) {
      used.remove(tab);
      used.addLast(tab);
    }
  }

  /** The tab of that kind that was shown last; one that was never shown where none was. */
  Optional<WorkTab> lastUsed(String kindId) {
    return Stream.concat(used.reversed().stream(), tabs.stream())
        .filter(tab -> tab.kind().id().equals(kindId) && tabs.contains(tab))
        .findFirst();
  }

  private void keepSelection() {
    WorkTab shown = selected.get();
    if (shown != null && !tabs.contains(shown)) {
      selected.set(tabs.isEmpty() ? null : tabs.get(Math.min(lastIndex, tabs.size() - 1)));
    }
    remember();
  }

  /** Where the shown tab is, so that its neighbour follows it when it is closed. */
  private void remember() {
    WorkTab shown = selected.get();
    lastIndex = shown == null ? 0 : Math.max(0, tabs.indexOf(shown));
  }

  /** What is open, to be kept. */
  List<Session.OpenTab> state() {
    List<Session.OpenTab> all = new ArrayList<>();
    tabs.forEach(tab -> all.add(tab.state()));
    apart.forEach(tab -> all.add(tab.state()));
    return all;
  }

  /**
   * Opens what was open.
   *
   * @param savedAs what is in the file of a tab now, if anything is
   */
  void restore(Session session, Function<Session.OpenTab, Optional<Entry>> savedAs) {
    for (Session.OpenTab open : session.tabs()) {
      TabKind kind = kinds.apply(open.entry().tool());
      Entry saved = open.dirty() ? savedAs.apply(open).orElseGet(kind.blank()) : open.entry();
      WorkTab tab = new WorkTab(kind, open.entry(), saved, open.file());
      tab.drafted(open.draft());
      tab.connectedProperty().set(open.title());
      tab.pinnedProperty().set(open.pinned());
      tabs.add(tab);
    }
    if (session.selected() >= 0 && session.selected() < tabs.size()) {
      selected.set(tabs.get(session.selected()));
    } else if (!tabs.isEmpty()) {
      selected.set(tabs.getFirst());
    }
  }
}
