package org.wirebench.core.transcript;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.job.Progress;

/**
 * The places in a transcript where something stands, found by a job. One thread {@linkplain #scan
 * looks}; any may ask what was found.
 */
public final class TranscriptSearch implements AutoCloseable {
  /** How many bytes are looked through before it is asked whether to go on. */
  private static final long STEP = 4 << 20;

  private final Transcript transcript;
  private final HitScan scan;
  private final HitList hits;
  private final @Nullable RowFilter within;
  private @Nullable Hit waiting;
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
    this.hits = new HitList(stores);
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
        hits.add(hit.offset(), hit.length());
      }
    }
    position = waiting == null ? scan.position() : waiting.offset();
    context.progress(position, transcript.bytes().size(), Progress.Unit.BYTES);
    return waiting == null && scan.isSpent();
  }

  /** What was found so far. */
  public HitList hits() {
    return hits;
  }

  /** All hits that begin before here were found. */
  public long position() {
    return position;
  }

  /** Forgets what was found. */
  @Override
  public void close() throws IOException {
    hits.close();
  }
}
