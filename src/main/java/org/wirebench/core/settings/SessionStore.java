package org.wirebench.core.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.workspace.Bound;
import org.wirebench.core.workspace.Entry;
import org.wirebench.core.workspace.EntryFiles;
import org.wirebench.core.workspace.Field;
import org.wirebench.core.workspace.Kinds;
import org.wirebench.core.workspace.Problem;
import org.wirebench.core.workspace.Shape;

/**
 * Keeps what is open and what was typed in {@code session.yaml}, what was run last in {@code
 * recent.yaml}, and what was sent last in {@code sent.yaml}. All are written within a second, so
 * that not even a kill loses more.
 */
public final class SessionStore implements AutoCloseable {
  private static final Duration DELAY = Duration.ofMillis(500);

  private static final Field<List<String>> SENT = Field.list("sent", Kinds.text()).or(List.of());
  private static final Shape SENT_SHAPE = Shape.of(SENT);

  private final LateFile session;
  private final LateFile recent;
  private final LateFile sent;

  /**
   * @param troubles is told when something could not be saved
   */
  public SessionStore(Folders folders, JobClock clock, Consumer<IOException> troubles) {
    Path state = folders.state();
    session = new LateFile(state.resolve("session.yaml"), DELAY, clock, troubles);
    recent = new LateFile(state.resolve("recent.yaml"), DELAY, clock, troubles);
    sent = new LateFile(state.resolve("sent.yaml"), DELAY, clock, troubles);
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
    session.write(() -> EntryFiles.bytes(now.get().write()));
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
      recent.write(() -> EntryFiles.bytes(kept));
    }
  }

  /**
   * What was typed and sent last with each tool, oldest first.
   *
   * @throws IOException when the file cannot be read
   */
  public Loaded<Map<String, List<String>>> loadSent() throws IOException {
    return StateFiles.load(sent.file(), Map.of(), SessionStore::bindSent);
  }

  private static Bound<Map<String, List<String>>> bindSent(List<Entry> entries) {
    Map<String, List<String>> texts = new LinkedHashMap<>();
    List<Problem> problems = new ArrayList<>();
    for (Entry entry : entries) {
      switch (SENT_SHAPE.bind(entry.request(), "request", read -> read.get(SENT))) {
        case Bound.Ok<List<String>>(List<String> bound) -> texts.put(entry.tool(), bound);
        case Bound.Bad<List<String>>(List<Problem> found) -> problems.addAll(found);
      }
    }
    return problems.isEmpty() ? new Bound.Ok<>(texts) : new Bound.Bad<>(problems);
  }

  /** Saves soon what was typed and sent last with each tool. */
  public void saveSent(Map<String, List<String>> texts) {
    List<Entry> kept = new ArrayList<>();
    texts.forEach(
        (tool, all) -> kept.add(Entry.of(tool, tool, SENT_SHAPE.writer().put(SENT, all).fields())));
    if (!kept.isEmpty()) {
      sent.write(() -> EntryFiles.bytes(kept));
    }
  }

  /** Saves what is not saved yet. */
  @Override
  public void close() {
    session.close();
    recent.close();
    sent.close();
  }
}
