package org.wirebench.terminal.view;

import java.io.IOException;
import java.util.Arrays;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.bytes.LongStore;
import org.wirebench.fx.find.Hits;
import org.wirebench.terminal.engine.Position;

/**
 * Where something was found: first all that left the screen, which stays as it is until the
 * terminal drops its line, then what is on the screen, which is looked through anew whenever that
 * changes. One thread adds, any reads.
 */
final class TerminalHits implements Hits, AutoCloseable {
  /** Columns of a line that count; what stands farther right is taken for the last of them. */
  private static final int COLUMN_BITS = 24;

  /** How many dropped hits are not worth to be deleted. */
  static final int FEW = 1 << 14;

  private static final int PORTION = 4096;

  private final ByteStores stores;
  private LongStore above;

  /** The number of the first hit in {@link #above}: those before it are deleted. */
  private long begin;

  /** The number of the first hit whose line is kept. */
  private long first;

  private long[] below = {};
  private boolean closed;

  TerminalHits(ByteStores stores) {
    this.stores = stores;
    this.above = new LongStore(stores);
  }

  /** A position as a number that grows. */
  static long place(Position at) {
    return at.line() << COLUMN_BITS | Math.min(at.column(), (1 << COLUMN_BITS) - 1);
  }

  static Position position(long place) {
    return new Position(place >>> COLUMN_BITS, (int) (place & ((1 << COLUMN_BITS) - 1)));
  }

  /**
   * Adds one behind those that left the screen before.
   *
   * @param place see {@link #place(Position)}
   */
  synchronized void addAbove(long place) throws IOException {
    above.append(place);
  }

  /** What is on the screen now. */
  synchronized void setBelow(long[] places) {
    below = places;
  }

  /** What stands before this does not count, as long as the terminal does not show it. */
  synchronized void showFrom(Position oldest) throws IOException {
    first = firstAbove(place(oldest));
  }

  /** The terminal has dropped what stood before this. To be called by who adds. */
  void keepFrom(Position oldest) throws IOException {
    showFrom(oldest);
    long dropped = first - begin;
    if (dropped > Math.max(FEW, above.size() - dropped)) {
      replace(copy(dropped, above.size()), first, first);
    }
  }

  /** What stands here and behind it is on the screen again. To be called by who adds. */
  void dropFrom(Position back) throws IOException {
    long end = firstAbove(place(back));
    if (end - begin < above.size()) {
      replace(copy(0, end - begin), begin, Math.min(first, end));
    }
  }

  /**
   * Those above the screen from one index up to and without another. Whoever reads does not wait
   * for it: there may be millions.
   */
  private LongStore copy(long from, long to) throws IOException {
    LongStore kept = new LongStore(stores);
    try {
      for (long at = from; at < to; at += PORTION) {
        for (long place : above.get(at, (int) Math.min(PORTION, to - at))) {
          kept.append(place);
        }
      }
    } catch (IOException | RuntimeException failed) {
      kept.close();
      throw failed;
    }
    return kept;
  }

  private synchronized void replace(LongStore kept, long nowBegin, long nowFirst)
      throws IOException {
    LongStore before = above;
    above = kept;
    begin = nowBegin;
    first = nowFirst;
    before.close();
  }

  /** The number of the first hit above the screen at a place or behind it. */
  private long firstAbove(long place) throws IOException {
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
    return begin + low;
  }

  /** How many are in files or in memory, and not deleted; for tests. */
  synchronized long stored() {
    return above.size();
  }

  @Override
  public synchronized long first() {
    return first;
  }

  @Override
  public synchronized long end() {
    return begin + above.size() + below.length;
  }

  @Override
  public synchronized long firstFrom(long place) throws IOException {
    long at = firstAbove(place);
    if (at < begin + above.size()) {
      return Math.max(first, at);
    }
    int behind = Arrays.binarySearch(below, place);
    return at + (behind < 0 ? -behind - 1 : behind);
  }

  /** The place of the nearest for one that went meanwhile; the begin of all where none is left. */
  @Override
  public synchronized long place(long index) throws IOException {
    long last = above.size() + below.length - 1;
    if (last < 0) {
      return 0;
    }
    long in = Math.clamp(index - begin, 0, last);
    return in < above.size() ? above.get(in) : below[(int) (in - above.size())];
  }

  /** Up to so many places, evenly taken of all; none when this is closed. */
  synchronized long[] sample(int most) throws IOException {
    long count = closed ? 0 : end() - first;
    long[] places = new long[(int) Math.min(most, count)];
    for (int i = 0; i < places.length; i++) {
      places[i] = place(first + i * count / places.length);
    }
    return places;
  }

  @Override
  public synchronized void close() throws IOException {
    closed = true;
    above.close();
  }
}
