package org.wirebench.fx.document;

import static java.time.Duration.ofMillis;

import java.io.IOException;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.document.EventRows;
import org.wirebench.core.document.JsonTable;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.EmptyState;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.Notices;

/** All views of a document, of which one is seen. FX thread only. */
final class DocumentPlace extends StackPane {
  private static final Messages TEXT = Messages.of(DocumentPlace.class);

  private final Notices notices;
  private final Copying copying;
  private final RowsPane rows;
  private final TablePane table;
  private final ImagePane image;
  private final PagePane page;
  private final ChangesPane changes;
  private final EmptyState empty = new EmptyState(Feather.FILE, TEXT.get("pane.empty"));
  private final EmptyState nothing = new EmptyState(Feather.CLOCK, TEXT.get("pane.nothing"));
  private @Nullable OpenDocument open;

  /**
   * @param filtered is run when other rows are to be shown
   * @param told is run when there is something else to say of what is shown
   */
  DocumentPlace(FxJobs jobs, ByteStores stores, Notices notices, Runnable filtered, Runnable told) {
    this.notices = notices;
    this.copying = new Copying(notices);
    this.rows = new RowsPane(jobs, stores, notices, filtered);
    this.table = new TablePane(notices, () -> Optional.ofNullable(open).ifPresent(this::copyTable));
    this.image = new ImagePane(notices);
    this.page = new PagePane(notices);
    this.changes = new ChangesPane(jobs, stores, notices);
    setMinHeight(0);
    getChildren().addAll(rows, table, image, page, changes, empty, nothing);
    image.factsProperty().addListener((_, _, _) -> told.run());
    changes.factsProperty().addListener((_, _, _) -> told.run());
  }

  RowsPane rows() {
    return rows;
  }

  ImagePane image() {
    return image;
  }

  ChangesPane changes() {
    return changes;
  }

  /** Shows a document in a way, or goes on with it. */
  void show(OpenDocument now, View view, @Nullable Document previous) {
    open = now;
    switch (view) {
      case FORMATTED, EVENTS, TEXT, HEX -> rows.show(now, view);
      case TABLE -> table.show(table(now).orElse(null), now.work());
      case PAGE -> page.show(now);
      case IMAGE -> image.show(now);
      case CHANGES -> changes.show(now, previous);
    }
    only(shown(view));
  }

  private static Optional<JsonTable> table(OpenDocument of) {
    return Optional.ofNullable(of.tree()).flatMap(TreeDocument::table);
  }

  /** Says of a document that there is nothing of it; null for a blank place. */
  void showNothing(@Nullable OpenDocument now) {
    only(now == null ? null : now.isComplete() ? empty : nothing);
  }

  /** Forgets what was shown. */
  void clear() {
    open = null;
    rows.show(null, View.TEXT);
    table.show(null, null);
    image.show(null);
    page.show(null);
    changes.show(null, null);
  }

  /** What a view is shown in. */
  Node shown(View view) {
    return switch (view) {
      case FORMATTED, EVENTS, TEXT, HEX -> rows;
      case TABLE -> table;
      case PAGE -> page;
      case IMAGE -> image;
      case CHANGES -> changes;
    };
  }

  /** The keyboard goes along. */
  private void only(@Nullable Node wanted) {
    boolean focused =
        getChildren().stream().anyMatch(node -> !node.equals(wanted) && hasFocus(node));
    for (Node node : getChildren()) {
      node.setVisible(node.equals(wanted));
    }
    if (focused && wanted != null) {
      wanted.requestFocus();
    }
  }

  private boolean hasFocus(Node node) {
    Node owner = getScene() == null ? null : getScene().getFocusOwner();
    while (owner != null && !owner.equals(node)) {
      owner = owner.getParent();
    }
    return owner != null;
  }

  /** What there is to say of a document in a view. */
  String facts(OpenDocument now, View view) {
    return switch (view) {
      case IMAGE -> image.factsProperty().get();
      case CHANGES -> changes.factsProperty().get();
      case PAGE -> TEXT.get("facts.page");
      case TABLE ->
          table(now)
              .map(one -> TEXT.get("facts.table", one.size(), Amounts.count(one.size())))
              .orElse("");
      case EVENTS -> events(now);
      case HEX -> TEXT.get("facts.hex", now.size(), Amounts.count(now.size()));
      case FORMATTED, TEXT ->
          Optional.ofNullable(now.intake()).map(one -> one.charset().displayName()).orElse("");
    };
  }

  private String events(OpenDocument now) {
    EventRows events = Optional.ofNullable(now.intake()).map(Intake::events).orElse(null);
    if (events == null) {
      return "";
    }
    try {
      String count = TEXT.get("facts.events", events.size(), Amounts.count(events.size()));
      double rate = events.rate();
      String more = rate > 0 ? TEXT.get("facts.rate", count, rate) : count;
      return events.retry().isEmpty()
          ? more
          : TEXT.get("facts.retry", more, Amounts.duration(ofMillis(events.retry().getAsLong())));
    } catch (IOException unreadable) {
      return Unreadable.of(unreadable).cause();
    }
  }

  /** Copies all of a document, as a view shows it. */
  void copyAll(OpenDocument now, View view) {
    switch (view) {
      case TABLE -> copyTable(now);
      case PAGE -> page.copyAll();
      case IMAGE -> image.copy();
      case CHANGES -> {
        changes.log().selectAll();
        changes.log().copy();
      }
      default -> {
        DocumentSource source = rows.source();
        Work work = rows.work();
        if (source != null && work != null) {
          copying.all(work, source.shown());
        }
      }
    }
  }

  /** Copies the value of the row where the keyboard is. */
  void copyValue() {
    atRow((work, shown, row) -> copying.value(work, shown, row));
  }

  /** Copies the path of the row where the keyboard is. */
  void copyPath() {
    atRow((work, shown, row) -> copying.path(work, shown, row));
  }

  private interface AtRow {
    void run(Work work, ShownRows shown, long row);
  }

  private void atRow(AtRow action) {
    DocumentSource source = rows.source();
    Work work = rows.work();
    long row = rows.log().currentRowProperty().get();
    if (source == null || work == null) {
      return;
    }
    if (row < 0) {
      notices.info(TEXT.get("pane.noRow"));
    } else {
      action.run(work, source.shown(), row);
    }
  }

  /** Copies the rows of the table that are selected, or all. */
  void copyTable(OpenDocument now) {
    table(now)
        .ifPresent(
            found -> {
              table.show(found, now.work());
              copying.table(now.work(), found, table.wanted());
            });
  }
}
