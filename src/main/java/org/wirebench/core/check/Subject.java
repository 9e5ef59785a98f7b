package org.wirebench.core.check;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToLongFunction;
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
 * @param wrong says why an argument is none, where that is known before there is a result
 * @param kind what kind of value it gives
 * @param ask finds the value in a result, given the argument or an empty text
 * @param <R> the result
 */
public record Subject<R>(
    String name,
    String about,
    String argument,
    List<String> choices,
    Function<String, Optional<String>> wrong,
    ValueKind kind,
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
    return new Subject<>(
        name,
        about,
        "",
        List.of(),
        _ -> Optional.empty(),
        new ValueKind.Open(),
        (result, none) -> ask.apply(result));
  }

  /** A subject that stands alone, and is a length of time. */
  public static <R> Subject<R> time(String name, String about, Function<R, Duration> ask) {
    return Subject.<R>of(name, about, result -> Value.time(ask.apply(result)))
        .giving(new ValueKind.Time());
  }

  /** A subject that stands alone, and is an amount of data in bytes. */
  public static <R> Subject<R> size(String name, String about, ToLongFunction<R> ask) {
    return Subject.<R>of(name, about, result -> Value.size(ask.applyAsLong(result)))
        .giving(new ValueKind.Size());
  }

  /** A subject that stands alone, and is a number. */
  public static <R> Subject<R> number(String name, String about, ToLongFunction<R> ask) {
    return Subject.<R>of(name, about, result -> Value.number(ask.applyAsLong(result)))
        .giving(new ValueKind.Numeric());
  }

  /**
   * A subject that stands alone, and is one of a few words.
   *
   * @param words all there are
   */
  public static <R> Subject<R> word(
      String name, String about, List<String> words, Function<R, String> ask) {
    return Subject.<R>of(name, about, result -> Value.text(ask.apply(result)))
        .giving(new ValueKind.OneOf(words));
  }

  /** A subject that takes any argument. */
  public static <R> Subject<R> with(
      String name, String about, String argument, BiFunction<R, String, Value> ask) {
    return new Subject<>(
        name, about, argument, List.of(), _ -> Optional.empty(), new ValueKind.Open(), ask);
  }

  /** A subject that takes one of a few arguments. */
  public static <R> Subject<R> among(
      String name, String about, List<String> choices, BiFunction<R, String, Value> ask) {
    return new Subject<>(
        name, about, "", choices, _ -> Optional.empty(), new ValueKind.Open(), ask);
  }

  /** The same, known to give such values: what they cannot be compared with is found early. */
  public Subject<R> giving(ValueKind known) {
    return new Subject<>(name, about, argument, choices, wrong, known, ask);
  }

  /**
   * The same, whose arguments are checked before there is a result.
   *
   * @param why is given an argument, and says what is wrong with it; empty where nothing is
   */
  public Subject<R> checking(Function<String, Optional<String>> why) {
    return new Subject<>(name, about, argument, choices, why, kind, ask);
  }

  /** Whether the subject takes an argument. */
  public boolean takesArgument() {
    return !argument.isEmpty() || !choices.isEmpty();
  }
}
