package org.wirebench.terminal.view;

/** Characters of two columns of which each part is there or not: Braille and block sextants. */
final class DotGlyphs {
  static final int FIRST_BRAILLE = 0x2800;
  static final int LAST_BRAILLE = 0x28ff;
  static final int FIRST_SEXTANT = 0x1fb00;
  static final int LAST_SEXTANT = 0x1fb3b;

  private static final int ROWS_OF_BRAILLE = 4;
  private static final int ROWS_OF_SEXTANTS = 3;

  /** The left and the right half, which are block elements, are left out among the sextants. */
  private static final int LEFT_HALF = 0b010101;

  private static final int RIGHT_HALF = 0b101010;

  /** The bit of each dot of Braille, row by row. */
  private static final int[] BRAILLE_BITS = {0, 3, 1, 4, 2, 5, 6, 7};

  private DotGlyphs() {}

  static void draw(GlyphCell cell, int codePoint) {
    if (codePoint <= LAST_BRAILLE) {
      drawBraille(cell, codePoint - FIRST_BRAILLE);
    } else {
      drawGrid(cell, sextants(codePoint), ROWS_OF_SEXTANTS);
    }
  }

  private static int sextants(int codePoint) {
    int filled = codePoint - FIRST_SEXTANT + 1;
    filled += filled >= LEFT_HALF ? 1 : 0;
    return filled + (filled >= RIGHT_HALF ? 1 : 0);
  }

  /**
   * Fills parts of two columns.
   *
   * @param filled which parts, row by row from bit 0
   */
  static void drawGrid(GlyphCell cell, int filled, int rows) {
    for (int part = 0; part < 2 * rows; part++) {
      if ((filled >> part & 1) != 0) {
        int column = part % 2;
        int row = part / 2;
        cell.fill(
            GlyphCell.part(column, 2, cell.width),
            GlyphCell.part(row, rows, cell.height),
            GlyphCell.part(column + 1, 2, cell.width),
            GlyphCell.part(row + 1, rows, cell.height));
      }
    }
  }

  private static void drawBraille(GlyphCell cell, int dots) {
    int side = cell.dot;
    for (int at = 0; at < BRAILLE_BITS.length; at++) {
      if ((dots >> BRAILLE_BITS[at] & 1) != 0) {
        int left = middle(at % 2, 2, cell.width, side);
        int top = middle(at / 2, ROWS_OF_BRAILLE, cell.height, side);
        cell.fill(left, top, left + side, top + side);
      }
    }
  }

  /** Where a dot begins that is in the middle of its part of the cell. */
  private static int middle(int part, int of, int size, int side) {
    return Math.max(0, ((2 * part + 1) * size - of * side) / (2 * of));
  }
}
