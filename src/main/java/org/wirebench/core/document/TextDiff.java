package org.wirebench.core.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.wirebench.core.document.LineDiff.Same;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.job.Progress;

/**
 * How the lines of two documents differ: rows that both have, that only the left one has, and that
 * only the right one has. Immutable once made. JSON is better compared as {@link JsonRows#write}
 * writes it.
 */
public final class TextDiff {
  /** How many lines of each document are compared at most. */
  public static final int MOST_LINES = 1_000_000;

  private static final int BLOCK = 32;
  private static final int REPORT = 4096;
  private static final long PRIME = 0x100000001b3L;
  private static final long BASIS = 0xcbf29ce484222325L;

  private final List<Stretch> stretches = new ArrayList<>();
  private final long[] left;
  private final long[] right;
  private final boolean cut;
  private boolean coarse;
  private long removed;
  private long added;

  /** Whose a row is. */
  public enum Kind {
    SAME,
    REMOVED,
    ADDED
  }

  /**
   * A row of the comparison.
   *
   * @param left the row of the left document; -1 where it has none
   * @param right the row of the right document; -1 where it has none
   */
  public record Row(Kind kind, long left, long right) {}

  /** Rows of one kind that follow each other, the first of them number {@code at}. */
  private record Stretch(long at, Kind kind, int left, int right, int length) {}

  private TextDiff(long[] left, long[] right, boolean cut) {
    this.left = left;
    this.right = right;
    this.cut = cut;
  }

  /**
   * Compares; in a job.
   *
   * @throws IOException when a document cannot be read
   */
  public static TextDiff of(RawRows left, RawRows right, JobContext context) throws IOException {
    boolean cut = left.size() > MOST_LINES || right.size() > MOST_LINES;
    long[] leftLines = lines(left, context);
    TextDiff diff = new TextDiff(leftLines, lines(right, context), cut);
    context.checkCancelled();
    diff.compare();
    return diff;
  }

  private static long[] lines(RawRows rows, JobContext context) throws IOException {
    long[] lines = new long[(int) Math.min(rows.size(), MOST_LINES)];
    for (int i = 0; i < lines.length; i++) {
      long hash = BASIS;
      for (byte one : rows.bytes(i)) {
        hash = (hash ^ one) * PRIME;
      }
      lines[i] = hash ^ (hash >>> 29);
      if (i % REPORT == 0) {
        context.checkCancelled();
        context.progress(i, lines.length, Progress.Unit.ITEMS);
      }
    }
    return lines;
  }

  private void compare() {
    int head = 0;
    int most = Math.min(left.length, right.length);
    while (head < most && left[head] == right[head]) {
      head++;
    }
    int tail = 0;
    while (tail < most - head && left[left.length - 1 - tail] == right[right.length - 1 - tail]) {
      tail++;
    }
    same(0, 0, head);
    between(head, left.length - tail, head, right.length - tail, true);
    same(left.length - tail, right.length - tail, tail);
  }

  /** Compares what is between two places; by blocks of lines where there are too many edits. */
  private void between(int left0, int left1, int right0, int right1, boolean byBlocks) {
    long[] some = Arrays.copyOfRange(left, left0, left1);
    long[] others = Arrays.copyOfRange(right, right0, right1);
    List<Same> found = new LineDiff(some, others).find();
    if (found != null) {
      int x = 0;
      int y = 0;
      for (Same one : found) {
        different(left0 + x, left0 + one.left(), right0 + y, right0 + one.right());
        same(left0 + one.left(), right0 + one.right(), one.length());
        x = one.left() + one.length();
        y = one.right() + one.length();
      }
      different(left0 + x, left1, right0 + y, right1);
      return;
    }
    coarse = true;
    if (byBlocks) {
      byBlocks(new Blocks(some, left0), new Blocks(others, right0));
    } else {
      different(left0, left1, right0, right1);
    }
  }

  private void byBlocks(Blocks lefts, Blocks rights) {
    List<Same> found = new LineDiff(lefts.hashes(), rights.hashes()).find();
    int x = 0;
    int y = 0;
    for (Same one : found == null ? List.<Same>of() : found) {
      between(
          lefts.start(x),
          lefts.start(one.left()),
          rights.start(y),
          rights.start(one.right()),
          false);
      x = one.left() + one.length();
      y = one.right() + one.length();
      int length = lefts.start(x) - lefts.start(one.left());
      same(lefts.start(one.left()), rights.start(one.right()), length);
    }
    between(lefts.start(x), lefts.end(), rights.start(y), rights.end(), false);
  }

  /** Lines in blocks that end where the line itself says so: what is put in moves no other end. */
  private static final class Blocks {
    private final List<Integer> starts = new ArrayList<>();
    private final List<Long> hashes = new ArrayList<>();
    private final int first;

    Blocks(long[] lines, int first) {
      this.first = first;
      long hash = BASIS;
      int start = 0;
      for (int i = 0; i < lines.length; i++) {
        hash = (hash ^ lines[i]) * PRIME;
        if (Math.floorMod(lines[i], BLOCK) == 0 || i == lines.length - 1) {
          starts.add(start);
          hashes.add(hash);
          start = i + 1;
          hash = BASIS;
        }
      }
      starts.add(lines.length);
    }

    long[] hashes() {
      return hashes.stream().mapToLong(Long::longValue).toArray();
    }

    int start(int block) {
      return first + starts.get(block);
    }

    int end() {
      return first + starts.getLast();
    }
  }

  private void same(int leftAt, int rightAt, int length) {
    add(Kind.SAME, leftAt, rightAt, length);
  }

  private void different(int left0, int left1, int right0, int right1) {
    add(Kind.REMOVED, left0, -1, left1 - left0);
    add(Kind.ADDED, -1, right0, right1 - right0);
    removed += left1 - left0;
    added += right1 - right0;
  }

  private void add(Kind kind, int leftAt, int rightAt, int length) {
    if (length > 0) {
      stretches.add(new Stretch(size(), kind, leftAt, rightAt, length));
    }
  }

  /** How many rows there are. */
  public long size() {
    return stretches.isEmpty() ? 0 : stretches.getLast().at() + stretches.getLast().length();
  }

  /** One row, from 0 to {@link #size()} - 1. */
  public Row row(long index) {
    long wanted = Objects.checkIndex(index, size());
    int low = 0;
    int high = stretches.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (stretches.get(middle).at() <= wanted) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    Stretch in = stretches.get(low);
    long within = wanted - in.at();
    return new Row(
        in.kind(),
        in.left() < 0 ? -1 : in.left() + within,
        in.right() < 0 ? -1 : in.right() + within);
  }

  /** How many rows only the left one has. */
  public long removed() {
    return removed;
  }

  /** How many rows only the right one has. */
  public long added() {
    return added;
  }

  /** Whether there are so many differences that some rows count as different which both have. */
  public boolean isCoarse() {
    return coarse;
  }

  /** Whether only the first {@value #MOST_LINES} lines were compared. */
  public boolean isCut() {
    return cut;
  }
}
