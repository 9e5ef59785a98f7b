package org.wirebench.core.workspace;

/**
 * A place in a file.
 *
 * @param line from 1; 0 where the place is not known
 * @param column in characters, from 1; 0 where the place is not known
 */
public record Mark(int line, int column) {
  /** No place: what was typed into a form, or made by the program. */
  public static final Mark NONE = new Mark(0, 0);

  /** Whether this is a place at all. */
  public boolean isKnown() {
    return line > 0;
  }
}
