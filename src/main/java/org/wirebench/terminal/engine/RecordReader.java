package org.wirebench.terminal.engine;

import java.util.Arrays;

/** Reads lines that a {@link RecordWriter} wrote. */
final class RecordReader {
  private byte[] bytes = {};
  private int at;

  /** Reads the line that begins at {@code from}. */
  void read(byte[] page, int from, Text into, Clusters clusters) {
    bytes = page;
    at = from;
    int flags = page[at++];
    into.clear();
    into.goesOn = (flags & RecordWriter.GOES_ON) != 0;
    into.prompt = Prompt.ALL.get(flags >> RecordWriter.PROMPT_AT & 7);
    into.size = LineSize.ALL.get(flags >> RecordWriter.SIZE_AT & 3);
    int length = (int) number();
    into.reserve(length);
    if ((flags & RecordWriter.LATIN) != 0) {
      for (int i = 0; i < length; i++) {
        into.cells[i] = page[at++] & 0xff;
      }
    } else {
      characters(into, length, clusters);
    }
    into.length = length;
    runs(into.styles, length);
    Arrays.fill(into.extras, 0, length, 0);
    if ((flags & RecordWriter.EXTRAS) != 0) {
      runs(into.extras, length);
    }
  }

  /** How many rows the line takes that begins at {@code from}, as {@link Text#rows} says. */
  int rows(byte[] page, int from, int columns) {
    bytes = page;
    at = from;
    int flags = page[at++];
    int length = (int) number();
    if (columns == 1 || (flags & RecordWriter.LATIN) != 0) {
      return Math.max(1, (length + columns - 1) / columns);
    }
    int rows = 1;
    int end = columns;
    for (int cell = 0; cell < length; ) {
      boolean wide = skip();
      if (cell == end || (wide && cell + 1 == end && end < length)) {
        rows++;
        end = cell + columns;
      }
      cell += wide ? 2 : 1;
    }
    return rows;
  }

  /** Goes past a character; whether it is a wide one. */
  private boolean skip() {
    int head = (int) number();
    int kind = head & 3;
    if (kind >= RecordWriter.NARROW_CLUSTER) {
      for (int c = head >> 2; c > 0; c--) {
        long _ = number();
      }
    }
    return kind == RecordWriter.WIDE || kind == RecordWriter.WIDE_CLUSTER;
  }

  private long number() {
    long value = 0;
    int shift = 0;
    byte part;
    do {
      part = bytes[at++];
      value |= (part & 0x7fL) << shift;
      shift += 7;
    } while (part < 0);
    return value;
  }

  private void characters(Text into, int length, Clusters clusters) {
    int i = 0;
    while (i < length) {
      int head = (int) number();
      int kind = head & 3;
      boolean wide = kind == RecordWriter.WIDE || kind == RecordWriter.WIDE_CLUSTER;
      if (kind >= RecordWriter.NARROW_CLUSTER) {
        StringBuilder cluster = new StringBuilder();
        for (int c = head >> 2; c > 0; c--) {
          cluster.append((char) number());
        }
        into.cells[i++] = Cell.cluster(clusters.index(cluster.toString()), wide);
      } else {
        into.cells[i++] = Cell.of(head >> 2, wide);
      }
      if (wide && i < length) {
        into.cells[i++] = Cell.TAIL;
      }
    }
  }

  private void runs(long[] values, int length) {
    Arrays.fill(values, 0, length, 0);
    int from = 0;
    for (int count = (int) number(); count > 0; count = (int) number()) {
      Arrays.fill(values, from, from + count, number());
      from += count;
    }
  }
}
