package org.wirebench.core.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
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
  private final boolean forgets;
  private final Object writing = new Object();
  private @Nullable Content pending;
  private JobClock.@Nullable Timer timer;

  /** What is to be in the file. */
  @FunctionalInterface
  public interface Content {
    /**
     * All of it.
     *
     * @throws IOException when it cannot be written; the file then stays as it is
     */
    byte[] bytes() throws IOException;
  }

  /**
   * @param delay how long a change may wait to be written
   * @param troubles is told when the file could not be written; it is tried again with the next
   *     change
   */
  public LateFile(Path file, Duration delay, JobClock clock, Consumer<IOException> troubles) {
    this(file, delay, clock, troubles, false);
  }

  /**
   * @param forgets whether nothing may be left of what was in the file before, since it holds
   *     secrets; else the previous version is kept
   */
  public LateFile(
      Path file, Duration delay, JobClock clock, Consumer<IOException> troubles, boolean forgets) {
    this.forgets = forgets;
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
  public synchronized void write(Content content) {
    pending = content;
    if (timer == null) {
      timer = clock.schedule(delay, this::flush);
    }
  }

  /** Writes now what waits to be written. */
  public void flush() {
    synchronized (writing) {
      Content content = take();
      if (content != null) {
        try {
          write(content.bytes());
        } catch (IOException failed) {
          troubles.accept(failed);
        }
      }
    }
  }

  private void write(byte[] bytes) throws IOException {
    if (forgets) {
      AtomicFiles.replacePrivate(file, bytes);
    } else {
      AtomicFiles.writePrivate(file, bytes);
    }
  }

  private synchronized @Nullable Content take() {
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
    Content content = pending;
    pending = null;
    return content;
  }

  /** Writes what waits to be written. */
  @Override
  public void close() {
    flush();
  }
}
