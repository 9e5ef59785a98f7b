package org.wirebench.core.wire;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.bytes.StoredBlock;

/**
 * Adds to the wire log within its limits: the newest events are in the heap, older ones in files,
 * the oldest are dropped.
 *
 * <p>The lock is held by whoever adds, also while that thread puts a full segment into a file: so
 * the heap is bounded exactly, and who records faster than the disk writes is slowed to its rate,
 * instead of losing what there is room for. Who reads ({@link #kept}) does not need it.
 */
final class WireStorage {
  private static final int SMALLEST_SEGMENT = 128 * 1024;
  private static final int LARGEST_SEGMENT = 4 * 1024 * 1024;
  private static final int LARGEST_DATAGRAM = 64 * 1024;
  private static final byte LAST = WireReader.type(Direction.EVENT, WireKind.CLOSED);

  private final ReentrantLock adding = new ReentrantLock();
  private final SegmentFiles files;
  private final KeptEvents kept;
  private WireLog.Limits limits;
  private boolean closed;

  WireStorage(WireLog.Limits limits, ByteStores stores) {
    this.limits = limits;
    this.files = new SegmentFiles(stores);
    this.kept = new KeptEvents(segmentSize(limits));
  }

  private static int segmentSize(WireLog.Limits limits) {
    return (int) Math.clamp(limits.heapBytes() / 16, SMALLEST_SEGMENT, (long) LARGEST_SEGMENT);
  }

  /** What there is to read. */
  KeptEvents kept() {
    return kept;
  }

  /** Why a file could not be written or deleted: the last reason. */
  Optional<IOException> trouble() {
    return files.trouble();
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
    if (!kept.hasRoom(tap, length)) {
      int size = segmentSize(limits);
      makeRoom(size);
      kept.begin(size);
    }
    kept.append(tap, type, bytes, offset, length);
  }

  /** Brings the heap and the disk below their limits, with {@code extra} bytes of heap to come. */
  private void makeRoom(int extra) {
    while (kept.heapCost() + extra > limits.heapBytes()) {
      Segment oldest = kept.oldestInHeap();
      if (oldest == null) {
        dropOldest();
      } else if (oldest.isEmpty()) {
        break;
      } else {
        putAway(oldest);
      }
    }
    boolean over = kept.diskCost() > limits.diskBytes();
    while (over) {
      over = dropOldest() && kept.diskCost() > limits.diskBytes();
    }
    files.trim(limits.diskBytes() - kept.diskCost());
  }

  /** Puts the oldest segment that is in the heap into a file; where that fails, drops it. */
  private void putAway(Segment segment) {
    byte[] bytes = segment.bytes();
    while (bytes != null) {
      boolean fits = kept.diskCost() + segment.used() <= limits.diskBytes();
      StoredBlock file = fits ? files.store(bytes, segment.used()) : null;
      if (file != null) {
        kept.moveTo(file, segment);
        return;
      }
      // Whatever is older than this segment is dropped before it is: the log has no holes.
      boolean wasLast = kept.oldest() == segment;
      if (!dropOldest() || wasLast) {
        return;
      }
    }
  }

  /** Returns whether there was one to drop; an empty log is left with one empty segment. */
  private boolean dropOldest() {
    if (kept.oldest().isEmpty()) {
      return false;
    }
    files.free(kept.dropOldest(segmentSize(limits)));
    return true;
  }

  void limits(WireLog.Limits now) {
    adding.lock();
    try {
      limits = now;
      kept.forgetSpare();
      if (kept.newest().isEmpty()) {
        // It may be too large for the limit.
        kept.begin(segmentSize(now));
      }
      makeRoom(0);
    } finally {
      adding.unlock();
    }
  }

  void clear() {
    forgetAll(false);
  }

  void close() {
    forgetAll(true);
  }

  private void forgetAll(boolean forGood) {
    adding.lock();
    try {
      closed |= forGood;
      List<Segment> all = kept.removeAll(closed ? 0 : segmentSize(limits));
      files.forgetTrouble();
      all.forEach(segment -> files.delete(segment.block()));
      files.deleteSpare();
    } finally {
      adding.unlock();
    }
  }
}
