package org.wirebench.tool.http.lab;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The routes of the user, which may be replaced while servers answer by them. Safe for use by any
 * thread.
 */
public final class MockBook {
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile List<Line> lines = List.of();

  /** A route, ready to answer. */
  private record Line(
      MockRoute route, PathPattern pattern, MockTemplate body, AtomicLong counter) {}

  /**
   * A call that a route of the user answers.
   *
   * @param names what the names of its path stand for
   * @param count the how manieth it is, from 1
   */
  record Hit(MockRoute route, MockTemplate body, Map<String, String> names, long count) {}

  /** The routes, in the order in which they are tried. */
  public List<MockRoute> routes() {
    return lines.stream().map(Line::route).toList();
  }

  /**
   * Answers by these routes from now on. One whose method and path are those of a route that was
   * there before goes on counting.
   */
  public synchronized void replace(List<MockRoute> routes) {
    Map<String, Deque<Line>> before = new HashMap<>();
    for (Line line : lines) {
      before.computeIfAbsent(key(line.route()), _ -> new ArrayDeque<>()).add(line);
    }
    List<Line> fresh = new ArrayList<>();
    for (MockRoute route : routes) {
      fresh.add(line(route, before.getOrDefault(key(route), new ArrayDeque<>()).poll()));
    }
    lines = List.copyOf(fresh);
  }

  /** What has not changed need not be read again: somebody types, and bodies may be long. */
  private static Line line(MockRoute route, @Nullable Line before) {
    if (before != null && before.route().equals(route)) {
      return before;
    }
    return new Line(
        route,
        PathPattern.parse(route.path()),
        MockTemplate.parse(route.body()),
        before == null ? new AtomicLong() : before.counter());
  }

  private static String key(MockRoute route) {
    return route.method() + " " + route.path();
  }

  /** How many calls each of the {@linkplain #routes routes} has answered. */
  public List<Long> hits() {
    return lines.stream().map(line -> line.counter().get()).toList();
  }

  /** Has {@code counted} run whenever a route answers: on any thread, so it must not block. */
  public void addListener(Runnable counted) {
    listeners.add(counted);
  }

  public void removeListener(Runnable counted) {
    listeners.remove(counted);
  }

  /** The first route that answers such a call, and counts it. */
  Optional<Hit> hit(String method, List<String> path) {
    for (Line line : lines) {
      Optional<Map<String, String>> names =
          line.route().answers(method) ? line.pattern().match(path) : Optional.empty();
      if (names.isPresent()) {
        long count = line.counter().incrementAndGet();
        listeners.forEach(Runnable::run);
        return Optional.of(new Hit(line.route(), line.body(), names.get(), count));
      }
    }
    return Optional.empty();
  }
}
