package org.wirebench.core.workspace;

import java.util.List;

/**
 * What came of binding text to a value: the value, or everything that is wrong with the text.
 *
 * @param <T> the type of the value
 */
public sealed interface Bound<T> {
  /** All was well. */
  record Ok<T>(T value) implements Bound<T> {}

  /** Something was not; at least one problem. */
  record Bad<T>(List<Problem> problems) implements Bound<T> {
    public Bad {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("a bad binding needs a problem");
      }
    }
  }

  /** The problems; none when all was well. */
  default List<Problem> found() {
    return switch (this) {
      case Ok<T> _ -> List.of();
      case Bad<T> bad -> bad.problems();
    };
  }
}
