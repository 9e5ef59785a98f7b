package org.wirebench.core.transcript;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.bytes.Bisection;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.bytes.LongStore;
import org.wirebench.core.job.JobContext;

/**
 * Those rows of a transcript that somebody wants to see: their numbers, found by a job and kept in
 * a store. One thread {@linkplain #scan looks}; any may ask what was found.
 *
 * <p>A row is wanted when it went the right way and when a hit touches it. The last rows are looked
 * at again when more comes, since a hit may end in what comes.
 */
public final class RowFilter implements AutoCloseable {
  private static final int STEP = 20_000;
  private static final int MOST_OPEN = 4096;
  private static final int LONGS_PER_ROW = 3;
  private static final long[] NOTHING = {};

  private final Rows rows;
  private final Wanted entries;
  private final @Nullable TranscriptSearch search;
  // Three numbers for each row: its own, where it begins and where it ends.
  private final LongStore wanted;

  // Of the thread that looks:
  private long nextRow;
  private long nextHit;
  private @Nullable Hit hit;
  private int visited;
  private long taken;
  private long takenFrom;
  private long takenTo;

  private long settledTo;

  private volatile Found found = new Found(0, NOTHING);

  /** How many rows are wanted for good, and which of those behind them are for now. */
  @SuppressWarnings("ArrayRecordComponent") // never changed, never compared
  private record Found(long settled, long[] open) {
    long size() {
      return settled + open.length;
    }
  }

  /**
   * @param rows the rows of a transcript as they are shown
   * @param entries in which entries the rows begin
   * @param search what must be in the row; null for anything; belongs to the filter from now on
   * @param from what came before is not looked at
   */
  public RowFilter(
      Rows rows,
      Wanted entries,
      @Nullable TranscriptSearch search,
      Extent from,
      ByteStores stores) {
    this.rows = rows;
    this.entries = entries;
    this.search = search;
    this.wanted = new LongStore(stores);
    this.nextRow = rows.sizeAt(from);
    this.settledTo = from.bytes();
  }

  /**
   * Looks at the next rows.
   *
   * @return whether there is more to look at, at once
   * @throws IOException when the transcript cannot be read, or the disk is full
   */
  public boolean scan(JobContext context) throws IOException {
    context.checkCancelled();
    boolean moreHits = search != null && search.scan(context);
    long known = search == null ? Long.MAX_VALUE : search.position();
    visited = 0;
    rows.walk(
        nextRow,
        row -> {
          if (!row.settled() || row.end() > known) {
            return false;
          }
          settle(row, isWanted(row));
          return ++visited < STEP;
        });
    boolean more = moreHits || visited == STEP;
    // While there is more, what was shown stays: a row that grows is wanted all the more.
    long[] open =
        more ? Arrays.stream(found.open()).filter(row -> row >= nextRow).toArray() : open();
    found = new Found(wanted.size() / LONGS_PER_ROW, open);
    return more;
  }

  private boolean isWanted(Rows.Place row) throws IOException {
    boolean right = entries.takes(row.exchange());
    return touches(row.offset(), row.end()) && right;
  }

  /** Which of the last rows are wanted as they are now; nothing is remembered of that. */
  private long[] open() throws IOException {
    long hitBefore = nextHit;
    List<Long> open = new ArrayList<>();
    rows.walk(
        nextRow,
        row -> {
          if (isWanted(row)) {
            open.add(row.index());
          }
          return open.size() < MOST_OPEN;
        });
    nextHit = hitBefore;
    hit = null;
    return open.stream().mapToLong(Long::longValue).toArray();
  }

  private void settle(Rows.Place row, boolean shown) throws IOException {
    if (shown) {
      wanted.append(row.index());
      wanted.append(row.offset());
      wanted.append(row.end());
    }
    nextRow = row.index() + 1;
    settledTo = row.end();
  }

  private boolean touches(long offset, long end) throws IOException {
    if (search == null) {
      return true;
    }
    while (hit == null || hit.end() <= offset) {
      if (hit != null) {
        nextHit++;
        hit = null;
      }
      if (nextHit >= search.hits().count()) {
        return false;
      }
      hit = search.hits().hit(nextHit);
    }
    return hit.offset() < end;
  }

  /** How many rows are wanted so far. */
  public long size() {
    return found.size();
  }

  /** What the rows are that the filter looks at. */
  public Rows rows() {
    return rows;
  }

  /**
   * The number that a wanted row has among all.
   *
   * @param index from 0 to {@link #size()} - 1
   */
  public long row(long index) throws IOException {
    Found now = found;
    return index < now.settled()
        ? wanted.get(index * LONGS_PER_ROW)
        : now.open()[(int) (index - now.settled())];
  }

  /** The place among the wanted rows of the first one whose number is at least {@code row}. */
  public long firstFrom(long row) throws IOException {
    return Bisection.first(0, size(), index -> row(index) >= row);
  }

  /** Before here it is decided for good which rows are wanted. */
  long settledTo() {
    return settledTo;
  }

  /**
   * Whether the byte at {@code offset} is in a wanted row. Asked for growing offsets, by the thread
   * that looks.
   */
  boolean takes(long offset) throws IOException {
    while (offset >= takenTo) {
      if (taken == found.settled()) {
        return false;
      }
      long[] row = wanted.get(taken * LONGS_PER_ROW, LONGS_PER_ROW);
      takenFrom = row[1];
      takenTo = row[2];
      taken++;
    }
    return offset >= takenFrom;
  }

  /** Forgets what was found. */
  @Override
  public void close() throws IOException {
    wanted.close();
    if (search != null) {
      search.close();
    }
  }
}
