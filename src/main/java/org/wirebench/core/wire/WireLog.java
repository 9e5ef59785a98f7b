package org.wirebench.core.wire;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.job.JobClock;

/**
 * The one timeline of the program: everything sent and received, by every tool, in the order in
 * which it happened. Safe for use by any thread.
 *
 * <p>Events have numbers without gaps; those kept are from {@link #first()} up to and without
 * {@link #end()}. The newest are in the heap, older ones in temporary files, and beyond the limits
 * the oldest are dropped, many at once, and counted.
 *
 * <p>Recording never fails and throws nothing: what cannot be kept is dropped and counted, and
 * {@link #trouble()} says why. Whoever records faster than the disk writes is slowed to its rate.
 */
public final class WireLog implements AutoCloseable {
  private final JobClock clock;
  private final long startNanos;
  private final Instant started;
  private final AtomicLong connections = new AtomicLong();
  private final WireStorage storage;
  private final WireReader reader;
  private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();

  /**
   * How much is kept.
   *
   * @param heapBytes bytes of heap for events, at least {@link #SMALLEST_HEAP}
   * @param diskBytes bytes of temporary files for events that the heap has no room for, at least 0
   */
  public record Limits(long heapBytes, long diskBytes) {
    /** The smallest heap that the log works with: 1 MiB. */
    public static final long SMALLEST_HEAP = 1 << 20;

    /** 64 MiB of heap, 512 MiB of disk. */
    public static final Limits DEFAULT = new Limits(64L << 20, 512L << 20);

    public Limits {
      if (heapBytes < SMALLEST_HEAP || diskBytes < 0) {
        throw new IllegalArgumentException("heap " + heapBytes + ", disk " + diskBytes);
      }
    }
  }

  /** An empty log that begins now. */
  public WireLog(Limits limits, ByteStores stores, JobClock clock) {
    this.clock = clock;
    this.startNanos = clock.nanos();
    this.started = clock.now();
    this.storage = new WireStorage(limits, stores);
    this.reader = new WireReader(storage.kept());
  }

  /** The time of day when the log began: {@link WireEvent#nanos()} counts from here. */
  public Instant started() {
    return started;
  }

  /** Nanoseconds since the log began. */
  public long nanos() {
    return clock.nanos() - startNanos;
  }

  /** The time of day of an event. */
  public Instant time(WireEvent event) {
    return started.plusNanos(event.nanos());
  }

  /**
   * Begins to record a connection, with an event of the kind {@link WireKind#OPENED}.
   *
   * @param tool the id of the tool
   * @param label what a person calls it
   * @param local the address of this side, if it is known and has one
   * @param remote the address of the other side, if it is known and has one
   * @param initiator whether this side connected, rather than accepted
   */
  public WireTap open(
      String tool,
      String label,
      Carrier carrier,
      @Nullable InetSocketAddress local,
      @Nullable InetSocketAddress remote,
      boolean initiator) {
    WireConnection connection =
        new WireConnection(
            connections.incrementAndGet(),
            tool,
            label,
            carrier,
            local,
            remote,
            initiator,
            started.plusNanos(nanos()));
    LogTap tap = new LogTap(this, connection);
    tap.open();
    return tap;
  }

  void record(
      LogTap tap, Direction direction, WireKind kind, byte[] bytes, int offset, int length) {
    storage.add(tap, WireReader.type(direction, kind), bytes, offset, length);
    changed();
  }

  private void changed() {
    for (Runnable listener : listeners) {
      listener.run();
    }
  }

  /** The number of the oldest event that is kept; equal to {@link #end()} when there is none. */
  public long first() {
    return storage.kept().first();
  }

  /** The number that the next event will have. */
  public long end() {
    return storage.kept().end();
  }

  /** How many events the limits have cost since the log began or was cleared. */
  public long dropped() {
    return storage.kept().dropped();
  }

  /** How many bytes of payload the limits have cost since the log began or was cleared. */
  public long droppedBytes() {
    return storage.kept().droppedBytes();
  }

  /** Why events were dropped although there was room, or a file not deleted: the last reason. */
  public Optional<IOException> trouble() {
    return storage.trouble();
  }

  /**
   * One event, or empty when it was dropped or is still to come. Neighbours are read fast.
   *
   * @throws IOException in words for people when the file that it is in cannot be read
   */
  public Optional<WireEvent> get(long sequence) throws IOException {
    synchronized (reader) {
      return reader.get(sequence);
    }
  }

  /** Visits every event from {@code from} up to and without {@code to} that is kept. */
  public void forEach(long from, long to, Consumer<WireEvent> visitor) throws IOException {
    forEach(from, to, WireFilter.ALL, visitor);
  }

  /**
   * Visits those events from {@code from} up to and without {@code to} that are kept and that the
   * filter wants. Recording goes on meanwhile; events that are dropped before they are reached are
   * left out, and so are those that come after the call.
   *
   * @throws IOException in words for people when a file of the log cannot be read
   */
  public void forEach(long from, long to, WireFilter filter, Consumer<WireEvent> visitor)
      throws IOException {
    new WireReader(storage.kept()).forEach(from, to, filter.matcher(), visitor);
  }

  /**
   * Calls {@code changed} after each event, on the thread that recorded it, and after the log was
   * cleared: hundreds of thousands of times a second, so it may do no more than set a flag.
   */
  public void addListener(Runnable changed) {
    listeners.add(changed);
  }

  public void removeListener(Runnable changed) {
    listeners.remove(changed);
  }

  /** Changes how much is kept. May write to the disk, so not for the thread of the window. */
  public void limits(Limits limits) {
    storage.limits(limits);
    changed();
  }

  /** Forgets all events and what was dropped. Numbers go on; connections can go on recording. */
  public void clear() {
    storage.clear();
    changed();
  }

  /** Forgets everything. What is recorded from now on is lost, without an error. */
  @Override
  public void close() {
    storage.close();
  }
}
