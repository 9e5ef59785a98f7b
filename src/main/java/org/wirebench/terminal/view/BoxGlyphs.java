package org.wirebench.terminal.view;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/**
 * Draws the characters that lines, frames, bars and pictures are put together of: Box Drawing,
 * Block Elements, Braille Patterns, the block sextants and the separators of Powerline. What a font
 * has for them joins at one size at the best; these fill any cell to its edges.
 */
final class BoxGlyphs {
  private final double scale;
  private final GlyphCell.Sizes sizes;

  /**
   * @param width of a cell on the average, in units of the canvas: some may be a pixel wider
   * @param height of a cell, in units of the canvas
   * @param scale how many device pixels a unit of the canvas is
   */
  BoxGlyphs(double width, double height, double scale) {
    this.scale = scale;
    this.sizes = GlyphCell.Sizes.of(width * scale, height * scale);
  }

  /** Whether the character can be drawn here. */
  static boolean covers(int codePoint) {
    if (codePoint < LineGlyphs.FIRST) {
      return false;
    }
    return codePoint <= BlockGlyphs.LAST
        || isWithin(codePoint, DotGlyphs.FIRST_BRAILLE, DotGlyphs.LAST_BRAILLE)
        || isWithin(codePoint, PowerlineGlyphs.FIRST, PowerlineGlyphs.LAST)
        || isWithin(codePoint, DotGlyphs.FIRST_SEXTANT, DotGlyphs.LAST_SEXTANT);
  }

  private static boolean isWithin(int codePoint, int first, int last) {
    return codePoint >= first && codePoint <= last;
  }

  /**
   * Draws a character that {@link #covers} has; nothing else of the canvas is touched but what it
   * fills and strokes with. All edges must lie on whole device pixels.
   *
   * @param x the left edge of the cell, in units of the canvas
   * @param y the upper edge of the cell
   * @param color must be opaque, because lines cross
   */
  void draw(
      GraphicsContext canvas,
      int codePoint,
      double x,
      double y,
      double width,
      double height,
      Color color) {
    GlyphCell cell = new GlyphCell(canvas, x, y, width, height, sizes, scale);
    cell.color(color);
    if (codePoint <= LineGlyphs.LAST) {
      LineGlyphs.draw(cell, codePoint);
    } else if (codePoint <= BlockGlyphs.LAST) {
      BlockGlyphs.draw(cell, codePoint, color);
    } else if (isWithin(codePoint, PowerlineGlyphs.FIRST, PowerlineGlyphs.LAST)) {
      PowerlineGlyphs.draw(cell, codePoint);
    } else {
      DotGlyphs.draw(cell, codePoint);
    }
  }
}
