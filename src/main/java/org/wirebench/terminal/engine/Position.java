package org.wirebench.terminal.engine;

import java.util.Comparator;

/**
 * A place in what a program wrote, whatever the width of the terminal, and however far it has
 * scrolled.
 *
 * @param line the number of a line as the program ended it, over however many rows it goes, from 0
 *     for the first there was. A line keeps it when it leaves the screen, when older ones are
 *     dropped and when the width changes. On the screen it is as stable as the order of the lines:
 *     a program that inserts or removes lines, or joins or parts them, numbers those below anew.
 * @param column the cell in that line, from 0; a wide character has two
 */
public record Position(long line, int column) implements Comparable<Position> {
  private static final Comparator<Position> ORDER =
      Comparator.comparingLong(Position::line).thenComparingInt(Position::column);

  @Override
  public int compareTo(Position other) {
    return ORDER.compare(this, other);
  }
}
