package org.wirebench.core.document;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.wirebench.core.bytes.ByteStore;
import org.wirebench.core.bytes.ByteStores;
import org.wirebench.core.document.Outline.Entry;
import org.wirebench.core.document.Outline.Shape;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.job.Progress;

/**
 * A document as the rows of a tree, of which those inside of a container can be folded away. An
 * index on the screen goes by what is folded; the number of a row does not.
 */
public abstract class TreeRows implements DocumentRows {
  /** Rows are not indented further, so that a deep one can be seen without a journey. */
  static final int MOST_INDENT = 200;

  /** How many bytes of one value a row shows. */
  static final int VALUE_SHOWN = 1024;

  private static final int STEP = 64 * 1024;
  private static final int LONGEST_MARK = 3;

  private final ByteStore bytes;
  private final Outline outline;
  private final Folding folding;
  private final byte[] chunk = new byte[STEP];
  private long taken;

  TreeRows(ByteStore bytes, ByteStores stores) {
    this.bytes = bytes;
    this.outline = new Outline(stores);
    this.folding = new Folding(outline);
  }

  /** Takes in bytes; returns where to go on. */
  abstract long take(byte[] some, int length, long at) throws IOException;

  /** Nothing comes any more; returns where to go on. */
  abstract long end(long size) throws IOException;

  /** Shows a row. */
  abstract DocumentRow show(long row, Entry entry, boolean folded) throws IOException;

  /**
   * Writes rows as they are shown, but whole, exactly as the document has them, and without a limit
   * to what they hold.
   *
   * @param from the number of the first row
   * @param to behind that of the last
   */
  abstract void writeRows(long from, long to, OutputStream out) throws IOException;

  final ByteStore bytes() {
    return bytes;
  }

  final Outline outline() {
    return outline;
  }

  /** What is folded. */
  public final Folding folding() {
    return folding;
  }

  /** How many rows there are, folded or not. */
  public final long rows() {
    return outline.size();
  }

  @Override
  public final long size() {
    try {
      return folding.size();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public final DocumentRow row(long index) throws IOException {
    long row = folding.row(index);
    if (row >= outline.size()) {
      return new DocumentRow.Builder(bytes.size()).build();
    }
    Entry entry = outline.get(row);
    boolean folded = entry.shape() == Shape.OPEN && folding.isFolded(row);
    return show(row, entry, folded);
  }

  @Override
  public final long rowAt(long offset) throws IOException {
    return outline.size() == 0 ? 0 : folding.index(outline.rowAt(offset));
  }

  /** Unfolds what hides the byte at {@code offset} and returns the index of its row. */
  public final long reveal(long offset) throws IOException {
    if (outline.size() == 0) {
      return 0;
    }
    long row = outline.rowAt(offset);
    folding.reveal(row);
    return folding.index(row);
  }

  /**
   * Folds the container that the row begins or ends, or unfolds it.
   *
   * @return the index of the row that begins it; unchanged where it is none
   */
  public final long toggle(long index) throws IOException {
    long row = folding.row(index);
    if (row >= outline.size()) {
      return index;
    }
    long open = outline.opening(row);
    folding.fold(open, !folding.isFolded(open));
    return folding.index(open);
  }

  /**
   * Writes what a row on the screen stands for: the row, whole; if it is folded, all of it, a row
   * to a line.
   */
  public final void copy(long index, OutputStream out) throws IOException {
    long row = folding.row(index);
    if (row < outline.size()) {
      writeRows(row, folding.isFolded(row) ? outline.end(row) + 1 : row + 1, out);
    }
  }

  /** Writes the whole document, a row to a line. */
  public final void write(OutputStream out) throws IOException {
    writeRows(0, outline.size(), out);
  }

  @Override
  public final void update(JobContext context) throws IOException {
    if (bytes.size() >= LONGEST_MARK) {
      takeAll(context);
    }
  }

  @Override
  public final void finish(JobContext context) throws IOException {
    takeAll(context);
    taken = end(taken);
    takeAll(context);
    outline.publish();
  }

  private void takeAll(JobContext context) throws IOException {
    long size = bytes.size();
    try {
      while (taken < size) {
        context.checkCancelled();
        int length = bytes.read(taken, chunk, 0, (int) Math.min(STEP, size - taken));
        taken = take(chunk, length, taken);
        context.progress(taken, size, Progress.Unit.BYTES);
      }
    } finally {
      outline.publish();
    }
  }

  /** How far a row is indented, in spaces. */
  static int indent(Entry entry) {
    return Math.min(MOST_INDENT, 2 * entry.depth());
  }

  /** Where the row after this one begins, or the document ends. */
  final long nextOffset(long row) throws IOException {
    return row + 1 < outline.size() ? outline.get(row + 1).offset() : bytes.size();
  }

  @Override
  public void close() throws IOException {
    outline.close();
  }
}
