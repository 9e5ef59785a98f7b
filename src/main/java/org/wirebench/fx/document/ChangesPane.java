package org.wirebench.fx.document;

import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.job.Failure;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.LogView;
import org.wirebench.fx.Notices;
import org.wirebench.fx.RowSource;

/** What differs from the document before. */
final class ChangesPane extends VBox {
  private static final Messages TEXT = Messages.of(ChangesPane.class);

  private final ByteStores stores;
  private final Notices notices;
  private final LogView log;
  private final ReadOnlyStringWrapper facts = new ReadOnlyStringWrapper(this, "facts", "");
  private @Nullable OpenDocument shown;
  private @Nullable Document previous;
  private @Nullable Changes changes;

  ChangesPane(FxJobs jobs, ByteStores stores, Notices notices) {
    this.stores = stores;
    this.notices = notices;
    this.log = new LogView(jobs, TEXT.get("changes.name"));
    log.setId("document-changes");
    log.getStyleClass().add("document-changes");
    log.setTail(false);
    VBox.setVgrow(log, Priority.ALWAYS);
    getChildren().add(log);
  }

  LogView log() {
    return log;
  }

  /** How much differs. */
  ReadOnlyStringProperty factsProperty() {
    return facts.getReadOnlyProperty();
  }

  /** Compares what is complete with what was there before; nulls for nothing. */
  void show(@Nullable OpenDocument now, @Nullable Document before) {
    if (shown == now && Objects.equals(previous, before)) {
      return;
    }
    shown = now;
    previous = before;
    changes = null;
    log.setSource(RowSource.lines(""));
    facts.set("");
    if (now == null || before == null) {
      return;
    }
    facts.set(TEXT.get("changes.comparing"));
    boolean json = now.kind() == DocumentKind.JSON;
    Changes made = now.work().own(new Changes(stores));
    var _ =
        now.work()
            .start(
                TEXT.get("changes.job", now.name()),
                context -> made.compare(before, now.document(), json, context),
                outcome -> ended(now, before, outcome));
  }

  private void ended(OpenDocument of, Document before, Outcome<Changes> outcome) {
    if (shown != of || !Objects.equals(previous, before)) {
      return;
    }
    switch (outcome) {
      case Outcome.Done<Changes>(Changes made) -> {
        changes = made;
        log.setSource(made);
        facts.set(words(made));
      }
      case Outcome.Failed<Changes>(Failure failure) -> {
        facts.set("");
        notices.failure(failure);
      }
      case Outcome.Cancelled<Changes> _ -> facts.set(TEXT.get("changes.stopped"));
    }
  }

  private static String words(Changes made) {
    if (made.removed() + made.added() == 0) {
      return made.isCut() ? TEXT.get("changes.sameCut") : TEXT.get("changes.same");
    }
    String more =
        made.isCut() ? TEXT.get("changes.cut") : made.isCoarse() ? TEXT.get("changes.coarse") : "";
    return TEXT.get(
        "changes.count", Amounts.count(made.removed()), Amounts.count(made.added()), more);
  }

  /** Goes to the next change, or to the one before. */
  void seek(boolean forward) {
    Optional.ofNullable(changes)
        .map(made -> made.seek(forward, log.currentRowProperty().get()))
        .filter(row -> row >= 0)
        .ifPresent(row -> log.select(row, 0, 0));
  }

  @Override
  public void requestFocus() {
    log.requestFocus();
  }
}
