package org.wirebench.core.document;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.wirebench.core.bytes.ByteStore;
import org.wirebench.core.bytes.ByteStores;

/**
 * How deep the least deep row of each block of {@value #BLOCK} rows is, and that of each {@value
 * #BLOCK} blocks: with that the end of a container of millions of rows is found by a few reads.
 */
final class Lows implements AutoCloseable {
  static final int BLOCK = 256;

  private final ByteStore blocks;
  private final ByteStore groups;
  private int rows;
  private int blocksInGroup;
  private int low = Short.MAX_VALUE;
  private int groupLow = Short.MAX_VALUE;

  Lows(ByteStores stores) {
    this.blocks = stores.create();
    this.groups = stores.create();
  }

  /** Takes in the next row. */
  void add(int depth) throws IOException {
    low = Math.min(low, depth);
    if (++rows < BLOCK) {
      return;
    }
    append(blocks, low);
    groupLow = Math.min(groupLow, low);
    rows = 0;
    low = Short.MAX_VALUE;
    if (++blocksInGroup == BLOCK) {
      append(groups, groupLow);
      blocksInGroup = 0;
      groupLow = Short.MAX_VALUE;
    }
  }

  private static void append(ByteStore store, int value) throws IOException {
    store.append(ByteBuffer.allocate(Short.BYTES).putShort(0, (short) value));
  }

  /**
   * The first block in {@code [from, to)} with a row that is not deeper; {@code to} if none has.
   */
  long next(long from, long to, int depth) throws IOException {
    long found = first(blocks, from, Math.min(to, groupEnd(from)), depth);
    if (found >= 0 || groupEnd(from) >= to) {
      return found >= 0 ? found : to;
    }
    long group = first(groups, groupEnd(from) / BLOCK, to / BLOCK, depth);
    long start = (group >= 0 ? group : to / BLOCK) * BLOCK;
    long inGroup = first(blocks, start, Math.min(to, start + BLOCK), depth);
    return inGroup >= 0 ? inGroup : to;
  }

  private static long groupEnd(long block) {
    return (block / BLOCK + 1) * BLOCK;
  }

  /** The last block before {@code to} with a row that is not deeper; -1 if none has. */
  long previous(long to, int depth) throws IOException {
    long groupStart = to / BLOCK * BLOCK;
    long found = last(blocks, groupStart, to, depth);
    if (found >= 0 || groupStart == 0) {
      return found;
    }
    long group = last(groups, 0, groupStart / BLOCK, depth);
    return group < 0 ? -1 : last(blocks, group * BLOCK, (group + 1) * BLOCK, depth);
  }

  private static long first(ByteStore store, long from, long to, int depth) throws IOException {
    for (long at = from; at < to; at += BLOCK) {
      ByteBuffer some = read(store, at, Math.min(to, at + BLOCK));
      for (int i = 0; i < some.capacity(); i += Short.BYTES) {
        if (some.getShort(i) <= depth) {
          return at + i / Short.BYTES;
        }
      }
    }
    return -1;
  }

  private static long last(ByteStore store, long from, long to, int depth) throws IOException {
    for (long behind = to; behind > from; behind = Math.max(from, behind - BLOCK)) {
      long at = Math.max(from, behind - BLOCK);
      ByteBuffer some = read(store, at, behind);
      for (int i = some.capacity() - Short.BYTES; i >= 0; i -= Short.BYTES) {
        if (some.getShort(i) <= depth) {
          return at + i / Short.BYTES;
        }
      }
    }
    return -1;
  }

  private static ByteBuffer read(ByteStore store, long from, long to) throws IOException {
    return ByteBuffer.wrap(store.read(from * Short.BYTES, (int) (to - from) * Short.BYTES));
  }

  @Override
  public void close() throws IOException {
    blocks.close();
    groups.close();
  }
}
