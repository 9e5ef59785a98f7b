package org.wirebench.terminal.view;

import java.util.List;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.FxJobs;
import org.wirebench.terminal.engine.Terminal;

/**
 * Knows where prompts are, as of when the terminal last rested: nobody looks for them where no
 * shell ever marked one. FX thread only.
 */
final class PromptMarks {
  private static final Messages TEXT = Messages.of(PromptMarks.class);

  private final RestJob<State, PromptScan.Found> marks;

  /**
   * @param changed is run when prompts are elsewhere
   */
  PromptMarks(FxJobs jobs, Terminal terminal, Runnable changed) {
    State none = new State(0, 0, 0);
    PromptScan scan = new PromptScan(terminal);
    marks = new RestJob<>(jobs, TEXT.get("marks.job"), none, scan::look, changed);
  }

  /**
   * What says that prompts may be elsewhere.
   *
   * @param said how often a shell said something of a line
   * @param line the number of the first line of the screen
   * @param rows how many rows there are
   */
  record State(long said, long line, int rows) {}

  /** The terminal has this state in this frame. */
  void take(State state) {
    if (state.said > 0) {
      marks.take(state);
    }
  }

  /** Where prompts are, from the first on. */
  List<PromptScan.Found> found() {
    return marks.found();
  }

  /** Looks no more. */
  void stop() {
    marks.stop();
  }
}
