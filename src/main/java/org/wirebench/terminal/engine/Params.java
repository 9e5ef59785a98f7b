package org.wirebench.terminal.engine;

/**
 * The parameters of a control sequence (ECMA-48 section 5.4): numbers with {@code ;} between them,
 * each of which may have parts of its own behind {@code :}. What is more than there is room for is
 * left out.
 */
final class Params {
  /** How many numbers are kept. */
  static final int MOST = 64;

  /** A larger number is this one. */
  static final int LARGEST = 0xffff_ffff >>> 1;

  private static final int OMITTED = -1;

  private final int[] values = new int[MOST];
  private long parts;
  private int count;
  private boolean full;

  void clear() {
    values[0] = OMITTED;
    count = 1;
    parts = 0;
    full = false;
  }

  void digit(int digit) {
    if (full) {
      return;
    }
    int before = Math.max(0, values[count - 1]);
    values[count - 1] = before > (LARGEST - digit) / 10 ? LARGEST : before * 10 + digit;
  }

  /** The next number comes. */
  void separator() {
    next();
  }

  /** The next number comes, and is a part of the one before. */
  void partSeparator() {
    next();
    if (!full) {
      parts |= 1L << (count - 1);
    }
  }

  private void next() {
    if (count == MOST) {
      full = true;
      return;
    }
    values[count] = OMITTED;
    count++;
  }

  /** How many numbers there are, the parts of others too; one at least, which may be omitted. */
  int count() {
    return count;
  }

  /** Whether the number at {@code index} is a part of the one before. */
  boolean isPart(int index) {
    return index < count && (parts >>> index & 1) != 0;
  }

  /** Whether a number stands at {@code index}. */
  boolean isGiven(int index) {
    return index < count && values[index] != OMITTED;
  }

  /** The number at {@code index}, or {@code otherwise} where there is none. */
  int get(int index, int otherwise) {
    return isGiven(index) ? values[index] : otherwise;
  }

  /** The number at {@code index}, where 0 and nothing both mean {@code otherwise}. */
  int positive(int index, int otherwise) {
    int value = get(index, 0);
    return value == 0 ? otherwise : value;
  }
}
