package org.wirebench.core.check;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Something that checks can ask of a result.
 *
 * @param name what {@code what:} begins with in a check: words with one blank between them, of
 *     letters, digits and {@code -}
 * @param about one sentence for the schema and the documentation
 * @param argument what follows the name after a blank, such as "the name of the header"; empty for
 *     a subject that stands alone, and for one with {@code choices}
 * @param choices all that can follow the name; empty where that is nothing, or anything
 * @param ask finds the value in a result, given the argument or an empty text
 * @param <R> the result
 */
public record Subject<R>(
    String name,
    String about,
    String argument,
    List<String> choices,
    BiFunction<R, String, Value> ask) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]+( [A-Za-z0-9-]+)*");

  public Subject {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("no name for a subject: " + name);
    }
    choices = List.copyOf(choices);
  }

  /** A subject that stands alone. */
  public static <R> Subject<R> of(String name, String about, Function<R, Value> ask) {
    return new Subject<>(name, about, "", List.of(), (result, none) -> ask.apply(result));
  }

  /** A subject that takes any argument. */
  public static <R> Subject<R> with(
      String name, String about, String argument, BiFunction<R, String, Value> ask) {
    return new Subject<>(name, about, argument, List.of(), ask);
  }

  /** A subject that takes one of a few arguments. */
  public static <R> Subject<R> among(
      String name, String about, List<String> choices, BiFunction<R, String, Value> ask) {
    return new Subject<>(name, about, "", choices, ask);
  }

  /** Whether the subject takes an argument. */
  public boolean takesArgument() {
    return !argument.isEmpty() || !choices.isEmpty();
  }
}
