package org.wirebench.core.wire;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/**
 * A filter made ready to look at many events. Immutable; safe for use by any thread.
 *
 * <p>Text is looked for in the raw payload as UTF-8. What is ASCII is looked for byte by byte with
 * both cases of each letter; only other text needs the payload decoded.
 */
public final class WireMatcher {
  private final WireFilter filter;
  private final EnumSet<Direction> directions = EnumSet.noneOf(Direction.class);
  private final @Nullable AsciiSearch text;

  WireMatcher(WireFilter filter) {
    this.filter = filter;
    boolean _ = directions.addAll(filter.directions());
    boolean ascii = filter.text().chars().allMatch(one -> one < 0x80);
    this.text =
        ascii && !filter.text().isEmpty()
            ? new AsciiSearch(filter.text().getBytes(StandardCharsets.US_ASCII))
            : null;
  }

  /** Whether the event is one of those wanted. */
  public boolean matches(WireEvent event) {
    return matches(
        event.connection(), event.direction(), event.payload(), 0, event.payload().length);
  }

  boolean matches(
      WireConnection connection, Direction direction, byte[] payload, int offset, int length) {
    return (directions.isEmpty() || directions.contains(direction))
        && (filter.connection() == null || filter.connection() == connection.id())
        && (filter.tool().isEmpty() || filter.tool().equals(connection.tool()))
        && filter.bytes().find(payload, offset, offset + length) >= 0
        && containsText(payload, offset, length);
  }

  private boolean containsText(byte[] payload, int offset, int length) {
    if (text != null) {
      return text.isIn(payload, offset, length);
    }
    String wanted = filter.text();
    if (wanted.isEmpty()) {
      return true;
    }
    String whole = new String(payload, offset, length, StandardCharsets.UTF_8);
    for (int at = 0; at <= whole.length() - wanted.length(); at++) {
      if (whole.regionMatches(true, at, wanted, 0, wanted.length())) {
        return true;
      }
    }
    return false;
  }
}
