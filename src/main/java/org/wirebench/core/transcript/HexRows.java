package org.wirebench.core.transcript;

import java.io.IOException;
import org.wirebench.core.bytes.Bisection;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.bytes.LongStore;

/**
 * A transcript as rows of sixteen bytes; each entry begins a row of its own. Events and empty
 * datagrams take one row.
 */
public final class HexRows implements Rows, AutoCloseable {
  private static final int BATCH = 512;

  /** How many bytes a row shows. */
  public static final int WIDTH = 16;

  private final Transcript transcript;
  // The first row of each entry: found again by halving.
  private final LongStore firstRows;
  private volatile long size;
  private long indexed;

  HexRows(Transcript transcript, ByteStores stores) {
    this.transcript = transcript;
    this.firstRows = new LongStore(stores);
  }

  void index(Exchange exchange) throws IOException {
    firstRows.append(indexed);
    indexed += rowsOf(exchange);
    size = indexed;
  }

  private static long rowsOf(Exchange exchange) {
    return exchange.direction().isNews()
        ? 1
        : Math.max(1, ((long) exchange.length() + WIDTH - 1) / WIDTH);
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
    long number = exchangeOf(index);
    Exchange exchange = transcript.exchange(number);
    long within = index - firstRows.get(number);
    boolean event = exchange.direction().isNews();
    long skipped = within * WIDTH;
    int length = event ? exchange.length() : (int) Math.min(WIDTH, exchange.length() - skipped);
    long offset = exchange.offset() + skipped;
    return new TranscriptRow(
        exchange,
        within == 0,
        offset,
        transcript.bytes().read(offset, length),
        false,
        false,
        false);
  }

  /** The last entry whose first row is not behind {@code row}. */
  private long exchangeOf(long row) throws IOException {
    return Bisection.first(1, firstRows.size(), number -> firstRows.get(number) > row) - 1;
  }

  @Override
  public long sizeAt(Extent extent) {
    return extent.hexRows();
  }

  @Override
  public long rowAt(long offset) throws IOException {
    if (size == 0) {
      return 0;
    }
    Exchange exchange = transcript.exchange(transcript.exchangeAt(offset));
    long within = Math.clamp(offset - exchange.offset(), 0, Math.max(0, exchange.length() - 1L));
    long first = firstRows.get(exchange.number());
    return first + (exchange.direction().isNews() ? 0 : within / WIDTH);
  }

  @Override
  public void walk(long from, Visitor visitor) throws IOException {
    long end = size;
    if (from >= end) {
      return;
    }
    long number = exchangeOf(from);
    long row = firstRows.get(number);
    while (row < end) {
      for (Exchange exchange : transcript.exchanges(number, BATCH)) {
        long after = row + rowsOf(exchange);
        if (row < end && !walk(exchange, row, Math.max(row, from), after, visitor)) {
          return;
        }
        row = after;
        number++;
      }
    }
  }

  private static boolean walk(Exchange exchange, long first, long from, long to, Visitor visitor)
      throws IOException {
    boolean event = exchange.direction().isNews();
    long last = exchange.offset() + exchange.length();
    for (long row = from; row < to; row++) {
      long offset = exchange.offset() + (row - first) * WIDTH;
      long end = event ? last : Math.min(last, offset + WIDTH);
      if (!visitor.visit(new Place(row, exchange, offset, end, true, false))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    firstRows.close();
  }
}
