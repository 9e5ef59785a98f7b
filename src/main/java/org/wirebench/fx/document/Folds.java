package org.wirebench.fx.document;

import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.document.TreeRows;
import org.wirebench.core.job.Failure;
import org.wirebench.core.job.JobSpec;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.LogView;

/**
 * Folds and unfolds the rows of a tree in jobs: with many millions of them each takes a moment, for
 * which the screen shows what it showed. FX thread only.
 */
final class Folds {
  private static final Messages TEXT = Messages.of(Folds.class);

  private final LogView log;
  private final Consumer<Failure> failed;
  private final FxJobs jobs;
  private boolean busy;
  private @Nullable Runnable next;

  Folds(FxJobs jobs, LogView log, Consumer<Failure> failed) {
    this.jobs = jobs;
    this.log = log;
    this.failed = failed;
  }

  /** Changes what is folded, and says the row to go to; below 0 for none. */
  private interface Change {
    long apply(TreeRows rows) throws IOException;
  }

  /** Folds the container of a row, or unfolds it. */
  void toggle(DocumentSource source, Work work, long row) {
    change(source, work, rows -> rows.toggle(row), this::select);
  }

  /** Folds all that is in the outermost container, or unfolds everything. */
  void all(DocumentSource source, Work work, boolean folded) {
    change(
        source,
        work,
        rows -> {
          if (folded) {
            rows.folding().foldFrom(1);
          } else {
            rows.folding().unfoldAll();
          }
          return -1;
        },
        _ -> log.show(0));
  }

  /** Unfolds what hides a byte, and then goes to its row. */
  void reveal(DocumentSource source, Work work, long offset, LongConsumer then) {
    if (source.shown().rows() instanceof TreeRows) {
      change(source, work, rows -> rows.reveal(offset), then);
    }
  }

  private void select(long row) {
    log.select(row, 0, 0);
  }

  private void change(DocumentSource source, Work work, Change change, LongConsumer then) {
    if (busy) {
      next = () -> change(source, work, change, then);
      return;
    }
    if (work.isClosed() || !(source.shown().rows() instanceof TreeRows rows)) {
      return;
    }
    try {
      source.freeze(log.topRow());
    } catch (IOException unreadable) {
      failed.accept(Unreadable.of(unreadable));
      return;
    }
    busy = true;
    work.hold();
    var _ =
        jobs.start(
            JobSpec.named(TEXT.get("fold.job"), ""),
            _ -> {
              long row = change.apply(rows);
              // Whoever asks next finds it counted.
              long size = rows.size();
              return Math.min(row, size - 1);
            },
            outcome -> ended(source, work, outcome, then));
  }

  private void ended(DocumentSource source, Work work, Outcome<Long> outcome, LongConsumer then) {
    busy = false;
    source.thaw();
    if (log.source() == source && !work.isClosed()) {
      log.changed();
      switch (outcome) {
        case Outcome.Done<Long>(Long row) -> {
          log.requestLayout();
          log.layout();
          then.accept(row);
        }
        case Outcome.Failed<Long>(Failure failure) -> failed.accept(failure);
        case Outcome.Cancelled<Long> _ -> log.requestLayout();
      }
    }
    work.release();
    Runnable waiting = next;
    next = null;
    if (waiting != null) {
      waiting.run();
    }
  }
}
