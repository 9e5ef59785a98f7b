package org.wirebench.tool.http.service;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.text.Messages;

/**
 * The connection of one who asks the same thing again and again. It is shared with nobody, so that
 * those who ask at once do not wait for each other. What passes over it first is recorded, the rest
 * is not: it is the same, and very much. For one thread at a time, but for closing.
 */
final class Seat implements KeptLines {
  /** How many exchanges of each connection are on record. */
  static final int RECORDED = 20;

  private static final Duration MOMENT = Duration.ofMillis(100);
  private static final Messages TEXT = Messages.of(Seat.class);
  private static final JobContext.Registration NOTHING = () -> {};

  private final JobClock clock;
  private @Nullable Line line;
  private @Nullable JobContext guarding;
  private @Nullable Line guarded;
  private long since;
  private int carried;
  private boolean closed;

  Seat(JobClock clock) {
    this.clock = clock;
  }

  /** The one connection; what is asked never leads another way. */
  @Override
  public synchronized Optional<Line> take(Way way) {
    Line waiting = line;
    line = null;
    if (waiting == null) {
      return Optional.empty();
    }
    if (clock.nanos() - since > ConnectionPool.LONGEST_IDLE.toNanos()) {
      waiting.connection().abort();
      return Optional.empty();
    }
    return Optional.of(waiting);
  }

  /** Looking takes time; what was just used is as it was, most likely. */
  @Override
  public synchronized boolean isStale(Line used) {
    return clock.nanos() - since > MOMENT.toNanos();
  }

  @Override
  public synchronized void keep(Way way, Line used) {
    if (closed) {
      used.connection().abort();
      return;
    }
    if (line != null) {
      // It refused a request, which another was made for.
      line.connection().abort();
    }
    line = used;
    since = clock.nanos();
    if (++carried == RECORDED) {
      used.connection().tap().rest(TEXT.get("seat.rest", RECORDED));
    }
  }

  /** Asked once for each connection, since that takes a lock that all share. */
  @Override
  public JobContext.Registration guard(Line used, JobContext context) {
    if (!used.isUsed()) {
      // Whatever is opened is closed when the job that opened it is cancelled.
      guarding = context;
      guarded = used;
      carried = 0;
    }
    return used == guarded && context.equals(guarding)
        ? NOTHING
        : context.closeOnCancel(used.connection()::abort);
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (line != null) {
      line.connection().abort();
      line = null;
    }
  }
}
