package org.wirebench.terminal.view;

import java.util.Optional;
import java.util.function.Consumer;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.job.JobSpec;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.FxJobs;
import org.wirebench.terminal.engine.LineText;
import org.wirebench.terminal.engine.Position;
import org.wirebench.terminal.engine.Positions;
import org.wirebench.terminal.engine.Terminal;

/** Goes from prompt to prompt, as a shell marks them (OSC 133). FX thread only. */
final class PromptJump {
  private static final Messages TEXT = Messages.of(PromptJump.class);

  /** How many lines are looked at while nothing else can look. */
  private static final int PORTION = 200;

  private final FxJobs jobs;
  private final Terminal terminal;
  private final Consumer<Position> found;
  private final Runnable none;

  /**
   * @param found is told where the prompt is
   * @param none is run where there is no more
   */
  PromptJump(FxJobs jobs, Terminal terminal, Consumer<Position> found, Runnable none) {
    this.jobs = jobs;
    this.terminal = terminal;
    this.found = found;
    this.none = none;
  }

  /** Looks for the next prompt behind a row, or for the last one before it. */
  void start(boolean forward, int row) {
    jobs.start(
        JobSpec.named(TEXT.get("prompt.job"), "terminal"),
        context -> look(forward, row, context),
        this::ended);
  }

  private void ended(Outcome<Optional<Position>> outcome) {
    if (outcome instanceof Outcome.Done<Optional<Position>>(Optional<Position> at)) {
      at.ifPresentOrElse(found, none);
    }
  }

  private Optional<Position> look(boolean forward, int row, JobContext context) {
    Step step = first(forward, row);
    while (step.found.isEmpty() && step.goesOn) {
      context.checkCancelled();
      step = walk(forward, step.at);
    }
    return step.found;
  }

  /** How far the search came. */
  private record Step(Position at, Optional<Position> found, boolean goesOn) {}

  private Step first(boolean forward, int row) {
    terminal.lock();
    try {
      Positions positions = terminal.view().positions();
      Position at = positions.at(Math.min(row, positions.rows() - 1), 0);
      Position from = forward ? new Position(at.line() + 1, 0) : new Position(at.line(), 0);
      return new Step(from, Optional.empty(), true);
    } finally {
      terminal.unlock();
    }
  }

  private Step walk(boolean forward, Position from) {
    terminal.lock();
    try {
      Positions positions = terminal.view().positions();
      Position at = from;
      for (int i = 0; i < PORTION; i++) {
        Optional<LineText> line = forward ? positions.text(at) : positions.textBefore(at);
        if (line.isEmpty()) {
          return new Step(at, Optional.empty(), false);
        }
        if (line.get().prompt().isPrompt()) {
          return new Step(at, Optional.of(line.get().begin()), false);
        }
        at = forward ? line.get().next() : line.get().begin();
      }
      return new Step(at, Optional.empty(), true);
    } finally {
      terminal.unlock();
    }
  }
}
