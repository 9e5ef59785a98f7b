package org.wirebench.fx.transcript;

import java.util.Objects;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;

/** How many rows are shown, and what is not, in words. FX thread only. */
final class RowNumbers {
  private static final Messages TEXT = Messages.of(RowNumbers.class);

  private final ReadOnlyStringWrapper shown = new ReadOnlyStringWrapper(this, "shown", "");
  private final ReadOnlyStringWrapper nothing = new ReadOnlyStringWrapper(this, "nothing", "");
  private final ReadOnlyStringWrapper missed = new ReadOnlyStringWrapper(this, "missed", "");
  private final ReadOnlyStringWrapper hidden = new ReadOnlyStringWrapper(this, "hidden", "");
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");

  /** "12 of 40,000 rows". */
  ReadOnlyStringProperty shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** What was not found where a filter wants none of the rows; empty while it wants any. */
  ReadOnlyStringProperty nothingProperty() {
    return nothing.getReadOnlyProperty();
  }

  /** What came since the pause began; empty while there is none. */
  ReadOnlyStringProperty missedProperty() {
    return missed.getReadOnlyProperty();
  }

  /** What was cleared from the view; empty where nothing was. */
  ReadOnlyStringProperty hiddenProperty() {
    return hidden.getReadOnlyProperty();
  }

  /** Why no more is recorded; empty while all is well. */
  ReadOnlyStringProperty troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  /**
   * Counts anew.
   *
   * @param rows null while nothing is shown
   * @param looking whether a filter may find more of them
   * @param wanted what is said where it finds none
   */
  void count(@Nullable TranscriptRows rows, boolean looking, Supplier<String> wanted) {
    boolean none = rows != null && !looking && rows.all() > 0 && rows.end() == rows.first();
    nothing.set(none ? wanted.get() : "");
    shown.set(rows == null ? "" : shown(rows, looking));
    missed.set(rows == null || !rows.isFrozen() ? "" : missed(rows));
    hidden.set(rows == null || !rows.isCleared() ? "" : hidden(rows));
    trouble.set(rows == null ? "" : Objects.requireNonNullElse(rows.trouble(), ""));
  }

  private static String shown(TranscriptRows rows, boolean looking) {
    long all = rows.all();
    if (!rows.isFiltered()) {
      return TEXT.get("rows", all, Amounts.count(all));
    }
    String wanted = Amounts.count(rows.end());
    return TEXT.get("rowsOf", wanted, Amounts.count(all), looking ? "…" : "");
  }

  private static String missed(TranscriptRows rows) {
    long count = rows.missed();
    return TEXT.get("paused", count, Amounts.count(count));
  }

  private static String hidden(TranscriptRows rows) {
    long count = rows.hidden();
    return TEXT.get("cleared", count, Amounts.count(count));
  }
}
