package org.wirebench.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.bytes.ParseProblem;
import org.wirebench.core.job.Failure;
import org.wirebench.core.text.Messages;
import org.wirebench.core.transcript.Needle;
import org.wirebench.core.wire.WireFilter;
import org.wirebench.core.wire.WireLog;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.find.FindModel;
import org.wirebench.fx.find.Looker;

/**
 * The search of the wire log, for text or for 0x and hex digits: which of the events shown hold it.
 * Each event is looked at alone, as by the {@linkplain WireFilter filter}. FX thread only.
 */
final class WireSearch implements AutoCloseable {
  private static final Messages TEXT = Messages.of(WireSearch.class);

  private final WireLog log;
  private final ByteStores stores;
  private final FxJobs jobs;
  private final Runnable found;
  private final Consumer<Failure> failed;
  private final Runnable changed;
  private final FindModel find;
  private WireFilter within = WireFilter.ALL;
  private WireMarks marks = WireMarks.NONE;
  private @Nullable Looker looker;

  /**
   * @param found is called, on the thread of the job that looks, when more was found
   * @param failed is told when no more can be found
   * @param changed is called when something else is searched for
   * @param go is told the number of an event that the search went to
   */
  WireSearch(
      WireLog log,
      ByteStores stores,
      FxJobs jobs,
      Runnable found,
      Consumer<Failure> failed,
      Runnable changed,
      LongConsumer go) {
    this.log = log;
    this.stores = stores;
    this.jobs = jobs;
    this.found = found;
    this.failed = failed;
    this.changed = changed;
    this.find = new FindModel(this::isLooking, this::begin, go);
  }

  /** What is typed, how many events hold it, and the way among them. */
  FindModel find() {
    return find;
  }

  /** What is searched for, to be marked; nothing while nothing is. */
  WireMarks marks() {
    return marks;
  }

  /** Only what this filter shows is to be found. */
  void within(WireFilter shown) {
    within = shown;
    begin();
  }

  private boolean isLooking() {
    return looker != null && looker.isLooking();
  }

  private void begin() {
    close();
    find.refuse("");
    Optional<Needle> needle = needle();
    marks = needle.map(WireMarks::of).orElse(WireMarks.NONE);
    needle.ifPresent(this::look);
    changed.run();
  }

  private Optional<Needle> needle() {
    String typed = find.wanted();
    try {
      return typed.isEmpty()
          ? Optional.empty()
          : Optional.of(Needle.of(typed, StandardCharsets.UTF_8));
    } catch (ParseProblem wrong) {
      find.refuse(String.valueOf(wrong.getMessage()));
      return Optional.empty();
    }
  }

  private void look(Needle needle) {
    WireMatches matches =
        new WireMatches(
            log,
            within,
            event -> needle.find(event.payload(), 0, event.payload().length) >= 0,
            stores);
    looker =
        new Looker(
            jobs, TEXT.get("wire.finding"), matches::scan, found, failed, () -> release(matches));
    find.begin(matches);
    looker.news();
  }

  private static void release(WireMatches matches) {
    try {
      matches.close();
    } catch (IOException left) {
      throw new UncheckedIOException(left);
    }
  }

  /** Something was recorded. */
  void news() {
    if (looker != null) {
      looker.news();
    }
  }

  /** Once per frame, after something was recorded or found. */
  void changed(WireRows rows) {
    find.limit(rows.isPaused() ? rows.limit() : Long.MAX_VALUE);
    find.advance();
    find.count();
  }

  /** Looks no more, until something else is searched for. */
  @Override
  public void close() {
    find.begin(null);
    if (looker != null) {
      looker.close();
      looker = null;
    }
  }
}
