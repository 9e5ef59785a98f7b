package org.wirebench.terminal.engine;

/**
 * A place in the rows of a terminal, as they are at this moment.
 *
 * @param row from 0, which is the first of the scrollback; those of the screen come behind it
 * @param column from 0; the number of columns is behind the last cell
 */
public record RowColumn(int row, int column) {}
