package org.wirebench.core.transcript;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.bytes.Bisection;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.bytes.LongStore;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.job.Progress;

/**
 * The places in a transcript where something stands, found by a job and kept in a store, so that
 * millions of them need no heap. One thread {@linkplain #scan looks}; any may ask what was found.
 */
public final class TranscriptSearch implements AutoCloseable {
  /** How many bytes are looked through before it is asked whether to go on. */
  private static final long STEP = 4 << 20;

  private static final int LONGS_PER_HIT = 2;

  private final Transcript transcript;
  private final HitScan scan;
  private final LongStore hits;
  private final @Nullable RowFilter within;
  private @Nullable Hit waiting;
  private volatile long count;
  private volatile long position;

  /**
   * @param inEvents what is looked for in the texts of events
   * @param from where to begin
   * @param within if not null, only hits in the rows that it shows count
   */
  public TranscriptSearch(
      Transcript transcript,
      Needle needle,
      Needle inEvents,
      Extent from,
      ByteStores stores,
      @Nullable RowFilter within) {
    this.transcript = transcript;
    this.scan = new HitScan(transcript, needle, inEvents, from);
    this.hits = new LongStore(stores);
    this.within = within;
    this.position = from.bytes();
  }

  /**
   * Looks through the next few megabytes.
   *
   * @return whether there is more to look through at once
   * @throws IOException when the transcript cannot be read, or the disk is full
   */
  public boolean scan(JobContext context) throws IOException {
    context.checkCancelled();
    scan.allow(STEP);
    while (true) {
      Hit hit = waiting != null ? waiting : scan.next();
      waiting = null;
      if (hit == null) {
        break;
      }
      if (within != null && hit.offset() >= within.settledTo()) {
        waiting = hit;
        break;
      }
      if (within == null || within.takes(hit.offset())) {
        hits.append(hit.offset());
        hits.append(hit.length());
        count = hits.size() / LONGS_PER_HIT;
      }
    }
    position = waiting == null ? scan.position() : waiting.offset();
    context.progress(position, transcript.bytes().size(), Progress.Unit.BYTES);
    return waiting == null && scan.isSpent();
  }

  /** How many hits were found so far. */
  public long count() {
    return count;
  }

  /** All hits that begin before here were found. */
  public long position() {
    return position;
  }

  /**
   * One hit.
   *
   * @param index from 0 to {@link #count()} - 1, in the order in which they stand
   */
  public Hit hit(long index) throws IOException {
    long[] both = hits.get(index * LONGS_PER_HIT, LONGS_PER_HIT);
    return new Hit(both[0], (int) both[1]);
  }

  /** The number of the first hit that begins at {@code offset} or later; the count if none does. */
  public long firstFrom(long offset) throws IOException {
    return Bisection.first(0, count, index -> hits.get(index * LONGS_PER_HIT) >= offset);
  }

  /** Forgets what was found. */
  @Override
  public void close() throws IOException {
    hits.close();
  }
}
