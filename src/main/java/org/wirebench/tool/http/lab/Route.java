package org.wirebench.tool.http.lab;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * Calls that one endpoint answers.
 *
 * @param methods those that it answers; empty for any
 * @param patterns its paths, the most telling first
 * @param example a path to click on
 * @param about what it does, in one sentence for people
 */
record Route(
    SequencedSet<String> methods,
    List<PathPattern> patterns,
    String example,
    String about,
    Endpoint endpoint) {
  private static final String USUAL = "GET, HEAD, POST, PUT, PATCH, DELETE";

  /**
   * A route.
   *
   * @param methods with blanks between; HEAD comes with GET; a star for any
   * @param patterns with blanks between
   */
  static Route of(String methods, String patterns, String about, Endpoint endpoint) {
    SequencedSet<String> all = new LinkedHashSet<>();
    if (!methods.equals("*")) {
      all.addAll(List.of(methods.split(" ")));
      if (all.contains("GET")) {
        all.add("HEAD");
      }
    }
    List<PathPattern> paths = Arrays.stream(patterns.split(" ")).map(PathPattern::parse).toList();
    return new Route(all, paths, paths.getFirst().toString(), about, endpoint);
  }

  /** The same with a path to click on. */
  Route like(String path) {
    return new Route(methods, patterns, path, about, endpoint);
  }

  /** What the names stand for where {@code path} is one of this route. */
  Optional<Map<String, String>> match(List<String> path) {
    return patterns.stream().flatMap(pattern -> pattern.match(path).stream()).findFirst();
  }

  boolean answers(String method) {
    return methods.isEmpty() || methods.contains(method);
  }

  /** The value of Allow (RFC 9110 section 10.2.1), without OPTIONS, which is always answered. */
  String allow() {
    return methods.isEmpty() ? USUAL : String.join(", ", methods);
  }
}
