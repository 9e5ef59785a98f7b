package org.wirebench.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.wirebench.cli.SavedFiles.Found;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.job.Failure;
import org.wirebench.core.job.Job;
import org.wirebench.core.job.JobSpec;
import org.wirebench.core.job.Jobs;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.text.Messages;
import org.wirebench.core.tool.SavedRequest;
import org.wirebench.core.tool.Tool;
import org.wirebench.core.workspace.Bound;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.Problem;
import org.wirebench.core.workspace.Variables;

/** Runs saved requests one after the other; what one captures, those after it can use. */
final class RequestRunner {
  private static final Messages TEXT = Messages.of(RequestRunner.class);

  private final Jobs jobs;
  private final Stop stop;

  RequestRunner(Jobs jobs, Stop stop) {
    this.jobs = jobs;
    this.stop = stop;
  }

  /**
   * Looks for whatever is wrong before the first of them runs.
   *
   * @throws WrongUseException with all of it
   */
  static void check(List<Found> found, Variables variables) throws WrongUseException {
    List<String> wrong = new ArrayList<>();
    List<String> later = new ArrayList<>();
    for (Found each : found) {
      List<Problem> problems = SavedRequest.check(each.tool(), each.entry(), variables, later);
      problems.forEach(problem -> wrong.add(SavedFiles.line(each.file(), problem)));
      later.addAll(each.entry().capture().names());
    }
    if (!wrong.isEmpty()) {
      throw new WrongUseException(wrong);
    }
  }

  /**
   * Runs them all, whether checks hold or not, unless told to stop.
   *
   * @param each hears of each as it ends
   * @throws InterruptedException when the waiting thread is interrupted; the job is cancelled
   */
  List<Ran> run(List<Found> found, Variables known, Consumer<Ran> each)
      throws InterruptedException {
    List<Ran> all = new ArrayList<>();
    Variables variables = known;
    for (Found next : found) {
      Entry named = next.entry().named(variables.known(next.entry().name()));
      Attempt attempt = new Attempt(next.file(), named, jobs.clock().now());
      Ran ran;
      if (stop.isTold()) {
        ran = attempt.stopped(Duration.ZERO);
      } else {
        Step step = step(attempt, next.tool(), variables);
        ran = step.ran();
        variables = step.variables();
      }
      all.add(ran);
      each.accept(ran);
    }
    return all;
  }

  private record Step(Ran ran, Variables variables) {}

  private <Q, R> Step step(Attempt attempt, Tool<Q, R> tool, Variables variables)
      throws InterruptedException {
    return switch (SavedRequest.bind(tool, attempt.entry(), variables)) {
      case Bound.Bad<SavedRequest<Q, R>>(List<Problem> problems) ->
          new Step(attempt.unbound(problems), variables);
      case Bound.Ok<SavedRequest<Q, R>>(SavedRequest<Q, R> ready) ->
          step(attempt, tool, ready, variables);
    };
  }

  private Step step(Attempt attempt, Tool<?, ?> tool, SavedRequest<?, ?> ready, Variables variables)
      throws InterruptedException {
    Job<SavedRequest.Report> job =
        jobs.start(JobSpec.named(attempt.entry().name(), tool.id()), ready::run);
    if (stop.isTold()) {
      // Told between the last look and now, so that nobody cancelled this one.
      job.cancel();
    }
    Outcome<SavedRequest.Report> outcome;
    try {
      outcome = job.await();
    } catch (InterruptedException interrupted) {
      job.cancel();
      throw interrupted;
    }
    Duration time = job.elapsed();
    return switch (outcome) {
      case Outcome.Done<SavedRequest.Report>(SavedRequest.Report report) -> {
        Variables more = variables;
        for (var captured : report.captured().entrySet()) {
          more = more.with(captured.getKey(), captured.getValue());
        }
        yield new Step(attempt.judged(report, time), more);
      }
      case Outcome.Failed<SavedRequest.Report>(Failure failure) ->
          new Step(attempt.broken(failure, time), variables);
      case Outcome.Cancelled<SavedRequest.Report> _ -> new Step(attempt.stopped(time), variables);
    };
  }

  /** One request that was tried. */
  private record Attempt(Path file, Entry entry, Instant started) {
    Ran unbound(List<Problem> problems) {
      List<String> sentences =
          problems.stream().map(problem -> SavedFiles.line(file, problem)).toList();
      return ran(Ran.State.FAILED, Duration.ZERO, sentences, "request");
    }

    Ran judged(SavedRequest.Report report, Duration time) {
      List<String> sentences =
          report.verdicts().stream()
              .filter(verdict -> !verdict.held())
              .map(
                  verdict ->
                      SavedFiles.line(file, new Problem("", verdict.sentence(), verdict.mark())))
              .toList();
      return report.held()
          ? ran(Ran.State.HELD, time, sentences, "")
          : ran(Ran.State.FAILED, time, sentences, "check");
    }

    Ran broken(Failure failure, Duration time) {
      List<String> sentences = new ArrayList<>();
      sentences.add(
          TEXT.get(
              "run.broken", Escapes.display(failure.title()), Escapes.display(failure.cause())));
      if (!failure.remedy().isEmpty()) {
        sentences.add(Escapes.display(failure.remedy()));
      }
      String kind =
          failure instanceof NetFailure net
              ? net.kind().name().toLowerCase(Locale.ROOT).replace('_', '-')
              : "failure";
      return ran(Ran.State.BROKEN, time, sentences, kind);
    }

    Ran stopped(Duration time) {
      return ran(Ran.State.STOPPED, time, List.of(TEXT.get("run.stopped")), "stopped");
    }

    private Ran ran(Ran.State state, Duration time, List<String> sentences, String kind) {
      return new Ran(file, entry, state, started, time, sentences, kind);
    }
  }
}
