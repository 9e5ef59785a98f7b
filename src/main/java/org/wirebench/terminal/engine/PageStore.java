package org.wirebench.terminal.engine;

import java.io.IOException;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings the records of pages from the heap to files and back. It throws for no disk: where a page
 * cannot be read any more, its lines are empty.
 */
final class PageStore {
  private final @Nullable PageFiles files;
  private final Consumer<IOException> failed;

  /**
   * @param files without, no page can be put away
   * @param failed is told what goes wrong with them
   */
  PageStore(@Nullable PageFiles files, Consumer<IOException> failed) {
    this.files = files;
    this.failed = failed;
  }

  /** How many bytes the files have. */
  long size() {
    return files == null ? 0 : files.size();
  }

  /** Has the records of a page in a file from now on; false where that is not possible. */
  boolean putAway(Page page) {
    if (files == null) {
      return false;
    }
    try {
      page.place = files.write(Objects.requireNonNull(page.records).block());
      page.records = null;
      return true;
    } catch (IOException failure) {
      failed.accept(failure);
      return false;
    }
  }

  /** Has the records of a page, which are in a file, in the heap from now on. */
  Records bringBack(Page page) {
    Records now = load(page);
    free(page);
    page.records = now;
    page.lost = false;
    return now;
  }

  /** The records of a page, not to be changed. */
  Records load(Page page) {
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
    failed.accept(failure);
  }

  /** How many rows the records of a page take, those that were dropped included. */
  long rows(Page page, int columns, RecordReader reader) {
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

  /** Forgets what a file has of a page. */
  void free(Page page) {
    try {
      Objects.requireNonNull(files).free(Objects.requireNonNull(page.place));
    } catch (IOException failure) {
      failed.accept(failure);
    }
    page.place = null;
  }

  /** Deletes the files. */
  void close() throws IOException {
    if (files != null) {
      files.close();
    }
  }
}
