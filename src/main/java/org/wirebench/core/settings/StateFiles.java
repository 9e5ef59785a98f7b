package org.wirebench.core.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.Bound;
import org.wirebench.core.workspace.DamagedFileException;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.EntryFiles;
import org.wirebench.core.workspace.Problem;

/** Reads the program's own files, which have the form of saved requests. */
public final class StateFiles {
  private static final Messages TEXT = Messages.of(StateFiles.class);

  private StateFiles() {}

  /**
   * What {@code file} says.
   *
   * @param fallback what holds where there is no file, or a damaged one, which is set aside
   * @throws IOException when it cannot be read, or not be set aside
   */
  public static <T> Loaded<T> load(Path file, T fallback, Function<List<Entry>, Bound<T>> binding)
      throws IOException {
    Loaded<T> found = peek(file, fallback, binding);
    if (found.trouble().isEmpty()) {
      return found;
    }
    Path aside = EntryFiles.setAside(file, Instant.now());
    String aftermath = TEXT.get("file.aside", aside.getFileName());
    return new Loaded<>(fallback, found.trouble().map(why -> why + " " + aftermath));
  }

  /**
   * What {@code file} says; a damaged one stays where it is.
   *
   * @param fallback what holds where there is no file, or a damaged one
   * @throws IOException when it cannot be read
   */
  static <T> Loaded<T> peek(Path file, T fallback, Function<List<Entry>, Bound<T>> binding)
      throws IOException {
    if (!Files.exists(file)) {
      return Loaded.well(fallback);
    }
    try {
      Bound<T> bound = binding.apply(EntryFiles.read(file));
      return switch (bound) {
        case Bound.Ok<T>(T value) -> Loaded.well(value);
        case Bound.Bad<T>(List<Problem> problems) ->
            new Loaded<>(fallback, Optional.of(wrong(file, problems)));
      };
    } catch (DamagedFileException damaged) {
      String trouble = TEXT.get("file.damaged", file, damaged.line(), damaged.reason());
      return new Loaded<>(fallback, Optional.of(trouble));
    }
  }

  private static String wrong(Path file, List<Problem> problems) {
    String what =
        problems.stream()
            .map(problem -> problem.path() + ": " + problem.message())
            .collect(Collectors.joining("; "));
    return TEXT.get("file.wrong", file, what);
  }
}
