package org.wirebench.core.wire;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which events of the wire log are wanted: those that every part agrees to. Immutable.
 *
 * @param tool the id of a tool, or empty for all
 * @param connection the id of a connection, or null for all
 * @param direction a direction, or null for all
 * @param text a text that the payload contains, in any case, or empty for all
 * @param bytes bytes that the payload contains, or none for all
 */
// The array is copied on its way in and out, and compared by what is in it.
@SuppressWarnings("ArrayRecordComponent")
public record WireFilter(
    String tool,
    @Nullable Long connection,
    @Nullable Direction direction,
    String text,
    byte[] bytes) {
  /** Every event. */
  public static final WireFilter ALL = new WireFilter("", null, null, "", new byte[0]);

  public WireFilter {
    bytes = bytes.clone();
  }

  /** A copy. */
  @Override
  public byte[] bytes() {
    return bytes.clone();
  }

  /** This filter for one tool. */
  public WireFilter withTool(String one) {
    return new WireFilter(one, connection, direction, text, bytes);
  }

  /** This filter for one connection. */
  public WireFilter withConnection(@Nullable Long one) {
    return new WireFilter(tool, one, direction, text, bytes);
  }

  /** This filter for one direction. */
  public WireFilter withDirection(@Nullable Direction one) {
    return new WireFilter(tool, connection, one, text, bytes);
  }

  /** This filter for a text. */
  public WireFilter withText(String one) {
    return new WireFilter(tool, connection, direction, one, bytes);
  }

  /** This filter for some bytes. */
  public WireFilter withBytes(byte[] some) {
    return new WireFilter(tool, connection, direction, text, some);
  }

  /** Whether one event is wanted. For many, {@link #matcher()} is made once. */
  public boolean matches(WireEvent event) {
    return matcher().matches(event);
  }

  /** This filter, made ready to look at many events. */
  public WireMatcher matcher() {
    return new WireMatcher(this);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WireFilter that
        && tool.equals(that.tool)
        && Objects.equals(connection, that.connection)
        && direction == that.direction
        && text.equals(that.text)
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Objects.hash(tool, connection, direction, text, Arrays.hashCode(bytes));
  }
}
