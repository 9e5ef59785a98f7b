package org.wirebench.terminal.engine;

import org.jspecify.annotations.Nullable;

/**
 * Records of the scrollback that are kept together, in the heap or in a file, and what must be
 * known of them without reading them.
 */
final class Page {
  /** The line of the first record. */
  final long firstLine;

  /** Where in that line the first record begins. */
  final int firstColumn;

  /** The row of the first record, of all since rows have the present width. */
  long firstRow;

  /** Its records while they are in the heap. */
  @Nullable Records records = new Records();

  /** Where they are in a file otherwise. */
  PageFiles.@Nullable Place place;

  /** How many records there are, those that were dropped included. */
  int count;

  /** How many of the first records were dropped. */
  int dropped;

  /** How many records end a line. */
  int ended;

  /** No record has more cells. */
  int longest;

  /** Whether some record may have wide characters. */
  boolean wide;

  /** Whether the file cannot be read any more: all records are empty. */
  boolean lost;

  /** Counts the changes. */
  int version;

  Page(long firstLine, int firstColumn) {
    this.firstLine = firstLine;
    this.firstColumn = firstColumn;
  }

  boolean isEmpty() {
    return count == dropped;
  }

  /** Whether a place is in this page or behind it. */
  boolean beginsBefore(Position position) {
    return firstLine < position.line()
        || (firstLine == position.line() && firstColumn <= position.column());
  }

  void add(Records to, RecordWriter written, Text text) {
    boolean hasWide = text.hasWide();
    to.add(written, text, hasWide);
    count++;
    ended += text.goesOn ? 0 : 1;
    longest = Math.max(longest, text.length);
    wide |= hasWide;
    version++;
  }

  void removeLast(Records from) {
    ended -= from.goesOn(count - 1) ? 0 : 1;
    from.removeLast();
    count--;
    version++;
  }

  void endLast(Records in) {
    if (in.goesOn(count - 1)) {
      in.endLast();
      ended++;
      version++;
    }
  }

  void lose() {
    lost = true;
    longest = 0;
    wide = false;
    version++;
  }

  /** Where in its line the last record begins. */
  int lastColumn(Records in) {
    int column = 0;
    int index = count - 1;
    while (index > 0 && in.goesOn(index - 1)) {
      index--;
      column += in.cells(index);
    }
    return index == 0 ? firstColumn + column : column;
  }
}
