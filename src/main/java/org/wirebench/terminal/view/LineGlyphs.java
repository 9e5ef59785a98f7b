package org.wirebench.terminal.view;

/** The block Box Drawing of Unicode. */
final class LineGlyphs {
  static final int FIRST = 0x2500;
  static final int LAST = 0x257f;

  private static final int ARCS = 0x256d;
  private static final int DIAGONALS = 0x2571;
  private static final int HALVES = 0x2574;

  /** Four numbers for each: how heavy the lines are to the left, up, to the right and down. */
  private static final String WEIGHTS =
      // ─━│┃┄┅┆┇ ┈┉┊┋┌┍┎┏ ┐┑┒┓└┕┖┗ ┘┙┚┛├┝┞┟
      "10102020010102021010202001010202"
          + "10102020010102020011002100120022"
          + "10012001100220020110012002100220"
          + "11002100120022000111012102110112"
          // ┠┡┢┣┤┥┦┧ ┨┩┪┫┬┭┮┯ ┰┱┲┳┴┵┶┷ ┸┹┺┻┼┽┾┿
          + "02120221012202221101210112011102"
          + "12022201210222021011201110212021"
          + "10122012102220221110211011202120"
          + "12102210122022201111211111212121"
          // ╀╁╂╃╄╅╆╇ ╈╉╊╋╌╍╎╏ ═║╒╓╔╕╖╗ ╘╙╚╛╜╝╞╟
          + "12111112121222111221211211222221"
          + "21222212122222221010202001010202"
          + "30300303003100130033300110033003"
          + "01300310033031001300330001310313"
          // ╠╡╢╣╤╥╦╧ ╨╩╪╫╬╭╮╯ ╰╱╲╳╴╵╶╷ ╸╹╺╻╼╽╾╿
          + "03333101130333033031101330333130"
          + "13103330313113133333001110011100"
          + "01100000000000001000010000100001"
          + "20000200002000021020010220100201";

  private LineGlyphs() {}

  static void draw(GlyphCell cell, int codePoint) {
    int dashes = dashes(codePoint);
    if (dashes > 0) {
      drawDashes(cell, codePoint, dashes);
    } else if (codePoint < ARCS || codePoint >= HALVES) {
      new Joint(cell, weights(codePoint)).draw();
    } else if (codePoint < DIAGONALS) {
      drawArc(cell, weights(codePoint));
    } else {
      drawDiagonals(cell, codePoint - DIAGONALS + 1);
    }
  }

  private static int[] weights(int codePoint) {
    int[] weights = new int[4];
    for (int arm = 0; arm < weights.length; arm++) {
      weights[arm] = WEIGHTS.charAt(weights.length * (codePoint - FIRST) + arm) - '0';
    }
    return weights;
  }

  /** How many dashes a line has, 0 for one without gaps. */
  private static int dashes(int codePoint) {
    return switch (codePoint) {
      case 0x254c, 0x254d, 0x254e, 0x254f -> 2;
      case 0x2504, 0x2505, 0x2506, 0x2507 -> 3;
      case 0x2508, 0x2509, 0x250a, 0x250b -> 4;
      default -> 0;
    };
  }

  /** Draws dashes with gaps of a third; the last gap is at the edge, for the next cell. */
  private static void drawDashes(GlyphCell cell, int codePoint, int count) {
    int[] weights = weights(codePoint);
    boolean horizontal = weights[Joint.LEFT] > 0;
    Course along = new Course(horizontal ? cell.width : cell.height, cell.light);
    Course across = new Course(horizontal ? cell.height : cell.width, cell.light);
    int weight = Math.max(weights[Joint.LEFT], weights[Joint.UP]);
    int gap = Math.max(1, GlyphCell.part(1, 3 * count, along.size()));
    for (int i = 0; i < count; i++) {
      int from = GlyphCell.part(i, count, along.size());
      int to = Math.max(from + 1, GlyphCell.part(i + 1, count, along.size()) - gap);
      if (horizontal) {
        cell.fill(from, across.start(weight), to, across.end(weight));
      } else {
        cell.fill(across.start(weight), from, across.end(weight), to);
      }
    }
  }

  private static void drawArc(GlyphCell cell, int[] weights) {
    int light = cell.light;
    double x = new Course(cell.width, light).start(Course.LIGHT) + light / 2.0;
    double y = new Course(cell.height, light).start(Course.LIGHT) + light / 2.0;
    // Short of the edge, where it is straight, so that the pixels there are full.
    double radius = Math.min(Math.min(x, cell.width - x), Math.min(y, cell.height - y)) - 0.5;
    double toX = weights[Joint.LEFT] > 0 ? 0 : cell.width;
    double toY = weights[Joint.UP] > 0 ? 0 : cell.height;
    cell.strokeRounded(light, radius, toX, y, x, y, x, toY);
  }

  /**
   * @param which 1 for that rising to the right, 2 for that falling, 3 for both
   */
  private static void drawDiagonals(GlyphCell cell, int which) {
    double width = cell.width;
    double height = cell.height;
    double slant = cell.light / 2.0 * Math.hypot(width, height);
    double dx = slant / height;
    double dy = slant / width;
    if ((which & 1) != 0) {
      cell.fillShape(width - dx, 0, width, 0, width, dy, dx, height, 0, height, 0, height - dy);
    }
    if ((which & 2) != 0) {
      cell.fillShape(0, 0, dx, 0, width, height - dy, width, height, width - dx, height, 0, dy);
    }
  }
}
