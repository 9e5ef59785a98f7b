package org.wirebench.terminal.engine;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.bytes.ByteStore;
import org.wirebench.core.bytes.ByteStores;

/**
 * Blocks of bytes in temporary files. A file is deleted when its last block is freed, and ends when
 * it is an eighth of the whole: so the files are few, and take little more than their blocks.
 */
final class PageFiles implements AutoCloseable {
  private static final long LEAST = 8L << 20;
  private static final int SHARE = 8;

  private static final class Segment {
    final ByteStore store;
    final long limit;
    int blocks;

    Segment(ByteStore store, long limit) {
      this.store = store;
      this.limit = limit;
    }
  }

  /** Where a block is. */
  static final class Place {
    private final Segment segment;
    private final long position;
    private final int length;

    private Place(Segment segment, long position, int length) {
      this.segment = segment;
      this.position = position;
      this.length = length;
    }
  }

  private final ByteStores stores;
  private final long least;
  private final Set<Segment> segments = new LinkedHashSet<>();
  private @Nullable Segment last;
  private long used;

  PageFiles(ByteStores stores) {
    this(stores, LEAST);
  }

  /**
   * @param least how large a file may always become, in bytes
   */
  PageFiles(ByteStores stores, long least) {
    this.stores = stores;
    this.least = least;
  }

  /** How many bytes the files have, with those of freed blocks. */
  long size() {
    return segments.stream().mapToLong(segment -> segment.store.size()).sum();
  }

  /**
   * Puts a block away.
   *
   * @throws IOException in words for people when it cannot be written
   */
  Place write(byte[] block) throws IOException {
    Segment to = last;
    if (to == null || to.store.size() + block.length > to.limit) {
      to = new Segment(stores.create(), Math.max(least, used / SHARE));
      segments.add(to);
      last = to;
    }
    Place place = new Place(to, to.store.size(), block.length);
    to.store.append(block, 0, block.length);
    to.blocks++;
    used += block.length;
    return place;
  }

  /**
   * Reads a block.
   *
   * @throws IOException in words for people when it cannot be read
   */
  byte[] read(Place place) throws IOException {
    return place.segment.store.read(place.position, place.length);
  }

  /**
   * How many rows the records of a block take, none of which has wide characters; only its
   * beginning is read.
   *
   * @throws IOException in words for people when it cannot be read
   */
  long rows(Place place, int count, int columns) throws IOException {
    byte[] heads = place.segment.store.read(place.position, Records.headBytes(count));
    return Records.rows(heads, count, columns);
  }

  /**
   * Forgets a block.
   *
   * @throws IOException when a file that is not needed any more cannot be closed
   */
  void free(Place place) throws IOException {
    Segment segment = place.segment;
    used -= place.length;
    segment.blocks--;
    if (segment.blocks == 0) {
      segments.remove(segment);
      last = last == segment ? null : last;
      segment.store.close();
    }
  }

  /** Deletes the files. */
  @Override
  public void close() throws IOException {
    IOException failure = null;
    for (Segment segment : segments) {
      try {
        segment.store.close();
      } catch (IOException failed) {
        failure = failed;
      }
    }
    segments.clear();
    last = null;
    used = 0;
    if (failure != null) {
      throw failure;
    }
  }
}
