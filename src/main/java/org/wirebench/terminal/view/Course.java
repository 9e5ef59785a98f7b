package org.wirebench.terminal.view;

/**
 * Where lines run between two opposite edges of a cell: the same for all glyphs, so that those of
 * neighbours meet. A double line has its gap where a light one would be.
 *
 * @param size how far the edges are from each other, in pixels
 * @param light how thick a light line is, in pixels
 */
record Course(int size, int light) {
  static final int NONE = 0;
  static final int LIGHT = 1;
  static final int HEAVY = 2;
  static final int DOUBLE = 3;

  /** The first pixel of a line of this weight; the middle where there is none. */
  int start(int weight) {
    return (size - weight * light) / 2;
  }

  /** Behind the last pixel of a line of this weight. */
  int end(int weight) {
    return start(weight) + weight * light;
  }
}
