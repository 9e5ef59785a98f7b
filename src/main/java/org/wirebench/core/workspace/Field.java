package org.wirebench.core.workspace;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One field of a request, declared once: for reading, writing, the schema and the documentation.
 * Immutable.
 *
 * @param <T> the type of its value
 */
public final class Field<T> {
  private final String name;
  private final Kind<T> kind;
  private final boolean required;
  private final @Nullable T fallback;
  private final String about;

  private Field(String name, Kind<T> kind, boolean required, @Nullable T fallback, String about) {
    this.name = name;
    this.kind = kind;
    this.required = required;
    this.fallback = fallback;
    this.about = about;
  }

  /** An optional field of any kind. */
  public static <T> Field<T> of(String name, Kind<T> kind) {
    return new Field<>(name, kind, false, null, "");
  }

  /** A text; an empty one is a text too. */
  public static Field<String> text(String name) {
    return of(name, Kinds.text());
  }

  /** The path of a file, which need not be there. */
  public static Field<String> path(String name) {
    return of(name, Kinds.path());
  }

  /** A port, 1 to 65535. */
  public static Field<Integer> port(String name) {
    return of(name, Kinds.integer(1, 65535));
  }

  /** A whole number from {@code min} to {@code max}. */
  public static Field<Integer> integer(String name, int min, int max) {
    return of(name, Kinds.integer(min, max));
  }

  /** True or false. */
  public static Field<Boolean> flag(String name) {
    return of(name, Kinds.flag());
  }

  /** One of the constants of {@code type}, typed in lower case with dashes. */
  public static <E extends Enum<E>> Field<E> choice(String name, Class<E> type) {
    return of(name, Kinds.choice(type));
  }

  /** A length of time, at least zero: {@code 500ms}, {@code 2s}, {@code 1m}. */
  public static Field<Duration> duration(String name) {
    return of(name, Kinds.duration());
  }

  /** An amount of data in bytes, at least 0: {@code 64KiB}, {@code 1MB}. */
  public static Field<Long> size(String name) {
    return of(name, Kinds.size());
  }

  /** A list. */
  public static <T> Field<List<T>> list(String name, Kind<T> item) {
    return of(name, Kinds.list(item));
  }

  /** Fields within a field. */
  public static <T> Field<T> object(
      String name, Shape shape, Function<Reader, T> maker, Function<T, Tree.Fields> writer) {
    return of(name, Kinds.object(shape, maker, writer));
  }

  /** The same field, which must be there and not be empty. */
  public Field<T> required() {
    return new Field<>(name, kind, true, null, about);
  }

  /** The same field, which is {@code value} where it is not given. */
  public Field<T> or(T value) {
    return new Field<>(name, kind, false, value, about);
  }

  /** The same field with a description: one sentence for the schema and the documentation. */
  public Field<T> about(String sentence) {
    return new Field<>(name, kind, required, fallback, sentence);
  }

  public String name() {
    return name;
  }

  public Kind<T> kind() {
    return kind;
  }

  public boolean isRequired() {
    return required;
  }

  /** The value where none is given. */
  public Optional<T> fallback() {
    return Optional.ofNullable(fallback);
  }

  public String about() {
    return about;
  }
}
