package org.wirebench.shell;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.bytes.LongStore;
import org.wirebench.core.job.Job;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.job.JobSpec;
import org.wirebench.core.text.Messages;
import org.wirebench.core.wire.WireEvent;
import org.wirebench.core.wire.WireFilter;
import org.wirebench.core.wire.WireLog;
import org.wirebench.fx.FxJobs;

/**
 * Those events of the wire log that a filter wants. A job looks at each event once, as it comes,
 * and keeps the numbers of those that are wanted.
 */
final class FilteredWireRows extends WireRows implements AutoCloseable {
  private static final Messages TEXT = Messages.of(FilteredWireRows.class);
  private static final long BATCH = 10_000;

  private final WireFilter filter;
  private final LongStore wanted;
  private final Semaphore news = new Semaphore(1);
  private final Runnable changed;
  private final Runnable listener = this::wake;
  private final Job<?> job;

  /**
   * @param changed is called, on the thread of the job, when more was found
   */
  FilteredWireRows(
      WireLog log, WireFilter filter, ByteStores stores, FxJobs jobs, Runnable changed) {
    super(log);
    this.filter = filter;
    this.changed = changed;
    this.wanted = new LongStore(stores);
    log.addListener(listener);
    job =
        jobs.start(JobSpec.named(TEXT.get("wire.filtering"), ""), this::follow, _ -> closeStore());
  }

  private void wake() {
    if (news.availablePermits() == 0) {
      news.release();
    }
  }

  private boolean follow(JobContext context) throws IOException, InterruptedException {
    long next = log().first();
    while (true) {
      news.acquire();
      int _ = news.drainPermits();
      for (long end = log().end(); next < end; ) {
        context.checkCancelled();
        next = Math.max(next, log().first());
        long to = Math.min(end, next + BATCH);
        log().forEach(next, to, filter, this::found);
        next = to;
        changed.run();
      }
    }
  }

  private void found(WireEvent event) {
    try {
      wanted.append(event.sequence());
    } catch (IOException full) {
      throw new java.io.UncheckedIOException(full);
    }
  }

  @Override
  public long first() {
    return firstAtLeast(log().first());
  }

  @Override
  public long end() {
    return limit() == log().end() ? wanted.size() : firstAtLeast(limit());
  }

  private long firstAtLeast(long sequence) {
    long low = 0;
    long high = wanted.size();
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (sequence(middle) < sequence) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private long sequence(long index) {
    try {
      return wanted.get(index);
    } catch (IOException unreadable) {
      // Counts as dropped; the row itself then says that it cannot be read.
      return Long.MAX_VALUE;
    }
  }

  @Override
  Optional<WireEvent> event(long index) throws IOException {
    return log().get(wanted.get(index));
  }

  /** Stops looking; the rows must not be asked any more. */
  @Override
  public void close() {
    log().removeListener(listener);
    job.cancel();
  }

  private void closeStore() {
    try {
      wanted.close();
    } catch (IOException left) {
      throw new java.io.UncheckedIOException(left);
    }
  }
}
