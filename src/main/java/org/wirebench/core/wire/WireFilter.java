package org.wirebench.core.wire;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.bytes.HexMask;

/**
 * Which events of the wire log are wanted: those that every part agrees to. Immutable.
 *
 * <p>An event is looked at alone. What was sent or received in two pieces is two events, and a text
 * or bytes that begin in one and end in the next are not found. That is on purpose: the log is what
 * passed at what time, in the pieces in which it passed, and a filter shows some of them and hides
 * the others; to find what crosses a border the filter would have to keep the end of the last piece
 * of each direction of each of thousands of connections, and then show two events that both do not
 * hold what was asked for. The transcript of a connection is one stream, and its search crosses
 * pieces.
 *
 * @param tool the id of a tool, or empty for all
 * @param connection the id of a connection, or null for all
 * @param directions the directions wanted; none for all
 * @param text a text that the payload contains, in any case, or empty for all
 * @param bytes bytes that the payload contains, or none for all
 */
public record WireFilter(
    String tool, @Nullable Long connection, Set<Direction> directions, String text, HexMask bytes) {
  /** Every event. */
  public static final WireFilter ALL =
      new WireFilter("", null, Set.of(), "", HexMask.of(new byte[0]));

  public WireFilter {
    directions = Set.copyOf(directions);
  }

  /** This filter for one tool. */
  public WireFilter withTool(String one) {
    return new WireFilter(one, connection, directions, text, bytes);
  }

  /** This filter for one connection. */
  public WireFilter withConnection(@Nullable Long one) {
    return new WireFilter(tool, one, directions, text, bytes);
  }

  /** This filter for some directions. */
  public WireFilter withDirections(Set<Direction> some) {
    return new WireFilter(tool, connection, some, text, bytes);
  }

  /** This filter for a text. */
  public WireFilter withText(String one) {
    return new WireFilter(tool, connection, directions, one, bytes);
  }

  /** This filter for some bytes. */
  public WireFilter withBytes(HexMask some) {
    return new WireFilter(tool, connection, directions, text, some);
  }

  /** Whether one event is wanted. For many, {@link #matcher()} is made once. */
  public boolean matches(WireEvent event) {
    return matcher().matches(event);
  }

  /** This filter, made ready to look at many events. */
  public WireMatcher matcher() {
    return new WireMatcher(this);
  }
}
