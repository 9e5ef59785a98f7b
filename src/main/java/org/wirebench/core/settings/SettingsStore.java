package org.wirebench.core.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.EntryFiles;
import org.wirebench.core.workspace.Tree;

/** Keeps the settings in a file, {@code settings.yaml}. */
public final class SettingsStore implements AutoCloseable {
  private static final String NAME = "settings";
  private static final Duration DELAY = Duration.ofMillis(500);

  private final LateFile file;

  /**
   * @param troubles is told when the settings could not be saved
   */
  public SettingsStore(Folders folders, JobClock clock, Consumer<IOException> troubles) {
    file = new LateFile(folders.config().resolve(NAME + ".yaml"), DELAY, clock, troubles);
  }

  /** Where they are kept. */
  public Path file() {
    return file.file();
  }

  /**
   * The settings as they were saved, or else the defaults.
   *
   * @throws IOException when the file cannot be read; it is then not written over either
   */
  public Loaded<Settings> load() throws IOException {
    return StateFiles.load(
        file.file(), Settings.DEFAULT, entries -> Settings.bind(entries.getFirst().request()));
  }

  /** Saves the settings soon. */
  public void save(Settings settings) {
    Tree.Fields fields = settings.write();
    file.write(() -> EntryFiles.format(List.of(Entry.of(NAME, NAME, fields))));
  }

  /** Saves what is not saved yet. */
  @Override
  public void close() {
    file.close();
  }
}
