package org.wirebench.tool.http.view;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.document.TextFault;
import org.wirebench.core.job.Failure;
import org.wirebench.core.job.Job;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.job.JobSpec;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.job.Task;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.FxJobs;

/**
 * Looks through the text of a body away from the FX thread, since a megabyte takes longer than a
 * frame. What a stopped one finds is not told. FX thread only.
 */
final class BodyWork {
  private static final Messages TEXT = Messages.of(BodyWork.class);

  /** Whoever types goes on within that time, and wants nothing said of half a word. */
  private static final Duration REST = Duration.ofMillis(250);

  private final FxJobs jobs;
  private final BodyForm.Kind kind;
  private JobClock.@Nullable Timer rest;
  private @Nullable Job<?> job;
  private int turn;

  BodyWork(FxJobs jobs, BodyForm.Kind kind) {
    this.jobs = jobs;
    this.kind = kind;
  }

  /** Looks for the first fault, once the keys rest. */
  void find(String text, Consumer<Optional<TextFault>> found, Consumer<Failure> failed) {
    stop();
    rest =
        jobs.after(
            REST,
            () -> start(TEXT.get("body.look"), _ -> BodyText.fault(kind, text), found, failed));
  }

  /** Sets the text out to be read; gives nothing where that is not possible. */
  void setOut(String text, Consumer<Optional<String>> made, Consumer<Failure> failed) {
    start(TEXT.get("body.setOut"), _ -> BodyText.setOut(kind, text), made, failed);
  }

  private <T> void start(String name, Task<T> task, Consumer<T> done, Consumer<Failure> failed) {
    stop();
    int mine = turn;
    job =
        jobs.start(
            JobSpec.named(name, "http"),
            task,
            outcome -> {
              if (mine == turn) {
                tell(outcome, done, failed);
              }
            });
  }

  private static <T> void tell(Outcome<T> outcome, Consumer<T> done, Consumer<Failure> failed) {
    switch (outcome) {
      case Outcome.Done<T>(T value) -> done.accept(value);
      case Outcome.Failed<T>(Failure failure) -> failed.accept(failure);
      case Outcome.Cancelled<T> _ -> {}
    }
  }

  /** Looks no more. */
  void stop() {
    turn++;
    if (rest != null) {
      rest.cancel();
      rest = null;
    }
    if (job != null) {
      job.cancel();
      job = null;
    }
  }
}
