package org.wirebench.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.bytes.Bisection;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.bytes.LongStore;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.job.Progress;
import org.wirebench.core.wire.WireEvent;
import org.wirebench.core.wire.WireFilter;
import org.wirebench.core.wire.WireLog;
import org.wirebench.fx.find.Hits;

/**
 * Which events of the wire log are wanted: their numbers, found by a job and kept in a store. One
 * thread {@linkplain #scan looks}; any may ask what was found.
 *
 * <p>The log drops its oldest events, and so does this: what it keeps stays in proportion to what
 * the log keeps, however long it goes on.
 */
final class WireMatches implements Hits, AutoCloseable {
  private static final long BATCH = 10_000;
  private static final long USELESS = 1 << 20;

  private final WireLog log;
  private final WireFilter filter;
  private final Predicate<WireEvent> also;
  private final ByteStores stores;
  private final long useless;
  private volatile Kept kept;
  private volatile long next;

  /** Somebody may be reading it still; closed when the next one is put aside. */
  private @Nullable LongStore aside;

  /** The numbers of the events wanted, from the one that was found as number {@code from} on. */
  private record Kept(long from, LongStore numbers) {
    long end() {
      return from + numbers.size();
    }

    long number(long index) throws IOException {
      return numbers.get(index - from);
    }

    long firstFrom(long sequence) throws IOException {
      return Bisection.first(from, end(), index -> number(index) >= sequence);
    }
  }

  /**
   * @param also what else must hold of an event that the filter wants
   */
  WireMatches(WireLog log, WireFilter filter, Predicate<WireEvent> also, ByteStores stores) {
    this(log, filter, also, stores, USELESS);
  }

  /**
   * @param useless how many numbers of dropped events are kept at most, or else as many as of
   *     others
   */
  WireMatches(
      WireLog log, WireFilter filter, Predicate<WireEvent> also, ByteStores stores, long useless) {
    this.log = log;
    this.filter = filter;
    this.also = also;
    this.stores = stores;
    this.useless = useless;
    this.kept = new Kept(0, new LongStore(stores));
    this.next = log.first();
  }

  /**
   * Looks at the next events.
   *
   * @return whether there are more at once
   * @throws IOException when the log cannot be read, or the disk is full
   */
  boolean scan(JobContext context) throws IOException {
    long from = Math.max(next, log.first());
    long to = Math.min(log.end(), from + BATCH);
    try {
      log.forEach(from, to, filter, this::look);
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
    next = Math.max(from, to);
    context.progress(next, log.end(), Progress.Unit.ITEMS);
    forgetDropped();
    return next < log.end();
  }

  private void look(WireEvent event) {
    if (also.test(event)) {
      try {
        kept.numbers().append(event.sequence());
      } catch (IOException full) {
        throw new UncheckedIOException(full);
      }
    }
  }

  private void forgetDropped() throws IOException {
    Kept old = kept;
    long dropped = first() - old.from();
    if (dropped <= useless || dropped <= old.numbers().size() / 2) {
      return;
    }
    LongStore left = new LongStore(stores);
    for (long index = old.from() + dropped; index < old.end(); index++) {
      left.append(old.number(index));
    }
    kept = new Kept(old.from() + dropped, left);
    if (aside != null) {
      aside.close();
    }
    aside = old.numbers();
  }

  @Override
  public long first() throws IOException {
    return kept.firstFrom(log.first());
  }

  @Override
  public long end() {
    return kept.end();
  }

  @Override
  public long firstFrom(long sequence) throws IOException {
    return kept.firstFrom(sequence);
  }

  /** The number that a wanted event has in the log. */
  @Override
  public long place(long index) throws IOException {
    return kept.number(index);
  }

  /** How many numbers are kept, of events that were dropped too. */
  long size() {
    return kept.numbers().size();
  }

  /** Forgets what was found; nobody looks any more. */
  @Override
  public void close() throws IOException {
    kept.numbers().close();
    if (aside != null) {
      aside.close();
    }
  }
}
