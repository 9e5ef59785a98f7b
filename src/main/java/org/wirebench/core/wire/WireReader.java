package org.wirebench.core.wire;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads events through a window: a copy of a stretch of a segment. One thread at a time. What is in
 * the window stays readable even when the log drops it.
 */
final class WireReader {
  private static final int WINDOW = 256 * 1024;
  private static final Direction[] DIRECTIONS = Direction.values();
  private static final WireKind[] KINDS = WireKind.values();

  private final KeptEvents kept;
  private byte[] window = new byte[0];
  private int filled;
  private @Nullable Segment segment;
  private long windowFirst;

  /** The event under the cursor, and where it is in the window. */
  private long sequence;

  private int at;

  private int knownIndex = -1;
  private @Nullable WireConnection known;

  WireReader(KeptEvents kept) {
    this.kept = kept;
  }

  /** The event, or empty when it is not in the log. */
  Optional<WireEvent> get(long wanted) throws IOException {
    boolean found = wanted >= kept.first() && seek(wanted);
    return found ? Optional.of(event()) : Optional.empty();
  }

  /** Visits the events wanted of those from {@code from} up to and without {@code to}. */
  void forEach(long from, long to, WireMatcher wanted, Consumer<WireEvent> visitor)
      throws IOException {
    long end = Math.min(to, kept.end());
    long next = Math.max(from, kept.first());
    while (next < end) {
      if (!seek(next)) {
        // It was dropped meanwhile: go on with the first that is left.
        next = Math.max(next + 1, kept.first());
        continue;
      }
      do {
        visit(wanted, visitor);
        next++;
      } while (next < end && step());
    }
  }

  private void visit(WireMatcher wanted, Consumer<WireEvent> visitor) {
    int length = Segment.length(window, at);
    if (wanted.matches(connection(), direction(), window, at + Segment.HEADER, length)) {
      visitor.accept(event());
    }
  }

  /** Moves the cursor to the event; false when it is not in the log. */
  private boolean seek(long wanted) throws IOException {
    if (segment != null && wanted >= windowFirst) {
      if (wanted < sequence) {
        sequence = windowFirst;
        at = 0;
      }
      if (walk(wanted) && isWhole()) {
        return true;
      }
    }
    return load(wanted);
  }

  private boolean load(long wanted) throws IOException {
    while (true) {
      KeptEvents.Place place = kept.place(wanted);
      if (place == null) {
        segment = null;
        return false;
      }
      boolean loaded =
          fill(place.segment(), place.at(), place.offset(), place.used(), WINDOW) && walk(wanted);
      if (loaded && !isWhole()) {
        int offset = place.offset() + at;
        int size = Segment.HEADER + Segment.length(window, at);
        loaded = fill(place.segment(), wanted, offset, place.used(), Math.max(size, WINDOW));
      }
      if (loaded) {
        return true;
      }
    }
  }

  private boolean fill(Segment from, long first, int offset, int used, int wished)
      throws IOException {
    int length = Math.min(wished, used - offset);
    if (window.length < length) {
      window = new byte[Math.min(Math.max(length, window.length * 2), Math.max(length, WINDOW))];
    }
    if (segment != from) {
      knownIndex = -1;
    }
    segment = null;
    if (!kept.copy(from, offset, window, length)) {
      return false;
    }
    segment = from;
    filled = length;
    windowFirst = first;
    sequence = first;
    at = 0;
    return true;
  }

  /** Moves forward to the event; false when its header is not in the window. */
  private boolean walk(long wanted) {
    while (sequence < wanted && hasHeader()) {
      at += Segment.HEADER + Segment.length(window, at);
      sequence++;
    }
    return hasHeader();
  }

  /** Moves to the next event, if all of it is in the window. */
  private boolean step() {
    at += Segment.HEADER + Segment.length(window, at);
    sequence++;
    return hasHeader() && isWhole();
  }

  private boolean hasHeader() {
    return at <= filled - Segment.HEADER;
  }

  private boolean isWhole() {
    return Segment.length(window, at) <= filled - Segment.HEADER - at;
  }

  private Direction direction() {
    return DIRECTIONS[Segment.type(window, at) >> 4];
  }

  private WireConnection connection() {
    int index = Segment.connection(window, at);
    WireConnection found = known;
    if (index != knownIndex || found == null) {
      if (segment == null) {
        throw new IllegalStateException("no window");
      }
      found = kept.connection(segment, index);
      known = found;
      knownIndex = index;
    }
    return found;
  }

  private WireEvent event() {
    int start = at + Segment.HEADER;
    return new WireEvent(
        sequence,
        Segment.nanos(window, at),
        connection(),
        direction(),
        KINDS[Segment.type(window, at) & 0xf],
        Arrays.copyOfRange(window, start, start + Segment.length(window, at)));
  }

  // These numbers never leave the process: the files of the log die with it.
  @SuppressWarnings("EnumOrdinal")
  static byte type(Direction direction, WireKind kind) {
    return (byte) (direction.ordinal() << 4 | kind.ordinal());
  }
}
