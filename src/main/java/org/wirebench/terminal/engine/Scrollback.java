package org.wirebench.terminal.engine;

import java.io.IOException;

/**
 * The lines that left the screen at its top, up to a limit, the oldest first. A line is kept as the
 * program wrote it and not as rows, so that another width costs next to nothing; one that is very
 * long is kept as several records.
 */
final class Scrollback implements Screen.Above {
  /** From how many cells on a line goes on in another record. */
  static final int LONGEST_RECORD = 4096;

  /** How many rows can be looked at: room for those of the screen is left. */
  static final int MOST_ROWS = 1 << 30;

  /** How many cells a line has at the most; what is longer is more lines. */
  private static final int LONGEST_LINE = 1 << 30;

  private final Clusters clusters;
  private final Pages pages;
  private final Text open = new Text();
  private int limit;
  private int columns;
  private boolean isOpen;

  /** The number of the line that comes next, or goes on. */
  private long line;

  /** How many cells of that line are in records already. */
  private int column;

  /**
   * @param limit how many records are kept at the most
   * @param pages where they are kept
   */
  Scrollback(int limit, int columns, Clusters clusters, Pages pages) {
    this.limit = limit;
    this.columns = columns;
    this.clusters = clusters;
    this.pages = pages;
  }

  /** How many rows there are, with those of a line that still goes on. */
  int rows() {
    return endedRows() + (isOpen ? open.rows(columns) : 0);
  }

  /** How many rows there are without those of a line that still goes on. */
  int endedRows() {
    return (int) Math.min(MOST_ROWS, pages.rows());
  }

  /** Where that begins which is not in a record yet: the open line, or the screen. */
  Position end() {
    return new Position(line, column);
  }

  /** The part of the last line that still goes on in the first row of the screen. */
  Text open() {
    return open;
  }

  Pages pages() {
    return pages;
  }

  @Override
  public void add(Line row) {
    if (limit == 0) {
      pass(row.used(), row.wraps);
      return;
    }
    if (!isOpen) {
      open.clear();
    }
    open.add(row);
    isOpen = row.wraps;
    open.goesOn = isOpen;
    if (!isOpen || open.length >= LONGEST_RECORD) {
      isOpen = false;
      record();
    }
  }

  /** Whether the last line goes on in the first row of the screen. */
  boolean isOpen() {
    return isOpen;
  }

  @Override
  public void endLine() {
    if (isOpen) {
      isOpen = false;
      open.goesOn = false;
      record();
    } else if (column > 0) {
      pages.endLast();
      line++;
      column = 0;
    }
  }

  private void record() {
    open.goesOn &= column < LONGEST_LINE;
    pages.add(open, clusters, line, column);
    pass(open.length, open.goesOn);
    while (pages.records() > limit) {
      pages.dropFirst();
    }
  }

  /** So many cells more of the line are above what comes next. */
  private void pass(int cells, boolean goesOn) {
    boolean same = goesOn && column < LONGEST_LINE;
    column = same ? column + cells : 0;
    line += same ? 0 : 1;
  }

  /** Takes back the last line, or the last record of it; false when there is none. */
  boolean takeLast(Text into) {
    if (isOpen) {
      into.clear();
      into.prompt = open.prompt;
      into.size = open.size;
      into.add(open);
      isOpen = false;
      return true;
    }
    if (pages.isEmpty()) {
      return false;
    }
    column = pages.takeLast(into, clusters);
    line -= into.goesOn ? 0 : 1;
    return true;
  }

  /** Rows are this wide from now on. */
  void resize(int width) {
    if (width != columns) {
      columns = width;
      pages.resize(width);
    }
  }

  /** Forgets everything, but not how many lines there were. */
  void clear() {
    pages.clear();
    if (isOpen) {
      pass(open.length, true);
    }
    isOpen = false;
  }

  /** The line that still goes on has clusters by their indexes, while others have them as text. */
  void keepClusters() {
    if (isOpen) {
      clusters.keep(open.cells, open.length);
    }
  }

  /** The part that has a row, from 0; there must be one. */
  Part part(int row) {
    int ended = endedRows();
    if (row < ended) {
      return pages.atRow(row);
    }
    // When a file was lost a moment ago, there are fewer rows than whoever asks knows.
    Text last = isOpen ? open : new Text(0);
    return new Part(end(), last, clusters, ended, columns, Part.starts(last, columns));
  }

  /** Forgets everything, deletes the files, and keeps nothing from now on. */
  void close() throws IOException {
    limit = 0;
    clear();
    pages.close();
  }
}
