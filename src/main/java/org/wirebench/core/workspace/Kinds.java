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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.bytes.PathText;
import org.wirebench.core.text.Messages;

/** The kinds of values that fields have. */
public final class Kinds {
  private static final Messages TEXT = Messages.of(Kinds.class);

  private Kinds() {}

  /** A text, as it is. */
  public static Kind<String> text() {
    return new TextKind();
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
    return new ListKind<>(item, false);
  }

  /** A list, or one item alone without the list. */
  public static <T> Kind<List<T>> oneOrMore(Kind<T> item) {
    return new ListKind<>(item, true);
  }

  /** Values under names that the user chooses. */
  public static <T> Kind<SequencedMap<String, T>> named(Kind<T> value) {
    return new NamedKind<>(value);
  }

  /** Fields within a field. */
  public static <T> Kind<T> object(
      Shape shape, Function<Reader, T> maker, Function<T, Tree.Fields> writer) {
    return new ObjectKind<>(shape, maker, writer);
  }

  /**
   * A short form that is a text, and a long form for what it cannot say.
   *
   * @param isShort whether a value is written in the short form
   */
  public static <T> Kind<T> shortOrLong(Kind<T> text, Kind<T> fields, Predicate<T> isShort) {
    return new EitherKind<>(text, fields, isShort);
  }

  /** One of several forms, told apart by their only key: <code>{text: x}</code>. */
  @SafeVarargs
  public static <T> Kind<T> oneOf(Option<T, ?>... options) {
    List<Option<T, ?>> list = new ArrayList<>();
    for (Option<T, ?> option : options) {
      list.add(option);
    }
    return new OneOfKind<>(List.copyOf(list));
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

  private record TextKind() implements Kind<String> {
    @Override
    public @Nullable String read(Tree tree, Reading at) {
      if (!(tree instanceof Tree.Text(String text, Mark _))) {
        at.problem(TEXT.get("value.text"), tree.mark());
        return null;
      }
      return at.isUnknown(text) ? null : text;
    }

    @Override
    public Tree write(String value) {
      return Tree.text(value);
    }

    @Override
    public Map<String, Object> schema() {
      return Map.of("type", List.of("string", "number", "boolean", "null"));
    }

    @Override
    public String words() {
      return TEXT.get("kind.text");
    }

    @Override
    public boolean keepsEmpty() {
      return true;
    }
  }

  private record ListKind<T>(Kind<T> item, boolean orOne) implements Kind<List<T>> {
    @Override
    public @Nullable List<T> read(Tree tree, Reading at) {
      if (!(tree instanceof Tree.Items items)) {
        if (orOne) {
          T only = item.read(tree, at);
          return only == null ? null : List.of(only);
        }
        at.problem(TEXT.get("value.list"), tree.mark());
        return null;
      }
      List<T> values = new ArrayList<>();
      for (int i = 0; i < items.items().size(); i++) {
        T value = item.read(items.items().get(i), at.at(i));
        if (value != null) {
          values.add(value);
        }
      }
      return values.size() == items.items().size() ? List.copyOf(values) : null;
    }

    @Override
    public Tree write(List<T> value) {
      List<Tree> items = value.stream().map(item::write).toList();
      boolean alone = orOne && items.size() == 1 && !(items.getFirst() instanceof Tree.Items);
      return alone ? items.getFirst() : Tree.items(items);
    }

    @Override
    public Map<String, Object> schema() {
      Map<String, Object> list = new LinkedHashMap<>();
      list.put("type", orOne ? "array" : List.of("array", "null"));
      list.put("items", item.schema());
      return orOne ? Map.of("anyOf", List.of(item.schema(), list)) : list;
    }

    @Override
    public String words() {
      return TEXT.get(orOne ? "kind.some" : "kind.list", item.words());
    }

    @Override
    public List<Shape> parts() {
      return item.parts();
    }
  }

  private record NamedKind<T>(Kind<T> value) implements Kind<SequencedMap<String, T>> {
    @Override
    public @Nullable SequencedMap<String, T> read(Tree tree, Reading at) {
      if (!(tree instanceof Tree.Fields fields)) {
        at.problem(TEXT.get("value.named"), tree.mark());
        return null;
      }
      SequencedMap<String, T> values = new LinkedHashMap<>();
      for (Map.Entry<String, Tree> field : fields.values().entrySet()) {
        T inner = value.read(field.getValue(), at.at(field.getKey()));
        if (inner != null) {
          values.put(field.getKey(), inner);
        }
      }
      return values.size() == fields.values().size() ? values : null;
    }

    @Override
    public Tree write(SequencedMap<String, T> values) {
      SequencedMap<String, Tree> fields = new LinkedHashMap<>();
      values.forEach((name, inner) -> fields.put(name, value.write(inner)));
      return Tree.Fields.of(fields);
    }

    @Override
    public Map<String, Object> schema() {
      Map<String, Object> schema = new LinkedHashMap<>();
      schema.put("type", List.of("object", "null"));
      schema.put("additionalProperties", value.schema());
      return schema;
    }

    @Override
    public String words() {
      return TEXT.get("kind.named", value.words());
    }

    @Override
    public List<Shape> parts() {
      return value.parts();
    }
  }

  private record ObjectKind<T>(
      Shape shape, Function<Reader, T> maker, Function<T, Tree.Fields> writer) implements Kind<T> {
    @Override
    public @Nullable T read(Tree tree, Reading at) {
      return shape.read(tree, at, maker);
    }

    @Override
    public Tree write(T value) {
      return writer.apply(value);
    }

    @Override
    public Map<String, Object> schema() {
      return shape.schema();
    }

    @Override
    public String words() {
      return TEXT.get("kind.fields", String.join("`, `", shape.names()));
    }

    @Override
    public List<Shape> parts() {
      return List.of(shape);
    }
  }

  private record EitherKind<T>(Kind<T> text, Kind<T> fields, Predicate<T> isShort)
      implements Kind<T> {
    @Override
    public @Nullable T read(Tree tree, Reading at) {
      return tree instanceof Tree.Text ? text.read(tree, at) : fields.read(tree, at);
    }

    @Override
    public Tree write(T value) {
      return isShort.test(value) ? text.write(value) : fields.write(value);
    }

    @Override
    public Map<String, Object> schema() {
      return Map.of("anyOf", List.of(text.schema(), fields.schema()));
    }

    @Override
    public String words() {
      return TEXT.get("kind.either", text.words(), fields.words());
    }

    @Override
    public boolean keepsEmpty() {
      return text.keepsEmpty();
    }

    @Override
    public List<Shape> parts() {
      return Stream.concat(text.parts().stream(), fields.parts().stream()).toList();
    }
  }

  private record OneOfKind<T>(List<Option<T, ?>> options) implements Kind<T> {
    @Override
    public @Nullable T read(Tree tree, Reading at) {
      if (!(tree instanceof Tree.Fields fields) || fields.values().size() != 1) {
        at.problem(TEXT.get("value.one", String.join(", ", names())), tree.mark());
        return null;
      }
      String name = fields.names().getFirst();
      for (Option<T, ?> option : options) {
        if (option.name().equals(name)) {
          return option.read(Objects.requireNonNull(fields.values().get(name)), at);
        }
      }
      at.at(YamlReader.shown(name)).problem(EntryFiles.unknown(name, names()), fields.markOf(name));
      return null;
    }

    private List<String> names() {
      return options.stream().map(Option::name).toList();
    }

    @Override
    public Tree write(T value) {
      for (Option<T, ?> option : options) {
        Optional<Tree> inner = option.write(value);
        if (inner.isPresent()) {
          return Tree.Fields.NONE.with(option.name(), inner.get());
        }
      }
      throw new IllegalArgumentException("no option for " + value);
    }

    @Override
    public Map<String, Object> schema() {
      Map<String, Object> properties = new LinkedHashMap<>();
      for (Option<T, ?> option : options) {
        Map<String, Object> inner = new LinkedHashMap<>(option.kind().schema());
        inner.put("description", option.about());
        properties.put(option.name(), inner);
      }
      Map<String, Object> schema = new LinkedHashMap<>();
      schema.put("type", "object");
      schema.put("properties", properties);
      schema.put("additionalProperties", false);
      schema.put("minProperties", 1);
      schema.put("maxProperties", 1);
      return schema;
    }

    @Override
    public String words() {
      return TEXT.get("kind.one", String.join("`, `", names()));
    }

    @Override
    public List<Shape> parts() {
      return List.of(Shape.of(options.stream().map(Option::field).toArray(Field<?>[]::new)));
    }
  }
}
