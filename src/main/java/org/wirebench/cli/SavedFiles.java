package org.wirebench.cli;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.net.NetFailure;
import org.wirebench.core.text.Messages;
import org.wirebench.core.text.Nearest;
import org.wirebench.core.tool.SavedRequest;
import org.wirebench.core.tool.Tool;
import org.wirebench.core.workspace.DamagedFileException;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.EntryFiles;
import org.wirebench.core.workspace.Mark;
import org.wirebench.core.workspace.Problem;
import org.wirebench.core.workspace.Variables;

/** Finds the saved requests that the arguments of a command name. */
final class SavedFiles {
  private static final Messages TEXT = Messages.of(SavedFiles.class);

  private final List<? extends Tool<?, ?>> tools;

  SavedFiles(List<? extends Tool<?, ?>> tools) {
    this.tools = tools;
  }

  /** An entry, its file, and the tool that it is for. */
  record Found(Path file, Entry entry, Tool<?, ?> tool) {}

  /**
   * The entries in {@code paths}, which are files, or folders whose YAML files are taken in the
   * order of their names, with those of the folders in them.
   *
   * @throws WrongUseException with everything that is wrong with any of them
   */
  List<Found> find(List<Path> paths) throws WrongUseException {
    List<Found> found = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    for (Path path : paths) {
      try {
        files(path).forEach(file -> read(file, found, wrong));
      } catch (IOException unreadable) {
        wrong.add(unreadable(path, unreadable));
      }
    }
    if (!wrong.isEmpty()) {
      throw new WrongUseException(wrong);
    }
    return found;
  }

  private void read(Path file, List<Found> found, List<String> wrong) {
    try {
      for (Entry entry : EntryFiles.read(file)) {
        tools.stream()
            .filter(tool -> tool.id().equals(entry.tool()))
            .findFirst()
            .ifPresentOrElse(
                tool -> found.add(new Found(file, entry, tool)),
                () -> wrong.add(line(file, unknownTool(entry))));
      }
    } catch (DamagedFileException damaged) {
      for (Problem problem : damaged.problems()) {
        wrong.add(place(file, problem.mark()) + Escapes.display(problem.message()));
      }
      for (Entry entry : damaged.entries()) {
        problems(entry).forEach(problem -> wrong.add(line(file, problem)));
      }
    } catch (IOException unreadable) {
      wrong.add(unreadable(file, unreadable));
    }
  }

  /** What is wrong with an entry of a file that cannot be used as it is, whatever is set. */
  private List<Problem> problems(Entry entry) {
    Set<String> names = new TreeSet<>(Variables.namesIn(entry.request()));
    names.addAll(Variables.namesIn(entry.expect()));
    names.addAll(Variables.namesIn(entry.capture()));
    return tools.stream()
        .filter(tool -> tool.id().equals(entry.tool()))
        .findFirst()
        .map(tool -> SavedRequest.check(tool, entry, Variables.NONE, List.copyOf(names)))
        .orElseGet(() -> List.of(unknownTool(entry)));
  }

  private Problem unknownTool(Entry entry) {
    List<String> ids = tools.stream().<String>map(Tool::id).toList();
    String name = Escapes.display(entry.tool());
    String message =
        Nearest.to(entry.tool(), ids)
            .map(near -> TEXT.get("tool.near", name, near))
            .orElseGet(() -> TEXT.get("tool.unknown", name, String.join(", ", ids)));
    return new Problem("tool", message, entry.mark());
  }

  private static List<Path> files(Path path) throws IOException, WrongUseException {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        path,
        EnumSet.of(FileVisitOption.FOLLOW_LINKS),
        Integer.MAX_VALUE,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean hidden = !folder.equals(path) && nameOf(folder).startsWith(".");
            return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!nameOf(file).startsWith(".") && isNamedSo(file)) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
            if (failed instanceof FileSystemLoopException) {
              return FileVisitResult.CONTINUE;
            }
            throw failed;
          }
        });
    if (files.isEmpty()) {
      throw new WrongUseException(TEXT.get("folder.empty", shown(path)));
    }
    files.sort(null);
    return files;
  }

  /** Whether the name is one of a file of saved requests. */
  static boolean isNamedSo(Path file) {
    String name = nameOf(file).toLowerCase(Locale.ROOT);
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }

  private static String nameOf(Path path) {
    return String.valueOf(path.getFileName());
  }

  /** What has no effect in the entries; no reason not to run them. */
  static List<String> warnings(List<Found> found) {
    List<String> warnings = new ArrayList<>();
    for (Found each : found) {
      for (Problem unused : each.tool().unused(each.entry().request())) {
        warnings.add(line(each.file(), unused));
      }
    }
    return warnings;
  }

  /** {@code file:line:column: field: message}. */
  static String line(Path file, Problem problem) {
    return place(file, problem.mark())
        + (problem.path().isEmpty() ? "" : Escapes.display(problem.path()) + ": ")
        + Escapes.display(problem.message());
  }

  private static String place(Path file, Mark mark) {
    return mark.isKnown()
        ? "%s:%d:%d: ".formatted(shown(file), mark.line(), mark.column())
        : shown(file) + ": ";
  }

  static String shown(Path path) {
    return Escapes.display(path.toString());
  }

  private static String unreadable(Path file, IOException why) {
    return why instanceof NoSuchFileException
        ? TEXT.get("file.missing", shown(file))
        : TEXT.get("file.unreadable", shown(file), NetFailure.of(why).cause());
  }
}
