package org.wirebench.terminal.engine;

import java.util.Arrays;

/**
 * Writes a line as bytes: a letter of Latin-1 takes one, and a style is written once for all cells
 * that have it. {@link RecordReader} reads them.
 */
final class RecordWriter {
  static final int LATIN = 1;
  static final int GOES_ON = 2;
  static final int EXTRAS = 4;
  static final int PROMPT_AT = 3;
  static final int SIZE_AT = 6;
  private static final int LATIN_END = 0x100;

  static final int NARROW = 0;
  static final int WIDE = 1;
  static final int NARROW_CLUSTER = 2;
  static final int WIDE_CLUSTER = 3;

  private byte[] bytes = new byte[1024];
  private int at;

  /** What was written. */
  byte[] bytes() {
    return bytes;
  }

  /** How many bytes were written. */
  int size() {
    return at;
  }

  private void put(int value) {
    if (at == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
    bytes[at++] = (byte) value;
  }

  private void number(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      put((int) ((rest & 0x7f) | 0x80));
      rest >>>= 7;
    }
    put((int) rest);
  }

  private static boolean isLatin(Text text) {
    int all = 0;
    for (int i = 0; i < text.length; i++) {
      all |= text.cells[i];
    }
    return all < LATIN_END;
  }

  private static boolean hasExtras(Text text) {
    for (int i = 0; i < text.length; i++) {
      if (text.extras[i] != 0) {
        return true;
      }
    }
    return false;
  }

  /** Writes a line in place of what was written before. */
  void write(Text text, Clusters clusters) {
    at = 0;
    boolean latin = isLatin(text);
    boolean extras = hasExtras(text);
    put(
        (latin ? LATIN : 0)
            | (text.goesOn ? GOES_ON : 0)
            | (extras ? EXTRAS : 0)
            | text.prompt.number << PROMPT_AT
            | text.size.number << SIZE_AT);
    number(text.length);
    if (latin) {
      for (int i = 0; i < text.length; i++) {
        put(text.cells[i]);
      }
    } else {
      characters(text, clusters);
    }
    runs(text.styles, text.length);
    if (extras) {
      runs(text.extras, text.length);
    }
  }

  private void characters(Text text, Clusters clusters) {
    for (int i = 0; i < text.length; i++) {
      int cell = text.cells[i];
      int wide = Cell.isWide(cell) ? WIDE : NARROW;
      if (Cell.isCluster(cell)) {
        String cluster = clusters.text(Cell.value(cell));
        number((long) cluster.length() << 2 | NARROW_CLUSTER + wide);
        for (int c = 0; c < cluster.length(); c++) {
          number(cluster.charAt(c));
        }
      } else if (cell != Cell.TAIL) {
        number((long) Cell.value(cell) << 2 | wide);
      } else if (i == 0 || !Cell.isWide(text.cells[i - 1])) {
        number(NARROW);
      }
    }
  }

  /** Values that are the same for many cells; where all are 0, no run at all. */
  private void runs(long[] values, int length) {
    int from = 0;
    while (from < length) {
      int to = from + 1;
      while (to < length && values[to] == values[from]) {
        to++;
      }
      if (from == 0 && to == length && values[0] == 0) {
        break;
      }
      number(to - from);
      number(values[from]);
      from = to;
    }
    number(0);
  }
}
