package org.wirebench.fx;

import java.io.IOException;
import java.util.Arrays;
import org.wirebench.core.bytes.Escapes;
import org.wirebench.core.text.Messages;

/**
 * One row of a log view as it is laid out on cells.
 *
 * <p>A row longer than {@link LogView#LONGEST} is cut, with a mark at its end: the text engine of
 * the toolkit and the eye of the reader both fail at a line of a megabyte.
 */
final class LogLine {
  private static final Messages TEXT = Messages.of(LogLine.class);
  static final String CUT = " …";
  static final String GOES_ON = "…";

  private final Row row;
  private final String text;

  /** The first cell of each char, and the cell after the last; null where it is the index. */
  private final int[] cells;

  private final boolean simple;

  LogLine(Row row) {
    this.row = row;
    this.text = cut(row.text());
    this.simple = Cells.isSimple(text);
    this.cells = simple ? new int[0] : cellsOf(text);
  }

  /** What stands in the place of a row that cannot be read. */
  static String unreadable(IOException why) {
    return TEXT.get("log.unreadable", Escapes.display(String.valueOf(why.getMessage())));
  }

  private static String cut(String text) {
    if (text.length() <= LogView.LONGEST) {
      return text;
    }
    boolean splits = Character.isHighSurrogate(text.charAt(LogView.LONGEST - 1));
    return text.substring(0, splits ? LogView.LONGEST - 1 : LogView.LONGEST) + CUT;
  }

  private static int[] cellsOf(String text) {
    int[] cells = new int[text.length() + 1];
    int cell = 0;
    int index = 0;
    while (index < text.length()) {
      int codePoint = text.codePointAt(index);
      int count = Character.charCount(codePoint);
      cells[index] = cell;
      if (count == 2) {
        cells[index + 1] = cell;
      }
      cell += Cells.width(codePoint);
      index += count;
    }
    cells[index] = cell;
    return cells;
  }

  Row row() {
    return row;
  }

  /**
   * What stands before a line of the row: nothing where the row before says the same, so that what
   * came at once is seen as one; but the top of the screen always says when.
   *
   * @param line from 0
   */
  String gutter(int line, boolean topmost) {
    return topmost || (line == 0 && !row.repeats()) ? row.gutter() : "";
  }

  /** The marker of a line of the row; {@link #GOES_ON} where it is not the beginning of one. */
  String sign(int line) {
    boolean marked = row.kind() != Row.Kind.PLAIN && (line > 0 || row.continues());
    return marked ? GOES_ON : row.kind().sign();
  }

  /** What is drawn. */
  String text() {
    return text;
  }

  /** Whether the text can be drawn in one go. */
  boolean isSimple() {
    return simple;
  }

  /** The cell at which the char of that index begins. */
  int cell(int index) {
    int at = Math.clamp(index, 0, text.length());
    return simple ? at : cells[at];
  }

  /** The index of the char that begins nearest to that cell. */
  int index(int cell) {
    if (simple) {
      return Math.clamp(cell, 0, text.length());
    }
    int found = Arrays.binarySearch(cells, cell);
    int at = found >= 0 ? found : Math.max(0, -found - 2);
    while (at > 0 && cells[at - 1] == cells[at]) {
      at--;
    }
    return Math.min(at, text.length());
  }

  /** How many cells it takes. */
  int width() {
    return cell(text.length());
  }

  /** How many lines it takes, each of {@code columns} cells; 0 columns mean that it is one line. */
  int lines(int columns) {
    return columns == 0 ? 1 : Math.max(1, (width() + columns - 1) / columns);
  }
}
