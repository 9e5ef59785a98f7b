package org.wirebench.core.workspace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.text.Messages;

/** The kinds whose values are made of other values, or typed in more than one way. */
final class CompoundKinds {
  private static final Messages TEXT = Messages.of(CompoundKinds.class);

  private CompoundKinds() {}

  record ListKind<T>(Kind<T> item, boolean orOne) implements Kind<List<T>> {
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

  record NamedKind<T>(Kind<T> value) implements Kind<SequencedMap<String, T>> {
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

  record ObjectKind<T>(Shape shape, Function<Reader, T> maker, Function<T, Tree.Fields> writer)
      implements Kind<T> {
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

  record EitherKind<T>(Kind<T> text, Kind<T> fields, Predicate<T> isShort) implements Kind<T> {
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

  record OneOfKind<T>(Optional<T> none, List<Kinds.Option<T, ?>> options) implements Kind<T> {
    private static final String NONE = "none";

    @Override
    public @Nullable T read(Tree tree, Reading at) {
      if (none.isPresent() && tree instanceof Tree.Text text && text.text().equals(NONE)) {
        return none.get();
      }
      if (!(tree instanceof Tree.Fields fields) || fields.values().size() != 1) {
        at.problem(TEXT.get("value.one", String.join(", ", names())), tree.mark());
        return null;
      }
      String name = fields.names().getFirst();
      for (Kinds.Option<T, ?> option : options) {
        if (option.name().equals(name)) {
          return option.read(Objects.requireNonNull(fields.values().get(name)), at);
        }
      }
      at.at(YamlReader.shown(name)).problem(EntryFiles.unknown(name, names()), fields.markOf(name));
      return null;
    }

    private List<String> names() {
      return Stream.concat(none.map(_ -> NONE).stream(), options.stream().map(Kinds.Option::name))
          .toList();
    }

    @Override
    public Tree write(T value) {
      if (none.filter(value::equals).isPresent()) {
        return Tree.text(NONE);
      }
      for (Kinds.Option<T, ?> option : options) {
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
      for (Kinds.Option<T, ?> option : options) {
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
      return none.isEmpty() ? schema : Map.of("anyOf", List.of(Map.of("const", NONE), schema));
    }

    @Override
    public String words() {
      return TEXT.get("kind.one", String.join("`, `", names()));
    }

    @Override
    public List<Shape> parts() {
      return List.of(Shape.of(options.stream().map(Kinds.Option::field).toArray(Field<?>[]::new)));
    }
  }
}
