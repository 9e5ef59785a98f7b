package org.wirebench.terminal.engine;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Lines, or parts of long ones, as bytes one behind the other. */
final class Records {
  private static final int FIRST_RECORDS = 64;
  private static final int FIRST_BYTES = 8 * 1024;

  /** In a head beside the number of cells: some of these take two columns. */
  private static final int WIDE = 1 << 30;

  /** In a head: the next record is of the same line. */
  private static final int GOES_ON = 1 << 29;

  private static final int CELLS = GOES_ON - 1;

  private byte[] bytes;
  private int size;
  private int[] ends;
  private int[] heads;
  private int count;

  Records() {
    bytes = new byte[FIRST_BYTES];
    ends = new int[FIRST_RECORDS];
    heads = new int[FIRST_RECORDS];
  }

  /** The first {@code count} records of what {@link #block} gave. */
  Records(byte[] block, int count) {
    ByteBuffer in = ByteBuffer.wrap(block);
    heads = heads(block, count);
    ends = new int[count];
    in.position(count * Integer.BYTES).asIntBuffer().get(ends);
    bytes = Arrays.copyOfRange(block, 2 * count * Integer.BYTES, block.length);
    size = bytes.length;
    this.count = count;
  }

  /**
   * Empty lines in place of those that cannot be read any more.
   *
   * @param ended how many of them end a line; the others go on
   */
  static Records lost(int count, int ended) {
    Text text = new Text();
    RecordWriter writer = new RecordWriter();
    Records lost = new Records();
    for (int i = 0; i < count; i++) {
      text.goesOn = i < count - ended;
      writer.write(text, new Clusters());
      lost.add(writer, text, false);
    }
    return lost;
  }

  private static int[] heads(byte[] block, int count) {
    int[] heads = new int[count];
    ByteBuffer.wrap(block).asIntBuffer().get(heads);
    return heads;
  }

  /** All of it as bytes, for a file. */
  byte[] block() {
    ByteBuffer out = ByteBuffer.allocate(headBytes(count) + count * Integer.BYTES + size);
    out.asIntBuffer().put(heads, 0, count).put(ends, 0, count);
    return out.put(headBytes(count) + count * Integer.BYTES, bytes, 0, size).array();
  }

  /** How much of the beginning of a block is enough for {@link #rows(byte[], int, int)}. */
  static int headBytes(int count) {
    return count * Integer.BYTES;
  }

  /** How many rows the records of a block take, none of which has wide characters. */
  static long rows(byte[] block, int count, int columns) {
    long rows = 0;
    for (int head : heads(block, count)) {
      rows += rowsOf(head & CELLS, columns);
    }
    return rows;
  }

  private static int rowsOf(int cells, int columns) {
    return Math.max(1, (cells + columns - 1) / columns);
  }

  int count() {
    return count;
  }

  /** Whether they stay below {@code most} bytes with so many more; a first one always does. */
  boolean hasRoom(int more, int most) {
    return count == 0 || size + more <= most;
  }

  /** What it takes of the heap, in bytes. */
  int heap() {
    return bytes.length + 4 * (ends.length + heads.length);
  }

  /** Adds what was written last. */
  void add(RecordWriter written, Text text, boolean wide) {
    int length = written.size();
    if (size + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + length, 2 * bytes.length));
    }
    if (count == ends.length) {
      int room = Math.max(FIRST_RECORDS, 2 * count);
      ends = Arrays.copyOf(ends, room);
      heads = Arrays.copyOf(heads, room);
    }
    System.arraycopy(written.bytes(), 0, bytes, size, length);
    size += length;
    ends[count] = size;
    heads[count] = text.length | (wide ? WIDE : 0) | (text.goesOn ? GOES_ON : 0);
    count++;
  }

  void removeLast() {
    count--;
    size = start(count);
  }

  /** The line of the last record does not go on any more. */
  void endLast() {
    heads[count - 1] &= ~GOES_ON;
    bytes[start(count - 1)] &= ~RecordWriter.GOES_ON;
  }

  /** No more records come: takes no more room than it needs. */
  void seal() {
    bytes = Arrays.copyOf(bytes, size);
    ends = Arrays.copyOf(ends, count);
    heads = Arrays.copyOf(heads, count);
  }

  private int start(int index) {
    return index == 0 ? 0 : ends[index - 1];
  }

  int cells(int index) {
    return heads[index] & CELLS;
  }

  /** Whether the next record is of the same line. */
  boolean goesOn(int index) {
    return (heads[index] & GOES_ON) != 0;
  }

  /** Reads a record; clusters get indexes in {@code clusters}. */
  void read(int index, RecordReader reader, Text into, Clusters clusters) {
    reader.read(bytes, start(index), into, clusters);
  }

  /** How many rows a record takes. */
  int rows(int index, int columns, RecordReader reader) {
    return (heads[index] & WIDE) == 0
        ? rowsOf(cells(index), columns)
        : reader.rows(bytes, start(index), columns);
  }
}
