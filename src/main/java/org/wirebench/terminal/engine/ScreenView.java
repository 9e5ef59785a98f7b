package org.wirebench.terminal.engine;

import java.util.Optional;

/**
 * What can be seen of a terminal at one moment: the rows of its scrollback and behind them those of
 * its screen.
 */
public final class ScreenView {
  private final Emulation emulation;

  ScreenView(Emulation emulation) {
    this.emulation = emulation;
  }

  /** How many rows the screen has. */
  public int rows() {
    return emulation.screen().rows();
  }

  /** How many columns the screen has. */
  public int columns() {
    return emulation.screen().columns();
  }

  /** How many rows stand above the screen. */
  public int scrollback() {
    return emulation.isAlternate() ? 0 : emulation.scrollback.rows();
  }

  /** The row of the cursor on the screen, from 0. */
  public int cursorRow() {
    return emulation.cursor.row;
  }

  /** The column of the cursor, from 0. */
  public int cursorColumn() {
    return emulation.cursor.column;
  }

  /** Whether the next character goes to the next row, because this one is full. */
  public boolean wrapsNext() {
    return emulation.cursor.wrapsNext;
  }

  /** The text of a row of the screen, from 0, without what was never written at its end. */
  public String text(int row) {
    Line line = emulation.screen().line(row);
    StringBuilder text = new StringBuilder();
    int end = line.written();
    for (int column = 0; column < end; column++) {
      text.append(cell(line, column));
    }
    return text.toString();
  }

  /** The text of a cell: empty for the right half of a wide character, a space where none is. */
  public String cell(int row, int column) {
    return cell(emulation.screen().line(row), column);
  }

  private String cell(Line line, int column) {
    int cell = line.cells[column];
    if (cell == Cell.TAIL) {
      return "";
    }
    if (cell == Cell.EMPTY) {
      return " ";
    }
    return Cell.isCluster(cell)
        ? emulation.clusters.text(Cell.value(cell))
        : Character.toString(Cell.value(cell));
  }

  /** How many columns the character of a cell takes: 1 or 2; 0 for the right half of a wide one. */
  public int width(int row, int column) {
    int cell = emulation.screen().line(row).cells[column];
    return cell == Cell.TAIL ? 0 : Cell.isWide(cell) ? 2 : 1;
  }

  /** How a cell looks, see {@link Style}. */
  public long style(int row, int column) {
    return emulation.screen().line(row).styles[column];
  }

  /** The colour of the underline of a cell; the default is that of its text. */
  public int underlineColor(int row, int column) {
    return Extra.underlineColor(emulation.screen().line(row).extra(column));
  }

  /** The address that a cell links to. */
  public Optional<String> link(int row, int column) {
    int link = Extra.link(emulation.screen().line(row).extra(column));
    return link == 0 ? Optional.empty() : emulation.links.address(link);
  }

  /** Whether the text of a row goes on in the next one. */
  public boolean wraps(int row) {
    return emulation.screen().line(row).wraps;
  }

  /** The text of a row of the scrollback, from 0. */
  public String scrollbackText(int row) {
    Line line = new Line(columns());
    emulation.scrollback.read(row, line);
    StringBuilder text = new StringBuilder();
    for (int column = 0; column < line.written(); column++) {
      text.append(cell(line, column));
    }
    return text.toString();
  }

  /** Whether the text of a row of the scrollback goes on in the next one, or on the screen. */
  public boolean scrollbackWraps(int row) {
    Line line = new Line(columns());
    emulation.scrollback.read(row, line);
    return line.wraps;
  }

  /** How many clusters of code points are kept for the cells of both screens. */
  int clusters() {
    return emulation.clusters.size();
  }

  /** What the scrollback takes of the heap, in bytes. */
  public long scrollbackHeap() {
    return emulation.scrollback.heap();
  }

  /** The title of the window. */
  public String title() {
    return emulation.titles.title();
  }
}
