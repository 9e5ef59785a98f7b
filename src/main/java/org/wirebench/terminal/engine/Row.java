package org.wirebench.terminal.engine;

import java.util.Optional;

/**
 * A row of a terminal, of its scrollback or its screen, as {@link ScreenView#read} reads it. It is
 * made once and read into again and again, and may be looked at while the lock is held.
 */
public final class Row {
  private Line line = new Line(0);
  private Clusters clusters = new Clusters();
  private Links links = new Links();

  /** Nothing yet. */
  public Row() {}

  void show(Line shown, Clusters clustersOfIt, Links linksOfIt) {
    line = shown;
    clusters = clustersOfIt;
    links = linksOfIt;
  }

  Line line() {
    return line;
  }

  /** How many cells it has. */
  public int columns() {
    return line.columns();
  }

  /** The text of the row, without what was never written at its end. */
  public String text() {
    StringBuilder text = new StringBuilder();
    int end = line.written();
    for (int column = 0; column < end; column++) {
      text.append(cell(column));
    }
    return text.toString();
  }

  /** The text of a cell: empty for the right half of a wide character, a space where none is. */
  public String cell(int column) {
    return Cell.text(line.cells[column], clusters);
  }

  /** How many columns the character of a cell takes: 1 or 2; 0 for the right half of a wide one. */
  public int width(int column) {
    int cell = line.cells[column];
    return cell == Cell.TAIL ? 0 : Cell.isWide(cell) ? 2 : 1;
  }

  /** How a cell looks, see {@link Style}. */
  public long style(int column) {
    return line.styles[column];
  }

  /** The colour of the underline of a cell; the default is that of its text. */
  public int underlineColor(int column) {
    return Extra.underlineColor(line.extra(column));
  }

  /** The address that a cell links to. */
  public Optional<String> link(int column) {
    int link = Extra.link(line.extra(column));
    return link == 0 ? Optional.empty() : links.address(link);
  }

  /** Whether the text goes on in the next row. */
  public boolean wraps() {
    return line.wraps;
  }

  /** How large its characters are. */
  public LineSize size() {
    return line.size;
  }

  /** What a shell said of the line that begins in it. */
  public Prompt prompt() {
    return line.prompt;
  }
}
