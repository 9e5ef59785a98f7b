package org.wirebench.fx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import org.wirebench.core.workspace.Problem;

/** Brings what is wrong with a form to the fields that it is about. */
public final class Problems {
  private final Map<String, StringProperty> fields = new LinkedHashMap<>();
  private final StringProperty rest;
  private List<Problem> shown = List.of();

  /**
   * @param rest takes what is about no field that is known here
   */
  public Problems(StringProperty rest) {
    this.rest = rest;
  }

  /**
   * Has {@code problem} show what is wrong with the field at {@code path} and below it.
   *
   * @param path {@code request.port}
   */
  public void field(String path, StringProperty problem) {
    fields.put(path, problem);
    // A field may be made when what is wrong is known already.
    show(shown);
  }

  /** Shows these problems, and takes back all others. */
  public void show(List<Problem> problems) {
    shown = List.copyOf(problems);
    Map<StringProperty, List<String>> found = new LinkedHashMap<>();
    for (Problem problem : problems) {
      found.computeIfAbsent(target(problem.path()), _ -> new ArrayList<>()).add(problem.message());
    }
    fields.values().forEach(field -> field.set(joined(found.getOrDefault(field, List.of()))));
    rest.set(joined(found.getOrDefault(rest, List.of())));
  }

  private StringProperty target(String path) {
    String at = path;
    while (true) {
      StringProperty field = fields.get(at);
      if (field != null) {
        return field;
      }
      int cut = Math.max(at.lastIndexOf('.'), at.lastIndexOf('['));
      if (cut < 0) {
        return rest;
      }
      at = at.substring(0, cut);
    }
  }

  /** Those of the problems that are about what stands at {@code path}, or below it. */
  public static List<Problem> below(String path, List<Problem> problems) {
    return problems.stream().filter(problem -> isBelow(path, problem.path())).toList();
  }

  /** Whether {@code path} is {@code above}, or below it. */
  public static boolean isBelow(String above, String path) {
    return path.startsWith(above)
        && (path.length() == above.length() || ".[".indexOf(path.charAt(above.length())) >= 0);
  }

  /** Who listens has work to do, for each key: only where something is another. */
  public static void replace(ObservableList<Problem> list, List<Problem> now) {
    if (!list.equals(now)) {
      list.setAll(now);
    }
  }

  /** What is wrong, each thing in a line. */
  static String joined(List<String> messages) {
    return messages.stream().distinct().collect(Collectors.joining("\n"));
  }
}
