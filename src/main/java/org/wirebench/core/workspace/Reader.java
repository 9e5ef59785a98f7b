package org.wirebench.core.workspace;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values of the fields of a shape, once all of them are well. */
public final class Reader {
  private final Map<Field<?>, Object> values;
  private final Tree.Fields source;
  private final Reading at;

  Reader(Map<Field<?>, Object> values, Tree.Fields source, Reading at) {
    this.values = values;
    this.source = source;
    this.at = at;
  }

  /**
   * The value of a field that is required or has a fallback.
   *
   * @throws NoSuchElementException when the field is optional and not given; ask {@link #find}
   */
  public <T> T get(Field<T> field) {
    return find(field)
        .orElseThrow(() -> new NoSuchElementException("optional field " + field.name()));
  }

  /** The value of the field, given or by fallback. */
  public <T> Optional<T> find(Field<T> field) {
    @SuppressWarnings("unchecked") // The shape put it there as the field's own kind read it.
    T value = (T) values.get(field);
    return value == null ? field.fallback() : Optional.of(value);
  }

  /** Whether the field was given, rather than left to its fallback. */
  public boolean has(Field<?> field) {
    return values.containsKey(field);
  }

  /** Where the fields stand in their file. */
  public Mark mark() {
    return source.mark();
  }

  /** Notes what is wrong with a field in the light of others; the binding is then bad. */
  public void problem(Field<?> field, String message) {
    Mark mark = source.get(field.name()).map(Tree::mark).orElse(source.mark());
    at.at(field.name()).problem(message, mark);
  }

  /** Notes what is wrong with a field within a field. */
  public void problem(Field<?> field, Field<?> inner, String message) {
    Tree.Fields fields =
        source.get(field.name()).orElse(Tree.Fields.NONE) instanceof Tree.Fields typed
            ? typed
            : Tree.Fields.NONE;
    Mark mark = fields.get(inner.name()).map(Tree::mark).orElse(source.mark());
    at.at(field.name()).at(inner.name()).problem(message, mark);
  }

  /**
   * Notes what is wrong somewhere within a field.
   *
   * @param steps lead there: the names of fields, and the numbers of items, from 0; an item that
   *     stands alone in the place of its list has none
   */
  public void problem(Field<?> field, List<Object> steps, String message) {
    Reading place = at.at(field.name());
    @Nullable Tree tree = source.get(field.name()).orElse(null);
    Mark mark = tree == null ? source.mark() : tree.mark();
    for (Object step : steps) {
      if (step instanceof Integer index && tree instanceof Tree.Items list) {
        place = place.at(index);
        tree = list.items().get(index);
      } else if (step instanceof String name) {
        place = place.at(name);
        tree = tree instanceof Tree.Fields fields ? fields.get(name).orElse(null) : null;
      }
      mark = tree == null ? mark : tree.mark();
    }
    place.problem(message, mark);
  }
}
