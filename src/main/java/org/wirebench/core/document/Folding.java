package org.wirebench.core.document;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.wirebench.core.document.Outline.Shape;

/**
 * Which rows of a tree are shown. Containers are folded from a level on, and those that somebody
 * folded or unfolded besides; only the latter need the heap. Safe for use by any thread.
 *
 * <p>Rows have two numbers: that in the document, here "row", and that on the screen, "index". The
 * first time that a level is used, all rows are read once, which takes a second for fifty million:
 * on the thread of a job.
 */
public final class Folding {
  /** Nothing is folded. */
  private static final int ALL = Integer.MAX_VALUE;

  /** Nothing is shown. */
  private static final int NOTHING = -1;

  private final Outline outline;
  private final Map<Integer, LevelCounts> counts = new HashMap<>();
  private final NavigableMap<Long, Boolean> chosen = new TreeMap<>();
  private int level = ALL;
  private List<Stretch> stretches = List.of(new Stretch(0, ALL, 0));
  private long laidOut;

  /**
   * Rows that are shown by the same rule, up to where the next stretch begins.
   *
   * @param from the first row
   * @param rule from which depth on containers are folded; all or nothing
   * @param before how many rows before it are shown
   */
  private record Stretch(long from, int rule, long before) {}

  /** A container whose rows follow a rule of their own. */
  private record Inside(long end, int rule) {}

  Folding(Outline outline) {
    this.outline = outline;
  }

  /** How many rows are shown. */
  public synchronized long size() throws IOException {
    layOutAgain();
    Stretch last = stretches.getLast();
    return last.before() + count(last.rule(), last.from(), outline.size());
  }

  /** The row that is shown as number {@code index}; the number of all rows if there are fewer. */
  public synchronized long row(long index) throws IOException {
    layOutAgain();
    Stretch stretch = stretches.get(lastBefore(index, Stretch::before));
    long within = index - stretch.before();
    if (stretch.rule() == ALL) {
      return Math.min(outline.size(), stretch.from() + within);
    }
    if (stretch.rule() == NOTHING) {
      return outline.size();
    }
    LevelCounts level = counts(stretch.rule());
    return level.row(level.before(stretch.from()) + within);
  }

  /** As what a row is shown; for one that is hidden that of the folded row which hides it. */
  public synchronized long index(long row) throws IOException {
    layOutAgain();
    Stretch stretch = stretches.get(lastBefore(row, Stretch::from));
    long shown = count(stretch.rule(), stretch.from(), Math.min(row + 1, outline.size()));
    return Math.max(0, stretch.before() + shown - 1);
  }

  private interface Place {
    long of(Stretch stretch);
  }

  /** The last stretch that is not behind {@code wanted}. */
  private int lastBefore(long wanted, Place place) {
    int low = 0;
    int high = stretches.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (place.of(stretches.get(middle)) <= wanted) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** Whether a container is folded. */
  public synchronized boolean isFolded(long row) throws IOException {
    Outline.Entry entry = outline.get(row);
    return entry.shape() == Shape.OPEN
        && chosen.getOrDefault(row, entry.depth() >= level).booleanValue();
  }

  /** Folds a container, or unfolds it; nothing for a row that is none. */
  public synchronized void fold(long row, boolean folded) throws IOException {
    Outline.Entry entry = outline.get(row);
    if (entry.shape() != Shape.OPEN) {
      return;
    }
    if (folded == entry.depth() >= level) {
      chosen.remove(row);
    } else {
      chosen.put(row, folded);
    }
    layOut();
  }

  /** Folds all containers that are in {@code depth} others or more, and no other; 0 folds all. */
  public synchronized void foldFrom(int depth) throws IOException {
    level = depth;
    chosen.clear();
    layOut();
  }

  /** Unfolds everything. */
  public synchronized void unfoldAll() throws IOException {
    foldFrom(ALL);
  }

  /** Unfolds what hides a row. */
  public synchronized void reveal(long row) throws IOException {
    for (long at = outline.parent(row); at >= 0; at = outline.parent(at)) {
      if (isFolded(at)) {
        fold(at, false);
      }
    }
  }

  /** A container may have become longer since it was folded. */
  private void layOutAgain() throws IOException {
    if (!chosen.isEmpty() && laidOut != outline.size()) {
      layOut();
    }
  }

  private void layOut() throws IOException {
    laidOut = outline.size();
    List<Stretch> made = new ArrayList<>();
    made.add(new Stretch(0, level, 0));
    Deque<Inside> inside = new ArrayDeque<>();
    for (Map.Entry<Long, Boolean> choice : chosen.entrySet()) {
      long row = choice.getKey();
      leave(made, inside, row);
      int rule = rule(inside);
      int depth = outline.get(row).depth();
      if (depth <= rule) {
        int inner = choice.getValue() ? NOTHING : depth + 1;
        inside.push(new Inside(outline.end(row) + 1, inner));
        begin(made, row + 1, inner);
      }
    }
    leave(made, inside, Long.MAX_VALUE);
    stretches = List.copyOf(made);
  }

  private int rule(Deque<Inside> inside) {
    return inside.isEmpty() ? level : inside.element().rule();
  }

  private void leave(List<Stretch> made, Deque<Inside> inside, long row) throws IOException {
    while (!inside.isEmpty() && inside.element().end() <= row) {
      long end = inside.pop().end();
      begin(made, end, rule(inside));
    }
  }

  private void begin(List<Stretch> made, long row, int rule) throws IOException {
    Stretch last = made.getLast();
    long before = last.before() + count(last.rule(), last.from(), row);
    if (last.from() == row) {
      made.removeLast();
    }
    made.add(new Stretch(row, rule, before));
  }

  private long count(int rule, long from, long to) throws IOException {
    if (rule == NOTHING || to <= from) {
      return 0;
    }
    return rule == ALL ? to - from : counts(rule).before(to) - counts(rule).before(from);
  }

  private LevelCounts counts(int depth) {
    return counts.computeIfAbsent(depth, some -> new LevelCounts(outline, some));
  }
}
