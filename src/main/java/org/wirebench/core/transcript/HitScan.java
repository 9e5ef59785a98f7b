package org.wirebench.core.transcript;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a transcript once, from one hit to the next, and goes on where it stopped when more
 * was recorded. A hit may lie across the pieces of a stream, but never across a change of the
 * direction or of the party.
 */
final class HitScan {
  private static final int WINDOW = 64 * 1024;
  private static final int BATCH = 256;

  private final Transcript transcript;
  private final Needle needle;
  private final Needle inEvents;
  private final byte[] window = new byte[WINDOW];
  private long windowAt;
  private int windowLength;
  private final Deque<Exchange> ahead = new ArrayDeque<>();

  /** The number of the entry after those in {@link #ahead}. */
  private long unread;

  /** The last entry of the run that is looked through. */
  private @Nullable Exchange last;

  private long runEnd;
  private long position;

  /** Whether the run was looked through to the end that is known. */
  private boolean covered = true;

  /** How many more bytes this step may look through. */
  private long budget;

  HitScan(Transcript transcript, Needle needle, Needle inEvents, Extent from) {
    this.transcript = transcript;
    this.needle = needle;
    this.inEvents = inEvents;
    this.unread = from.entries();
    this.position = from.bytes();
    this.runEnd = from.bytes();
  }

  /** No hit begins before here but those that were found. */
  long position() {
    return position;
  }

  /** Allows so many more bytes to be looked through. */
  void allow(long bytes) {
    budget = bytes;
  }

  /** Whether it stopped because it had looked through what was allowed. */
  boolean isSpent() {
    return budget <= 0;
  }

  /** The next hit; null when there is none yet, or what was allowed is spent. */
  @Nullable Hit next() throws IOException {
    while (budget > 0) {
      extendRun();
      Hit hit = lookInRun();
      if (hit != null) {
        return hit;
      }
      if (covered && !extendRun() && !beginRun()) {
        return null;
      }
    }
    return null;
  }

  private @Nullable Exchange peek() throws IOException {
    if (ahead.isEmpty()) {
      ahead.addAll(transcript.exchanges(unread, BATCH));
      unread += ahead.size();
    }
    return ahead.peek();
  }

  /** Takes in what goes on with the run, as much as is looked through at once. */
  private boolean extendRun() throws IOException {
    boolean extended = false;
    while (last != null && runEnd - position < WINDOW) {
      Exchange next = peek();
      if (next == null || !transcript.joins(last, next)) {
        break;
      }
      take(next);
      extended = true;
    }
    return extended;
  }

  private boolean beginRun() throws IOException {
    Exchange next = peek();
    if (next == null) {
      return false;
    }
    position = next.offset();
    take(next);
    return true;
  }

  private void take(Exchange next) {
    ahead.remove();
    last = next;
    runEnd = next.offset() + next.length();
  }

  private @Nullable Hit lookInRun() throws IOException {
    Exchange in = last;
    covered = in == null || position >= runEnd;
    if (in == null || covered) {
      return null;
    }
    Needle wanted = in.direction().isNews() ? inEvents : needle;
    fill(wanted.longest());
    int from = (int) (position - windowAt);
    int at = wanted.find(window, from, windowLength);
    if (at >= 0) {
      Hit hit = new Hit(windowAt + at, wanted.lengthAt(window, at, windowLength));
      position = hit.end();
      budget -= at - from + hit.length();
      return hit;
    }
    long windowEnd = windowAt + windowLength;
    covered = windowEnd == runEnd;
    // What might be the beginning of a hit is looked at again together with what comes after it.
    long next = Math.max(position, windowEnd - wanted.longest() + 1);
    budget -= Math.max(1, next - position);
    position = next;
    return null;
  }

  /** Reads on where what is left in the window might be too short for a hit. */
  private void fill(int longest) throws IOException {
    long windowEnd = windowAt + windowLength;
    boolean enough = position + longest <= windowEnd || windowEnd == runEnd;
    if (position >= windowAt && position < windowEnd && windowEnd <= runEnd && enough) {
      return;
    }
    windowAt = position;
    windowLength = 0;
    int length = (int) Math.min(WINDOW, runEnd - position);
    while (windowLength < length) {
      windowLength +=
          transcript
              .bytes()
              .read(windowAt + windowLength, window, windowLength, length - windowLength);
    }
  }
}
