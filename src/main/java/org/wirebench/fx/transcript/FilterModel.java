package org.wirebench.fx.transcript;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.bytes.ParseProblem;
import org.wirebench.core.text.Messages;
import org.wirebench.core.transcript.RowFilter;
import org.wirebench.core.transcript.TranscriptSearch;

/** Which rows are wanted: which way they went, and what is in them. FX thread only. */
final class FilterModel {
  private static final Messages TEXT = Messages.of(FilterModel.class);

  private final ObjectProperty<Way> way = new SimpleObjectProperty<>(this, "way", Way.ALL);
  private final StringProperty text = new SimpleStringProperty(this, "text", "");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");

  /**
   * @param changed is called when other rows are wanted
   */
  FilterModel(Runnable changed) {
    way.addListener((_, _, _) -> changed.run());
    text.addListener((_, _, _) -> changed.run());
  }

  ObjectProperty<Way> wayProperty() {
    return way;
  }

  /** What must be in a row for it to be shown: text, or 0x and hex digits; empty for anything. */
  StringProperty textProperty() {
    return text;
  }

  /** Why the text cannot be used; empty while it can. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Wants all rows. */
  void clear() {
    text.set("");
    way.set(Way.ALL);
  }

  /** What is said where no row is wanted; empty where all are. */
  String nothing() {
    if (!text.get().isEmpty()) {
      return TEXT.get("nothing.text", Escapes.display(text.get()));
    }
    return way.get() == Way.ALL ? "" : TEXT.get("nothing.way", TEXT.get(way.get()));
  }

  /** Takes the rows that are wanted; null where all are. Says whether there is a problem. */
  @Nullable RowFilter filter(Scope scope, Mode mode) {
    TranscriptSearch hits = hits(scope);
    return hits == null && way.get() == Way.ALL && scope.parties().isEmpty()
        ? null
        : scope.filter(mode, way.get().directions(), hits);
  }

  private @Nullable TranscriptSearch hits(Scope scope) {
    problem.set("");
    try {
      return text.get().isEmpty() ? null : scope.search(text.get(), null);
    } catch (ParseProblem wrong) {
      problem.set(String.valueOf(wrong.getMessage()));
      return null;
    }
  }
}
