package org.wirebench.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the palette finds for what is typed. */
final class PaletteViewModel {
  private static final int LIMIT = 50;

  private final StringProperty typed = new SimpleStringProperty(this, "typed", "");
  private final ObservableList<PaletteItem> found = FXCollections.observableArrayList();
  private List<PaletteItem> all = List.of();

  private record Scored(PaletteItem item, int score) {}

  PaletteViewModel() {
    typed.addListener((_, _, _) -> search());
  }

  StringProperty typedProperty() {
    return typed;
  }

  /** The best first; everything, in the given order, while nothing is typed. */
  ObservableList<PaletteItem> found() {
    return found;
  }

  /** What there is to find. */
  void offer(List<PaletteItem> items) {
    all = List.copyOf(items);
    search();
  }

  /** There is this to find, too. */
  void offerMore(List<PaletteItem> items) {
    offer(Stream.concat(all.stream(), items.stream()).toList());
  }

  private void search() {
    String query = typed.get().strip();
    List<Scored> scored = new ArrayList<>();
    for (PaletteItem item : all) {
      OptionalInt score = Fuzzy.score(query, item.text());
      OptionalInt withKind =
          score.isPresent() ? score : Fuzzy.score(query, item.text() + " " + item.kind());
      withKind.ifPresent(value -> scored.add(new Scored(item, query.isEmpty() ? 0 : value)));
    }
    scored.sort(Comparator.comparingInt(Scored::score).reversed());
    found.setAll(scored.stream().limit(LIMIT).map(Scored::item).toList());
  }
}
