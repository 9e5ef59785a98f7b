package org.wirebench.tool.http.view;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.Failure;
import org.wirebench.core.job.Job;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.job.JobSpec;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.text.Messages;
import org.wirebench.fx.FxJobs;
import org.wirebench.tool.http.request.HttpRequest;
import org.wirebench.tool.http.service.HttpService;
import org.wirebench.tool.http.service.Repeater;
import org.wirebench.tool.http.service.load.LoadReport;
import org.wirebench.tool.http.service.load.LoadRun;

/** The load run of one tab: the one that runs, or what the last one brought. FX thread only. */
final class LoadViewModel {
  /** How often the numbers of a run are brought up to date: often enough to be read. */
  private static final Duration PAUSE = Duration.ofMillis(500);

  private static final Messages TEXT = Messages.of(LoadViewModel.class);

  private final FxJobs jobs;
  private final HttpService service;
  private final Supplier<@Nullable HttpRequest> request;
  private final ObservableValue<String> blocked;
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
  private final ReadOnlyObjectWrapper<@Nullable Shown> shown =
      new ReadOnlyObjectWrapper<>(this, "shown");
  private final ReadOnlyObjectWrapper<@Nullable Failure> failure =
      new ReadOnlyObjectWrapper<>(this, "failure");
  private final ReadOnlyStringWrapper waiting = new ReadOnlyStringWrapper(this, "waiting", "");
  private @Nullable Job<LoadReport> job;
  private JobClock.@Nullable Timer timer;

  /** Written by the job when the requests begin. */
  private volatile @Nullable LoadRun run;

  /** How far a run is. */
  enum State {
    RUNNING,
    DONE,
    STOPPED,
    FAILED
  }

  /**
   * A run as it is shown.
   *
   * @param request what is repeated
   */
  record Shown(HttpRequest request, LoadReport report, State state) {
    /** Answers a second in the last part of the run. */
    double rateNow() {
      return report.seconds().isEmpty() ? report.rate() : report.seconds().getLast().rate();
    }
  }

  /**
   * @param request what is typed now; null while it is no request
   * @param blocked why it is none; empty when it is one
   */
  LoadViewModel(
      FxJobs jobs,
      HttpService service,
      Supplier<@Nullable HttpRequest> request,
      ObservableValue<String> blocked) {
    this.jobs = jobs;
    this.service = service;
    this.request = request;
    this.blocked = blocked;
  }

  /** Whether a run is on its way. */
  ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** What the run has brought so far, or the last one in all; null before the first. */
  ReadOnlyObjectProperty<@Nullable Shown> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** What a run does before it sends anything; empty while it sends, and while there is none. */
  ReadOnlyStringProperty waitingProperty() {
    return waiting.getReadOnlyProperty();
  }

  /** Why the last run could not be carried out; null when it could, whatever the server did. */
  ReadOnlyObjectProperty<@Nullable Failure> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** Why no run can be started; empty when one can. */
  ObservableValue<String> blockedProperty() {
    return blocked;
  }

  /** What is typed now. */
  Optional<HttpRequest> request() {
    return Optional.ofNullable(request.get());
  }

  /** Starts a run of what is typed. */
  void start() {
    HttpRequest asked = request.get();
    if (asked == null || running.get()) {
      return;
    }
    failure.set(null);
    shown.set(null);
    running.set(true);
    run = null;
    job =
        jobs.start(
            JobSpec.named(TEXT.get("load.job", asked.method(), asked.url()), HttpRequest.TOOL),
            context -> perform(asked, context),
            outcome -> ended(asked, outcome));
    tick(asked);
  }

  private LoadReport perform(HttpRequest asked, JobContext context) throws Exception {
    try (Repeater repeater = service.repeater(asked, asked.load().concurrency())) {
      repeater.introduce(context);
      LoadRun now = new LoadRun(asked.load(), repeater, context.clock());
      run = now;
      return now.perform(context);
    }
  }

  private void tick(HttpRequest asked) {
    timer = jobs.after(PAUSE, () -> tick(asked));
    waiting.set(job == null || run != null ? "" : job.step());
    show(asked, State.RUNNING);
  }

  private void show(HttpRequest asked, State state) {
    LoadRun now = run;
    if (now != null) {
      shown.set(new Shown(asked, now.report(), state));
    }
  }

  private void ended(HttpRequest asked, Outcome<LoadReport> outcome) {
    rest();
    job = null;
    waiting.set("");
    running.set(false);
    switch (outcome) {
      case Outcome.Done<LoadReport> _ -> show(asked, State.DONE);
      case Outcome.Cancelled<LoadReport> _ -> show(asked, State.STOPPED);
      case Outcome.Failed<LoadReport>(Failure why) -> {
        failure.set(why);
        show(asked, State.FAILED);
      }
    }
  }

  private void rest() {
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
  }

  /** Stops the run; what it has brought stays. */
  void stop() {
    if (job != null) {
      job.cancel();
    }
  }

  /** Ends everything. */
  void close() {
    stop();
    rest();
  }
}
