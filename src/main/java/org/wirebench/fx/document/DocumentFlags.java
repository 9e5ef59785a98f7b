package org.wirebench.fx.document;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.document.DocumentRows;
import org.wirebench.core.document.EventRows;
import org.wirebench.core.document.JsonRows;
import org.wirebench.core.document.TreeRows;

/** What can be done with what is shown. FX thread only. */
final class DocumentFlags {
  private final BooleanProperty any = new SimpleBooleanProperty(this, "any");
  private final BooleanProperty rows = new SimpleBooleanProperty(this, "rows");
  private final BooleanProperty tree = new SimpleBooleanProperty(this, "tree");
  private final BooleanProperty json = new SimpleBooleanProperty(this, "json");
  private final BooleanProperty valued = new SimpleBooleanProperty(this, "valued");
  private final BooleanProperty filterable = new SimpleBooleanProperty(this, "filterable");
  private final BooleanProperty table = new SimpleBooleanProperty(this, "table");
  private final BooleanProperty pictured = new SimpleBooleanProperty(this, "pictured");

  /** There is a document, and some of it. */
  BooleanProperty any() {
    return any;
  }

  /** It is shown as rows. */
  BooleanProperty rows() {
    return rows;
  }

  /** It is shown as rows that can be folded. */
  BooleanProperty tree() {
    return tree;
  }

  /** It is shown as rows of JSON. */
  BooleanProperty json() {
    return json;
  }

  /** It is shown as rows that have a value: of JSON, or of events. */
  BooleanProperty valued() {
    return valued;
  }

  /** It is shown as a tree that a path can filter. */
  BooleanProperty filterable() {
    return filterable;
  }

  /** It can be shown as a table. */
  BooleanProperty table() {
    return table;
  }

  /** It is shown as a picture. */
  BooleanProperty pictured() {
    return pictured;
  }

  /**
   * Says what can be done now.
   *
   * @param now null where nothing is shown
   * @param source the rows that are shown, if any are
   */
  void show(@Nullable OpenDocument now, View view, @Nullable DocumentSource source) {
    DocumentRows shown =
        now != null && view.isRows() && source != null ? source.shown().rows() : null;
    Optional<TreeDocument> made = Optional.ofNullable(now).map(OpenDocument::tree);
    rows.set(now != null && view.isRows());
    tree.set(shown instanceof TreeRows);
    json.set(shown instanceof JsonRows);
    valued.set(shown instanceof JsonRows || shown instanceof EventRows);
    filterable.set(made.isPresent() && view == View.FORMATTED);
    table.set(made.flatMap(TreeDocument::table).isPresent());
    pictured.set(now != null && view == View.IMAGE);
  }
}
