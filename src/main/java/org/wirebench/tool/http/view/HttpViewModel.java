package org.wirebench.tool.http.view;

import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.Failure;
import org.wirebench.core.job.Job;
import org.wirebench.core.job.JobSpec;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.Variables;
import org.wirebench.fx.FxJobs;
import org.wirebench.fx.Pulse;
import org.wirebench.fx.TypedForm;
import org.wirebench.fx.frame.ToolModel;
import org.wirebench.tool.http.request.HttpRequest;
import org.wirebench.tool.http.service.HttpResult;
import org.wirebench.tool.http.service.HttpRun;
import org.wirebench.tool.http.service.HttpService;

/** The state of one tab of the HTTP tool: what is typed, what runs, what came. FX thread only. */
final class HttpViewModel implements ToolModel<HttpRequest> {
  /** How many runs a tab keeps; the bodies of older ones are given back. */
  static final int MOST_RUNS = 200;

  /** How many bytes of bodies a tab keeps beside those of the newest run. */
  static final long MOST_BYTES = 2L << 30;

  private static final Messages TEXT = Messages.of(HttpViewModel.class);

  private final FxJobs jobs;
  private final HttpService service;
  private final HttpTyped typed;
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
  private final ReadOnlyObjectWrapper<@Nullable Failure> failure =
      new ReadOnlyObjectWrapper<>(this, "failure");
  private final ReadOnlyObjectWrapper<@Nullable HttpRun> run =
      new ReadOnlyObjectWrapper<>(this, "run");
  private final ObservableList<HttpRun> runs = FXCollections.observableArrayList();
  private final Map<HttpRun, Failure> failures = new HashMap<>();
  private final Pulse pulse;
  private Runnable news = () -> {};
  private @Nullable Job<?> job;

  HttpViewModel(
      FxJobs jobs, HttpService service, Entry initial, ObservableValue<Variables> variables) {
    this.jobs = jobs;
    this.service = service;
    this.typed = new HttpTyped(initial, variables);
    this.pulse = jobs.pulse(() -> news.run());
  }

  @Override
  public TypedForm<HttpRequest> typedForm() {
    return typed.form();
  }

  HttpTyped typed() {
    return typed;
  }

  @Override
  public ReadOnlyStringProperty titleProperty() {
    return typed.titleProperty();
  }

  @Override
  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** Why the run that is shown failed, or one that has just ended; null when it did not. */
  @Override
  public ReadOnlyObjectProperty<@Nullable Failure> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** The run that is shown; null before anything was sent. */
  ReadOnlyObjectProperty<@Nullable HttpRun> runProperty() {
    return run.getReadOnlyProperty();
  }

  /** The last runs, the newest first. */
  ObservableList<HttpRun> runs() {
    return runs;
  }

  /** What carries requests out. */
  HttpService service() {
    return service;
  }

  /** Is run, at most once a frame, when something came for the last run. */
  void setOnNews(Runnable action) {
    news = action;
  }

  /** Sends the request. */
  @Override
  public void start() {
    HttpRequest asked = request();
    if (asked == null || running.get()) {
      return;
    }
    failure.set(null);
    running.set(true);
    HttpRun now = service.prepare(asked);
    now.addListener(pulse::changed);
    keep(now);
    run.set(now);
    job =
        jobs.start(
            JobSpec.named(TEXT.get("job", typed.titleProperty().get()), HttpRequest.TOOL),
            now::perform,
            outcome -> ended(now, outcome));
  }

  private void keep(HttpRun now) {
    runs.addFirst(now);
    while (runs.size() > MOST_RUNS || (runs.size() > 1 && keptBytes() > MOST_BYTES)) {
      HttpRun old = runs.removeLast();
      failures.remove(old);
      giveBack(old);
    }
  }

  private long keptBytes() {
    return runs.stream()
        .flatMap(one -> one.exchanges().stream())
        .mapToLong(one -> one.body().size())
        .sum();
  }

  private void giveBack(HttpRun old) {
    var _ =
        jobs.start(
            JobSpec.named(TEXT.get("job.giveBack"), HttpRequest.TOOL),
            _ -> {
              old.close();
              return true;
            },
            outcome -> {
              if (outcome instanceof Outcome.Failed<Boolean>(Failure why)) {
                failure.set(why);
              }
            });
  }

  private void ended(HttpRun of, Outcome<HttpResult> outcome) {
    running.set(false);
    job = null;
    if (outcome instanceof Outcome.Failed<HttpResult>(Failure why)) {
      failures.put(of, why);
      failure.set(why);
    }
    news.run();
  }

  /** Shows one of the runs again. */
  void show(HttpRun one) {
    run.set(one);
    failure.set(failures.get(one));
    news.run();
  }

  @Override
  public boolean isLastShown() {
    return !runs.isEmpty() && runs.getFirst() == run.get();
  }

  @Override
  public void stop() {
    if (job != null) {
      job.cancel();
    }
  }

  @Override
  public String step() {
    Job<?> now = job;
    return now == null ? "" : now.step();
  }

  /** Gives everything back. */
  void close() {
    // What ends after this has nobody to tell, and what it brought is given back.
    news = () -> {};
    stop();
    typed.form().close();
    pulse.close();
    runs.forEach(this::giveBack);
    runs.clear();
  }
}
