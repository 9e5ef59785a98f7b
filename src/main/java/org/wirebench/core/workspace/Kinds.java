package org.wirebench.core.workspace;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.bytes.PathText;
import org.wirebench.core.text.Messages;

/** The kinds of values that fields have. */
public final class Kinds {
  private static final Messages TEXT = Messages.of(Kinds.class);

  private Kinds() {}

  /** A text, as it is. */
  public static Kind<String> text() {
    return new ScalarKinds.TextKind();
  }

  /** A whole number. */
  public static Kind<Integer> integer(int min, int max) {
    return new ScalarKinds.IntegerKind(min, max);
  }

  /** True or false. */
  public static Kind<Boolean> flag() {
    return new ScalarKinds.FlagKind();
  }

  /** True: what stands there or does not, and has no value of its own. */
  public static Kind<Boolean> onlyTrue() {
    return new ScalarKinds.OnlyTrueKind();
  }

  /** The path of a file, which need not be there. */
  public static Kind<String> path() {
    return parsed(
        TEXT.get("kind.path"),
        text -> {
          Path _ = PathText.parse(text);
          return text;
        },
        text -> text);
  }

  /** One of the constants of an enum, typed in lower case with dashes. */
  public static <E extends Enum<E>> Kind<E> choice(Class<E> type) {
    SequencedMap<String, E> choices = new LinkedHashMap<>();
    for (E constant : Objects.requireNonNull(type.getEnumConstants())) {
      choices.put(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'), constant);
    }
    return among(choices);
  }

  /** One of the values of {@code choices}, typed as its key. */
  public static <T> Kind<T> among(SequencedMap<String, T> choices) {
    return new ScalarKinds.ChoiceKind<>(
        Collections.unmodifiableSequencedMap(new LinkedHashMap<>(choices)));
  }

  /** A length of time, at least zero: {@code 500ms}. */
  public static Kind<Duration> duration() {
    return parsed(
        TEXT.get("kind.duration"),
        text ->
            Measures.duration(text)
                .orElseThrow(() -> new IllegalArgumentException(TEXT.get("value.duration"))),
        Measures::text);
  }

  /** An amount of data in bytes, at least 0: {@code 64KiB}. */
  public static Kind<Long> size() {
    return parsed(
        TEXT.get("kind.size"),
        text ->
            Measures.size(text)
                .orElseThrow(() -> new IllegalArgumentException(TEXT.get("value.size"))),
        Measures::text);
  }

  /**
   * Turns text into a value.
   *
   * @param <T> the type of the value
   */
  @FunctionalInterface
  public interface Parser<T> {
    /**
     * The value of {@code text}.
     *
     * @throws Exception with a message for the user, when it has none
     */
    T parse(String text) throws Exception;
  }

  /**
   * A text that a parser of another package understands.
   *
   * @param words what it is, for the documentation: "an address such as example.org:443"
   * @param parser throws a checked exception, or an {@link IllegalArgumentException}, whose message
   *     tells the user what is wrong
   * @param printer the inverse of the parser
   */
  public static <T> Kind<T> parsed(String words, Parser<T> parser, Function<T, String> printer) {
    return new ScalarKinds.ParsedKind<>(words, parser, printer);
  }

  /** A list of any length. */
  public static <T> Kind<List<T>> list(Kind<T> item) {
    return new CompoundKinds.ListKind<>(item, false);
  }

  /** A list, or one item alone without the list. */
  public static <T> Kind<List<T>> oneOrMore(Kind<T> item) {
    return new CompoundKinds.ListKind<>(item, true);
  }

  /** Values under names that the user chooses. */
  public static <T> Kind<SequencedMap<String, T>> named(Kind<T> value) {
    return new CompoundKinds.NamedKind<>(value);
  }

  /** Fields within a field. */
  public static <T> Kind<T> object(
      Shape shape, Function<Reader, T> maker, Function<T, Tree.Fields> writer) {
    return new CompoundKinds.ObjectKind<>(shape, maker, writer);
  }

  /**
   * A short form that is a text, and a long form for what it cannot say.
   *
   * @param isShort whether a value is written in the short form
   */
  public static <T> Kind<T> shortOrLong(Kind<T> text, Kind<T> fields, Predicate<T> isShort) {
    return new CompoundKinds.EitherKind<>(text, fields, isShort);
  }

  /** One of several forms, told apart by their only key: <code>{text: x}</code>. */
  @SafeVarargs
  public static <T> Kind<T> oneOf(Option<T, ?>... options) {
    List<Option<T, ?>> list = new ArrayList<>();
    for (Option<T, ?> option : options) {
      list.add(option);
    }
    return new CompoundKinds.OneOfKind<>(Optional.empty(), List.copyOf(list));
  }

  /** One of several forms, or the word {@code none} for {@code none}. */
  public static <T> Kind<T> noneOr(T none, List<Option<T, ?>> options) {
    return new CompoundKinds.OneOfKind<>(Optional.of(none), List.copyOf(options));
  }

  /**
   * One form of several.
   *
   * @param name its key
   * @param about one sentence for the schema and the documentation
   * @param kind what stands after the key
   * @param wrap makes the whole value of that; what it throws as {@link IllegalArgumentException}
   *     tells the user what is wrong
   * @param unwrap the inverse; empty for values of other forms
   */
  public record Option<T, U>(
      String name,
      String about,
      Kind<U> kind,
      Function<U, ? extends T> wrap,
      Function<T, Optional<U>> unwrap) {
    @Nullable T read(Tree tree, Reading at) {
      Reading inside = at.at(name);
      U inner = kind.read(tree, inside);
      try {
        return inner == null ? null : wrap.apply(inner);
      } catch (IllegalArgumentException refused) {
        inside.problem(
            Objects.requireNonNullElse(refused.getMessage(), refused.toString()), tree.mark());
        return null;
      }
    }

    Field<U> field() {
      return Field.of(name, kind).about(about);
    }

    Optional<Tree> write(T value) {
      return unwrap.apply(value).map(kind::write);
    }
  }

  /**
   * What a JSON Schema says of a text that has one of {@code forms}, holds a variable, or is empty.
   */
  public static Map<String, Object> textSchema(List<Map<String, Object>> forms) {
    return ScalarKinds.anyOf(forms);
  }
}
