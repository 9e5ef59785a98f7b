package org.wirebench.terminal.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.job.Failure;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.Pulse;
import org.wirebench.fx.find.FindModel;
import org.wirebench.fx.find.Looker;
import org.wirebench.terminal.engine.LineText;
import org.wirebench.terminal.engine.Position;
import org.wirebench.terminal.engine.Positions;
import org.wirebench.terminal.engine.ScreenView;
import org.wirebench.terminal.engine.Terminal;

/** Searches a terminal, its scrollback too, while the program goes on writing. FX thread only. */
final class TerminalSearch implements AutoCloseable {
  private static final Messages TEXT = Messages.of(TerminalSearch.class);

  private final FxJobs jobs;
  private final ByteStores stores;
  private final Terminal terminal;
  private final Consumer<Position> go;
  private final Runnable changed;
  private final FindModel find;
  private final Pulse news;
  private @Nullable Needle needle;
  private @Nullable TerminalHits hits;
  private @Nullable Looker looker;

  /**
   * @param go shows a place
   * @param changed is called when other hits are to be marked
   */
  TerminalSearch(
      FxJobs jobs, ByteStores stores, Terminal terminal, Consumer<Position> go, Runnable changed) {
    this.jobs = jobs;
    this.stores = stores;
    this.terminal = terminal;
    this.go = go;
    this.changed = changed;
    this.find = new FindModel(this::isLooking, this::begin, this::went);
    this.news = jobs.pulse(this::found);
  }

  FindModel model() {
    return find;
  }

  private boolean isLooking() {
    return looker != null && looker.isLooking();
  }

  private void begin() {
    end();
    String wanted = find.wanted();
    find.refuse("");
    if (wanted.isEmpty()) {
      needle = null;
      find.begin(null);
    } else {
      Needle now = Needle.of(wanted);
      needle = now;
      TerminalHits made = new TerminalHits(stores);
      hits = made;
      find.begin(made);
      looker =
          new Looker(
              jobs,
              TEXT.get("search.job"),
              new Scan(terminal, now, made)::next,
              news::changed,
              this::failed,
              () -> close(made));
      looker.news();
    }
    changed.run();
  }

  private void failed(Failure failure) {
    find.refuse(failure.title());
  }

  private static void close(TerminalHits made) {
    try {
      made.close();
    } catch (IOException kept) {
      // The stores delete their folder when the program ends.
      throw new UncheckedIOException(kept);
    }
  }

  private void end() {
    if (looker != null) {
      looker.close();
      looker = null;
      hits = null;
    }
  }

  /** The program wrote something. */
  void written() {
    if (looker != null) {
      looker.news();
    }
  }

  private void found() {
    find.advance();
    find.count();
    changed.run();
  }

  private void went(long place) {
    go.accept(TerminalHits.position(place));
    changed.run();
  }

  /** Goes to the next hit, or to the one before; at first to that nearest to {@code from}. */
  void seek(boolean forward, Position from) {
    find.seek(forward, TerminalHits.place(from));
  }

  /** The hits in a line that is on the screen, in order. */
  List<Needle.Hit> in(LineText line) {
    return needle == null ? List.of() : needle.in(line);
  }

  boolean isOn() {
    return needle != null;
  }

  /** Whether the search is at a hit. */
  boolean isAt(Needle.Hit hit) {
    return find.at() == TerminalHits.place(hit.from());
  }

  /** What was found so far; null while nothing is searched for. Any thread may read it. */
  @Nullable TerminalHits hits() {
    return hits;
  }

  @Override
  public void close() {
    end();
    news.close();
  }

  /** Goes through the lines: those above the screen once, those on it each time. */
  private static final class Scan {
    private final Terminal terminal;
    private final Needle needle;
    private final TerminalHits hits;
    private Position next = new Position(0, 0);

    Scan(Terminal terminal, Needle needle, TerminalHits hits) {
      this.terminal = terminal;
      this.needle = needle;
      this.hits = hits;
    }

    boolean next(JobContext context) throws IOException {
      forget(lines());
      LongStream.Builder above = LongStream.builder();
      boolean more = look(above);
      // A disk may be slow, and nobody has to wait for it to look at the terminal.
      for (long place : above.build().toArray()) {
        hits.addAbove(place);
      }
      return more;
    }

    /**
     * Which lines there are.
     *
     * @param end where the screen begins
     */
    private record Lines(boolean alternate, Position first, Position end) {
      static Lines of(ScreenView view) {
        Positions positions = view.positions();
        Position screen = positions.at(view.scrollback(), 0);
        // A line that begins above the screen and goes on in it may still change.
        Position end = new Position(screen.line(), 0);
        return new Lines(view.isAlternate(), positions.first(), end);
      }
    }

    private Lines lines() {
      terminal.lock();
      try {
        return Lines.of(terminal.view());
      } finally {
        terminal.unlock();
      }
    }

    /** Forgets lines that were dropped, and those that came back to the screen. */
    private void forget(Lines lines) throws IOException {
      if (lines.alternate) {
        // What is above the screen is not there now, but will be again.
        hits.showFrom(lines.first);
        return;
      }
      hits.keepFrom(lines.first);
      if (next.compareTo(lines.first) < 0) {
        next = lines.first;
      } else if (next.compareTo(lines.end) > 0) {
        next = lines.end;
        hits.dropFrom(lines.end);
      }
    }

    /** Whether there is more to look at. */
    private boolean look(LongStream.Builder above) {
      terminal.lock();
      try {
        Lines lines = Lines.of(terminal.view());
        Positions positions = terminal.view().positions();
        if (lines.alternate) {
          below(positions, lines.first);
          return false;
        }
        // They may have come back just now.
        boolean more = next.compareTo(lines.end) > 0 || above(positions, lines.end, above);
        if (!more) {
          below(positions, lines.end);
        }
        return more;
      } finally {
        terminal.unlock();
      }
    }

    /** Whether there are more of them. */
    private boolean above(Positions positions, Position end, LongStream.Builder found) {
      Portion portion = new Portion();
      while (portion.isOpen() && next.compareTo(end) < 0) {
        Optional<LineText> line = positions.text(next);
        if (line.isEmpty()) {
          return false;
        }
        needle.find(line.get(), hit -> found.add(TerminalHits.place(hit.from())));
        portion.add(line.get());
        next = line.get().next();
      }
      return next.compareTo(end) < 0;
    }

    private void below(Positions positions, Position from) {
      LongStream.Builder places = LongStream.builder();
      Position at = from.compareTo(positions.first()) < 0 ? positions.first() : from;
      for (Optional<LineText> line = positions.text(at);
          line.isPresent();
          line = positions.text(line.get().next())) {
        needle.find(line.get(), hit -> places.add(TerminalHits.place(hit.from())));
      }
      hits.setBelow(places.build().toArray());
    }
  }
}
