package org.wirebench.terminal.view;

/** Straight lines from the edges of a cell to its middle, where they join. */
final class Joint {
  static final int LEFT = 0;
  static final int UP = 1;

  private static final int ARMS = 4;

  private final GlyphCell cell;
  private final int[] weights;
  private final Course columns;
  private final Course rows;

  /**
   * @param weights those of the lines to the left, up, to the right and down, see {@link Course}
   */
  Joint(GlyphCell cell, int[] weights) {
    this.cell = cell;
    this.weights = weights;
    columns = new Course(cell.width, cell.light);
    rows = new Course(cell.height, cell.light);
  }

  void draw() {
    for (int arm = 0; arm < ARMS; arm++) {
      if (weights[arm] == Course.DOUBLE) {
        drawDouble(arm);
      } else if (weights[arm] != Course.NONE) {
        drawSingle(arm);
      }
    }
  }

  private static boolean isHorizontal(int arm) {
    return arm % 2 == LEFT;
  }

  private Course along(int arm) {
    return isHorizontal(arm) ? columns : rows;
  }

  private Course across(int arm) {
    return isHorizontal(arm) ? rows : columns;
  }

  /** What crosses this arm: from the left for a vertical one, from above for a horizontal one. */
  private int before(int arm) {
    return weights[isHorizontal(arm) ? UP : LEFT];
  }

  /** What crosses this arm from the other side. */
  private int behind(int arm) {
    return weights[2 + (isHorizontal(arm) ? UP : LEFT)];
  }

  private void drawSingle(int arm) {
    boolean ends = weights[(arm + 2) % ARMS] == Course.NONE;
    boolean stops = ends && before(arm) == Course.DOUBLE && behind(arm) == Course.DOUBLE;
    Course across = across(arm);
    fill(arm, across.start(weights[arm]), across.end(weights[arm]), stops);
  }

  /** Both lines of a double one; each turns into that of a double one on its side. */
  private void drawDouble(int arm) {
    Course across = across(arm);
    fill(
        arm, across.start(Course.DOUBLE), across.start(Course.LIGHT), before(arm) == Course.DOUBLE);
    fill(arm, across.end(Course.LIGHT), across.end(Course.DOUBLE), behind(arm) == Course.DOUBLE);
  }

  /**
   * Fills a line from the edge.
   *
   * @param stops whether it ends in the nearer line of the double one that crosses it; otherwise
   *     behind all that cross it
   */
  private void fill(int arm, int from, int to, boolean stops) {
    Course along = along(arm);
    int crossing = Math.max(before(arm), behind(arm));
    if (arm <= UP) {
      fill(arm, 0, from, stops ? along.start(Course.LIGHT) : along.end(crossing), to);
    } else {
      int start = stops ? along.end(Course.LIGHT) : along.start(crossing);
      fill(arm, start, from, along.size(), to);
    }
  }

  private void fill(int arm, int start, int from, int end, int to) {
    if (isHorizontal(arm)) {
      cell.fill(start, from, end, to);
    } else {
      cell.fill(from, start, to, end);
    }
  }
}
