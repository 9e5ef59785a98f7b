package org.wirebench.core.transcript;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.bytes.Bisection;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.bytes.LongStore;

/**
 * A transcript as lines of text. A row ends at a line feed, where the direction or the party
 * changes, and after {@link #LONGEST} bytes. In a stream a line may go on from one entry to the
 * next; a datagram begins a row of its own.
 *
 * <p>Only the place of each {@value #STEP}th row is kept; those between are found by reading.
 */
public final class TextRows implements Rows, AutoCloseable {
  /**
   * How many bytes a row holds at most. When each of them is shown as {@code \xHH}, that is as much
   * as a view shows of one row.
   */
  public static final int LONGEST = 1024;

  private static final int STEP = 256;

  /** Where a filter leaves few rows, each row of a screen is in a block of its own. */
  private static final int BLOCKS_KEPT = 64;

  private final Transcript transcript;
  // Two numbers for each STEPth row: where it begins, and in which entry; the lowest bit of the
  // latter is set where it is the first row that begins there, the next where it goes on with the
  // line of the row before.
  private final LongStore marks;
  private final Map<Long, Block> blocks = new LinkedHashMap<>();
  private volatile long size;

  private long indexed;
  private int openLength;
  private boolean open;
  private boolean full;
  private @Nullable Exchange last;
  private long rowBegan = -1;

  /** The rows from one mark to the next. */
  private record Block(List<Slot> places, boolean whole) {}

  /** Where a row stands, to be read again. */
  private record Slot(
      long offset,
      int length,
      long exchange,
      boolean opensExchange,
      boolean cut,
      boolean continues,
      boolean fed) {}

  TextRows(Transcript transcript, ByteStores stores) {
    this.transcript = transcript;
    this.marks = new LongStore(stores);
  }

  /** Takes in the newest entry; called under the lock of the transcript. */
  void index(Exchange exchange, byte[] source, int from) throws IOException {
    boolean joins = last != null && transcript.joins(last, exchange);
    open = open && joins;
    full = full && joins;
    last = exchange;
    int end = from + exchange.length();
    int at = from;
    if (exchange.length() == 0) {
      begin(exchange, 0);
      open = false;
    }
    while (at < end) {
      if (!open) {
        begin(exchange, at - from);
      }
      int limit = Math.min(end, at + LONGEST - openLength);
      int feed = Newlines.find(source, at, limit);
      openLength += feed - at;
      boolean ended = feed < limit;
      at = ended ? feed + 1 : feed;
      open = !ended && openLength < LONGEST;
      full = !ended && !open;
    }
  }

  private void begin(Exchange exchange, int within) throws IOException {
    if (indexed % STEP == 0) {
      marks.append(exchange.offset() + within);
      int opens = rowBegan == exchange.number() ? 0 : 1;
      marks.append(exchange.number() << 2 | (full ? 2 : 0) | opens);
    }
    rowBegan = exchange.number();
    open = true;
    openLength = 0;
    indexed++;
    size = indexed;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public TranscriptRow row(long index) throws IOException {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException("row " + index + " of " + size);
    }
    Slot place = place(index);
    return new TranscriptRow(
        transcript.exchange(place.exchange()),
        place.opensExchange(),
        place.offset(),
        transcript.bytes().read(place.offset(), place.length()),
        place.cut(),
        place.continues(),
        place.fed());
  }

  @Override
  public long sizeAt(Extent extent) {
    return extent.textRows();
  }

  @Override
  public long rowAt(long offset) throws IOException {
    long known = size;
    if (known == 0) {
      return 0;
    }
    long behind = (known - 1) / STEP + 1;
    long mark = Bisection.first(1, behind, index -> marks.get(2 * index) > offset) - 1;
    long row = mark * STEP;
    long end = Math.min(known, row + STEP);
    while (row + 1 < end && place(row + 1).offset() <= offset) {
      row++;
    }
    return row;
  }

  @Override
  public void walk(long from, Visitor visitor) throws IOException {
    long end = size;
    if (from >= end) {
      return;
    }
    long row = from - from % STEP;
    BlockReader reader = readerAt(from / STEP);
    while (row < end && reader.next()) {
      long rowEnd = reader.offset() + reader.length() + (reader.fed() ? 1 : 0);
      Exchange began = reader.began();
      boolean goesOn =
          row < from
              || visitor.visit(
                  new Rows.Place(
                      row, began, reader.offset(), rowEnd, reader.ended(), reader.continues()));
      if (!goesOn) {
        return;
      }
      row++;
    }
  }

  private BlockReader readerAt(long block) throws IOException {
    long[] mark = marks.get(2 * block, 2);
    return new BlockReader(
        transcript, mark[0], mark[1] >>> 2, (mark[1] & 1) != 0, (mark[1] & 2) != 0);
  }

  private Slot place(long index) throws IOException {
    long number = index / STEP;
    int within = (int) (index % STEP);
    synchronized (blocks) {
      Block known = blocks.get(number);
      // The last row of a block that was read while it grew may have grown since.
      if (known != null && (known.whole() || within < known.places().size() - 1)) {
        return known.places().get(within);
      }
    }
    Block read = readBlock(number);
    synchronized (blocks) {
      blocks.remove(number);
      blocks.put(number, read);
      Iterator<Long> oldest = blocks.keySet().iterator();
      while (blocks.size() > BLOCKS_KEPT && oldest.hasNext()) {
        oldest.next();
        oldest.remove();
      }
    }
    return read.places().get(within);
  }

  private Block readBlock(long number) throws IOException {
    BlockReader reader = readerAt(number);
    List<Slot> places = new ArrayList<>(STEP);
    while (places.size() < STEP && reader.next()) {
      places.add(
          new Slot(
              reader.offset(),
              reader.length(),
              reader.exchange(),
              reader.opensExchange(),
              reader.cut(),
              reader.continues(),
              reader.fed()));
    }
    return new Block(places, places.size() == STEP && reader.ended());
  }

  @Override
  public void close() throws IOException {
    marks.close();
  }
}
