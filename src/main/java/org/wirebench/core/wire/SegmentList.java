package org.wirebench.core.wire;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Segments one after the other, the oldest first; never empty but for moments. Not locked. */
final class SegmentList {
  private final List<Segment> segments = new ArrayList<>();

  Segment oldest() {
    return segments.getFirst();
  }

  boolean isEmpty() {
    return segments.isEmpty();
  }

  void add(Segment newest) {
    segments.add(newest);
  }

  void removeOldest() {
    segments.removeFirst();
  }

  void removeNewest() {
    segments.removeLast();
  }

  /** Empties the list and returns what was in it. */
  List<Segment> removeAll() {
    List<Segment> all = List.copyOf(segments);
    segments.clear();
    return all;
  }

  /** How much of the heap they take, in bytes. */
  long heapCost() {
    return segments.stream().mapToLong(Segment::heapCost).sum();
  }

  /** How much of the disk they take, in bytes. */
  long diskCost() {
    return segments.stream().mapToLong(Segment::diskCost).sum();
  }

  /** The oldest whose events are in the heap; null where there is none. */
  @Nullable Segment oldestInHeap() {
    for (Segment segment : segments) {
      if (segment.bytes() != null) {
        return segment;
      }
    }
    return null;
  }

  /** The one in which an event is that is not older than all of them. */
  Segment with(long sequence) {
    int low = 0;
    int high = segments.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (segments.get(middle).first() <= sequence) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return segments.get(low);
  }
}
