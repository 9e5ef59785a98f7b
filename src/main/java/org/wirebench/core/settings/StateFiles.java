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
final class StateFiles {
  private static final Messages TEXT = Messages.of(StateFiles.class);

  private StateFiles() {}

  /**
   * What {@code file} says.
   *
   * @param fallback what holds where there is no file, or a damaged one, which is set aside
   * @throws IOException when it cannot be read, or not be set aside
   */
  static <T> Loaded<T> load(Path file, T fallback, Function<List<Entry>, Bound<T>> binding)
      throws IOException {
    if (!Files.exists(file)) {
      return Loaded.well(fallback);
    }
    try {
      Bound<T> bound = binding.apply(EntryFiles.read(file));
      return switch (bound) {
        case Bound.Ok<T>(T value) -> Loaded.well(value);
        case Bound.Bad<T>(List<Problem> problems) -> wrong(file, fallback, problems);
      };
    } catch (DamagedFileException damaged) {
      Path aside = EntryFiles.setAside(file, Instant.now());
      String trouble =
          TEXT.get("file.damaged", file, damaged.line(), damaged.reason(), aside.getFileName());
      return new Loaded<>(fallback, Optional.of(trouble));
    }
  }

  private static <T> Loaded<T> wrong(Path file, T fallback, List<Problem> problems)
      throws IOException {
    Path aside = EntryFiles.setAside(file, Instant.now());
    String what =
        problems.stream()
            .map(problem -> problem.path() + ": " + problem.message())
            .collect(Collectors.joining("; "));
    return new Loaded<>(
        fallback, Optional.of(TEXT.get("file.wrong", file, what, aside.getFileName())));
  }
}
