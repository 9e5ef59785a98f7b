package org.wirebench.core.transcript;

import java.io.IOException;
import org.wirebench.core.bytes.Bisection;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.bytes.LongStore;

/**
 * Hits in the order in which they stand, kept in a store, so that millions of them need no heap.
 * One thread adds; any may ask what was found.
 */
public final class HitList implements AutoCloseable {
  private static final int LONGS_PER_HIT = 2;

  private final LongStore both;
  private volatile long count;

  public HitList(ByteStores stores) {
    this.both = new LongStore(stores);
  }

  /**
   * Adds a hit behind those that were found.
   *
   * @throws IOException when the disk is full
   */
  public void add(long offset, int length) throws IOException {
    both.append(offset);
    both.append(length);
    count = both.size() / LONGS_PER_HIT;
  }

  /** How many hits were found so far. */
  public long count() {
    return count;
  }

  /**
   * One hit.
   *
   * @param index from 0 to {@link #count()} - 1, in the order in which they stand
   */
  public Hit hit(long index) throws IOException {
    long[] one = both.get(index * LONGS_PER_HIT, LONGS_PER_HIT);
    return new Hit(one[0], (int) one[1]);
  }

  /** The number of the first hit that begins at {@code offset} or later; the count if none does. */
  public long firstFrom(long offset) throws IOException {
    return Bisection.first(0, count, index -> both.get(index * LONGS_PER_HIT) >= offset);
  }

  /** Forgets what was found. */
  @Override
  public void close() throws IOException {
    both.close();
  }
}
