package org.wirebench.core.bytes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the lines of a store begin, for showing them. Lines end with LF or CR LF in any character
 * set that has ASCII in it. A line longer than the limit is cut into pieces, which count as lines,
 * so that one endless line is fine too.
 *
 * <p>Only the start of each {@value LineBlock#LINES}th line is kept, beyond 256 KiB in a temporary
 * file, so the heap used does not grow with the store. One thread brings the index up to date while
 * any number read it.
 */
public final class LineIndex implements AutoCloseable {
  /** A limit for display: no text control minds lines of that many bytes. */
  public static final int DISPLAY_LIMIT = 4096;

  private static final int SMALLEST_LIMIT = 16;
  private static final int CHUNK = 64 * 1024;

  private final ByteStore bytes;
  private final int limit;
  private final Object updating = new Object();
  private final LongStore checkpoints;
  private byte[] chunk = new byte[0];

  /** The block of the last lines. Guarded by this, as all below. */
  private LineBlock open = new LineBlock(0, true);

  private long fullBlocks;
  private long indexed;
  private @Nullable LineBlock known;
  private long knownNumber = -1;

  /**
   * A line, or a piece of a long one.
   *
   * @param number from 0
   * @param start where it begins in the store
   * @param end where its text ends, before the line break
   * @param next where the next one begins
   * @param begins whether it begins a line, rather than going on with a long one
   */
  public record Line(long number, long start, long end, long next, boolean begins) {
    /** How many bytes of text it has, without the line break. */
    public int length() {
      return (int) (end - start);
    }
  }

  /**
   * An index in which nothing is indexed yet.
   *
   * @param bytes what is indexed; stays open when the index is closed
   * @param stores where the index grows
   * @param limit how many bytes a line may have before it is cut, at least 16
   */
  public LineIndex(ByteStore bytes, ByteStores stores, int limit) {
    if (limit < SMALLEST_LIMIT || limit > CHUNK / 2) {
      throw new IllegalArgumentException("limit " + limit);
    }
    this.bytes = bytes;
    this.limit = limit;
    this.checkpoints = new LongStore(stores);
  }

  /**
   * Indexes what was added to the store since the last time.
   *
   * @return the number of lines
   * @throws IOException in words for people when the store cannot be read or the index not written
   */
  public long update() throws IOException {
    long _ = update(Long.MAX_VALUE);
    return lines();
  }

  /**
   * Indexes some of what was added to the store since the last time.
   *
   * @param most after about so many bytes it is enough
   * @return how many bytes of the store are indexed
   * @throws IOException in words for people when the store cannot be read or the index not written
   */
  public long update(long most) throws IOException {
    synchronized (updating) {
      long size = bytes.size();
      if (chunk.length == 0 && size > 0) {
        chunk = new byte[CHUNK];
      }
      long enough = size - indexed > most ? indexed + most : size;
      while (indexed < enough) {
        take(size);
      }
      return indexed;
    }
  }

  private void take(long size) throws IOException {
    long from = open.end();
    int length = readChunk(from, size, chunk);
    synchronized (this) {
      int at = open.scan(chunk, 0, length, limit);
      while (open.isFull()) {
        checkpoints.append(open.end());
        open = new LineBlock(open.end(), open.endBegins());
        fullBlocks++;
        at = open.scan(chunk, at, length, limit);
      }
      indexed = from + length;
    }
  }

  private int readChunk(long from, long to, byte[] into) throws IOException {
    int wanted = (int) Math.min(into.length, to - from);
    int done = 0;
    while (done < wanted) {
      int read = bytes.read(from + done, into, done, wanted - done);
      if (read < 0) {
        break;
      }
      done += read;
    }
    return done;
  }

  /** How many lines there are; one that is not ended counts as soon as it has a byte. */
  public synchronized long lines() {
    return fullBlocks * LineBlock.LINES + open.count() + (indexed > open.end() ? 1 : 0);
  }

  /**
   * One line. Neighbours are found fast.
   *
   * @param number from 0 to {@link #lines()} - 1
   * @throws IOException in words for people when the store or the index cannot be read
   */
  public synchronized Line line(long number) throws IOException {
    Objects.checkIndex(number, lines());
    int index = (int) (number % LineBlock.LINES);
    LineBlock block = block(number / LineBlock.LINES);
    return index < block.count()
        ? block.line(index, number)
        : new Line(number, block.end(), indexed, indexed, block.endBegins());
  }

  /**
   * The lines from {@code from} up to and without {@code to}, fewer at the end.
   *
   * @throws IOException in words for people when the store or the index cannot be read
   */
  public synchronized List<Line> lines(long from, long to) throws IOException {
    List<Line> some = new ArrayList<>();
    for (long number = from; number < Math.min(to, lines()); number++) {
      some.add(line(number));
    }
    return some;
  }

  /**
   * The number of the line that has the byte at {@code offset}; the last line for what is behind
   * the end of what is indexed, and 0 when there are no lines.
   *
   * @throws IOException in words for people when the store or the index cannot be read
   */
  public synchronized long lineAt(long offset) throws IOException {
    if (offset < 0) {
      throw new IndexOutOfBoundsException("offset " + offset);
    }
    if (offset >= open.end()) {
      return Math.max(0, lines() - 1);
    }
    long low = 0;
    long high = fullBlocks;
    while (low < high) {
      long middle = (low + high + 1) >>> 1;
      if (start(middle) <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low * LineBlock.LINES + block(low).indexOf(offset);
  }

  private long start(long block) throws IOException {
    return block == 0 ? 0 : checkpoints.get(block - 1);
  }

  private LineBlock block(long number) throws IOException {
    if (number == fullBlocks) {
      return open;
    }
    LineBlock found = known;
    if (found == null || knownNumber != number) {
      found = scanAgain(start(number));
      known = found;
      knownNumber = number;
    }
    return found;
  }

  private LineBlock scanAgain(long start) throws IOException {
    byte[] some = new byte[CHUNK];
    boolean begins = start == 0 || bytes.read(start - 1, 1)[0] == '\n';
    LineBlock block = new LineBlock(start, begins);
    while (!block.isFull()) {
      int length = readChunk(block.end(), indexed, some);
      if (block.scan(some, 0, length, limit) == 0) {
        throw new IllegalStateException("a store never changes what it has");
      }
    }
    return block;
  }

  /** Forgets the index. The store stays open. */
  @Override
  public void close() throws IOException {
    checkpoints.close();
  }
}
