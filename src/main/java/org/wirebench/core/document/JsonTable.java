package org.wirebench.core.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.bytes.LongStore;
import org.wirebench.core.document.Outline.Entry;
import org.wirebench.core.document.Outline.Kind;
import org.wirebench.core.document.Outline.Shape;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.job.Progress;

/**
 * An array of objects as a table: a row for each object, a column for each name that the first
 * {@value #SAMPLE} of them have. What is no object has its value in a column without a name.
 * Several texts that follow each other are rows as well. Cells are read when they are asked for.
 */
public final class JsonTable implements AutoCloseable {
  /** How many rows are looked at for the names of columns. */
  public static final int SAMPLE = 1000;

  /** How many columns there are at most. */
  public static final int MOST_COLUMNS = 200;

  /** So many members of an object are looked at for cells. */
  private static final int MOST_MEMBERS = 2000;

  private final JsonRows rows;
  private final long array;
  private final LongStore starts;
  private final Map<String, Integer> columns = new LinkedHashMap<>();
  private boolean moreColumns;
  private long walked;
  private long sampled;
  private long knownRow = -1;
  private List<String> knownCells = List.of();

  private JsonTable(JsonRows rows, long array, ByteStores stores) {
    this.rows = rows;
    this.array = array;
    this.starts = new LongStore(stores);
    this.walked = array + 1;
  }

  /**
   * The table of the array that the row begins.
   *
   * @param row the number of a row of the document, not of the screen
   * @throws IllegalArgumentException when no array begins there
   */
  public static JsonTable of(JsonRows rows, long row, ByteStores stores) throws IOException {
    if (!isArray(rows.outline().get(row))) {
      throw new IllegalArgumentException("no array begins in row " + row);
    }
    return new JsonTable(rows, row, stores);
  }

  private static boolean isArray(Entry entry) {
    return entry.kind() == Kind.ARRAY && entry.shape() == Shape.OPEN;
  }

  /** The table of the texts that follow each other. */
  public static JsonTable ofTexts(JsonRows rows, ByteStores stores) {
    return new JsonTable(rows, -1, stores);
  }

  /** The table that a document most likely is; none where it has no objects in a row. */
  public static Optional<JsonTable> find(JsonRows rows, ByteStores stores) throws IOException {
    Outline outline = rows.outline();
    if (outline.size() == 0) {
      return Optional.empty();
    }
    Entry root = outline.get(0);
    long after = outline.end(0) + 1;
    boolean texts = after < outline.size() && outline.get(after).kind() == Kind.OBJECT;
    if (root.kind() == Kind.OBJECT && texts) {
      return Optional.of(ofTexts(rows, stores));
    }
    long row = hasObjects(outline, 0) ? 0 : firstInside(outline, root);
    return row < 0 ? Optional.empty() : Optional.of(of(rows, row, stores));
  }

  /** The first array of objects among the members of the whole. */
  private static long firstInside(Outline outline, Entry root) throws IOException {
    long end = outline.end(0);
    long at = 1;
    for (int i = 0; i < MOST_COLUMNS && at < end && root.kind() == Kind.OBJECT; i++) {
      if (hasObjects(outline, at)) {
        return at;
      }
      at = outline.end(at) + 1;
    }
    return -1;
  }

  private static boolean hasObjects(Outline outline, long row) throws IOException {
    return isArray(outline.get(row))
        && row + 1 < outline.size()
        && outline.get(row + 1).kind() == Kind.OBJECT;
  }

  /**
   * Takes in the rows that came; in a job.
   *
   * @throws IOException when the document cannot be read, or the disk is full
   */
  public void update(JobContext context) throws IOException {
    Outline outline = rows.outline();
    int depth = array < 0 ? 0 : outline.get(array).depth() + 1;
    while (walked < outline.size()) {
      context.checkCancelled();
      Outline.Block block = outline.read(walked, Outline.BLOCK);
      for (int i = 0; i < block.count(); i++) {
        if (block.depth(i) < depth) {
          walked = Long.MAX_VALUE;
          return;
        }
        boolean begins = block.depth(i) == depth && block.shape(i) != Shape.CLOSE;
        if (begins && isValue(block.entry(i))) {
          starts.append(walked + i);
        }
      }
      walked += block.count();
      context.progress(walked, outline.size(), Progress.Unit.ITEMS);
    }
  }

  private static boolean isValue(Entry entry) {
    return entry.kind() != Kind.PROBLEM && entry.kind() != Kind.RAW;
  }

  /** How many rows there are. */
  public long size() {
    return starts.size();
  }

  /**
   * The names of the columns, in the order in which they come; empty for that of what is no object.
   * They are looked for when first asked, and again while there are few rows.
   */
  public synchronized List<String> columns() throws IOException {
    if (columns.isEmpty() || sampled < SAMPLE) {
      sample();
    }
    return List.copyOf(columns.keySet());
  }

  private void sample() throws IOException {
    long end = Math.min(SAMPLE, size());
    // The last of the rows may still have been growing when it was looked at.
    for (long row = Math.max(0, sampled - 1); row < end; row++) {
      for (Member member : members(row)) {
        if (columns.size() < MOST_COLUMNS) {
          columns.putIfAbsent(member.name(), columns.size());
        } else {
          moreColumns |= !columns.containsKey(member.name());
        }
      }
    }
    sampled = end;
    knownRow = -1;
  }

  /** Whether there are more names than columns. */
  public synchronized boolean hasMoreColumns() {
    return moreColumns;
  }

  /**
   * What a cell shows: a string without its quotes, a number as it came, for a container how many
   * it has; empty where the object has no such name. Of a name that is there twice, the last.
   */
  public synchronized String cell(long row, int column) throws IOException {
    int count = columns().size();
    Objects.checkIndex(column, count);
    if (knownRow != row) {
      String[] cells = new String[count];
      Arrays.fill(cells, "");
      for (Member member : members(row)) {
        Integer index = columns.get(member.name());
        if (index != null) {
          cells[index] = rows.cell(member.row(), member.entry());
        }
      }
      knownCells = List.of(cells);
      knownRow = size() - 1 == row ? -1 : row;
    }
    return knownCells.get(column);
  }

  /** The number of the row of the document in which a row of the table begins. */
  public long documentRow(long row) throws IOException {
    return starts.get(row);
  }

  private record Member(String name, long row, Entry entry) {}

  private List<Member> members(long row) throws IOException {
    Outline outline = rows.outline();
    long start = starts.get(row);
    Entry entry = outline.get(start);
    if (entry.kind() != Kind.OBJECT) {
      return List.of(new Member("", start, entry));
    }
    List<Member> members = new ArrayList<>();
    int depth = entry.depth() + 1;
    long end = outline.end(start);
    long at = start + 1;
    while (at <= end && members.size() < MOST_MEMBERS) {
      Outline.Block block = outline.read(at, (int) Math.min(Outline.BLOCK, end + 1 - at));
      for (int i = 0; i < block.count(); i++) {
        if (block.depth(i) == depth && block.shape(i) != Shape.CLOSE) {
          Entry member = block.entry(i);
          members.add(new Member(JsonPlace.name(rows, member), at + i, member));
        }
      }
      boolean within = block.depth(block.count() - 1) > depth;
      at = within ? outline.end(members.getLast().row()) + 1 : at + block.count();
    }
    return members;
  }

  /** Forgets where the rows begin. */
  @Override
  public void close() throws IOException {
    starts.close();
  }
}
