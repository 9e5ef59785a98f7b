package org.wirebench.core.check;

import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Something that checks can ask of a result.
 *
 * @param name what follows {@code what:} in a check
 * @param about one sentence for the schema and the documentation
 * @param argument what follows {@code of:}, for the documentation, such as "name of the header";
 *     empty for a subject that takes none
 * @param ask finds the value in a result, given the argument or an empty text
 * @param <R> the result
 */
public record Subject<R>(
    String name, String about, String argument, BiFunction<R, String, Value> ask) {
  /** A subject that takes no argument. */
  public static <R> Subject<R> of(String name, String about, Function<R, Value> ask) {
    return new Subject<>(name, about, "", (result, none) -> ask.apply(result));
  }

  /** A subject that takes an argument. */
  public static <R> Subject<R> with(
      String name, String about, String argument, BiFunction<R, String, Value> ask) {
    return new Subject<>(name, about, argument, ask);
  }

  /** Whether the subject takes an argument. */
  public boolean takesArgument() {
    return !argument.isEmpty();
  }
}
