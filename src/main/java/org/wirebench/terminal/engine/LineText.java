package org.wirebench.terminal.engine;

import java.util.Arrays;

/**
 * The text of a line, or of a part of one that is very long (some thousand cells), to be searched
 * and copied. It does not change, and may be kept.
 */
public final class LineText {
  private final Position begin;
  private final int end;
  private final boolean goesOn;
  private final Prompt prompt;
  private final String text;

  /** The cell of each code unit, counted from the beginning. */
  private final int[] cells;

  LineText(Part part) {
    Text from = part.text;
    StringBuilder all = new StringBuilder(from.length);
    int[] at = new int[from.length];
    for (int cell = 0; cell < from.length; cell++) {
      String one = Cell.text(from.cells[cell], part.clusters);
      if (all.length() + one.length() > at.length) {
        at = Arrays.copyOf(at, 2 * at.length + one.length());
      }
      Arrays.fill(at, all.length(), all.length() + one.length(), cell);
      all.append(one);
    }
    this.begin = new Position(part.line, part.column);
    this.end = part.column + from.length;
    this.goesOn = from.goesOn;
    this.prompt = from.prompt;
    this.text = all.toString();
    this.cells = Arrays.copyOf(at, text.length());
  }

  /** The place of its first cell: column 0, unless it is a later part of a line. */
  public Position begin() {
    return begin;
  }

  /** The place behind its last cell. */
  public Position end() {
    return new Position(begin.line(), end);
  }

  /** Whether the line goes on in the next part. */
  public boolean goesOn() {
    return goesOn;
  }

  /** Where the next part or line begins, if there is one. */
  public Position next() {
    return goesOn ? end() : new Position(begin.line() + 1, 0);
  }

  /** What a shell said of the line. */
  public Prompt prompt() {
    return prompt;
  }

  /** The text; cells that nothing was written to are spaces. */
  public String text() {
    return text;
  }

  /**
   * The place of the cell in which a character stands.
   *
   * @param index of a code unit of {@link #text}, from 0 up to its length, which gives the end
   */
  public Position position(int index) {
    return index == cells.length
        ? end()
        : new Position(begin.line(), begin.column() + cells[index]);
  }

  /**
   * The index in {@link #text} of the character that stands in a cell, with its first code unit: 0
   * for columns before it, its length for those behind it.
   *
   * @param column as {@link Position#column} has it
   */
  public int index(int column) {
    int cell = column - begin.column();
    if (column >= end) {
      return cells.length;
    }
    int low = 0;
    int high = cells.length;
    // The first code unit of the last character that begins at or before the cell.
    while (low < high) {
      int middle = (low + high) >>> 1;
      boolean behind = cells[middle] > cell;
      high = behind ? middle : high;
      low = behind ? low : middle + 1;
    }
    int index = Math.max(0, low - 1);
    while (index > 0 && cells[index - 1] == cells[index]) {
      index--;
    }
    return index;
  }
}
