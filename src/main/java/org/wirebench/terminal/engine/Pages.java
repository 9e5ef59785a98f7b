package org.wirebench.terminal.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The records of the scrollback, the oldest first. The newest pages are in the heap, up to a limit,
 * the others in files. Which row is where is reckoned when somebody asks, and after that kept with
 * each page.
 *
 * <p>It throws for no disk: where a page cannot be put away it is dropped, with all before it;
 * where one cannot be read any more its lines are empty.
 */
final class Pages {
  /** How many pages are remembered that were looked at. */
  private static final int LOOKED_AT = 4;

  private final RecordWriter writer = new RecordWriter();
  private final RecordReader reader = new RecordReader();
  private final List<Page> pages = new ArrayList<>();
  private final Map<Page, PageLayout> layouts = new LinkedHashMap<>();
  private final Keeping keeping;
  private final @Nullable PageFiles files;
  private final Consumer<IOException> failed;
  private int columns;
  private long records;
  private long heap;

  /** How many of the first pages are in files. */
  private int filed;

  /** Whether the first rows of the pages are those at the present width. */
  private boolean laidOut = true;

  /** The row behind the last one, of all since rows have the present width. */
  private long endRow;

  private @Nullable Part part;
  private @Nullable Page partPage;
  private int partIndex;
  private int partVersion;

  /**
   * @param failed is told what goes wrong with the files
   */
  Pages(int columns, Keeping keeping, Consumer<IOException> failed) {
    this.columns = columns;
    this.keeping = keeping;
    this.files = keeping.files();
    this.failed = failed;
  }

  boolean isEmpty() {
    return pages.isEmpty();
  }

  long records() {
    return records;
  }

  /** What the records take of the heap, in bytes. */
  long heap() {
    return heap;
  }

  /** What they take of the disk, in bytes. */
  long onDisk() {
    return files == null ? 0 : files.size();
  }

  /** Adds a record, which begins at this column of this line. */
  void add(Text text, Clusters clusters, long line, int column) {
    writer.write(text, clusters);
    Page page = pages.isEmpty() ? null : pages.getLast();
    Records to = page == null ? null : page.records;
    if (page == null || to == null || !to.hasRoom(writer.size(), keeping.pageBytes())) {
      if (to != null) {
        heap -= to.heap();
        to.seal();
        heap += to.heap();
      }
      page = new Page(line, column);
      page.firstRow = endRow;
      to = Objects.requireNonNull(page.records);
      heap += to.heap();
      pages.add(page);
    }
    heap -= to.heap();
    page.add(to, writer, text);
    heap += to.heap();
    records++;
    endRow += laidOut ? text.rows(columns) : 0;
    while (heap > keeping.heap() && filed < pages.size() - 1) {
      putAway();
    }
  }

  private void putAway() {
    Page page = pages.get(filed);
    Records taken = Objects.requireNonNull(page.records);
    if (files == null) {
      removeFirstPages(filed + 1);
      return;
    }
    try {
      page.place = files.write(taken.block());
      page.records = null;
      heap -= taken.heap();
      filed++;
    } catch (IOException failure) {
      failed.accept(failure);
      removeFirstPages(filed + 1);
    }
  }

  private void removeFirstPages(int count) {
    for (int i = 0; i < count; i++) {
      Page page = pages.removeFirst();
      records -= page.count - page.dropped;
      forget(page);
    }
  }

  /** The page is not among the others any more. */
  private void forget(Page page) {
    layouts.remove(page);
    if (partPage == page) {
      partPage = null;
      part = null;
    }
    if (page.records != null) {
      heap -= page.records.heap();
    } else {
      filed--;
      free(page);
    }
  }

  private void free(Page page) {
    try {
      Objects.requireNonNull(files).free(Objects.requireNonNull(page.place));
    } catch (IOException failure) {
      failed.accept(failure);
    }
    page.place = null;
  }

  /** Drops the oldest record. */
  void dropFirst() {
    Page page = pages.getFirst();
    page.dropped++;
    records--;
    if (page.isEmpty()) {
      pages.removeFirst();
      forget(page);
    }
  }

  /** Takes back the last record, of which there is one; where in its line it begins. */
  int takeLast(Text into, Clusters clusters) {
    Page page = pages.getLast();
    Records from = inHeap(page);
    from.read(page.count - 1, reader, into, clusters);
    int column = page.lastColumn(from);
    page.removeLast(from);
    records--;
    endRow -= laidOut ? into.rows(columns) : 0;
    if (page.isEmpty()) {
      pages.removeLast();
      forget(page);
    }
    return column;
  }

  /** The line of the last record, if there is one, does not go on any more. */
  void endLast() {
    if (!pages.isEmpty()) {
      Page page = pages.getLast();
      page.endLast(inHeap(page));
    }
  }

  void clear() {
    removeFirstPages(pages.size());
  }

  /** The records of the last page, to be changed. */
  private Records inHeap(Page page) {
    Records now = page.records;
    if (now == null) {
      now = load(page);
      page.records = now;
      heap += now.heap();
      filed--;
      free(page);
    }
    return now;
  }

  private Records load(Page page) {
    if (page.records != null) {
      return page.records;
    }
    if (!page.lost) {
      try {
        byte[] block = Objects.requireNonNull(files).read(Objects.requireNonNull(page.place));
        return new Records(block, page.count);
      } catch (IOException failure) {
        lose(page, failure);
      }
    }
    return Records.lost(page.count, page.ended);
  }

  private void lose(Page page, IOException failure) {
    page.lose();
    laidOut = false;
    failed.accept(failure);
  }

  /** Rows are this wide from now on. */
  void resize(int width) {
    columns = width;
    laidOut = false;
  }

  private void layOut() {
    if (laidOut) {
      return;
    }
    endRow = 0;
    for (Page page : pages) {
      page.firstRow = endRow;
      endRow += rows(page);
    }
    laidOut = true;
  }

  private long rows(Page page) {
    if (page.longest <= columns) {
      return page.count;
    }
    if (page.records == null && !page.wide) {
      try {
        return Objects.requireNonNull(files)
            .rows(Objects.requireNonNull(page.place), page.count, columns);
      } catch (IOException failure) {
        lose(page, failure);
        return page.count;
      }
    }
    Records all = load(page);
    long rows = 0;
    for (int i = 0; i < page.count; i++) {
      rows += all.rows(i, columns, reader);
    }
    return rows;
  }

  private PageLayout layout(Page page) {
    PageLayout known = layouts.remove(page);
    if (known == null || !known.isOf(page, columns)) {
      known = new PageLayout(page, load(page), columns, reader);
    }
    layouts.put(page, known);
    if (layouts.size() > LOOKED_AT) {
      layouts.remove(layouts.keySet().iterator().next());
    }
    return known;
  }

  /** The first row that was not dropped, of all since rows have the present width. */
  private long frontRow() {
    layOut();
    if (pages.isEmpty()) {
      return endRow;
    }
    Page first = pages.getFirst();
    if (first.dropped == 0) {
      return first.firstRow;
    }
    int dropped = layout(first).row(first.dropped);
    layOut();
    return first.firstRow + dropped;
  }

  /** How many rows there are. */
  long rows() {
    long front = frontRow();
    return endRow - front;
  }

  /** Where the first record begins, of which there is one. */
  Position first() {
    Page page = pages.getFirst();
    PageLayout layout = layout(page);
    return new Position(page.firstLine + layout.line(page.dropped), layout.column(page.dropped));
  }

  /** The record that has a row, from 0; there must be one. */
  Part atRow(long row) {
    long front = frontRow();
    Page page = pages.get(last(each -> each.firstRow <= front + row));
    PageLayout layout = layout(page);
    return part(page, layout, layout.atRow(front + row - page.firstRow));
  }

  /** The record that has a place, or else the last before it, or the first; there must be one. */
  Part at(Position position) {
    Page page = pages.get(last(each -> each.beginsBefore(position)));
    PageLayout layout = layout(page);
    long line = position.line() - page.firstLine;
    return part(page, layout, layout.atPlace(line, position.column()));
  }

  private interface Test {
    boolean holds(Page page);
  }

  /**
   * The last page of those for which it holds, which are the first ones, but at least the first.
   */
  private int last(Test test) {
    int low = 0;
    int high = pages.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      boolean holds = test.holds(pages.get(middle));
      low = holds ? middle : low;
      high = holds ? high : middle - 1;
    }
    return low;
  }

  private Part part(Page page, PageLayout layout, int found) {
    int index = Math.clamp(found, page.dropped, page.count - 1);
    long front = frontRow();
    int firstRow = (int) Math.min(Scrollback.MOST_ROWS, page.firstRow + layout.row(index) - front);
    Part known = part;
    if (known == null
        || partPage != page
        || partIndex != index
        || partVersion != page.version
        || known.width() != columns) {
      Text text = new Text(layout.records.cells(index));
      Clusters clusters = new Clusters();
      layout.records.read(index, reader, text, clusters);
      Position begin = new Position(page.firstLine + layout.line(index), layout.column(index));
      int[] starts = Part.starts(text, columns);
      known = new Part(begin, text, clusters, firstRow, columns, starts);
    }
    known = known.withFirstRow(firstRow);
    part = known;
    partPage = page;
    partIndex = index;
    partVersion = page.version;
    return known;
  }

  /** Forgets the records and deletes the files. */
  void close() throws IOException {
    clear();
    if (files != null) {
      files.close();
    }
  }
}
