package org.wirebench.core.bytes;

/** Where up to {@value #LINES} lines that follow each other begin and end. */
final class LineBlock {
  static final int LINES = 256;

  private final long[] starts = new long[LINES + 1];
  private final byte[] breaks = new byte[LINES];
  private final boolean firstBegins;
  private int count;

  /**
   * @param start where the first line begins
   * @param firstBegins whether it is the beginning of a line, and not a later piece
   */
  LineBlock(long start, boolean firstBegins) {
    this.starts[0] = start;
    this.firstBegins = firstBegins;
  }

  int count() {
    return count;
  }

  boolean isFull() {
    return count == LINES;
  }

  /** Where the line after the last one begins. */
  long end() {
    return starts[count];
  }

  /** Whether the line after the last one is the beginning of a line. */
  boolean endBegins() {
    return count == 0 ? firstBegins : breaks[count - 1] > 0;
  }

  /**
   * Adds those lines whose end can be seen.
   *
   * @param start where in the array the byte at {@link #end()} is
   * @return where in the array it is then
   */
  int scan(byte[] bytes, int start, int to, int limit) {
    int from = start;
    while (count < LINES) {
      int next = pieceEnd(bytes, from, to, limit);
      if (next < 0) {
        break;
      }
      breaks[count] = breakLength(bytes, from, next);
      starts[count + 1] = starts[count] + next - from;
      count++;
      from = next;
    }
    return from;
  }

  /** Where the piece that begins at {@code from} ends, or -1 when that cannot be told yet. */
  private static int pieceEnd(byte[] bytes, int from, int to, int limit) {
    int longest = Math.min(to, from + limit + 2);
    int at = from;
    while (at < longest && bytes[at] != '\n') {
      at++;
    }
    if (at < longest) {
      boolean fits = at - from <= limit || bytes[at - 1] == '\r';
      return fits ? at + 1 : cut(bytes, from, limit);
    }
    return to - from < limit + 2 ? -1 : cut(bytes, from, limit);
  }

  /** Before a character of UTF-8, not inside of one. */
  private static int cut(byte[] bytes, int from, int limit) {
    int end = from + limit;
    for (int at = end; at > end - 4; at--) {
      if ((bytes[at] & 0xc0) != 0x80) {
        return at;
      }
    }
    return end;
  }

  private static byte breakLength(byte[] bytes, int from, int next) {
    if (bytes[next - 1] != '\n') {
      return 0;
    }
    return (byte) (next - 2 >= from && bytes[next - 2] == '\r' ? 2 : 1);
  }

  /** The line at {@code index}, which is number {@code number} of all. */
  LineIndex.Line line(int index, long number) {
    long next = starts[index + 1];
    boolean begins = index == 0 ? firstBegins : breaks[index - 1] > 0;
    return new LineIndex.Line(number, starts[index], next - breaks[index], next, begins);
  }

  /** Which of the lines has the byte, which is before {@link #end()}. */
  int indexOf(long offset) {
    int low = 0;
    int high = count - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (starts[middle] <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
