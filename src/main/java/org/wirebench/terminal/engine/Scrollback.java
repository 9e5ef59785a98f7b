package org.wirebench.terminal.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * The lines that left the screen at its top, up to a limit, the oldest first. A line is kept as the
 * program wrote it and not as rows, so that another width costs next to nothing.
 */
final class Scrollback implements Screen.Above {
  /** How many cells one line has at the most; what is longer is more lines. */
  private static final int LONGEST_LINE = 4096;

  private final Clusters clusters;
  private final RecordWriter writer = new RecordWriter();
  private final RecordReader reader = new RecordReader();
  private final List<Page> pages = new ArrayList<>();
  private final Text open = new Text();
  private final Text scratch = new Text();
  private final int limit;
  private int columns;
  private boolean isOpen;
  private int lines;
  private int rows;
  private long heap;

  /** How many rows were ever given up: the number of the first that is kept. */
  private long gone;

  /**
   * @param limit how many lines are kept at the most
   */
  Scrollback(int limit, int columns, Clusters clusters) {
    this.limit = limit;
    this.columns = columns;
    this.clusters = clusters;
  }

  /** How many rows there are, with those of a line that still goes on. */
  int rows() {
    return rows + (isOpen ? open.rows(columns) : 0);
  }

  /** The number of the first row, of all that there ever were. */
  long first() {
    return gone;
  }

  @Override
  public void add(Line line) {
    if (limit == 0) {
      return;
    }
    if (!isOpen) {
      open.clear();
    }
    open.add(line);
    isOpen = line.wraps;
    open.goesOn = isOpen;
    if (!isOpen || open.length >= LONGEST_LINE) {
      isOpen = false;
      add(open);
    }
  }

  /** Whether the last line goes on in the first row of the screen. */
  boolean isOpen() {
    return isOpen;
  }

  @Override
  public void close() {
    if (isOpen) {
      isOpen = false;
      open.goesOn = false;
      add(open);
    }
  }

  private void add(Text text) {
    writer.write(text, clusters);
    Page page = pages.isEmpty() ? null : pages.getLast();
    if (page == null || !page.hasRoom(writer.size())) {
      if (page != null) {
        heap -= page.heap();
        page.seal();
        heap += page.heap();
      }
      page = new Page();
      heap += page.heap();
      pages.add(page);
    }
    heap -= page.heap();
    int taken = text.rows(columns);
    page.add(writer.bytes(), writer.size(), text.length, hasWide(text), taken);
    heap += page.heap();
    lines++;
    rows += taken;
    while (lines > limit) {
      dropFirst();
    }
  }

  private static boolean hasWide(Text text) {
    int all = 0;
    for (int i = 0; i < text.length; i++) {
      all |= text.cells[i];
    }
    return Cell.isWide(all);
  }

  private void dropFirst() {
    Page page = pages.getFirst();
    int taken = page.rows(0, columns, reader, scratch, clusters);
    page.dropFirst(taken);
    lines--;
    rows -= taken;
    gone += taken;
    if (page.count() == 0) {
      heap -= page.heap();
      pages.removeFirst();
    }
  }

  /** Takes back the last line; false when there is none. */
  boolean takeLast(Text into) {
    if (isOpen) {
      into.clear();
      into.prompt = open.prompt;
      into.size = open.size;
      into.add(open);
      isOpen = false;
      return true;
    }
    if (lines == 0) {
      return false;
    }
    Page page = pages.getLast();
    int last = page.count() - 1;
    page.read(last, reader, into, clusters);
    int taken = into.rows(columns);
    page.dropLast(taken);
    lines--;
    rows -= taken;
    if (page.count() == 0) {
      heap -= page.heap();
      pages.removeLast();
    }
    return true;
  }

  /** Rows are this wide from now on. */
  void resize(int width) {
    columns = width;
    rows = 0;
    for (Page page : pages) {
      int taken = 0;
      for (int line = 0; line < page.count(); line++) {
        taken += page.rows(line, columns, reader, scratch, clusters);
      }
      page.setRows(taken);
      rows += taken;
    }
  }

  /** Forgets everything. */
  void clear() {
    gone += rows();
    pages.clear();
    heap = 0;
    lines = 0;
    rows = 0;
    isOpen = false;
  }

  /** The line that still goes on has clusters by their indexes, while others have them as text. */
  void keepClusters() {
    if (isOpen) {
      clusters.keep(open.cells, open.length);
    }
  }

  /** What the lines take of the heap, in bytes. */
  long heap() {
    return heap;
  }

  /** Reads a row, from 0. */
  void read(int row, Line into) {
    int rest = row;
    for (Page page : pages) {
      if (rest < page.rows()) {
        read(page, rest, into);
        return;
      }
      rest -= page.rows();
    }
    copy(open, rest, into);
  }

  private void read(Page page, int row, Line into) {
    int rest = row;
    int line = 0;
    int taken = page.rows(line, columns, reader, scratch, clusters);
    while (rest >= taken) {
      rest -= taken;
      line++;
      taken = page.rows(line, columns, reader, scratch, clusters);
    }
    page.read(line, reader, scratch, clusters);
    copy(scratch, rest, into);
  }

  private void copy(Text text, int row, Line into) {
    int from = text.rowStart(row, columns);
    text.copy(from, text.rowEnd(from, columns), into);
  }
}
