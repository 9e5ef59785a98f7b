package org.wirebench.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.wirebench.core.job.JobSpec;
import org.wirebench.core.job.Outcome;
import org.wirebench.core.text.Messages;
import org.wirebench.core.workspace.DamagedFileException;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.EntryFiles;

/** Saves tabs as files and opens files as tabs; the files are touched by jobs. */
final class Saving {
  private static final Messages TEXT = Messages.of(Saving.class);
  private static final String UPKEEP = "";

  private final Desk desk;
  private final BiConsumer<Entry, Path> open;
  private final Runnable saved;

  /**
   * @param open opens an entry of a file in a tab
   * @param saved is called when a tab was saved
   */
  Saving(Desk desk, BiConsumer<Entry, Path> open, Runnable saved) {
    this.desk = desk;
    this.open = open;
    this.saved = saved;
  }

  /** Where requests are saved. */
  Path folder() {
    return desk.parts().folders().workspace();
  }

  /** The file name that a name suggests: lower case, words joined by hyphens. */
  static String fileName(String name) {
    String slug =
        name.strip()
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}]+", "-")
            .replaceAll("^-+|-+$", "");
    return (slug.isEmpty() ? "request" : slug.substring(0, Math.min(80, slug.length()))) + ".yaml";
  }

  /** Saves a tab under a name in a file; other entries of the file stay. */
  void save(WorkTab tab, String name, Path file) {
    String before = tab.savedName();
    boolean same = tab.file().filter(file::equals).isPresent();
    Entry now = tab.entry();
    Entry entry =
        new Entry(name, now.tool(), now.request(), now.expect(), now.capture(), now.mark());
    Entry kept = tab.kind().kept().apply(entry);
    var _ =
        desk.jobs()
            .<Optional<Path>>start(
                JobSpec.named(TEXT.get("save.job", file), UPKEEP),
                _ -> EntryFiles.write(file, same ? merged(file, before, kept) : List.of(kept)),
                outcome -> {
                  switch (outcome) {
                    case Outcome.Done<Optional<Path>>(Optional<Path> aside) -> {
                      tab.saved(file, entry);
                      saved.run();
                      desk.notices().info(done(file, aside, !kept.equals(entry)));
                    }
                    case Outcome.Failed<Optional<Path>>(var why) -> desk.notices().failure(why);
                    case Outcome.Cancelled<Optional<Path>> _ ->
                        desk.notices().info(TEXT.get("save.cancelled", file));
                  }
                });
  }

  private static String done(Path file, Optional<Path> aside, boolean secrets) {
    String done =
        aside
            .map(old -> TEXT.get("save.aside", file.getFileName(), old.getFileName()))
            .orElseGet(() -> TEXT.get("save.done", file.getFileName()));
    return secrets ? TEXT.get("save.secrets", done) : done;
  }

  /** What the file says, with the one entry replaced, or put at the end. */
  private static List<Entry> merged(Path file, String before, Entry entry) throws IOException {
    List<Entry> entries = new ArrayList<>();
    try {
      entries.addAll(EntryFiles.read(file));
    } catch (NoSuchFileException deleted) {
      return List.of(entry);
    } catch (DamagedFileException damaged) {
      // What is damaged is set aside when the file is written.
      return List.of(entry);
    }
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).name().equals(before) || entries.size() == 1) {
        entries.set(i, entry);
        return entries;
      }
    }
    entries.add(entry);
    return entries;
  }

  /** What a file holds, or all that is wrong with it. */
  private record Read(List<Entry> entries, Optional<Trouble> trouble) {
    static Read of(Path file) throws IOException {
      try {
        return new Read(EntryFiles.read(file), Optional.empty());
      } catch (DamagedFileException damaged) {
        return new Read(List.of(), Optional.of(Trouble.in(damaged)));
      }
    }
  }

  /** Opens each entry of a file in a tab. */
  void open(Path file) {
    var _ =
        desk.jobs()
            .<Read>start(
                JobSpec.named(TEXT.get("open.job", file), UPKEEP),
                _ -> Read.of(file),
                outcome -> {
                  switch (outcome) {
                    case Outcome.Done<Read>(Read read) -> {
                      read.entries().forEach(entry -> open.accept(entry, file));
                      read.trouble().ifPresent(desk.notices()::failure);
                    }
                    case Outcome.Failed<Read>(var why) -> desk.notices().failure(why);
                    case Outcome.Cancelled<Read> _ ->
                        desk.notices().info(TEXT.get("open.cancelled", file));
                  }
                });
  }

  /** The request files of the workspace; at most a thousand, for the palette. */
  List<Path> files() throws IOException {
    if (!Files.isDirectory(folder())) {
      return List.of();
    }
    try (var found =
        Files.find(folder(), 4, (path, facts) -> facts.isRegularFile() && isRequest(path))) {
      return found.sorted().limit(1000).toList();
    } catch (UncheckedIOException inside) {
      throw inside.getCause();
    }
  }

  private static boolean isRequest(Path path) {
    String name = path.getFileName().toString();
    return (name.endsWith(".yaml") || name.endsWith(".yml")) && !name.startsWith(".");
  }
}
