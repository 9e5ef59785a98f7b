package org.wirebench.core.wire;

import java.nio.charset.StandardCharsets;
import org.wirebench.core.bytes.Escapes;

/**
 * One event of the wire log.
 *
 * @param sequence its number, from 0, without gaps in the log
 * @param nanos nanoseconds since the log began, never less than that of the event before
 * @param connection what it belongs to
 * @param direction which way it went
 * @param kind what it is
 * @param payload the bytes, or a text in UTF-8 where it is {@linkplain Direction#isNews news}; the
 *     array belongs to whoever asked for the event
 */
// The array is compared by identity, but nobody compares events: they have numbers.
@SuppressWarnings("ArrayRecordComponent")
public record WireEvent(
    long sequence,
    long nanos,
    WireConnection connection,
    Direction direction,
    WireKind kind,
    byte[] payload) {

  /** The payload as text in UTF-8, safe to show, on one line. Meant for news, not for data. */
  public String text() {
    return Escapes.display(new String(payload, StandardCharsets.UTF_8));
  }
}
