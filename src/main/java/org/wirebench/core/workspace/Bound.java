package org.wirebench.core.workspace;

import java.util.List;
import java.util.function.Function;

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

  /** The same with the value changed, if there is one. */
  default <U> Bound<U> map(Function<? super T, ? extends U> change) {
    return switch (this) {
      case Ok<T> ok -> new Ok<>(change.apply(ok.value()));
      case Bad<T> bad -> new Bad<>(bad.problems());
    };
  }
}
