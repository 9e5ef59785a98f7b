package org.wirebench.terminal.view;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.Job;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.job.JobSpec;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.FxJobs;
import org.wirebench.terminal.engine.Terminal;

/**
 * Knows where prompts are, as of when the terminal last rested: nobody looks for them while lines
 * go by, nor where no shell ever marked one. FX thread only.
 */
final class PromptMarks {
  private static final Messages TEXT = Messages.of(PromptMarks.class);
  private static final Duration REST = Duration.ofMillis(300);

  private final FxJobs jobs;
  private final PromptScan scan;
  private final Runnable changed;
  private State now = new State(0, 0, 0);
  private State before = now;
  private List<PromptScan.Found> found = List.of();
  private JobClock.@Nullable Timer timer;
  private @Nullable Job<?> job;

  /**
   * @param changed is run when prompts are elsewhere
   */
  PromptMarks(FxJobs jobs, Terminal terminal, Runnable changed) {
    this.jobs = jobs;
    this.scan = new PromptScan(terminal);
    this.changed = changed;
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
    if (state.equals(now)) {
      return;
    }
    now = state;
    if (now.said > 0 && timer == null) {
      await();
    }
  }

  private void await() {
    before = now;
    timer = jobs.after(REST, this::rested);
  }

  private void rested() {
    timer = null;
    if (job != null || !now.equals(before)) {
      await();
    } else {
      job = jobs.start(JobSpec.named(TEXT.get("marks.job"), "terminal"), scan::look, this::ended);
    }
  }

  private void ended(Outcome<List<PromptScan.Found>> outcome) {
    job = null;
    if (outcome instanceof Outcome.Done<List<PromptScan.Found>>(var there)) {
      found = there;
      changed.run();
    }
  }

  /** Where prompts are, from the first on. */
  List<PromptScan.Found> found() {
    return found;
  }

  /** Looks no more. */
  void stop() {
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
    if (job != null) {
      job.cancel();
    }
  }
}
