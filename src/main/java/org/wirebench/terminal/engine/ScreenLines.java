package org.wirebench.terminal.engine;

import java.util.Arrays;

/**
 * The lines that the rows of a screen are of, at one moment. The first one may have begun above the
 * screen.
 */
final class ScreenLines {
  private final Screen screen;
  private final Clusters clusters;
  private final Position begin;
  private final Text open;

  /** The first row of the part that begins with what is above the screen. */
  private final int openRow;

  /** How many rows of the first part are above the screen. */
  private final int openRows;

  private final long[] lines;

  /** Where in its line each row begins. */
  private final int[] columns;

  /** The first row of the part that each row is of. */
  private final int[] parts;

  /**
   * @param begin the place of the first cell of {@code open}, or else of the screen
   * @param open what is above the screen of the line of the first row; may be empty
   * @param openRow its first row
   */
  ScreenLines(Screen screen, Clusters clusters, Position begin, Text open, int openRow) {
    this.screen = screen;
    this.clusters = clusters;
    this.begin = begin;
    this.open = open;
    this.openRow = openRow;
    this.openRows = open.length == 0 ? 0 : open.rows(screen.columns());
    this.lines = new long[screen.rows()];
    this.columns = new int[screen.rows()];
    this.parts = new int[screen.rows()];
    number();
  }

  /** Long lines are parted where the scrollback will part them. */
  private void number() {
    long line = begin.line();
    int column = begin.column();
    int length = open.length;
    int first = 0;
    for (int row = 0; row < lines.length; row++) {
      lines[row] = line;
      columns[row] = column + length;
      parts[row] = first;
      length += screen.line(row).used();
      if (!screen.line(row).wraps) {
        line++;
        column = 0;
      } else if (length < Scrollback.LONGEST_RECORD) {
        continue;
      } else {
        column += length;
      }
      length = 0;
      first = row + 1;
    }
  }

  /** The first place that is on the screen or in the open line. */
  Position first() {
    return begin;
  }

  long lastLine() {
    return lines[lines.length - 1];
  }

  /** Behind the last row, counted as {@code openRow} is. */
  int endRow() {
    return openRow + openRows + lines.length;
  }

  /** The part that has a row, counted as {@code openRow} is. */
  Part atRow(int row) {
    return part(Math.clamp(row - openRow - openRows, 0, lines.length - 1));
  }

  /** The part that has a place, or else the last before it. */
  Part at(Position position) {
    int row = lines.length - 1;
    while (row > 0 && new Position(lines[row], columns[row]).compareTo(position) > 0) {
      row--;
    }
    return part(row);
  }

  private Part part(int row) {
    int first = parts[row];
    int above = first == 0 ? openRows : 0;
    int end = first + 1;
    while (end < lines.length && parts[end] == first) {
      end++;
    }
    Text text = new Text();
    if (above > 0) {
      text.prompt = open.prompt;
      text.size = open.size;
      text.add(open);
    }
    int[] starts = Arrays.copyOf(Part.starts(text, screen.columns()), above + end - first);
    for (int each = first; each < end; each++) {
      starts[above + each - first] = text.length;
      text.add(screen.line(each));
    }
    text.goesOn = end < lines.length && screen.line(end - 1).wraps;
    int column = first == 0 ? begin.column() : columns[first];
    int firstRow = openRow + (above > 0 ? 0 : openRows + first);
    Position place = new Position(lines[first], column);
    return new Part(place, text, clusters, firstRow, screen.columns(), starts);
  }
}
