package org.wirebench.terminal.engine;

/**
 * What a cell holds, as one number: a character, the index of a cluster of several, or the right
 * half of the wide one before it. 0 is a cell that nothing was written to.
 */
final class Cell {
  static final int EMPTY = 0;

  /** The right half of a wide character. */
  static final int TAIL = 1 << 28;

  private static final int CLUSTER = 1 << 29;
  private static final int WIDE = 1 << 30;
  private static final int VALUE = (1 << 28) - 1;

  private Cell() {}

  static int of(int codePoint, boolean wide) {
    return wide ? codePoint | WIDE : codePoint;
  }

  static int cluster(int index, boolean wide) {
    return CLUSTER | index | (wide ? WIDE : 0);
  }

  static boolean isWide(int cell) {
    return (cell & WIDE) != 0;
  }

  static boolean isCluster(int cell) {
    return (cell & CLUSTER) != 0;
  }

  /** The character, or the index of the cluster. */
  static int value(int cell) {
    return cell & VALUE;
  }

  /** What it shows: nothing for a right half, a space for a cell that nothing was written to. */
  static String text(int cell, Clusters clusters) {
    if (cell == TAIL) {
      return "";
    }
    if (cell == EMPTY) {
      return " ";
    }
    return isCluster(cell) ? clusters.text(value(cell)) : Character.toString(value(cell));
  }
}
