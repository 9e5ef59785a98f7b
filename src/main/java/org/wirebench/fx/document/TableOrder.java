package org.wirebench.fx.document;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.wirebench.core.document.JsonTable;
import org.wirebench.core.job.JobContext;
import org.wirebench.core.job.Progress;

/** Sorts the rows of a table: numbers by their size, before texts, and nothing last. */
final class TableOrder {
  /** How many rows can be sorted: what they are sorted by is in the heap meanwhile. */
  static final int MOST = 200_000;

  /** So many chars of a cell count. */
  private static final int LONGEST = 64;

  private static final Pattern NUMBER =
      Pattern.compile("-?[0-9]{1,40}(\\.[0-9]{1,40})?([eE][+-]?[0-9]{1,3})?");

  private static final Comparator<Key> ORDER =
      Comparator.comparingInt(Key::rank)
          .thenComparing(Key::number)
          .thenComparing(Key::text, String.CASE_INSENSITIVE_ORDER)
          .thenComparing(Key::text);

  private TableOrder() {}

  /** A column to sort by. */
  record By(int column, boolean descending) {}

  private record Key(int rank, BigDecimal number, String text) {
    static Key of(String cell) {
      if (cell.isEmpty()) {
        return new Key(2, BigDecimal.ZERO, "");
      }
      return isNumber(cell)
          ? new Key(0, new BigDecimal(cell), "")
          : new Key(1, BigDecimal.ZERO, cell.substring(0, Math.min(LONGEST, cell.length())));
    }
  }

  static boolean isNumber(String cell) {
    return cell.length() <= LONGEST && NUMBER.matcher(cell).matches();
  }

  /** The numbers of the rows in order; rows that are alike stay as they are. */
  static long[] of(JsonTable table, List<By> by, JobContext context) throws IOException {
    int size = (int) Math.min(MOST, table.size());
    Key[][] keys = new Key[by.size()][size];
    for (int row = 0; row < size; row++) {
      context.checkCancelled();
      context.progress(row, size, Progress.Unit.ITEMS);
      for (int i = 0; i < keys.length; i++) {
        keys[i][row] = Key.of(table.cell(row, by.get(i).column()));
      }
    }
    Integer[] rows = IntStream.range(0, size).boxed().toArray(Integer[]::new);
    Arrays.sort(rows, comparator(keys, by));
    return Arrays.stream(rows).mapToLong(Integer::longValue).toArray();
  }

  private static Comparator<Integer> comparator(Key[][] keys, List<By> by) {
    Comparator<Integer> order = (_, _) -> 0;
    for (int i = 0; i < keys.length; i++) {
      Key[] column = keys[i];
      Comparator<Integer> next = (one, other) -> ORDER.compare(column[one], column[other]);
      order = order.thenComparing(by.get(i).descending() ? next.reversed() : next);
    }
    return order;
  }
}
