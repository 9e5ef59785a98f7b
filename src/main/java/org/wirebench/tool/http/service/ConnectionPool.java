package org.wirebench.tool.http.service;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.JobClock;
import org.wirebench.core.job.JobContext;

/**
 * Connections that wait for their next request (RFC 9112 section 9.3). Safe for use by any thread.
 */
final class ConnectionPool implements KeptLines {
  /** How long a connection is kept that nobody uses; servers often keep them longer. */
  static final Duration LONGEST_IDLE = Duration.ofSeconds(30);

  private final JobClock clock;
  private final int most;
  private final Map<Way, Deque<Idle>> idle = new HashMap<>();
  private JobClock.@Nullable Timer timer;
  private boolean closed;

  /** A connection and since when it is not used, on the clock of the jobs. */
  private record Idle(Line line, long since) {}

  /**
   * @param most how many are kept for one way
   */
  ConnectionPool(JobClock clock, int most) {
    this.clock = clock;
    this.most = most;
  }

  /** The connection of this way that was used last. */
  @Override
  public synchronized Optional<Line> take(Way way) {
    Deque<Idle> waiting = idle.get(way);
    if (waiting == null) {
      return Optional.empty();
    }
    Idle last = waiting.pollLast();
    if (waiting.isEmpty()) {
      idle.remove(way);
    }
    return Optional.ofNullable(last).map(Idle::line);
  }

  @Override
  public boolean isStale(Line line) {
    return true;
  }

  /** Keeps a connection for the next request, or closes it where there are enough. */
  @Override
  public void keep(Way way, Line connection) {
    // The next that uses it may be of another job than the one that opened it.
    connection.connection().release();
    Line tooMany = put(way, connection);
    if (tooMany != null) {
      tooMany.connection().abort();
    }
  }

  @Override
  public JobContext.Registration guard(Line line, JobContext context) {
    return context.closeOnCancel(line.connection()::abort);
  }

  private synchronized @Nullable Line put(Way way, Line connection) {
    if (closed) {
      return connection;
    }
    Deque<Idle> waiting = idle.computeIfAbsent(way, _ -> new ArrayDeque<>());
    waiting.addLast(new Idle(connection, clock.nanos()));
    if (timer == null) {
      timer = clock.schedule(LONGEST_IDLE, this::prune);
    }
    return waiting.size() > most ? waiting.removeFirst().line() : null;
  }

  private void prune() {
    List<Idle> old = new ArrayList<>();
    synchronized (this) {
      long limit = clock.nanos() - LONGEST_IDLE.toNanos();
      for (Deque<Idle> waiting : idle.values()) {
        while (!waiting.isEmpty() && waiting.peekFirst().since() - limit <= 0) {
          old.add(waiting.removeFirst());
        }
      }
      idle.values().removeIf(Deque::isEmpty);
      timer = idle.isEmpty() || closed ? null : clock.schedule(LONGEST_IDLE, this::prune);
    }
    old.forEach(one -> one.line().connection().abort());
  }

  /** Closes all that wait; those that are given back from now on are closed too. */
  @Override
  public void close() {
    List<Idle> all = new ArrayList<>();
    synchronized (this) {
      closed = true;
      idle.values().forEach(all::addAll);
      idle.clear();
      if (timer != null) {
        timer.cancel();
        timer = null;
      }
    }
    all.forEach(one -> one.line().connection().abort());
  }
}
