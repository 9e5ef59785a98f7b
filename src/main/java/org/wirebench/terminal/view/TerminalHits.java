package org.wirebench.terminal.view;

import java.io.IOException;
import java.util.Arrays;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.bytes.LongStore;
import org.wirebench.fx.find.Hits;
import org.wirebench.terminal.engine.Position;

/**
 * Where something was found: first all that left the screen, which stays as it is, then what is on
 * the screen, which is looked through anew whenever that changes. One thread adds, any reads.
 */
final class TerminalHits implements Hits, AutoCloseable {
  /** Columns of a line that count; what stands farther right is taken for the last of them. */
  private static final int COLUMN_BITS = 24;

  private final LongStore above;
  private volatile long[] below = {};

  TerminalHits(ByteStores stores) {
    above = new LongStore(stores);
  }

  /** A position as a number that grows. */
  static long place(Position at) {
    return at.line() << COLUMN_BITS | Math.min(at.column(), (1 << COLUMN_BITS) - 1);
  }

  static Position position(long place) {
    return new Position(place >>> COLUMN_BITS, (int) (place & ((1 << COLUMN_BITS) - 1)));
  }

  void addAbove(Position at) throws IOException {
    above.append(place(at));
  }

  /** What is on the screen now. */
  void setBelow(long[] places) {
    below = places;
  }

  @Override
  public long end() {
    return above.size() + below.length;
  }

  @Override
  public long firstFrom(long place) throws IOException {
    long low = 0;
    long high = above.size();
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (above.get(middle) < place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    if (low < above.size()) {
      return low;
    }
    int at = Arrays.binarySearch(below, place);
    return low + (at < 0 ? -at - 1 : at);
  }

  @Override
  public long place(long index) throws IOException {
    long[] last = below;
    long in = index - above.size();
    return in < 0 ? above.get(index) : last[(int) Math.min(in, last.length - 1)];
  }

  @Override
  public void close() throws IOException {
    above.close();
  }
}
