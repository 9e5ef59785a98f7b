package org.wirebench.terminal.view;

import javafx.scene.text.Font;
import javafx.scene.text.FontPosture;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/**
 * The size of a cell, and the fonts that are drawn in it.
 *
 * @param width in pixels, not rounded, so that a run of text fits its cells
 * @param height in whole pixels
 * @param baseline from the top, in whole pixels
 */
record CellMetrics(
    Font regular, Font bold, Font italic, double width, double height, double baseline) {
  private static final int SAMPLE = 64;

  /**
   * @param lineHeight how high a row is, as a part of what the font asks for
   */
  static CellMetrics of(String family, double size, double lineHeight) {
    Font regular = Font.font(family, size);
    Text sample = new Text("0".repeat(SAMPLE));
    sample.setFont(regular);
    double asked = sample.getLayoutBounds().getHeight();
    double height = Math.max(1, Math.ceil(asked * lineHeight));
    return new CellMetrics(
        regular,
        Font.font(family, FontWeight.BOLD, size),
        Font.font(family, FontPosture.ITALIC, size),
        sample.getLayoutBounds().getWidth() / SAMPLE,
        height,
        Math.round(sample.getBaselineOffset() + (height - asked) / 2));
  }

  /** Where a column begins: on a whole pixel, so that neighbours touch and do not overlap. */
  double x(int column) {
    return Math.round(column * width);
  }

  /** The column at a distance from the left edge, which may be outside. */
  int column(double x) {
    return (int) Math.floor(x / width);
  }
}
