package org.wirebench.terminal.view;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.Job;
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
final class PromptJump implements AutoCloseable {
  private static final Messages TEXT = Messages.of(PromptJump.class);

  private final FxJobs jobs;
  private final Terminal terminal;
  private final Consumer<Position> found;
  private final Runnable none;
  private @Nullable Job<?> job;
  private int turns;

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

  /** Looks for the next prompt behind a line, or for the last one before it. */
  void start(boolean forward, Position at) {
    if (job != null) {
      // Nobody waits for where the job would have gone, and many would look at the same lines.
      job.cancel();
    }
    int turn = ++turns;
    Position from = new Position(forward ? at.line() + 1 : at.line(), 0);
    JobSpec spec = JobSpec.named(TEXT.get("prompt.job"), "terminal");
    job =
        jobs.start(spec, context -> look(forward, from, context), outcome -> ended(turn, outcome));
  }

  private void ended(int turn, Outcome<Optional<Position>> outcome) {
    if (turn != turns) {
      return;
    }
    job = null;
    if (outcome instanceof Outcome.Done<Optional<Position>>(Optional<Position> at)) {
      at.ifPresentOrElse(found, none);
    }
  }

  /** Looks no more. */
  @Override
  public void close() {
    turns++;
    if (job != null) {
      job.cancel();
      job = null;
    }
  }

  private Optional<Position> look(boolean forward, Position from, JobContext context) {
    Step step = new Step(from, Optional.empty(), true);
    while (step.found.isEmpty() && step.goesOn) {
      context.checkCancelled();
      step = walk(forward, step.at);
    }
    return step.found;
  }

  /** How far the search came. */
  private record Step(Position at, Optional<Position> found, boolean goesOn) {}

  private Step walk(boolean forward, Position from) {
    terminal.lock();
    try {
      Positions positions = terminal.view().positions();
      Position at = from;
      Portion portion = new Portion();
      while (portion.isOpen()) {
        Optional<LineText> line = forward ? positions.text(at) : positions.textBefore(at);
        if (line.isEmpty()) {
          return new Step(at, Optional.empty(), false);
        }
        if (line.get().prompt().isPrompt()) {
          return new Step(at, Optional.of(line.get().begin()), false);
        }
        portion.add(line.get());
        at = forward ? line.get().next() : line.get().begin();
      }
      return new Step(at, Optional.empty(), true);
    } finally {
      terminal.unlock();
    }
  }
}
