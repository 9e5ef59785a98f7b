package org.wirebench.core.document;

import java.io.IOException;
import java.util.Arrays;
import org.wirebench.core.document.Outline.Shape;

/**
 * How many rows are shown before each row when all containers of one depth are folded: one number
 * for each {@value Outline#BLOCK} rows, which is 8 MB for a hundred million.
 */
final class LevelCounts {
  private static final int READ = 16 * Outline.BLOCK;

  private final Outline outline;
  private final int level;
  private long[] before = new long[16];

  /** How many blocks are counted; {@code before[blocks]} is what is shown before the next one. */
  private int blocks;

  LevelCounts(Outline outline, int level) {
    this.outline = outline;
    this.level = level;
  }

  private boolean shows(Outline.Block block, int index) {
    int depth = block.depth(index);
    return depth < level || (depth == level && block.shape(index) != Shape.CLOSE);
  }

  /** Counts the rows that came; as long as it takes to read them. */
  private void extend(long size) throws IOException {
    int full = (int) (size / Outline.BLOCK);
    if (full >= before.length) {
      before = Arrays.copyOf(before, Math.max(full + 1, before.length * 2));
    }
    while (blocks < full) {
      int wanted = Math.min(READ, (full - blocks) * Outline.BLOCK);
      Outline.Block some = outline.read((long) blocks * Outline.BLOCK, wanted);
      for (int at = 0; at < some.count(); at += Outline.BLOCK) {
        before[blocks + 1] = before[blocks] + count(some, at, at + Outline.BLOCK);
        blocks++;
      }
    }
  }

  private int count(Outline.Block block, int from, int to) {
    int shown = 0;
    for (int i = from; i < to; i++) {
      shown += shows(block, i) ? 1 : 0;
    }
    return shown;
  }

  /** How many rows before {@code row} are shown. */
  synchronized long before(long row) throws IOException {
    extend(row);
    int block = (int) (row / Outline.BLOCK);
    int rest = (int) (row % Outline.BLOCK);
    return before[block] + count(outline.read(row - rest, rest), 0, rest);
  }

  /** The row that is shown as number {@code index}; the size of the outline if there are fewer. */
  synchronized long row(long index) throws IOException {
    extend(outline.size());
    int found = Arrays.binarySearch(before, 0, blocks + 1, index);
    // Where several blocks begin with the same number, all but the last show nothing.
    int block = found < 0 ? -found - 2 : found;
    while (block < blocks && before[block + 1] <= index) {
      block++;
    }
    long left = index - before[block];
    Outline.Block rows = outline.read((long) block * Outline.BLOCK, Outline.BLOCK);
    for (int i = 0; i < rows.count(); i++) {
      if (shows(rows, i) && left-- == 0) {
        return (long) block * Outline.BLOCK + i;
      }
    }
    return outline.size();
  }
}
