package org.wirebench.terminal.engine;

import org.jspecify.annotations.Nullable;

/**
 * How a scrollback is kept.
 *
 * @param records how many records there are at the most
 * @param pageBytes how many bytes a page has, unless a single record takes more
 * @param heap how many bytes of the heap are taken before pages go to files
 * @param files where they go; without, they are dropped
 */
record Keeping(int records, int pageBytes, long heap, @Nullable PageFiles files) {
  private static final int PAGE = 64 * 1024;
  private static final long HEAP = 24L << 20;

  Keeping(int records, @Nullable PageFiles files) {
    this(records, PAGE, HEAP, files);
  }
}
