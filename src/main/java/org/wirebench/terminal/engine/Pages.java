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
 * <p>It throws for no disk: where a page cannot be put away it is dropped, with all before it.
 */
final class Pages {
  /** How many pages are remembered that were looked at. */
  private static final int LOOKED_AT = 4;

  private final RecordWriter writer = new RecordWriter();
  private final RecordReader reader = new RecordReader();
  private final List<Page> pages = new ArrayList<>();
  private final Map<Page, PageLayout> layouts = new LinkedHashMap<>();
  private final Keeping keeping;
  private final PageStore store;
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
    this.store = new PageStore(keeping.files(), failure -> lost(failure, failed));
  }

  private void lost(IOException failure, Consumer<IOException> failed) {
    laidOut = false;
    failed.accept(failure);
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
    return store.size();
  }

  /** Adds a record, which begins at this column of this line. */
  void add(Text text, Clusters clusters, long line, int column) {
    writer.write(text, clusters);
    Page page = pageFor(writer.size(), line, column);
    Records to = Objects.requireNonNull(page.records);
    heap -= to.heap();
    page.add(to, writer, text);
    heap += to.heap();
    records++;
    endRow += laidOut ? text.rows(columns) : 0;
    while (heap > keeping.heap() && filed < pages.size() - 1) {
      putAway();
    }
  }

  /** The last page, or a new one where that has no room for so many bytes more. */
  private Page pageFor(int more, long line, int column) {
    Page last = pages.isEmpty() ? null : pages.getLast();
    Records full = last == null ? null : last.records;
    if (last != null && full != null) {
      if (full.hasRoom(more, keeping.pageBytes())) {
        return last;
      }
      heap -= full.heap();
      full.seal();
      heap += full.heap();
    }
    Page page = new Page(line, column);
    page.firstRow = endRow;
    heap += Objects.requireNonNull(page.records).heap();
    pages.add(page);
    return page;
  }

  private void putAway() {
    Page page = pages.get(filed);
    Records taken = Objects.requireNonNull(page.records);
    if (store.putAway(page)) {
      heap -= taken.heap();
      filed++;
    } else {
      removeFirstPages(filed + 1);
    }
  }

  private void removeFirstPages(int count) {
    List<Page> removed = pages.subList(0, count);
    for (Page page : removed) {
      records -= page.count - page.dropped;
      forget(page);
    }
    removed.clear();
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
      store.free(page);
    }
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
    if (page.records == null) {
      heap += store.bringBack(page).heap();
      filed--;
    }
    return Objects.requireNonNull(page.records);
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
      endRow += store.rows(page, columns, reader);
    }
    laidOut = true;
  }

  private PageLayout layout(Page page) {
    PageLayout known = layouts.remove(page);
    if (known == null || !known.isOf(page, columns)) {
      known = new PageLayout(page, store.load(page), columns, reader);
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
    store.close();
  }
}
