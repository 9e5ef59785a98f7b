package org.wirebench.terminal.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A row as it looked at one moment. It is taken while the lock is held, and looked at without: so
 * that who draws keeps nobody waiting, and knows what changed since.
 */
public final class RowImage {
  private int[] cells = {};
  private long[] styles = {};
  private long @Nullable [] extras;

  /** What stands in cells of several code points; null where there are none. */
  private @Nullable String @Nullable [] clusters;

  private LineSize size = LineSize.SINGLE;
  private Prompt prompt = Prompt.NONE;

  /** Of no row yet. */
  public RowImage() {}

  /**
   * Looks like {@code row} from now on.
   *
   * @return whether it looked otherwise before
   */
  public boolean take(Row row) {
    Line line = row.line();
    @Nullable String @Nullable [] texts = clusters(row);
    if (isSame(line, texts)) {
      return false;
    }
    int columns = line.columns();
    if (cells.length != columns) {
      cells = new int[columns];
      styles = new long[columns];
    }
    System.arraycopy(line.cells, 0, cells, 0, columns);
    System.arraycopy(line.styles, 0, styles, 0, columns);
    extras = line.extras == null ? null : line.extras.clone();
    clusters = texts;
    size = line.size;
    prompt = line.prompt;
    return true;
  }

  private boolean isSame(Line line, @Nullable String @Nullable [] texts) {
    return Arrays.equals(cells, line.cells)
        && Arrays.equals(styles, line.styles)
        && Arrays.equals(extras, line.extras)
        && Arrays.equals(clusters, texts)
        && size == line.size
        && prompt == line.prompt;
  }

  private static @Nullable String @Nullable [] clusters(Row row) {
    @Nullable String[] found = null;
    for (int column = 0; column < row.columns(); column++) {
      if (Cell.isCluster(row.line().cells[column])) {
        found = found == null ? new String[row.columns()] : found;
        found[column] = row.cell(column);
      }
    }
    return found;
  }

  /** How many cells it has. */
  public int columns() {
    return cells.length;
  }

  /** Whether nothing was written to a cell. */
  public boolean isEmpty(int column) {
    return cells[column] == Cell.EMPTY;
  }

  /** Whether a cell is the right half of the wide character before it. */
  public boolean isTail(int column) {
    return cells[column] == Cell.TAIL;
  }

  /** Whether the character of a cell takes the next one too. */
  public boolean isWide(int column) {
    return Cell.isWide(cells[column]);
  }

  /** Whether the character of a cell is made of several code points. */
  public boolean isCluster(int column) {
    return Cell.isCluster(cells[column]);
  }

  /** The first code point of a cell; 0 where it {@linkplain #isEmpty is empty} or a tail. */
  public int codePoint(int column) {
    int cell = cells[column];
    if (cell == Cell.TAIL) {
      return 0;
    }
    return Cell.isCluster(cell) ? text(column).codePointAt(0) : Cell.value(cell);
  }

  /** The text of a cell: empty for the right half of a wide character, a space where none is. */
  public String text(int column) {
    String cluster = clusters == null ? null : clusters[column];
    if (cluster != null) {
      return cluster;
    }
    return isTail(column) ? "" : isEmpty(column) ? " " : Character.toString(codePoint(column));
  }

  /** The text of the row, without what was never written at its end. */
  public String text() {
    int end = cells.length;
    while (end > 0 && isEmpty(end - 1)) {
      end--;
    }
    StringBuilder all = new StringBuilder();
    for (int column = 0; column < end; column++) {
      all.append(text(column));
    }
    return all.toString();
  }

  /** How a cell looks, see {@link Style}. */
  public long style(int column) {
    return styles[column];
  }

  /** Whether any of its cells has a flag of {@link Style}. */
  public boolean has(long flag) {
    for (long style : styles) {
      if (Style.has(style, flag)) {
        return true;
      }
    }
    return false;
  }

  /** The colour of the underline of a cell; the default is that of its text. */
  public int underlineColor(int column) {
    return extras == null ? Style.DEFAULT_COLOR : Extra.underlineColor(extras[column]);
  }

  /** Whether a cell links to something (OSC 8). */
  public boolean isLink(int column) {
    return extras != null && Extra.link(extras[column]) != 0;
  }

  /** Whether two cells belong to the same link, or to none both. */
  public boolean isSameLink(int column, int other) {
    return extras == null || Extra.link(extras[column]) == Extra.link(extras[other]);
  }

  /** Whether a cell belongs to the link of a cell of another row; false where that has none. */
  public boolean isSameLink(int column, RowImage other, int otherColumn) {
    return isLink(column)
        && other.extras != null
        && extras != null
        && Extra.link(extras[column]) == Extra.link(other.extras[otherColumn]);
  }

  /** How large its characters are. */
  public LineSize size() {
    return size;
  }

  /** What a shell said of the line that begins in it. */
  public Prompt prompt() {
    return prompt;
  }
}
