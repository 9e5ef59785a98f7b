package org.wirebench.core.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.workspace.Bound;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.EntryFiles;
import org.wirebench.core.workspace.Tree;

/** Keeps the settings in a file, {@code settings.yaml}. Safe for use by any thread. */
public final class SettingsStore implements AutoCloseable {
  private static final String NAME = "settings";
  private static final Duration DELAY = Duration.ofMillis(500);

  private final LateFile file;
  private volatile Settings current = Settings.DEFAULT;

  /**
   * @param troubles is told when the settings could not be saved
   */
  public SettingsStore(Folders folders, JobClock clock, Consumer<IOException> troubles) {
    file = new LateFile(fileIn(folders), DELAY, clock, troubles);
  }

  private static Path fileIn(Folders folders) {
    return folders.config().resolve(NAME + ".yaml");
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
    Loaded<Settings> loaded = StateFiles.load(file.file(), Settings.DEFAULT, SettingsStore::bind);
    current = loaded.value();
    return loaded;
  }

  /**
   * The settings as they were saved, or else the defaults, for someone who only reads: a damaged
   * file stays where it is, to be reported each time.
   *
   * @throws IOException when the file cannot be read
   */
  public static Loaded<Settings> peek(Folders folders) throws IOException {
    return StateFiles.peek(fileIn(folders), Settings.DEFAULT, SettingsStore::bind);
  }

  private static Bound<Settings> bind(List<Entry> entries) {
    return Settings.bind(entries.getFirst().request());
  }

  /** What was loaded or saved last: what holds now. */
  public Settings current() {
    return current;
  }

  /** The settings hold at once, and are saved soon. */
  public void save(Settings settings) {
    current = settings;
    Tree.Fields fields = settings.write();
    file.write(() -> EntryFiles.bytes(List.of(Entry.of(NAME, NAME, fields))));
  }

  /** Saves what is not saved yet. */
  @Override
  public void close() {
    file.close();
  }
}
