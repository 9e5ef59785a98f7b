package org.wirebench.terminal.engine;

import java.util.Optional;

/**
 * Where the lines of a terminal stand in its rows at one moment, those of the scrollback and of the
 * screen alike. Rows count from the first of the scrollback; while the alternate screen is shown,
 * which has none, from its own first.
 *
 * <p>To be used with the lock of the terminal held, and anew when it was not.
 */
public final class Positions {
  private static final Text NOTHING = new Text(0);

  private final Scrollback scrollback;
  private final ScreenLines screen;

  /** How many rows are in records of the scrollback. */
  private final int ended;

  Positions(Emulation emulation) {
    scrollback = emulation.scrollback;
    boolean alternate = emulation.isAlternate();
    ended = alternate ? 0 : scrollback.endedRows();
    Text open = scrollback.isOpen() && !alternate ? scrollback.open() : NOTHING;
    screen = new ScreenLines(emulation.screen(), emulation.clusters, scrollback.end(), open, ended);
  }

  /** How many rows there are, those of the screen included. */
  public int rows() {
    return screen.endRow();
  }

  /** The first place that is kept. */
  public Position first() {
    return ended == 0 ? screen.first() : scrollback.pages().first();
  }

  /** The line of the last row of the screen. */
  public long lastLine() {
    return screen.lastLine();
  }

  /** Whether the line of a place is there, and this part of it was not dropped. */
  public boolean isKept(Position position) {
    return position.line() <= lastLine() && position.compareTo(first()) >= 0;
  }

  /**
   * The place of a cell.
   *
   * @param row from 0, below {@link #rows}
   * @param column from 0; behind the end of a line it is a place to which nothing was written yet
   */
  public Position at(int row, int column) {
    return part(row).position(row, column);
  }

  /** Where a place is shown, or the nearest to it that there is. */
  public RowColumn find(Position position) {
    if (position.compareTo(first()) < 0) {
      return new RowColumn(0, 0);
    }
    if (position.line() > lastLine()) {
      return find(new Position(lastLine(), Integer.MAX_VALUE));
    }
    return part(position).place(position.column());
  }

  /**
   * The text of the line that has this place, or of the part of it that has or precedes it. Empty
   * for lines that are not there yet; for what was dropped the first text that is left.
   */
  public Optional<LineText> text(Position position) {
    return position.line() > lastLine()
        ? Optional.empty()
        : Optional.of(new LineText(part(position)));
  }

  /** The text of the line or part that ends right before this place; empty when none is kept. */
  public Optional<LineText> textBefore(Position position) {
    Position before =
        position.column() > 0
            ? new Position(position.line(), position.column() - 1)
            : new Position(position.line() - 1, Integer.MAX_VALUE);
    return before.compareTo(first()) < 0
        ? Optional.empty()
        : Optional.of(new LineText(partBefore(before)));
  }

  private Part part(int row) {
    return row < ended ? scrollback.part(row) : screen.atRow(row);
  }

  private Part part(Position position) {
    Part found = partBefore(position);
    // Where a file was lost, there may be nothing at this place.
    return found.endsBefore(position) ? part(found.endRow()) : found;
  }

  /** The part that has a place, or else the last before it. */
  private Part partBefore(Position position) {
    boolean above = ended > 0 && position.compareTo(screen.first()) < 0;
    return above ? scrollback.pages().at(position) : screen.at(position);
  }
}
