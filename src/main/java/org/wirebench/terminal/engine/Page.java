package org.wirebench.terminal.engine;

import java.util.Arrays;

/** Lines as bytes, one behind the other. */
final class Page {
  /** How many bytes it has room for, unless a single line takes more. */
  static final int BYTES = 64 * 1024;

  private static final int FIRST_LINES = 64;
  private static final int FIRST_BYTES = 8 * 1024;

  private byte[] bytes = new byte[FIRST_BYTES];
  private int size;
  private int[] ends = new int[FIRST_LINES];

  /** How many cells each line has; negative (and one less) where some are wide. */
  private int[] lengths = new int[FIRST_LINES];

  private int count;

  /** How many lines of the beginning are given up. */
  private int dropped;

  /** How many rows the others take. */
  private int rows;

  int count() {
    return count - dropped;
  }

  int rows() {
    return rows;
  }

  int size() {
    return size;
  }

  boolean hasRoom(int more) {
    return count == 0 || size + more <= BYTES;
  }

  /** What it takes of the heap, in bytes. */
  int heap() {
    return bytes.length + 4 * (ends.length + lengths.length);
  }

  void add(byte[] record, int length, int cells, boolean wide, int rowsOfIt) {
    if (size + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + length, Math.min(BYTES, 2 * bytes.length)));
    }
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, 2 * count);
      lengths = Arrays.copyOf(lengths, 2 * count);
    }
    System.arraycopy(record, 0, bytes, size, length);
    size += length;
    ends[count] = size;
    lengths[count] = wide ? -cells - 1 : cells;
    count++;
    rows += rowsOfIt;
  }

  /** No more lines come: takes no more room than it needs. */
  void seal() {
    bytes = Arrays.copyOf(bytes, size);
    ends = Arrays.copyOf(ends, count);
    lengths = Arrays.copyOf(lengths, count);
  }

  private int start(int line) {
    return line == 0 ? 0 : ends[line - 1];
  }

  /** Reads a line of those that are left. */
  void read(int line, RecordReader reader, Text into, Clusters clusters) {
    reader.read(bytes, start(dropped + line), into, clusters);
  }

  /** How many rows a line takes; {@code scratch} is used where it has to be looked at. */
  int rows(int line, int columns, RecordReader reader, Text scratch, Clusters clusters) {
    int length = lengths[dropped + line];
    if (length >= 0) {
      return Math.max(1, (length + columns - 1) / columns);
    }
    read(line, reader, scratch, clusters);
    return scratch.rows(columns);
  }

  void setRows(int now) {
    rows = now;
  }

  void dropFirst(int rowsOfIt) {
    dropped++;
    rows -= rowsOfIt;
  }

  void dropLast(int rowsOfIt) {
    count--;
    size = start(count);
    rows -= rowsOfIt;
  }
}
