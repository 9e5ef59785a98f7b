package org.wirebench.core.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.workspace.Bound;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.EntryFiles;

/**
 * Keeps what is open and what was typed in {@code session.yaml}, and what was run last in {@code
 * recent.yaml}. Both are written within a second, so that not even a kill loses more.
 */
public final class SessionStore implements AutoCloseable {
  private static final Duration DELAY = Duration.ofMillis(500);

  private final LateFile session;
  private final LateFile recent;

  /**
   * @param troubles is told when something could not be saved
   */
  public SessionStore(Folders folders, JobClock clock, Consumer<IOException> troubles) {
    Path state = folders.state();
    session = new LateFile(state.resolve("session.yaml"), DELAY, clock, troubles);
    recent = new LateFile(state.resolve("recent.yaml"), DELAY, clock, troubles);
  }

  /**
   * What was open last time.
   *
   * @throws IOException when the file cannot be read
   */
  public Loaded<Session> load() throws IOException {
    return StateFiles.load(session.file(), Session.EMPTY, Session::bind);
  }

  /**
   * Saves a session soon.
   *
   * @param now asked for once, when it is written, on another thread
   */
  public void save(Supplier<Session> now) {
    session.write(() -> EntryFiles.format(now.get().write()));
  }

  /**
   * What was run last, newest first.
   *
   * @throws IOException when the file cannot be read
   */
  public Loaded<List<Entry>> loadRecent() throws IOException {
    return StateFiles.load(recent.file(), List.of(), entries -> new Bound.Ok<>(entries));
  }

  /** Saves soon what was run last. */
  public void saveRecent(List<Entry> entries) {
    List<Entry> kept = new ArrayList<>(entries);
    if (!kept.isEmpty()) {
      recent.write(() -> EntryFiles.format(kept));
    }
  }

  /** Saves what is not saved yet. */
  @Override
  public void close() {
    session.close();
    recent.close();
  }
}
