package org.wirebench.core.document;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.wirebench.core.bytes.Bisection;
import org.wirebench.core.bytes.ByteStore;
import org.wirebench.core.bytes.ByteStores;

/**
 * The rows of a document that is a tree, in the order of the document, {@value #RECORD} bytes each,
 * in a store. A container begins with a row that {@linkplain Shape#OPEN opens} it; the rows in it
 * are one deeper; then comes the row that {@linkplain Shape#CLOSE closes} it, as deep as the first.
 * What ends without that just has none.
 *
 * <p>One thread adds; what it {@linkplain #publish publishes} any other can read.
 */
final class Outline implements AutoCloseable {
  /** How deep a row may be. */
  static final int DEEPEST = 10_000;

  /** How many bytes a record has. */
  static final int RECORD = 16;

  /** How many rows are read at once. */
  static final int BLOCK = Lows.BLOCK;

  private static final int BATCH = 4096;
  private static final int OFFSET_SHIFT = 24;
  private static final int DEPTH_SHIFT = 10;
  private static final int DEPTH_MASK = 0x3fff;
  private static final int SHAPE_SHIFT = 8;
  private static final int KIND_SHIFT = 1;
  private static final int KIND_MASK = 0x7f;
  private static final long UNSIGNED = 0xffffffffL;

  private final ByteStore records;
  private final Lows lows;
  private final ByteBuffer batch = ByteBuffer.allocate(BATCH * RECORD);
  private volatile long size;

  /** What a row is to those around it. */
  enum Shape {
    LEAF(0),
    OPEN(1),
    CLOSE(2);

    private static final Shape[] ALL = values();
    private final long code;

    Shape(long code) {
      this.code = code;
    }
  }

  /** What a row shows. */
  enum Kind {
    OBJECT(0),
    ARRAY(1),
    STRING(2),
    NUMBER(3),
    LITERAL(4),
    /** What is wrong with the document there. */
    PROBLEM(5),
    /** A line of what could not be understood. */
    RAW(6),
    ELEMENT(7),
    TEXT(8),
    COMMENT(9),
    DATA(10),
    INSTRUCTION(11),
    DOCTYPE(12);

    private static final Kind[] ALL = values();
    private final long code;

    Kind(long code) {
      this.code = code;
    }
  }

  /**
   * A row.
   *
   * @param offset where it begins in the document
   * @param depth how many containers it is in
   * @param named whether a name stands before the value, or other such that the kind needs
   * @param order which child of its container it is, from 0; for a row that closes a container, how
   *     many children that has
   * @param lead how many bytes after the offset the value begins, or what else the kind needs
   */
  record Entry(
      long offset, int depth, Shape shape, Kind kind, boolean named, long order, long lead) {}

  Outline(ByteStores stores) {
    this.records = stores.create();
    this.lows = new Lows(stores);
  }

  /** Adds a row; nobody sees it before it is published. */
  void add(long offset, int depth, Shape shape, Kind kind, boolean named, long order, long lead)
      throws IOException {
    if (!batch.hasRemaining()) {
      publish();
    }
    long place =
        (offset << OFFSET_SHIFT)
            | ((long) depth << DEPTH_SHIFT)
            | (shape.code << SHAPE_SHIFT)
            | (kind.code << KIND_SHIFT)
            | (named ? 1 : 0);
    batch.putLong(place).putLong((order << Integer.SIZE) | (lead & UNSIGNED));
    lows.add(depth);
  }

  /** How many rows were added, published or not. */
  long added() {
    return size + batch.position() / RECORD;
  }

  /** Lets others see all rows that were added. */
  void publish() throws IOException {
    batch.flip();
    records.append(batch.array(), 0, batch.limit());
    batch.clear();
    size = records.size() / RECORD;
  }

  /** How many rows there are. */
  long size() {
    return size;
  }

  /** One row, from 0 to {@link #size()} - 1. */
  Entry get(long row) throws IOException {
    Objects.checkIndex(row, size);
    return read(row, 1).entry(0);
  }

  /** The rows from {@code row} on, fewer than {@code count} at the end. */
  Block read(long row, int count) throws IOException {
    int known = (int) Math.clamp(size - row, 0, (long) count);
    return new Block(ByteBuffer.wrap(records.read(row * RECORD, known * RECORD)));
  }

  /** Some rows that follow each other. */
  record Block(ByteBuffer records) {
    int count() {
      return records.capacity() / RECORD;
    }

    int depth(int index) {
      return depthOf(records.getLong(index * RECORD));
    }

    Shape shape(int index) {
      return shapeOf(records.getLong(index * RECORD));
    }

    Entry entry(int index) {
      long place = records.getLong(index * RECORD);
      long more = records.getLong(index * RECORD + Long.BYTES);
      return new Entry(
          place >>> OFFSET_SHIFT,
          depthOf(place),
          shapeOf(place),
          Kind.ALL[(int) (place >>> KIND_SHIFT) & KIND_MASK],
          (place & 1) != 0,
          more >>> Integer.SIZE,
          more & UNSIGNED);
    }

    private static int depthOf(long place) {
      return (int) (place >>> DEPTH_SHIFT) & DEPTH_MASK;
    }

    private static Shape shapeOf(long place) {
      return Shape.ALL[(int) (place >>> SHAPE_SHIFT) & 3];
    }
  }

  /**
   * The first row behind {@code row} that is not deeper than {@code depth}; the size if none is.
   */
  long next(long row, int depth) throws IOException {
    long end = size;
    long at = row + 1;
    while (at < end) {
      long blockEnd = Math.min(end, (at / BLOCK + 1) * BLOCK);
      Block block = read(at, (int) (blockEnd - at));
      for (int i = 0; i < block.count(); i++) {
        if (block.depth(i) <= depth) {
          return at + i;
        }
      }
      at = blockEnd < end ? lows.next(blockEnd / BLOCK, end / BLOCK, depth) * BLOCK : end;
    }
    return end;
  }

  /** The last row before {@code row} that is not deeper than {@code depth}; -1 if none is. */
  long previous(long row, int depth) throws IOException {
    long behind = row;
    while (behind > 0) {
      long blockStart = (behind - 1) / BLOCK * BLOCK;
      Block block = read(blockStart, (int) (behind - blockStart));
      for (int i = block.count() - 1; i >= 0; i--) {
        if (block.depth(i) <= depth) {
          return blockStart + i;
        }
      }
      behind = blockStart == 0 ? 0 : (lows.previous(blockStart / BLOCK, depth) + 1) * BLOCK;
    }
    return -1;
  }

  /**
   * The last row of the container that {@code row} opens: the one that closes it, or, where none
   * does, the last one in it that is there.
   */
  long end(long row) throws IOException {
    Entry open = get(row);
    if (open.shape() != Shape.OPEN) {
      return row;
    }
    long next = next(row, open.depth());
    return next < size && closes(get(next), open) ? next : next - 1;
  }

  /** Whether {@code row} closes what {@code open} opens, if nothing between is as little deep. */
  static boolean closes(Entry row, Entry open) {
    return row.shape() == Shape.CLOSE && row.depth() == open.depth();
  }

  /** The row that opens the container in which {@code row} is; -1 at the top. */
  long parent(long row) throws IOException {
    Entry entry = get(row);
    long at = entry.depth() == 0 ? -1 : previous(row, entry.depth() - 1);
    return at >= 0 && get(at).shape() == Shape.OPEN ? at : -1;
  }

  /** The row that opens what {@code row} closes; for any other row that itself. */
  long opening(long row) throws IOException {
    Entry entry = get(row);
    return entry.shape() == Shape.CLOSE ? previous(row, entry.depth()) : row;
  }

  /** The last row that begins at or before {@code offset}; 0 if none does. */
  long rowAt(long offset) throws IOException {
    long behind = Bisection.first(0, size, row -> get(row).offset() > offset);
    return Math.max(0, behind - 1);
  }

  @Override
  public void close() throws IOException {
    records.close();
    lows.close();
  }
}
