package org.wirebench.terminal.view;

/**
 * How large a terminal is, in characters.
 *
 * @param rows from 1
 * @param columns from 1
 */
public record TerminalSize(int rows, int columns) {}
