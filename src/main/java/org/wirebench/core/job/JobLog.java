package org.wirebench.core.job;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** The last lines that a job wrote about itself. */
public final class JobLog {
  /** How many lines are kept; older ones are dropped and counted. */
  public static final int LIMIT = 1000;

  private final ArrayDeque<Line> lines = new ArrayDeque<>();
  private long dropped;

  /** One line and when it was written. */
  public record Line(Instant time, String text) {}

  synchronized void add(Instant time, String text) {
    if (lines.size() == LIMIT) {
      lines.removeFirst();
      dropped++;
    }
    lines.addLast(new Line(time, text));
  }

  /** The lines, oldest first. */
  public synchronized List<Line> lines() {
    return new ArrayList<>(lines);
  }

  /** How many lines were dropped before the first one kept. */
  public synchronized long dropped() {
    return dropped;
  }
}
