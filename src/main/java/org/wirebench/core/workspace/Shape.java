package org.wirebench.core.workspace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.text.Messages;

/** The fields that something consists of, declared once. Immutable. */
public final class Shape {
  private static final Messages TEXT = Messages.of(Shape.class);

  private final List<Field<?>> fields;

  private Shape(List<Field<?>> fields) {
    this.fields = fields;
  }

  /**
   * The shape of these fields, in the order in which they are written.
   *
   * @throws IllegalArgumentException when two have the same name
   */
  public static Shape of(Field<?>... fields) {
    if (List.of(fields).stream().map(Field::name).distinct().count() != fields.length) {
      throw new IllegalArgumentException("two fields of one name");
    }
    return new Shape(List.of(fields));
  }

  /** The fields. */
  public List<Field<?>> fields() {
    return fields;
  }

  /** The names of the fields. */
  public List<String> names() {
    return fields.stream().map(Field::name).toList();
  }

  /**
   * Reads {@code tree}, whose variables are resolved, and makes a value of it.
   *
   * @param path where the tree stands: {@code request}
   * @param maker is called when every field is well; what it says through {@link Reader#problem},
   *     or throws as {@link IllegalArgumentException}, makes the binding bad
   */
  public <T> Bound<T> bind(Tree.Fields tree, String path, Function<Reader, T> maker) {
    Reading at = Reading.resolved(path);
    T value = read(tree, at, maker);
    return value == null ? new Bound.Bad<>(at.problems()) : new Bound.Ok<>(value);
  }

  /** What is wrong with {@code tree}, as far as it can be told before variables are resolved. */
  public List<Problem> check(Tree.Fields tree, String path) {
    Reading at = Reading.open(path);
    Map<Field<?>, Object> _ = values(tree, at);
    return at.problems();
  }

  /**
   * Reads {@code typed} as a part of something larger.
   *
   * @return null when it cannot be made: problems were noted, or a variable is not known yet
   */
  public <T> @Nullable T read(Tree typed, Reading at, Function<Reader, T> maker) {
    if (!(typed instanceof Tree.Fields tree)) {
      at.problem(TEXT.get("value.fields", String.join(", ", names())), typed.mark());
      return null;
    }
    Map<Field<?>, Object> values = values(tree, at);
    if (!at.isComplete()) {
      return null;
    }
    try {
      T value = maker.apply(new Reader(values, tree, at));
      return at.isComplete() ? value : null;
    } catch (IllegalArgumentException refused) {
      if (!at.problems().isEmpty()) {
        // Why it could not be made has been said already, and better.
        return null;
      }
      at.problem(Objects.requireNonNullElse(refused.getMessage(), refused.toString()), tree.mark());
      return null;
    }
  }

  private Map<Field<?>, Object> values(Tree.Fields tree, Reading at) {
    List<String> names = names();
    for (String name : tree.names()) {
      if (!names.contains(name)) {
        at.at(YamlReader.shown(name)).problem(EntryFiles.unknown(name, names), tree.markOf(name));
      }
    }
    Map<Field<?>, Object> values = new HashMap<>();
    for (Field<?> field : fields) {
      Object value = valueOf(field, tree, at.at(field.name()));
      if (value != null) {
        values.put(field, value);
      }
    }
    return values;
  }

  private static @Nullable Object valueOf(Field<?> field, Tree.Fields tree, Reading at) {
    Optional<Tree> typed = tree.get(field.name());
    boolean empty =
        typed.isEmpty()
            || (typed.get() instanceof Tree.Text(String text, Mark _)
                && (field.kind().keepsEmpty()
                    ? field.isRequired() && text.isEmpty()
                    : text.isBlank()));
    if (!empty) {
      return field.kind().read(typed.orElseThrow(), at);
    }
    if (field.isRequired()) {
      at.problem(TEXT.get("value.missing"), typed.map(Tree::mark).orElse(tree.mark()));
    }
    return null;
  }

  /** Writes values as the fields of this shape, in their order. */
  public Writer writer() {
    return new Writer();
  }

  /** Collects the fields of a tree; what is equal to its fallback is left out. */
  public final class Writer {
    private final Map<String, Tree> written = new HashMap<>();

    private Writer() {}

    /** Writes {@code value} for {@code field}; nothing for null. */
    public <T> Writer put(Field<T> field, @Nullable T value) {
      if (!fields.contains(field)) {
        throw new IllegalArgumentException("no field of this shape: " + field.name());
      }
      boolean left = value == null || field.fallback().filter(value::equals).isPresent();
      if (!left) {
        written.put(field.name(), field.kind().write(Objects.requireNonNull(value)));
      }
      return this;
    }

    /** Writes the value for {@code field}, if there is one. */
    public <T> Writer put(Field<T> field, Optional<T> value) {
      return put(field, value.orElse(null));
    }

    /** What was written. */
    public Tree.Fields fields() {
      SequencedMap<String, Tree> ordered = new LinkedHashMap<>();
      for (Field<?> field : fields) {
        Tree value = written.get(field.name());
        if (value != null) {
          ordered.put(field.name(), value);
        }
      }
      return Tree.Fields.of(ordered);
    }
  }

  /** This shape as a JSON Schema (2020-12): maps, lists, texts, numbers and flags. */
  public Map<String, Object> schema() {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Field<?> field : fields) {
      properties.put(field.name(), schemaOf(field));
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    List<String> required = fields.stream().filter(Field::isRequired).map(Field::name).toList();
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    schema.put("additionalProperties", false);
    return schema;
  }

  private static <T> Map<String, Object> schemaOf(Field<T> field) {
    Map<String, Object> schema = new LinkedHashMap<>(field.kind().schema());
    if (!field.about().isEmpty()) {
      schema.put("description", field.about());
    }
    field
        .fallback()
        .map(value -> field.kind().write(value))
        .filter(Tree.Text.class::isInstance)
        .ifPresent(text -> schema.put("default", ((Tree.Text) text).text()));
    return schema;
  }

  /** This shape as the rows of a Markdown table: key, kind, default, meaning. */
  public List<String> markdown() {
    List<String> rows = new ArrayList<>();
    rows.add(TEXT.get("docs.head"));
    rows.add("|---|---|---|---|");
    fields.forEach(field -> rows.add(row(field)));
    return rows;
  }

  private static <T> String row(Field<T> field) {
    String otherwise =
        field.isRequired()
            ? TEXT.get("docs.required")
            : field.fallback().map(value -> shortForm(field.kind().write(value))).orElse("");
    return "| `%s` | %s | %s | %s |"
        .formatted(field.name(), cell(field.kind().words()), otherwise, cell(field.about()));
  }

  private static String shortForm(Tree tree) {
    return switch (tree) {
      case Tree.Text(String text, Mark _) -> text.isEmpty() ? "" : "`" + cell(text) + "`";
      case Tree.Items items -> items.items().isEmpty() ? "`[]`" : "…";
      case Tree.Fields inner -> inner.values().isEmpty() ? "`{}`" : "…";
    };
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", " ");
  }
}
