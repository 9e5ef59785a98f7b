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

/**
 * Connections of HTTP/1.1 that wait for their next request (RFC 9112 section 9.3). Safe for use by
 * any thread.
 */
final class ConnectionPool implements AutoCloseable {
  /** How long a connection is kept that nobody uses; servers often keep them longer. */
  static final Duration LONGEST_IDLE = Duration.ofSeconds(30);

  private final JobClock clock;
  private final int most;
  private final Map<Way, Deque<Http1Connection>> idle = new HashMap<>();
  private JobClock.@Nullable Timer timer;
  private boolean closed;

  /**
   * @param most how many are kept for one way
   */
  ConnectionPool(JobClock clock, int most) {
    this.clock = clock;
    this.most = most;
  }

  /** The connection of this way that was used last. */
  synchronized Optional<Http1Connection> take(Way way) {
    Deque<Http1Connection> waiting = idle.get(way);
    if (waiting == null) {
      return Optional.empty();
    }
    Http1Connection last = waiting.pollLast();
    if (waiting.isEmpty()) {
      idle.remove(way);
    }
    return Optional.ofNullable(last);
  }

  /** Keeps a connection for the next request, or closes it where there are enough. */
  void keep(Way way, Http1Connection connection) {
    Http1Connection tooMany = put(way, connection);
    if (tooMany != null) {
      tooMany.connection().abort();
    }
  }

  private synchronized @Nullable Http1Connection put(Way way, Http1Connection connection) {
    if (closed) {
      return connection;
    }
    connection.idleSince(clock.nanos());
    Deque<Http1Connection> waiting = idle.computeIfAbsent(way, _ -> new ArrayDeque<>());
    waiting.addLast(connection);
    if (timer == null) {
      timer = clock.schedule(LONGEST_IDLE, this::prune);
    }
    return waiting.size() > most ? waiting.pollFirst() : null;
  }

  private void prune() {
    List<Http1Connection> old = new ArrayList<>();
    synchronized (this) {
      long limit = clock.nanos() - LONGEST_IDLE.toNanos();
      for (Deque<Http1Connection> waiting : idle.values()) {
        while (!waiting.isEmpty() && waiting.peekFirst().idleSince() - limit <= 0) {
          old.add(waiting.removeFirst());
        }
      }
      idle.values().removeIf(Deque::isEmpty);
      timer = idle.isEmpty() || closed ? null : clock.schedule(LONGEST_IDLE, this::prune);
    }
    old.forEach(one -> one.connection().abort());
  }

  /** Closes all that wait; those that are given back from now on are closed too. */
  @Override
  public void close() {
    List<Http1Connection> all = new ArrayList<>();
    synchronized (this) {
      closed = true;
      idle.values().forEach(all::addAll);
      idle.clear();
      if (timer != null) {
        timer.cancel();
        timer = null;
      }
    }
    all.forEach(one -> one.connection().abort());
  }
}
