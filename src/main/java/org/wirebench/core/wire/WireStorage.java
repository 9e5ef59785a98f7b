package org.wirebench.core.wire;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.bytes.StoredBlock;

/**
 * The segments of the wire log: the newest in the heap, older ones in files, the oldest dropped.
 *
 * <p>There are two locks. One is held by whoever adds, also while that thread puts a full segment
 * into a file: so the heap is bounded exactly, and who records faster than the disk writes is
 * slowed to its rate, instead of losing what there is room for. The other guards the state and is
 * held for moments only, so that readers, above all the window, never wait for the disk.
 */
final class WireStorage {
  private static final int SMALLEST_SEGMENT = 128 * 1024;
  private static final int LARGEST_SEGMENT = 4 * 1024 * 1024;
  private static final int LARGEST_DATAGRAM = 64 * 1024;
  private static final int CONNECTIONS_PER_SEGMENT = 2048;
  private static final byte LAST = WireReader.type(Direction.EVENT, WireKind.CLOSED);

  private final SegmentFiles files;
  private final ReentrantLock adding = new ReentrantLock();
  private final ReentrantLock state = new ReentrantLock();
  private final SegmentList segments = new SegmentList();
  private WireLog.Limits limits;
  private Segment current;

  /** The array of a segment that left the heap, for the next one. */
  private byte @Nullable [] spare;

  private long dropped;
  private long droppedBytes;
  private boolean closed;

  /** Where an event is to be looked for: at or after {@code offset}, which is event {@code at}. */
  record Place(Segment segment, long at, int offset, int used) {}

  WireStorage(WireLog.Limits limits, ByteStores stores) {
    this.limits = limits;
    this.files = new SegmentFiles(stores);
    this.current = new Segment(0, new byte[segmentSize(limits)]);
    segments.add(current);
  }

  private static int segmentSize(WireLog.Limits limits) {
    return (int) Math.clamp(limits.heapBytes() / 16, SMALLEST_SEGMENT, (long) LARGEST_SEGMENT);
  }

  /**
   * Adds one event, unless the tap has had its last, or several when the payload is longer than
   * {@link #longestPayload()}.
   */
  void add(LogTap tap, byte type, byte[] bytes, int offset, int length) {
    adding.lock();
    try {
      if (closed || tap.over) {
        return;
      }
      tap.over = type == LAST;
      int longest = longestPayload();
      int done = 0;
      do {
        int part = Math.min(longest, length - done);
        addOne(tap, type, bytes, offset + done, part);
        done += part;
      } while (done < length);
    } finally {
      adding.unlock();
    }
  }

  private int longestPayload() {
    return Math.max(segmentSize(limits) / 4, LARGEST_DATAGRAM);
  }

  private void addOne(LogTap tap, byte type, byte[] bytes, int offset, int length) {
    boolean isNew = tap.segment != current.first();
    if (!current.hasRoom(length) || (isNew && current.connections() >= CONNECTIONS_PER_SEGMENT)) {
      roll();
    }
    state.lock();
    try {
      if (tap.segment != current.first()) {
        tap.index = current.add(tap.connection());
        tap.segment = current.first();
      }
      current.append(tap.nanos(), tap.index, type, bytes, offset, length);
    } finally {
      state.unlock();
    }
  }

  private void roll() {
    int size = segmentSize(limits);
    makeRoom(size);
    byte[] array = freeArray(size);
    state.lock();
    try {
      if (current.isEmpty()) {
        segments.removeNewest();
      }
      begin(current.end(), array);
    } finally {
      state.unlock();
    }
  }

  private byte[] freeArray(int size) {
    byte[] array = spare != null && spare.length == size ? spare : new byte[size];
    spare = null;
    return array;
  }

  /** Adds to a new segment from now on. */
  private void begin(long first, byte[] array) {
    current = new Segment(first, array);
    segments.add(current);
  }

  /** Brings the heap and the disk below their limits, with {@code extra} bytes of heap to come. */
  private void makeRoom(int extra) {
    while (segments.heapCost() + extra > limits.heapBytes()) {
      Segment oldest = segments.oldestInHeap();
      if (oldest == null) {
        dropOldest();
      } else if (oldest.isEmpty()) {
        break;
      } else {
        putAway(oldest);
      }
    }
    boolean over = segments.diskCost() > limits.diskBytes();
    while (over) {
      over = dropOldest() && segments.diskCost() > limits.diskBytes();
    }
    files.trim(limits.diskBytes() - segments.diskCost());
  }

  /** Puts the oldest segment that is in the heap into a file; where that fails, drops it. */
  private void putAway(Segment segment) {
    byte[] bytes = segment.bytes();
    while (bytes != null) {
      boolean fits = segments.diskCost() + segment.used() <= limits.diskBytes();
      StoredBlock block = fits ? files.store(bytes, segment.used()) : null;
      if (block != null) {
        state.lock();
        try {
          spare = segment.moveTo(block);
        } finally {
          state.unlock();
        }
        return;
      }
      // Whatever is older than this segment is dropped before it is: the log has no holes.
      boolean wasLast = segments.oldest() == segment;
      if (!dropOldest() || wasLast) {
        return;
      }
    }
  }

  /** Returns whether there was one to drop; an empty log is left with one empty segment. */
  private boolean dropOldest() {
    Segment oldest = segments.oldest();
    if (oldest.isEmpty()) {
      return false;
    }
    StoredBlock block = oldest.block();
    state.lock();
    try {
      segments.removeOldest();
      dropped += oldest.count();
      droppedBytes += oldest.payload();
      byte[] free = oldest.forget();
      spare = free == null ? spare : free;
      if (segments.isEmpty()) {
        begin(oldest.end(), freeArray(segmentSize(limits)));
      }
    } finally {
      state.unlock();
    }
    files.free(block);
    return true;
  }

  void limits(WireLog.Limits now) {
    adding.lock();
    try {
      limits = now;
      spare = null;
      if (current.isEmpty()) {
        replaceCurrent();
      }
      makeRoom(0);
    } finally {
      adding.unlock();
    }
  }

  /** An empty segment may be too large for the limit. */
  private void replaceCurrent() {
    state.lock();
    try {
      segments.removeNewest();
      begin(current.first(), freeArray(segmentSize(limits)));
    } finally {
      state.unlock();
    }
  }

  void clear() {
    forgetAll(false);
  }

  void close() {
    forgetAll(true);
  }

  private void forgetAll(boolean forGood) {
    List<Segment> all;
    adding.lock();
    try {
      state.lock();
      try {
        all = segments.removeAll();
        dropped = 0;
        droppedBytes = 0;
        files.forgetTrouble();
        closed |= forGood;
        spare = null;
        begin(current.end(), new byte[forGood ? 0 : segmentSize(limits)]);
      } finally {
        state.unlock();
      }
      all.forEach(segment -> files.delete(segment.block()));
      files.deleteSpare();
    } finally {
      adding.unlock();
    }
  }

  long first() {
    return locked(() -> segments.oldest().first());
  }

  long end() {
    return locked(() -> current.end());
  }

  long dropped() {
    return locked(() -> dropped);
  }

  long droppedBytes() {
    return locked(() -> droppedBytes);
  }

  Optional<IOException> trouble() {
    return files.trouble();
  }

  /** Where the event is, or null when it is not in the log. */
  @Nullable Place place(long sequence) {
    state.lock();
    try {
      if (sequence < segments.oldest().first() || sequence >= current.end()) {
        return null;
      }
      Segment segment = segments.with(sequence);
      long mark = segment.placeBefore(sequence);
      return new Place(segment, segment.first() + (mark >>> 32), (int) mark, segment.used());
    } finally {
      state.unlock();
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
    StoredBlock block;
    state.lock();
    try {
      byte[] bytes = segment.bytes();
      if (bytes != null) {
        System.arraycopy(bytes, offset, into, 0, length);
        return true;
      }
      block = segment.block();
    } finally {
      state.unlock();
    }
    if (block == null) {
      return false;
    }
    try {
      block.read(offset, into, 0, length);
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
    state.lock();
    try {
      return question.get();
    } finally {
      state.unlock();
    }
  }
}
