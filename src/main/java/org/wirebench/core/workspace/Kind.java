package org.wirebench.core.workspace;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How values of one type are typed: read from a tree, written to one, and described. {@link Kinds}
 * has them.
 *
 * @param <T> the type of the values
 */
public interface Kind<T> {
  /**
   * The value that {@code tree} says.
   *
   * @return null when there is none: a problem was noted, or a variable is not known yet
   */
  @Nullable T read(Tree tree, Reading at);

  /** How {@code value} is typed; reading it gives an equal value. */
  Tree write(T value);

  /** What a JSON Schema says of it: maps, lists, texts, numbers, flags. */
  Map<String, Object> schema();

  /** What it is, for the documentation: "a port, 1 to 65535". */
  String words();

  /** Whether an empty text is a value, rather than none. */
  default boolean keepsEmpty() {
    return false;
  }

  /** The shapes that its values consist of, for the documentation. */
  default List<Shape> parts() {
    return List.of();
  }
}
