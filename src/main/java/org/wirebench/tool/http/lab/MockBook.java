package org.wirebench.tool.http.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The routes of the user, which may be replaced while servers answer by them. Safe for use by any
 * thread.
 */
public final class MockBook {
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

  /** Answers by these routes from now on; one that was there before goes on counting. */
  public synchronized void replace(List<MockRoute> routes) {
    List<Line> fresh = new ArrayList<>();
    for (MockRoute route : routes) {
      fresh.add(
          new Line(
              route,
              PathPattern.parse(route.path()),
              MockTemplate.parse(route.body()),
              line(route).map(Line::counter).orElseGet(AtomicLong::new)));
    }
    lines = List.copyOf(fresh);
  }

  /** How many calls a route has answered; 0 where it is not among them. */
  public long hits(MockRoute route) {
    return line(route).map(line -> line.counter().get()).orElse(0L);
  }

  private Optional<Line> line(MockRoute route) {
    return lines.stream().filter(line -> line.route().equals(route)).findFirst();
  }

  /** The first route that answers such a call, and counts it. */
  Optional<Hit> hit(String method, List<String> path) {
    for (Line line : lines) {
      Optional<Map<String, String>> names =
          line.route().answers(method) ? line.pattern().match(path) : Optional.empty();
      if (names.isPresent()) {
        return Optional.of(
            new Hit(line.route(), line.body(), names.get(), line.counter().incrementAndGet()));
      }
    }
    return Optional.empty();
  }
}
