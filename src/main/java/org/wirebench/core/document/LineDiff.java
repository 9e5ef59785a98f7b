package org.wirebench.core.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shortest way from one list of numbers to another (Myers, "An O(ND) Difference Algorithm and
 * Its Variations", 1986), as long as that is short.
 */
final class LineDiff {
  /** So many removals and additions are looked for; what they cost grows with the square. */
  static final int MOST_EDITS = 2000;

  private final long[] left;
  private final long[] right;

  /** A stretch that both have. */
  record Same(int left, int right, int length) {}

  LineDiff(long[] left, long[] right) {
    this.left = left;
    this.right = right;
  }

  /** The stretches that are the same, in order; null where there are too many edits. */
  @Nullable List<Same> find() {
    int most = Math.min(MOST_EDITS, left.length + right.length);
    List<int[]> trace = new ArrayList<>();
    int[] reach = new int[2 * most + 3];
    int middle = most + 1;
    for (int edits = 0; edits <= most; edits++) {
      for (int k = -edits; k <= edits; k += 2) {
        boolean down = k == -edits || (k != edits && reach[middle + k - 1] < reach[middle + k + 1]);
        int x = down ? reach[middle + k + 1] : reach[middle + k - 1] + 1;
        int y = x - k;
        while (x < left.length && y < right.length && left[x] == right[y]) {
          x++;
          y++;
        }
        reach[middle + k] = x;
        if (x >= left.length && y >= right.length) {
          return back(trace, k);
        }
      }
      trace.add(Arrays.copyOfRange(reach, middle - edits, middle + edits + 1));
    }
    return null;
  }

  /** Goes the way back; {@code trace} has how far each diagonal reached after each edit. */
  private List<Same> back(List<int[]> trace, int lastDiagonal) {
    List<Same> same = new ArrayList<>();
    int x = left.length;
    int y = right.length;
    int k = lastDiagonal;
    for (int edits = trace.size(); edits > 0; edits--) {
      int[] reach = trace.get(edits - 1);
      int from = edits - 1;
      boolean down = k == -edits || (k != edits && at(reach, from, k - 1) < at(reach, from, k + 1));
      int previous = down ? k + 1 : k - 1;
      int startX = at(reach, from, previous) + (down ? 0 : 1);
      add(same, startX, startX - k, x - startX);
      x = at(reach, from, previous);
      y = x - previous;
      k = previous;
    }
    add(same, 0, y - x, x);
    Collections.reverse(same);
    return same;
  }

  private static int at(int[] reach, int edits, int k) {
    // Diagonals beyond those are never taken: one further out was reached by no edit.
    return k < -edits || k > edits ? -1 : reach[k + edits];
  }

  private static void add(List<Same> same, int x, int y, int length) {
    if (length > 0) {
      same.add(new Same(x, y, length));
    }
  }
}
