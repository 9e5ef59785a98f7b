package org.wirebench.terminal.view;

import javafx.scene.paint.Color;

/** The block Block Elements of Unicode. */
final class BlockGlyphs {
  static final int FIRST = 0x2580;
  static final int LAST = 0x259f;

  private static final int EIGHTHS = 8;
  private static final int FULL = 0x2588;
  private static final int RIGHT_HALF = 0x2590;
  private static final int DARK_SHADE = 0x2593;
  private static final int UPPER_EIGHTH = 0x2594;
  private static final int RIGHT_EIGHTH = 0x2595;
  private static final int QUADRANTS = 0x2596;

  /** For each of the last ten, the quadrants row by row from bit 0. */
  private static final int[] FILLED = {4, 8, 1, 13, 9, 7, 11, 2, 6, 14};

  private BlockGlyphs() {}

  static void draw(GlyphCell cell, int codePoint, Color color) {
    if (codePoint >= QUADRANTS) {
      DotGlyphs.drawGrid(cell, FILLED[codePoint - QUADRANTS], 2);
    } else if (codePoint > RIGHT_HALF && codePoint <= DARK_SHADE) {
      double opacity = (codePoint - RIGHT_HALF) / 4.0;
      cell.color(color.deriveColor(0, 1, 1, opacity));
      cell.fill(0, 0, cell.width, cell.height);
    } else {
      drawBar(cell, codePoint);
    }
  }

  private static void drawBar(GlyphCell cell, int codePoint) {
    switch (codePoint) {
      case FIRST -> fill(cell, 0, 0, EIGHTHS, EIGHTHS / 2);
      case RIGHT_HALF -> fill(cell, EIGHTHS / 2, 0, EIGHTHS, EIGHTHS);
      case UPPER_EIGHTH -> fill(cell, 0, 0, EIGHTHS, 1);
      case RIGHT_EIGHTH -> fill(cell, EIGHTHS - 1, 0, EIGHTHS, EIGHTHS);
      default -> {
        int above = Math.max(0, FULL - codePoint);
        int right = Math.max(0, codePoint - FULL);
        fill(cell, 0, above, EIGHTHS - right, EIGHTHS);
      }
    }
  }

  /** Fills from one eighth of the cell to another. */
  private static void fill(GlyphCell cell, int left, int top, int right, int bottom) {
    cell.fill(
        GlyphCell.part(left, EIGHTHS, cell.width),
        GlyphCell.part(top, EIGHTHS, cell.height),
        GlyphCell.part(right, EIGHTHS, cell.width),
        GlyphCell.part(bottom, EIGHTHS, cell.height));
  }
}
