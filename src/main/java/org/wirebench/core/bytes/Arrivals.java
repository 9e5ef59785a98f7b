package org.wirebench.core.bytes;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * When the bytes of a store came, to the millisecond. However long it grows, little of that is in
 * the heap. One thread may add while any number ask. Must be closed.
 */
public final class Arrivals implements AutoCloseable {
  private static final int LONGS = 2;

  private final LongStore known;
  private final InstantSource clock;

  /** Those of the last millisecond, which may still grow. Guarded by this. */
  private long lastEnd;

  private long lastMillis = Long.MIN_VALUE;

  /**
   * Nothing has come yet.
   *
   * @param stores where the times are kept
   */
  public Arrivals(ByteStores stores, InstantSource clock) {
    this.known = new LongStore(stores);
    this.clock = clock;
  }

  /**
   * All bytes before {@code end} are there now.
   *
   * @throws IOException in words for people when the disk is full or this is closed
   */
  public synchronized void came(long end) throws IOException {
    long now = clock.millis();
    if (now != lastMillis && lastMillis != Long.MIN_VALUE) {
      known.append(lastEnd);
      known.append(lastMillis);
    }
    lastEnd = end;
    lastMillis = now;
  }

  /**
   * When the byte at {@code offset} came; empty where it has not, as far as is known here.
   *
   * @throws IOException in words for people when the times cannot be read or this is closed
   */
  public synchronized Optional<Instant> of(long offset) throws IOException {
    if (offset >= lastEnd) {
      return Optional.empty();
    }
    long count = known.size() / LONGS;
    long at = Bisection.first(0, count, index -> known.get(index * LONGS) > offset);
    return Optional.of(Instant.ofEpochMilli(at < count ? known.get(at * LONGS + 1) : lastMillis));
  }

  /** Forgets the times. */
  @Override
  public void close() throws IOException {
    known.close();
  }
}
