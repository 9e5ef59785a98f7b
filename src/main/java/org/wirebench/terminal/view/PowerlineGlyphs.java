package org.wirebench.terminal.view;

/** The separators that Powerline made customary, in the private use area. */
final class PowerlineGlyphs {
  static final int FIRST = 0xe0b0;
  static final int LAST = 0xe0b3;

  private PowerlineGlyphs() {}

  static void draw(GlyphCell cell, int codePoint) {
    boolean toTheRight = codePoint < FIRST + 2;
    boolean solid = (codePoint - FIRST) % 2 == 0;
    double base = toTheRight ? 0 : cell.width;
    double tip = cell.width - base;
    double middle = cell.height / 2.0;
    if (solid) {
      cell.fillShape(base, 0, tip, middle, base, cell.height);
      return;
    }
    double slant = cell.light * Math.hypot(cell.width, middle) / middle;
    double inner = toTheRight ? slant : cell.width - slant;
    double bend = cell.width - inner;
    cell.fillShape(
        base, 0, inner, 0, tip, middle, inner, cell.height, base, cell.height, bend, middle);
  }
}
