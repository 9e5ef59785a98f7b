package org.wirebench.fx.transcript;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntFunction;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.bytes.ParseProblem;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.text.Amounts;
import org.wirebench.core.text.Messages;
import org.wirebench.core.transcript.Extent;
import org.wirebench.core.transcript.Hit;
import org.wirebench.core.transcript.Needle;
import org.wirebench.core.transcript.RowFilter;
import org.wirebench.core.transcript.Rows;
import org.wirebench.core.transcript.Transcript;
import org.wirebench.core.transcript.TranscriptSearch;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.Notices;
import org.wirebench.fx.Pulse;

/** What of a transcript is shown, and how. FX thread only. */
final class TranscriptViewModel implements AutoCloseable {
  private static final Messages TEXT = Messages.of(TranscriptViewModel.class);

  /** Numbers that change faster cannot be read. */
  private static final Duration TICK = Duration.ofMillis(100);

  private final FxJobs jobs;
  private final ByteStores stores;
  private final Notices notices;
  private final Pulse recorded;
  private final Pulse found;
  private final Runnable listener;
  private final Runnable redraw;

  private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(this, "mode", Mode.TEXT);
  private final ObjectProperty<Clock> clock =
      new SimpleObjectProperty<>(this, "clock", Clock.SINCE_START);
  private final ObjectProperty<Way> way = new SimpleObjectProperty<>(this, "way", Way.ALL);
  private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
  private final StringProperty search = new SimpleStringProperty(this, "search", "");
  private final BooleanProperty searching = new SimpleBooleanProperty(this, "searching");
  private final BooleanProperty paused = new SimpleBooleanProperty(this, "paused");
  private final ReadOnlyStringWrapper filterProblem = text("filterProblem");
  private final ReadOnlyStringWrapper searchProblem = text("searchProblem");
  private final ReadOnlyStringWrapper rowCount = text("rowCount");
  private final ReadOnlyStringWrapper hitCount = text("hitCount");
  private final ReadOnlyStringWrapper pauseNews = text("pauseNews");
  private final ReadOnlyStringWrapper hidden = text("hidden");
  private final ReadOnlyStringWrapper trouble = text("trouble");
  private final ReadOnlyObjectWrapper<@Nullable TranscriptRows> rows =
      new ReadOnlyObjectWrapper<>(this, "rows", null);
  private final ReadOnlyObjectWrapper<@Nullable Hit> hit =
      new ReadOnlyObjectWrapper<>(this, "hit", null);

  private @Nullable Transcript transcript;
  private Look look = new Look(Clock.SINCE_START, StandardCharsets.UTF_8, _ -> "");
  private Extent from = Extent.NONE;
  private @Nullable Extent frozen;
  private @Nullable Lookup lookup;
  private @Nullable Seek seek;
  private JobClock.@Nullable Timer ticking;
  private boolean tickDue;

  /** A hit that was asked for before it was found. */
  private record Seek(boolean forward, long start) {}

  /**
   * @param redraw shows the rows anew; called once per frame at most
   */
  TranscriptViewModel(FxJobs jobs, ByteStores stores, Notices notices, Runnable redraw) {
    this.jobs = jobs;
    this.stores = stores;
    this.notices = notices;
    this.redraw = redraw;
    this.recorded = jobs.pulse(this::recorded);
    this.found = jobs.pulse(this::deliver);
    this.listener = recorded::changed;
    mode.addListener((_, _, _) -> rebuild());
    way.addListener((_, _, _) -> rebuild());
    filter.addListener((_, _, _) -> rebuild());
    search.addListener((_, _, _) -> rebuildSearch());
    searching.addListener((_, _, _) -> rebuildSearch());
    clock.addListener((_, _, now) -> look(look.with(now)));
    paused.addListener((_, _, now) -> pause(now));
  }

  private ReadOnlyStringWrapper text(String name) {
    return new ReadOnlyStringWrapper(this, name, "");
  }

  ObjectProperty<Mode> modeProperty() {
    return mode;
  }

  ObjectProperty<Clock> clockProperty() {
    return clock;
  }

  ObjectProperty<Way> wayProperty() {
    return way;
  }

  /** What must be in a row for it to be shown: text, or 0x and hex digits; empty for anything. */
  StringProperty filterProperty() {
    return filter;
  }

  /** Why the filter cannot be used; empty while it can. */
  ReadOnlyStringProperty filterProblemProperty() {
    return filterProblem.getReadOnlyProperty();
  }

  /** What is searched for: text, or 0x and hex digits. */
  StringProperty searchProperty() {
    return search;
  }

  /** Whether the search is open; nothing is marked while it is not. */
  BooleanProperty searchingProperty() {
    return searching;
  }

  ReadOnlyStringProperty searchProblemProperty() {
    return searchProblem.getReadOnlyProperty();
  }

  /** Whether what comes is recorded but not shown. */
  BooleanProperty pausedProperty() {
    return paused;
  }

  /** "12 of 40,000 rows". */
  ReadOnlyStringProperty rowCountProperty() {
    return rowCount.getReadOnlyProperty();
  }

  /** "3 of 41". */
  ReadOnlyStringProperty hitCountProperty() {
    return hitCount.getReadOnlyProperty();
  }

  /** What came since the pause began; empty while there is none. */
  ReadOnlyStringProperty pauseNewsProperty() {
    return pauseNews.getReadOnlyProperty();
  }

  /** What was cleared from the view; empty where nothing was. */
  ReadOnlyStringProperty hiddenProperty() {
    return hidden.getReadOnlyProperty();
  }

  /** Why no more is recorded; empty while all is well. */
  ReadOnlyStringProperty troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  /** What is shown; null when nothing is. */
  ReadOnlyObjectProperty<@Nullable TranscriptRows> rowsProperty() {
    return rows.getReadOnlyProperty();
  }

  /** Where the search is; null before it was asked to go anywhere. */
  ReadOnlyObjectProperty<@Nullable Hit> hitProperty() {
    return hit.getReadOnlyProperty();
  }

  @Nullable Transcript transcript() {
    return transcript;
  }

  Look look() {
    return look;
  }

  /** Shows another transcript, or the same otherwise; null for none. */
  void show(@Nullable Transcript now, Charset charset, IntFunction<String> partyName) {
    Look other = new Look(clock.get(), charset, partyName);
    boolean sameCharset = charset.equals(look.charset());
    look = other;
    if (now == transcript && now != null && sameCharset) {
      look(other);
      return;
    }
    if (now != transcript) {
      if (transcript != null) {
        transcript.removeListener(listener);
      }
      transcript = now;
      from = Extent.NONE;
      frozen = null;
      paused.set(false);
      if (now != null) {
        now.addListener(listener);
      }
    }
    rebuild();
  }

  private void look(Look other) {
    look = other;
    TranscriptRows shown = rows.get();
    if (shown != null) {
      shown.look(other);
      redraw.run();
    }
  }

  /** Shows only what comes from now on. */
  void clear() {
    if (transcript != null) {
      from = transcript.extent();
      paused.set(false);
      rebuild();
    }
  }

  /** Shows again what was cleared. */
  void showAll() {
    from = Extent.NONE;
    rebuild();
  }

  private void pause(boolean now) {
    frozen = now && transcript != null ? transcript.extent() : null;
    TranscriptRows shown = rows.get();
    if (shown != null) {
      shown.freeze(frozen);
    }
    deliver();
  }

  private void rebuild() {
    closeLookup();
    Transcript of = transcript;
    if (of == null) {
      rows.set(null);
      tick();
      return;
    }
    RowFilter wanted = rowFilter(of);
    TranscriptRows now = new TranscriptRows(of, mode.get(), look, from, wanted);
    now.freeze(frozen);
    look(of, wanted, now);
    rows.set(now);
    recorded();
  }

  /** The filter may go on as it is, but the search looks at what it shows: both begin anew. */
  private void rebuildSearch() {
    TranscriptRows shown = rows.get();
    if (shown == null || transcript == null) {
      validateSearch();
      return;
    }
    if (lookup != null && lookup.filter() != null) {
      rebuild();
      return;
    }
    closeLookup();
    look(transcript, null, shown);
    recorded();
  }

  private void look(Transcript of, @Nullable RowFilter wanted, TranscriptRows shown) {
    TranscriptSearch hits = search(of, wanted);
    shown.search(hits);
    lookup = new Lookup(jobs, wanted, hits, found::changed, notices::failure);
  }

  private @Nullable RowFilter rowFilter(Transcript of) {
    filterProblem.set("");
    TranscriptSearch hits = null;
    try {
      String typed = filter.get();
      hits = typed.isEmpty() ? null : search(of, typed, null);
    } catch (ParseProblem wrong) {
      filterProblem.set(String.valueOf(wrong.getMessage()));
    }
    if (hits == null && way.get() == Way.ALL) {
      return null;
    }
    Rows all = TranscriptRows.rows(of, mode.get());
    return new RowFilter(all, way.get().direction(), hits, from, stores);
  }

  private @Nullable TranscriptSearch search(Transcript of, @Nullable RowFilter within) {
    try {
      searchProblem.set("");
      boolean wanted = searching.get() && !search.get().isEmpty();
      return wanted ? search(of, search.get(), within) : null;
    } catch (ParseProblem wrong) {
      searchProblem.set(String.valueOf(wrong.getMessage()));
      return null;
    }
  }

  private TranscriptSearch search(Transcript of, String typed, @Nullable RowFilter within)
      throws ParseProblem {
    Needle needle = Needle.of(typed, look.charset());
    return new TranscriptSearch(of, needle, Needle.inEvents(typed), from, stores, within);
  }

  private void validateSearch() {
    try {
      searchProblem.set("");
      if (!search.get().isEmpty()) {
        Needle _ = Needle.of(search.get(), look.charset());
      }
    } catch (ParseProblem wrong) {
      searchProblem.set(String.valueOf(wrong.getMessage()));
    }
  }

  private void closeLookup() {
    hit.set(null);
    seek = null;
    TranscriptRows shown = rows.get();
    if (shown != null) {
      shown.search(null);
    }
    if (lookup != null) {
      lookup.close();
      lookup = null;
    }
  }

  /**
   * Goes to the next hit, or to the one before; around the end; as soon as it is found.
   *
   * @param start where to begin when the search was not anywhere yet
   */
  void seek(boolean forward, long start) {
    Hit now = hit.get();
    seek = new Seek(forward, now == null ? start : forward ? now.offset() + 1 : now.offset());
    trySeek();
    tick();
  }

  private void trySeek() {
    Seek wanted = seek;
    TranscriptSearch found = lookup == null ? null : lookup.search();
    if (wanted == null || lookup == null || found == null) {
      seek = null;
      return;
    }
    try {
      long count = hits(found);
      long index = found.firstFrom(wanted.start());
      boolean there = wanted.forward() ? index < count : index > 0;
      if (lookup.isLooking() && !(wanted.forward() && there)) {
        return;
      }
      seek = null;
      if (count > 0) {
        long at = wanted.forward() ? index : index - 1;
        hit.set(found.hit(there ? at : wanted.forward() ? 0 : count - 1));
      }
    } catch (IOException unreadable) {
      seek = null;
      searchProblem.set(unreadable(unreadable));
    }
  }

  /** How many hits there are in what is shown. */
  private long hits(TranscriptSearch found) throws IOException {
    return frozen == null ? found.count() : found.firstFrom(frozen.bytes());
  }

  private static String unreadable(IOException why) {
    return TEXT.get("unreadable", Escapes.display(String.valueOf(why.getMessage())));
  }

  /** Once per frame, after something was recorded. */
  private void recorded() {
    if (lookup != null) {
      lookup.news();
    }
    deliver();
  }

  /** Once per frame, after something was recorded or found. */
  private void deliver() {
    if (seek != null) {
      trySeek();
    }
    redraw.run();
    if (ticking == null) {
      tick();
      ticking = jobs.after(TICK, this::tickAgain);
    } else {
      tickDue = true;
    }
  }

  private void tickAgain() {
    ticking = null;
    if (tickDue) {
      tickDue = false;
      tick();
      ticking = jobs.after(TICK, this::tickAgain);
    }
  }

  private void tick() {
    TranscriptRows shown = rows.get();
    rowCount.set(shown == null ? "" : rowCount(shown));
    hitCount.set(hitCount());
    pauseNews.set(shown == null || frozen == null ? "" : pauseNews(shown, frozen));
    hidden.set(shown == null || from.entries() == 0 ? "" : hidden(shown));
    trouble.set(Optional.ofNullable(transcript).map(Transcript::stopped).orElse(""));
  }

  private String rowCount(TranscriptRows shown) {
    long all = shown.all();
    if (lookup == null || lookup.filter() == null) {
      return TEXT.get("rows", all, Amounts.count(all));
    }
    String wanted = Amounts.count(shown.end());
    return TEXT.get("rowsOf", wanted, Amounts.count(all), lookup.isLooking() ? "…" : "");
  }

  private String hitCount() {
    TranscriptSearch found = lookup == null ? null : lookup.search();
    if (lookup == null || found == null) {
      return "";
    }
    try {
      long count = hits(found);
      String more = lookup.isLooking() ? "…" : "";
      Hit now = hit.get();
      if (now != null) {
        String at = Amounts.count(found.firstFrom(now.offset()) + 1);
        return TEXT.get("hitOf", at, Amounts.count(count), more);
      }
      return TEXT.get("hits", count, Amounts.count(count), more);
    } catch (IOException unreadable) {
      return unreadable(unreadable);
    }
  }

  private static String pauseNews(TranscriptRows shown, Extent since) {
    long count = shown.since(since);
    return TEXT.get("paused", count, Amounts.count(count));
  }

  private static String hidden(TranscriptRows shown) {
    long count = shown.hidden();
    return TEXT.get("cleared", count, Amounts.count(count));
  }

  /** Shows nothing any more. */
  @Override
  public void close() {
    show(null, look.charset(), look.partyName());
    closeLookup();
    recorded.close();
    found.close();
    if (ticking != null) {
      ticking.cancel();
      ticking = null;
    }
  }
}
