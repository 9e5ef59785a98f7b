package org.wirebench.core.wire;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.bytes.StoredBlock;

/**
 * The events that the wire log keeps, in segments, and how many it dropped. One thread at a time
 * changes it, and may ask about the segments; any thread reads at any time. The lock is held for
 * moments only, and never while a file is read or written, so that readers, above all the window,
 * never wait for the disk.
 */
final class KeptEvents {
  private static final int CONNECTIONS_PER_SEGMENT = 2048;

  private final ReentrantLock lock = new ReentrantLock();
  private final SegmentList segments = new SegmentList();
  private Segment newest;

  /** The array of a segment that left the heap, for the next one. */
  private byte @Nullable [] spare;

  private long dropped;
  private long droppedBytes;

  /** Where an event is to be looked for: at or after {@code offset}, which is event {@code at}. */
  record Place(Segment segment, long at, int offset, int used) {}

  /** No events, and a segment with room for {@code size} bytes. */
  KeptEvents(int size) {
    newest = new Segment(0, new byte[size]);
    segments.add(newest);
  }

  /** The segment that events are added to. For who adds. */
  Segment newest() {
    return newest;
  }

  /** The segment that is dropped next; empty when there are no events. For who adds. */
  Segment oldest() {
    return segments.oldest();
  }

  /** The segment that leaves the heap next; null where there is none. For who adds. */
  @Nullable Segment oldestInHeap() {
    return segments.oldestInHeap();
  }

  /** How much of the heap the events take, in bytes. For who adds. */
  long heapCost() {
    return segments.heapCost();
  }

  /** How much of the disk the events take, in bytes. For who adds. */
  long diskCost() {
    return segments.diskCost();
  }

  /** Whether {@link #append} has room for an event. For who adds. */
  boolean hasRoom(LogTap tap, int length) {
    boolean known = tap.segment == newest.first();
    return newest.hasRoom(length) && (known || newest.connections() < CONNECTIONS_PER_SEGMENT);
  }

  /** Adds one event, for which there is room. */
  void append(LogTap tap, byte type, byte[] bytes, int offset, int length) {
    lock.lock();
    try {
      if (tap.segment != newest.first()) {
        tap.index = newest.add(tap.connection());
        tap.segment = newest.first();
      }
      newest.append(tap.nanos(), tap.index, type, bytes, offset, length);
    } finally {
      lock.unlock();
    }
  }

  /** Adds to a new segment of {@code size} bytes from now on. */
  void begin(int size) {
    byte[] array = freeArray(size);
    lock.lock();
    try {
      if (newest.isEmpty()) {
        segments.removeNewest();
      }
      begin(newest.end(), array);
    } finally {
      lock.unlock();
    }
  }

  private void begin(long first, byte[] array) {
    newest = new Segment(first, array);
    segments.add(newest);
  }

  private byte[] freeArray(int size) {
    byte[] array = spare != null && spare.length == size ? spare : new byte[size];
    spare = null;
    return array;
  }

  /** The next segment will have another size. */
  void forgetSpare() {
    spare = null;
  }

  /** The events of a segment are in a file from now on. */
  void moveTo(StoredBlock file, Segment segment) {
    lock.lock();
    try {
      spare = segment.moveTo(file);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Drops the oldest segment, which is not empty.
   *
   * @param size of the segment that is begun when there is no other
   * @return the file that its events were in, if they were in one
   */
  @Nullable StoredBlock dropOldest(int size) {
    lock.lock();
    try {
      Segment oldest = segments.oldest();
      segments.removeOldest();
      dropped += oldest.count();
      droppedBytes += oldest.payload();
      byte[] free = oldest.forget();
      spare = free == null ? spare : free;
      if (segments.isEmpty()) {
        begin(oldest.end(), freeArray(size));
      }
      return oldest.block();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Forgets all events and what was dropped; numbers go on, in a segment of {@code size} bytes.
   *
   * @return the segments there were
   */
  List<Segment> removeAll(int size) {
    lock.lock();
    try {
      List<Segment> all = segments.removeAll();
      dropped = 0;
      droppedBytes = 0;
      spare = null;
      begin(newest.end(), new byte[size]);
      return all;
    } finally {
      lock.unlock();
    }
  }

  /** The number of the oldest event. */
  long first() {
    return locked(() -> segments.oldest().first());
  }

  /** The number that the next event will have. */
  long end() {
    return locked(() -> newest.end());
  }

  /** How many events were dropped. */
  long dropped() {
    return locked(() -> dropped);
  }

  /** How many bytes of payload were dropped. */
  long droppedBytes() {
    return locked(() -> droppedBytes);
  }

  /** Where the event is, or null when it is not in the log. */
  @Nullable Place place(long sequence) {
    lock.lock();
    try {
      if (sequence < segments.oldest().first() || sequence >= newest.end()) {
        return null;
      }
      Segment segment = segments.with(sequence);
      long mark = segment.placeBefore(sequence);
      return new Place(segment, segment.first() + (mark >>> 32), (int) mark, segment.used());
    } finally {
      lock.unlock();
    }
  }

  WireConnection connection(Segment segment, int index) {
    return locked(() -> segment.connection(index));
  }

  /**
   * Copies encoded events.
   *
   * @return false when they were dropped meanwhile
   * @throws IOException when their file cannot be read
   */
  boolean copy(Segment segment, int offset, byte[] into, int length) throws IOException {
    StoredBlock file;
    lock.lock();
    try {
      byte[] bytes = segment.bytes();
      if (bytes != null) {
        System.arraycopy(bytes, offset, into, 0, length);
        return true;
      }
      file = segment.block();
    } finally {
      lock.unlock();
    }
    if (file == null) {
      return false;
    }
    try {
      file.read(offset, into, 0, length);
    } catch (IOException failed) {
      if (isThere(segment)) {
        throw failed;
      }
    }
    // The file of a segment that was dropped while it was read may hold other events by now.
    return isThere(segment);
  }

  private boolean isThere(Segment segment) {
    return segment.first() >= first();
  }

  private <T> T locked(Supplier<T> question) {
    lock.lock();
    try {
      return question.get();
    } finally {
      lock.unlock();
    }
  }
}
