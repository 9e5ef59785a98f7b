package org.wirebench.shell;

import java.io.IOException;
import org.wirebench.core.wire.WireEvent;
import org.wirebench.core.wire.WireLog;

/**
 * How fast bytes go out and come in, from the wire log. Of very many events only the newest are
 * looked at and stand for the others, so that a flood is not read twice.
 */
final class TrafficMeter {
  private static final long SAMPLE = 20_000;

  private final WireLog log;
  private long next;
  private long nanos;
  private long out;
  private long in;

  /**
   * A speed, in bytes a second.
   *
   * @param idle whether nothing was recorded since the last look
   */
  record Rates(double out, double in, boolean idle) {}

  TrafficMeter(WireLog log) {
    this.log = log;
    this.next = log.end();
    this.nanos = log.nanos();
  }

  /** The speed since the last look. */
  Rates measure() throws IOException {
    long end = log.end();
    long now = log.nanos();
    double seconds = Math.max(1e-3, (now - nanos) / 1e9);
    long from = Math.max(Math.max(next, log.first()), end - SAMPLE);
    out = 0;
    in = 0;
    if (from < end) {
      log.forEach(from, end, this::count);
    }
    double share = from < end ? (double) (end - next) / (end - from) : 1;
    boolean idle = end == next;
    next = end;
    nanos = now;
    return new Rates(out * share / seconds, in * share / seconds, idle);
  }

  private void count(WireEvent event) {
    switch (event.direction()) {
      case OUT -> out += event.payload().length;
      case IN -> in += event.payload().length;
      case EVENT, FAILURE -> {
        // Not bytes of the connection.
      }
    }
  }
}
