package org.wirebench.core.settings;

import java.util.Optional;

/**
 * What a file said.
 *
 * @param value what it said, or what holds where it says nothing
 * @param trouble why the file could not be used, and where it was set aside if it was, in words for
 *     the user
 * @param <T> the type of the value
 */
public record Loaded<T>(T value, Optional<String> trouble) {
  static <T> Loaded<T> well(T value) {
    return new Loaded<>(value, Optional.empty());
  }
}
