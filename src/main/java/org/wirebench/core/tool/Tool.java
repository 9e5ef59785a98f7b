package org.wirebench.core.tool;

import java.util.List;
import org.wirebench.core.check.Subject;
import org.wirebench.core.code.CodeWriter;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.lab.LabServer;
import org.wirebench.core.workspace.Bound;
import org.wirebench.core.workspace.Problem;
import org.wirebench.core.workspace.Shape;
import org.wirebench.core.workspace.Tree;

/**
 * The headless half of a tool: all that the command line needs of it, and all that its window is
 * built on.
 *
 * @param <Q> the request: an immutable record
 * @param <R> the result of a headless run; if it is {@link AutoCloseable}, whoever ran the request
 *     closes it when the checks are done
 */
public interface Tool<Q, R> {
  /** The name of the tool in files and on the command line: lower case, one word. */
  String id();

  /** The name of the tool for people. */
  String title();

  /** The fields of its request. */
  Shape shape();

  /** Makes a request of what was typed, whose variables are resolved. Paths begin with request. */
  Bound<Q> bind(Tree.Fields request);

  /**
   * What of {@code request}, whose variables need not be resolved, has no effect beside its other
   * fields, and why. {@link #bind} ignores it, right or wrong; the user is told.
   */
  default List<Problem> unused(Tree.Fields request) {
    return List.of();
  }

  /**
   * {@code request} as it may stand in a file: without the secrets that were typed out. Those that
   * are variables stay.
   */
  default Tree.Fields withoutSecrets(Tree.Fields request) {
    return request;
  }

  /** How {@code request} is typed; binding it gives an equal request. Defaults are left out. */
  Tree.Fields write(Q request);

  /**
   * Carries {@code request} out, with nobody watching.
   *
   * @throws Exception when it cannot be; the job classifies it
   */
  R run(Q request, JobContext context) throws Exception;

  /** What checks can ask of a result. */
  List<Subject<R>> subjects();

  /** The writers of example code, at most one for each target. */
  List<CodeWriter<Q>> writers();

  /** The embedded servers to try the tool against. */
  List<LabServer> lab();
}
