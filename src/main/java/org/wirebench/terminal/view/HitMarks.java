package org.wirebench.terminal.view;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.FxJobs;
import org.wirebench.terminal.engine.Positions;
import org.wirebench.terminal.engine.Terminal;

/**
 * Knows in which rows the search found something, as of when the terminal last rested: hits and the
 * lines that they are in may have to be read from files. FX thread only, but for the job.
 */
final class HitMarks {
  private static final Messages TEXT = Messages.of(HitMarks.class);

  /** More of them cannot be told apart. */
  private static final int MOST = 400;

  /** How many places are found while nothing else can look: each may be read from a file. */
  private static final int PLACES = 8;

  private final Terminal terminal;
  private final TerminalSearch search;
  private final RestJob<State, Integer> marks;
  private volatile @Nullable TerminalHits hits;

  /**
   * @param changed is run when hits are elsewhere
   */
  HitMarks(FxJobs jobs, Terminal terminal, TerminalSearch search, Runnable changed) {
    this.terminal = terminal;
    this.search = search;
    State none = new State(null, 0, 0, 0, 0);
    this.marks = new RestJob<>(jobs, TEXT.get("hits.job"), none, this::look, changed);
  }

  /** What says that hits may be elsewhere. */
  private record State(@Nullable TerminalHits hits, long first, long end, long line, int rows) {}

  /** The terminal has this state in this frame. */
  void take(PromptMarks.State state) {
    TerminalHits now = search.hits();
    hits = now;
    if (now != null) {
      marks.take(new State(now, now.first(), now.end(), state.line(), state.rows()));
    }
  }

  private List<Integer> look(JobContext context) throws IOException {
    TerminalHits there = hits;
    long[] places = there == null ? new long[0] : there.sample(MOST);
    List<Integer> rows = new ArrayList<>(places.length);
    while (rows.size() < places.length) {
      context.checkCancelled();
      find(places, rows);
    }
    return rows;
  }

  private void find(long[] places, List<Integer> rows) {
    terminal.lock();
    try {
      Positions positions = terminal.view().positions();
      int end = Math.min(places.length, rows.size() + PLACES);
      while (rows.size() < end) {
        rows.add(positions.find(TerminalHits.position(places[rows.size()])).row());
      }
    } finally {
      terminal.unlock();
    }
  }

  /** The rows of some of the hits, from 0 for the first row of the scrollback; in order. */
  List<Integer> found() {
    return hits == null ? List.of() : marks.found();
  }

  /** Looks no more. */
  void stop() {
    marks.stop();
  }
}
