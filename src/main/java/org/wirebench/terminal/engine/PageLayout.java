package org.wirebench.terminal.engine;

import java.util.Arrays;

/** Where the records of a page stand: their lines, and their rows at one width. */
final class PageLayout {
  final Records records;
  private final int version;
  private final int width;

  /** The row of each record, counted from that of the page, and the end of the last. */
  private final int[] rows;

  /** The line of each record, counted from that of the page. */
  private final int[] lines;

  /** Where in its line each record begins. */
  private final int[] columns;

  PageLayout(Page page, Records records, int width, RecordReader reader) {
    this.records = records;
    this.version = page.version;
    this.width = width;
    rows = new int[page.count + 1];
    lines = new int[page.count];
    columns = new int[page.count];
    int line = 0;
    int column = page.firstColumn;
    for (int i = 0; i < page.count; i++) {
      lines[i] = line;
      columns[i] = column;
      rows[i + 1] = rows[i] + records.rows(i, width, reader);
      boolean goesOn = records.goesOn(i);
      line += goesOn ? 0 : 1;
      column = goesOn ? column + records.cells(i) : 0;
    }
  }

  /** Whether it is still that of the page at this width. */
  boolean isOf(Page page, int columnsNow) {
    return version == page.version && width == columnsNow;
  }

  /** The row of a record, counted from that of the page. */
  int row(int index) {
    return rows[index];
  }

  int line(int index) {
    return lines[index];
  }

  int column(int index) {
    return columns[index];
  }

  /** The record that has a row. */
  int atRow(long row) {
    int found = Arrays.binarySearch(rows, (int) row);
    return found >= 0 ? found : -found - 2;
  }

  /** The record that has a place of a line, or the last one before it. */
  int atPlace(long line, int column) {
    int low = 0;
    int high = lines.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      boolean before = lines[middle] < line || (lines[middle] == line && columns[middle] <= column);
      low = before ? middle : low;
      high = before ? high : middle - 1;
    }
    return low;
  }
}
