package org.wirebench.fx.transcript;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.function.IntFunction;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.transcript.Extent;
import org.wirebench.core.transcript.RowFilter;
import org.wirebench.core.transcript.Transcript;
import org.wirebench.core.transcript.TranscriptSearch;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.Notices;
import org.wirebench.fx.Pulse;

/** Which transcript is shown, and what of it. FX thread only. */
final class TranscriptViewModel implements AutoCloseable {
  /** Numbers that change faster cannot be read. */
  private static final Duration TICK = Duration.ofMillis(100);

  private final FxJobs jobs;
  private final ByteStores stores;
  private final Notices notices;
  private final Runnable redraw;
  private final Pulse recorded;
  private final Pulse found;
  private final Runnable listener;
  private final Ticker ticker;

  private final FilterModel filter = new FilterModel(this::rebuild);
  private final SearchModel search = new SearchModel(this::isLooking, this::rebuildSearch);
  private final RowNumbers numbers = new RowNumbers();
  private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(this, "mode", Mode.TEXT);
  private final ObjectProperty<Clock> clock =
      new SimpleObjectProperty<>(this, "clock", Clock.SINCE_START);
  private final BooleanProperty paused = new SimpleBooleanProperty(this, "paused");
  private final ReadOnlyObjectWrapper<@Nullable TranscriptRows> rows =
      new ReadOnlyObjectWrapper<>(this, "rows", null);

  private @Nullable Transcript transcript;
  private Set<Integer> parties = Set.of();
  private Look look = new Look(Clock.SINCE_START, StandardCharsets.UTF_8, _ -> "");
  private Extent from = Extent.NONE;
  private @Nullable Extent frozen;
  private @Nullable Lookup lookup;

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
    this.ticker = new Ticker(jobs, TICK, this::count);
    mode.addListener((_, _, _) -> rebuild());
    clock.addListener((_, _, now) -> look(look.with(now)));
    paused.addListener((_, _, now) -> pause(now));
  }

  /** Which rows are wanted. */
  FilterModel filter() {
    return filter;
  }

  /** What is searched for. */
  SearchModel search() {
    return search;
  }

  /** How many rows there are. */
  RowNumbers numbers() {
    return numbers;
  }

  ObjectProperty<Mode> modeProperty() {
    return mode;
  }

  ObjectProperty<Clock> clockProperty() {
    return clock;
  }

  /** Whether what comes is recorded but not shown. */
  BooleanProperty pausedProperty() {
    return paused;
  }

  /** What is shown; null when nothing is. */
  ReadOnlyObjectProperty<@Nullable TranscriptRows> rowsProperty() {
    return rows.getReadOnlyProperty();
  }

  @Nullable Transcript transcript() {
    return transcript;
  }

  Look look() {
    return look;
  }

  /** Whose entries are shown; none for those of all. */
  Set<Integer> parties() {
    return parties;
  }

  /** Shows another transcript, or the same otherwise; null for none. */
  void show(
      @Nullable Transcript now,
      Charset charset,
      IntFunction<String> partyName,
      Set<Integer> whose) {
    boolean sameBytes =
        now != null && now == transcript && charset.equals(look.charset()) && whose.equals(parties);
    parties = Set.copyOf(whose);
    look(new Look(clock.get(), charset, partyName));
    if (sameBytes) {
      return;
    }
    if (now != transcript) {
      follow(now);
    }
    rebuild();
  }

  private void look(Look now) {
    look = now;
    TranscriptRows shown = rows.get();
    if (shown != null) {
      shown.look(now);
      redraw.run();
    }
  }

  private void follow(@Nullable Transcript now) {
    if (transcript != null) {
      transcript.removeListener(listener);
    }
    transcript = now;
    from = Extent.NONE;
    paused.set(false);
    if (now != null) {
      now.addListener(listener);
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
    freeze(now && transcript != null ? transcript.extent() : null);
    deliver();
  }

  private void freeze(@Nullable Extent at) {
    frozen = at;
    search.freeze(at);
    TranscriptRows shown = rows.get();
    if (shown != null) {
      shown.freeze(at);
    }
  }

  private void rebuild() {
    stopLooking();
    Transcript of = transcript;
    if (of == null) {
      rows.set(null);
      count();
      return;
    }
    Scope scope = scope(of);
    RowFilter wanted = filter.filter(scope, mode.get());
    TranscriptRows now = new TranscriptRows(of, mode.get(), look, from, wanted);
    now.freeze(frozen);
    startLooking(scope, wanted, now);
    rows.set(now);
    recorded();
  }

  /** The filter may go on as it is, but the search looks at what it shows: both begin anew. */
  private void rebuildSearch() {
    TranscriptRows shown = rows.get();
    if (shown == null || transcript == null) {
      search.validate(look.charset());
      return;
    }
    if (shown.isFiltered()) {
      rebuild();
      return;
    }
    stopLooking();
    startLooking(scope(transcript), null, shown);
    recorded();
  }

  private Scope scope(Transcript of) {
    return new Scope(of, parties, look.charset(), from, stores);
  }

  private void startLooking(Scope scope, @Nullable RowFilter wanted, TranscriptRows shown) {
    TranscriptSearch hits = search.begin(scope, wanted);
    shown.search(hits);
    lookup = new Lookup(jobs, wanted, hits, found::changed, notices::failure);
  }

  private boolean isLooking() {
    return lookup != null && lookup.isLooking();
  }

  private void stopLooking() {
    search.end();
    TranscriptRows shown = rows.get();
    if (shown != null) {
      shown.search(null);
    }
    if (lookup != null) {
      lookup.close();
      lookup = null;
    }
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
    search.find().advance();
    redraw.run();
    ticker.due();
  }

  private void count() {
    numbers.count(rows.get(), isLooking(), filter::nothing);
    search.find().count();
  }

  /** Shows nothing any more. */
  @Override
  public void close() {
    show(null, look.charset(), look.partyName(), Set.of());
    recorded.close();
    found.close();
    ticker.close();
  }
}
