package org.wirebench.core.transcript;

import java.util.ArrayList;
import java.util.List;

/**
 * Bytes as they are shown in one row: a text that is safe to show, which parts of it stand for
 * something that is not text, and where each byte is. Immutable.
 */
public final class Shown {
  private final String text;
  private final List<Part> dim;
  private final List<Column> columns;

  /**
   * A part of the text.
   *
   * @param from index of its first char
   * @param to index behind its last char
   */
  public record Part(int from, int to) {}

  /** Where each byte is: from and to, in chars. */
  static final class Column {
    private final int[] from;
    private final int[] to;

    Column(int bytes) {
      from = new int[bytes];
      to = new int[bytes];
    }

    void put(int index, int start, int end) {
      from[index] = start;
      to[index] = end;
    }
  }

  Shown(String text, List<Part> dim, List<Column> columns) {
    this.text = text;
    this.dim = List.copyOf(dim);
    this.columns = List.copyOf(columns);
  }

  /** What is shown. */
  public String text() {
    return text;
  }

  /** What was put in the place of something else, or says only where something is; in order. */
  public List<Part> dim() {
    return dim;
  }

  /**
   * Where some of the bytes are shown: once for each column, in order.
   *
   * @param from the first byte, at least 0
   * @param to behind the last byte; more than there are is all
   */
  public List<Part> parts(int from, int to) {
    List<Part> parts = new ArrayList<>(columns.size());
    for (Column column : columns) {
      int last = Math.min(to, column.to.length) - 1;
      if (from <= last) {
        parts.add(new Part(column.from[from], column.to[last]));
      }
    }
    return parts;
  }
}
