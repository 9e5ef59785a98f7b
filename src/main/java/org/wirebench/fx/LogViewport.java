package org.wirebench.fx;

import java.util.function.LongUnaryOperator;

/**
 * Which part of the rows is on the screen. Rows may take several lines when they are wrapped; how
 * many is asked for those near the screen only.
 */
final class LogViewport {
  private final LongUnaryOperator lines;
  private long first;
  private long end;
  private int height = 1;
  private long topRow;
  private long topLine;
  private boolean following;

  /**
   * @param lines how many lines a row takes, at least 1
   */
  LogViewport(LongUnaryOperator lines) {
    this.lines = lines;
  }

  /** The rows that there are, and how many whole lines the screen has room for. */
  void range(long firstRow, long endRow, int linesOnScreen) {
    first = firstRow;
    end = Math.max(firstRow, endRow);
    height = Math.max(1, linesOnScreen);
    if (following) {
      moveToEnd();
    } else if (topRow < first) {
      topRow = first;
      topLine = 0;
    } else {
      clampToEnd();
    }
  }

  long first() {
    return first;
  }

  long end() {
    return end;
  }

  /** The first row on the screen. */
  long topRow() {
    return topRow;
  }

  /** The first line of that row on the screen. */
  int topLine() {
    return (int) topLine;
  }

  void follow(boolean now) {
    following = now;
    if (now) {
      moveToEnd();
    }
  }

  /** Shows {@code row} at the top, or as near to it as the end allows. */
  void show(long row) {
    topRow = Math.clamp(row, first, Math.max(first, end - 1));
    topLine = 0;
    clampToEnd();
  }

  /** Moves down by so many lines, or up where it is negative. */
  void scroll(long by) {
    long left = by;
    while (left < 0) {
      if (topLine >= -left) {
        topLine += left;
        return;
      }
      if (topRow <= first) {
        topLine = 0;
        return;
      }
      left += topLine + 1;
      topRow--;
      topLine = lines.applyAsLong(topRow) - 1;
    }
    while (left > 0 && topRow < end) {
      long rest = lines.applyAsLong(topRow) - 1 - topLine;
      if (rest >= left) {
        topLine += left;
        break;
      }
      left -= rest + 1;
      topRow++;
      topLine = 0;
    }
    clampToEnd();
  }

  /** Moves just as far as it takes to have a line of a row on the screen. */
  void reveal(long row, int line) {
    if (row < topRow || (row == topRow && line < topLine)) {
      topRow = row;
      topLine = line;
      return;
    }
    long below = -topLine;
    for (long at = topRow; at < row; at++) {
      below += lines.applyAsLong(at);
      if (below > 4L * height) {
        topRow = row;
        topLine = line;
        scroll(-(height / 2));
        return;
      }
    }
    long over = below + line - height + 1;
    if (over > 0) {
      scroll(over);
    }
  }

  /** Whether the last line is on the screen. */
  boolean isAtEnd() {
    long left = (long) height + topLine;
    for (long row = topRow; row < end; row++) {
      left -= lines.applyAsLong(row);
      if (left < 0) {
        return false;
      }
    }
    return true;
  }

  private void clampToEnd() {
    long row = topRow;
    long line = topLine;
    if (topRow >= end - height) {
      moveToEnd();
      boolean wasBefore = row < topRow || (row == topRow && line < topLine);
      if (wasBefore) {
        topRow = row;
        topLine = line;
      }
    }
    if (topRow < end) {
      topLine = Math.clamp(topLine, 0, lines.applyAsLong(topRow) - 1);
    }
  }

  private void moveToEnd() {
    topRow = end;
    topLine = 0;
    long left = height;
    while (left > 0 && topRow > first) {
      topRow--;
      long has = lines.applyAsLong(topRow);
      topLine = Math.max(0, has - left);
      left -= has;
    }
  }
}
