package org.wirebench.core.transcript;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.bytes.Bisection;
import org.wirebench.core.bytes.ByteStore;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.bytes.LongStore;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.text.Messages;
import org.wirebench.core.wire.Direction;

/**
 * What was said, in order, of any size: the bytes stand in a store that spills to disk, and so do
 * the lists of entries and of rows. Safe for use by any thread.
 *
 * <p>Recording never fails the one who records: when the disk is full, the transcript stops, says
 * so as its last entry in {@link #stopped()}, and goes on counting.
 */
public final class Transcript implements AutoCloseable {
  private static final Messages TEXT = Messages.of(Transcript.class);
  private static final int LONGS_PER_EXCHANGE = 3;
  private static final int PARTY_SHIFT = 34;
  private static final int DIRECTION_SHIFT = 32;
  private static final long LENGTH_MASK = 0xFFFF_FFFFL;

  private final JobClock clock;
  private final Instant began;
  private final long beganNanos;
  private final ByteStore bytes;
  private final LongStore exchanges;
  private final TextRows textRows;
  private final HexRows hexRows;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final boolean stream;
  // Read without the lock, which is held while the disk is written: a screen must not wait for it.
  private final AtomicLongArray totals = new AtomicLongArray(Direction.values().length);
  private volatile long count;
  private volatile @Nullable String stopped;

  /**
   * @param stream whether lines may go on from one entry to the next, as in TCP; false for
   *     datagrams
   */
  public Transcript(ByteStores stores, JobClock clock, boolean stream) {
    this.clock = clock;
    this.stream = stream;
    this.began = clock.now();
    this.beganNanos = clock.nanos();
    this.bytes = stores.create();
    this.exchanges = new LongStore(stores);
    this.textRows = new TextRows(this, stores);
    this.hexRows = new HexRows(this, stores);
  }

  /** Whether lines may go on from one entry to the next; false for datagrams. */
  public boolean isStream() {
    return stream;
  }

  /** When the transcript began; the times of its entries count from here. */
  public Instant began() {
    return began;
  }

  /** Calls {@code changed} after every entry, from the recording thread: it must be trivial. */
  public void addListener(Runnable changed) {
    listeners.add(changed);
  }

  public void removeListener(Runnable changed) {
    listeners.remove(changed);
  }

  /** Records an event in words. */
  public void event(int party, String text) {
    news(Direction.EVENT, party, text);
  }

  /** Records in words that something failed. */
  public void failure(int party, String text) {
    news(Direction.FAILURE, party, text);
  }

  private void news(Direction direction, int party, String text) {
    byte[] utf8 = text.getBytes(UTF_8);
    add(direction, party, utf8, 0, utf8.length);
  }

  /**
   * Records bytes.
   *
   * @param party whom they went to or came from, from 0 to 2^29
   */
  public void add(Direction direction, int party, byte[] source, int offset, int length) {
    synchronized (this) {
      long _ = totals.addAndGet((int) code(direction), length);
      if (stopped == null) {
        record(direction, party, source, offset, length);
      }
    }
    tell();
  }

  /**
   * Records bytes without counting them: those that are about to be sent, so that they stand before
   * the answer to them. {@link #count} them when they are sent.
   *
   * @param party as for {@link #add}
   */
  public void keep(Direction direction, int party, byte[] source, int offset, int length) {
    synchronized (this) {
      if (stopped == null) {
        record(direction, party, source, offset, length);
      }
    }
    tell();
  }

  /** Counts bytes that are not worth keeping, or were kept before. */
  public void count(Direction direction, long length) {
    long _ = totals.addAndGet((int) code(direction), length);
    tell();
  }

  private void tell() {
    for (Runnable listener : listeners) {
      listener.run();
    }
  }

  private void record(Direction direction, int party, byte[] source, int offset, int length) {
    try {
      long position = bytes.size();
      long nanos = clock.nanos() - beganNanos;
      bytes.append(source, offset, length);
      exchanges.append(nanos);
      exchanges.append(position);
      exchanges.append(
          ((long) party << PARTY_SHIFT) | (code(direction) << DIRECTION_SHIFT) | length);
      Exchange exchange = new Exchange(count, nanos, direction, party, position, length);
      count = exchange.number() + 1;
      textRows.index(exchange, source, offset);
      hexRows.index(exchange);
    } catch (IOException full) {
      stopped = TEXT.get("stopped", String.valueOf(full.getMessage()));
    }
  }

  private static long code(Direction direction) {
    return switch (direction) {
      case OUT -> 0;
      case IN -> 1;
      case EVENT -> 2;
      case FAILURE -> 3;
    };
  }

  private static Direction direction(long code) {
    return switch ((int) code) {
      case 0 -> Direction.OUT;
      case 1 -> Direction.IN;
      case 2 -> Direction.EVENT;
      default -> Direction.FAILURE;
    };
  }

  /** How many entries there are. */
  public long count() {
    return count;
  }

  /** How many bytes went that way, recorded or not. */
  public long total(Direction direction) {
    return totals.get((int) code(direction));
  }

  /** Why nothing is recorded any more; null while all is well. */
  public @Nullable String stopped() {
    return stopped;
  }

  /**
   * One entry.
   *
   * @throws IndexOutOfBoundsException when there is none of that number
   */
  public Exchange exchange(long number) throws IOException {
    Objects.checkIndex(number, count());
    return exchange(number, exchanges.get(number * LONGS_PER_EXCHANGE, LONGS_PER_EXCHANGE), 0);
  }

  private static Exchange exchange(long number, long[] longs, int at) {
    long packed = longs[at + 2];
    return new Exchange(
        number,
        longs[at],
        direction((packed >>> DIRECTION_SHIFT) & 3),
        (int) (packed >>> PARTY_SHIFT),
        longs[at + 1],
        (int) (packed & LENGTH_MASK));
  }

  /** The entries from {@code number} on, at most {@code most}; none at the end. */
  List<Exchange> exchanges(long number, int most) throws IOException {
    int known = (int) Math.clamp(count() - number, 0, (long) most);
    long[] longs = exchanges.get(number * LONGS_PER_EXCHANGE, known * LONGS_PER_EXCHANGE);
    List<Exchange> found = new ArrayList<>(known);
    for (int i = 0; i < known; i++) {
      found.add(exchange(number + i, longs, i * LONGS_PER_EXCHANGE));
    }
    return found;
  }

  /** The number of the last entry that begins at or before {@code offset}. */
  long exchangeAt(long offset) throws IOException {
    return Bisection.first(
            1, count(), number -> exchanges.get(number * LONGS_PER_EXCHANGE + 1) > offset)
        - 1;
  }

  /** Whether a line may go on from the one entry to the other, which is the next. */
  boolean joins(Exchange one, Exchange next) {
    return stream
        && next.length() > 0
        && next.direction() == one.direction()
        && next.party() == one.party()
        && !next.direction().isNews();
  }

  /** How much there is at this moment. Waits while an entry is being recorded. */
  public synchronized Extent extent() {
    return new Extent(count, bytes.size(), textRows.size(), hexRows.size());
  }

  /** The bytes of one entry. */
  public byte[] payload(Exchange exchange) throws IOException {
    return bytes.read(exchange.offset(), exchange.length());
  }

  /** The bytes of all entries, one after the other. */
  public ByteStore bytes() {
    return bytes;
  }

  /** The transcript as lines of text. */
  public TextRows textRows() {
    return textRows;
  }

  /** The transcript as rows of sixteen bytes. */
  public HexRows hexRows() {
    return hexRows;
  }

  /** Gives the disk space back; nothing can be recorded or read afterwards. */
  @Override
  public synchronized void close() throws IOException {
    if (stopped == null) {
      stopped = TEXT.get("closed");
    }
    bytes.close();
    exchanges.close();
    textRows.close();
    hexRows.close();
  }
}
