package org.wirebench.core.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.workspace.AtomicFiles;

/**
 * A file that is written a moment after its content changed, and not for each of many changes. Safe
 * for use by any thread.
 */
public final class LateFile implements AutoCloseable {
  private final Path file;
  private final Duration delay;
  private final JobClock clock;
  private final Consumer<IOException> troubles;
  private final Object writing = new Object();
  private @Nullable Supplier<String> pending;
  private JobClock.@Nullable Timer timer;

  /**
   * @param delay how long a change may wait to be written
   * @param troubles is told when the file could not be written; it is tried again with the next
   *     change
   */
  public LateFile(Path file, Duration delay, JobClock clock, Consumer<IOException> troubles) {
    this.file = file;
    this.delay = delay;
    this.clock = clock;
    this.troubles = troubles;
  }

  /** The file. */
  public Path file() {
    return file;
  }

  /**
   * Has {@code content} written soon, in place of what waits to be.
   *
   * @param content asked for once, on the thread that writes
   */
  public synchronized void write(Supplier<String> content) {
    pending = content;
    if (timer == null) {
      timer = clock.schedule(delay, this::flush);
    }
  }

  /** Writes now what waits to be written. */
  public void flush() {
    synchronized (writing) {
      Supplier<String> content = take();
      if (content != null) {
        try {
          AtomicFiles.writePrivate(file, content.get().getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
          troubles.accept(failed);
        }
      }
    }
  }

  private synchronized @Nullable Supplier<String> take() {
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
    Supplier<String> content = pending;
    pending = null;
    return content;
  }

  /** Writes what waits to be written. */
  @Override
  public void close() {
    flush();
  }
}
