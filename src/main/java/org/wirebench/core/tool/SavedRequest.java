package org.wirebench.core.tool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.wirebench.core.check.Capture;
import org.wirebench.core.check.Check;
import org.wirebench.core.check.Checks;
import org.wirebench.core.check.Verdict;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.workspace.Bound;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.Problem;
import org.wirebench.core.workspace.Variables;

/**
 * An entry made ready to run: bound to its tool, with its checks and captures.
 *
 * @param <Q> the request of the tool
 * @param <R> the result of the tool
 */
public final class SavedRequest<Q, R> {
  private final Tool<Q, R> tool;
  private final Q request;
  private final List<Check<R>> checks;
  private final List<Capture<R>> captures;

  private SavedRequest(
      Tool<Q, R> tool, Q request, List<Check<R>> checks, List<Capture<R>> captures) {
    this.tool = tool;
    this.request = request;
    this.checks = checks;
    this.captures = captures;
  }

  /**
   * What a run brought.
   *
   * @param verdicts of every check, and of captures that failed
   * @param captured what was captured
   */
  public record Report(List<Verdict> verdicts, Map<String, String> captured) {
    public Report {
      verdicts = List.copyOf(verdicts);
      captured = Map.copyOf(captured);
    }

    /** Whether every check held. */
    public boolean held() {
      return verdicts.stream().allMatch(Verdict::held);
    }
  }

  /** Makes {@code entry} ready; all that is wrong with it is found at once. */
  public static <Q, R> Bound<SavedRequest<Q, R>> bind(
      Tool<Q, R> tool, Entry entry, Variables variables) {
    Checks<R> kinds = new Checks<>(tool.subjects());
    List<Problem> problems = new ArrayList<>();
    Bound<Q> request = then(variables.resolve(entry.request(), "request"), tool::bind);
    Bound<List<Check<R>>> checks = then(variables.resolve(entry.expect(), "expect"), kinds::bind);
    Bound<List<Capture<R>>> captures =
        then(variables.resolve(entry.capture(), "capture"), kinds::bindCaptures);
    if (request instanceof Bound.Ok<Q>(Q ready)
        && checks instanceof Bound.Ok<List<Check<R>>>(List<Check<R>> tests)
        && captures instanceof Bound.Ok<List<Capture<R>>>(List<Capture<R>> takes)) {
      return new Bound.Ok<>(new SavedRequest<>(tool, ready, tests, takes));
    }
    problems.addAll(request.found());
    problems.addAll(checks.found());
    problems.addAll(captures.found());
    return new Bound.Bad<>(problems);
  }

  private interface Step<A, B> {
    Bound<B> take(A value);
  }

  private static <A, B> Bound<B> then(Bound<A> first, Step<A, B> next) {
    return switch (first) {
      case Bound.Ok<A>(A value) -> next.take(value);
      case Bound.Bad<A>(List<Problem> problems) -> new Bound.Bad<>(problems);
    };
  }

  /**
   * What is wrong with {@code entry}, as far as it can be told before it is its turn to run.
   *
   * @param variables those whose values are known
   * @param later names that earlier runs will have captured
   */
  public static List<Problem> check(
      Tool<?, ?> tool, Entry entry, Variables variables, List<String> later) {
    List<Problem> unknown = unknownNames(entry, variables, later);
    boolean waits =
        List.of(entry.request(), entry.expect(), entry.capture()).stream()
            .anyMatch(part -> !variables.values().keySet().containsAll(Variables.namesIn(part)));
    List<Problem> problems = new ArrayList<>(unknown);
    problems.addAll(waits ? open(tool, entry) : bind(tool, entry, variables).found());
    return problems;
  }

  private static List<Problem> unknownNames(Entry entry, Variables variables, List<String> later) {
    SequencedMap<String, String> values = new LinkedHashMap<>(variables.values());
    later.forEach(name -> values.putIfAbsent(name, ""));
    Variables known = new Variables(values);
    List<Problem> problems = new ArrayList<>();
    problems.addAll(known.resolve(entry.request(), "request").found());
    problems.addAll(known.resolve(entry.expect(), "expect").found());
    problems.addAll(known.resolve(entry.capture(), "capture").found());
    return problems;
  }

  private static <R> List<Problem> open(Tool<?, R> tool, Entry entry) {
    List<Problem> problems = new ArrayList<>(tool.shape().check(entry.request(), "request"));
    for (Problem unused : tool.unused(entry.request())) {
      problems.removeIf(problem -> isIn(problem.path(), unused.path()));
    }
    problems.addAll(new Checks<>(tool.subjects()).check(entry.expect(), entry.capture()));
    return problems;
  }

  private static boolean isIn(String path, String field) {
    return path.equals(field) || path.startsWith(field + ".") || path.startsWith(field + "[");
  }

  /**
   * Carries the request out, holds the checks against what it brought, and captures from it.
   *
   * @throws Exception when the request could not be carried out
   */
  public Report run(JobContext context) throws Exception {
    R result = tool.run(request, context);
    try {
      List<Verdict> verdicts = new ArrayList<>();
      checks.forEach(check -> verdicts.add(check.judge(result)));
      Map<String, String> captured = new LinkedHashMap<>();
      for (Capture<R> capture : captures) {
        Capture.Taken taken = capture.take(result);
        if (taken.value().isPresent()) {
          captured.put(capture.name(), taken.value().get());
        } else {
          verdicts.add(taken.verdict());
        }
      }
      return new Report(verdicts, captured);
    } finally {
      if (result instanceof AutoCloseable closeable) {
        closeable.close();
      }
    }
  }

  /** The request. */
  public Q request() {
    return request;
  }
}
