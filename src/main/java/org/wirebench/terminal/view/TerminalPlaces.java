package org.wirebench.terminal.view;

import java.util.Optional;
import java.util.function.Supplier;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.fx.FxJobs;
import org.wirebench.terminal.engine.Position;
import org.wirebench.terminal.engine.Terminal;

/** Goes to places of a terminal: to what is searched for, and to prompts. FX thread only. */
final class TerminalPlaces implements AutoCloseable {
  private final Supplier<Optional<TerminalFrame>> frame;
  private final Runnable changed;
  private final TerminalSearch search;
  private final PromptJump jump;
  private Runnable onFind = () -> {};

  /**
   * @param frame what is on the screen; empty as long as nothing is
   */
  TerminalPlaces(TerminalView view, ByteStores stores, Supplier<Optional<TerminalFrame>> frame) {
    FxJobs jobs = view.jobs();
    Terminal terminal = view.terminal();
    this.frame = frame;
    this.changed = view::changed;
    this.search = new TerminalSearch(jobs, stores, terminal, this::reveal, changed);
    this.jump = new PromptJump(jobs, terminal, this::showAtTop, view.bell()::ring);
  }

  TerminalSearch search() {
    return search;
  }

  /** Is run when the user wants to search. */
  void setOnFind(Runnable action) {
    onFind = action;
  }

  void find() {
    onFind.run();
  }

  /** Goes to the next hit of the search, or to the one before. */
  void seek(boolean forward) {
    Optional<Position> seen = frame.get().map(shown -> shown.place().first());
    search.seek(forward, seen.orElse(new Position(0, 0)));
  }

  /** Goes to the prompt before the first row on the screen, or to the next one behind it. */
  void jumpToPrompt(boolean forward) {
    frame.get().ifPresent(shown -> jump.start(forward, shown.place().first()));
  }

  /** Shows a place, in the middle where it was not in sight. */
  private void reveal(Position at) {
    frame.get().ifPresent(shown -> shown.place().reveal(at, shown.rows()));
    changed.run();
  }

  private void showAtTop(Position at) {
    frame.get().ifPresent(shown -> shown.place().showAtTop(at));
    changed.run();
  }

  @Override
  public void close() {
    search.close();
    jump.close();
  }
}
