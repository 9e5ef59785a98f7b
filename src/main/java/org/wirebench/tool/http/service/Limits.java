package org.wirebench.tool.http.service;

import java.time.Duration;
import java.util.Optional;
import org.wirebench.core.net.NetDefaults;
import org.wirebench.core.net.Phase;
import org.wirebench.tool.http.request.Options;

/**
 * How long a run may take.
 *
 * @param connect to make a connection
 * @param idle without a byte of the answer
 * @param total for all of it, but for the time in which the user signs in
 * @param begin when it began, on the clock of the jobs
 */
record Limits(Duration connect, Duration idle, Optional<Duration> total, long begin) {
  static Limits of(Options.Timeouts asked, NetDefaults defaults, long begin) {
    return new Limits(
        asked.connect().orElse(defaults.connectTimeout()),
        asked.idle().orElse(defaults.replyTimeout()),
        asked.total(),
        begin);
  }

  /** The same for what begins at another time. */
  Limits from(long other) {
    return new Limits(connect, idle, total, other);
  }

  /** What is longer is as good as for ever: 146 years, so that it can be added to. */
  private static final long LONGEST = Long.MAX_VALUE / 2;

  /** How much is left at {@code now}; zero or less when the time is up. */
  Duration left(long now) {
    return total.map(all -> all.minusNanos(now - begin)).orElse(Duration.ofNanos(LONGEST));
  }

  /**
   * How much is left of whatever ends first, in nanoseconds; zero when the time is up.
   *
   * @param seen when the last sign of life came
   */
  long left(long now, long seen) {
    long silent = nanos(idle) - (now - seen);
    long all = total.isPresent() ? nanos(total.get()) - (now - begin) : LONGEST;
    return Math.max(0, Math.min(silent, all));
  }

  private static long nanos(Duration time) {
    return time.compareTo(Duration.ofNanos(LONGEST)) < 0 ? time.toNanos() : LONGEST;
  }

  /**
   * How long connecting may take at {@code now}.
   *
   * @throws HttpException when the time is up already
   */
  Duration connect(long now) throws HttpException {
    Duration left = left(now);
    if (!left.isPositive()) {
      throw HttpException.late(total.orElseThrow());
    }
    return left.compareTo(connect) < 0 ? left : connect;
  }

  /** Which of them was exceeded. */
  HttpException exceeded(long now, Optional<Phase> in) {
    return left(now).isPositive()
        ? HttpException.silent(idle, in)
        : HttpException.late(total.orElseThrow());
  }
}
