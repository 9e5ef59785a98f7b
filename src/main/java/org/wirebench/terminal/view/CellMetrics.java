package org.wirebench.terminal.view;

import javafx.scene.text.Font;
import javafx.scene.text.FontPosture;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/**
 * The size of a cell, in units of the canvas, and the fonts that are drawn in it.
 *
 * @param width not rounded, so that a run of text fits its cells
 * @param height in whole pixels of the screen
 * @param baseline from the top, in whole pixels of the screen
 * @param scale how many pixels of the screen a unit of the canvas is
 */
record CellMetrics(
    Font regular,
    Font bold,
    Font italic,
    double width,
    double height,
    double baseline,
    double scale) {
  private static final int SAMPLE = 64;

  /**
   * @param lineHeight how high a row is, as a part of what the font asks for
   * @param scale how many pixels of the screen a unit of the canvas is
   */
  static CellMetrics of(String family, double size, double lineHeight, double scale) {
    Font regular = Font.font(family, size);
    Text sample = new Text("0".repeat(SAMPLE));
    sample.setFont(regular);
    double asked = sample.getLayoutBounds().getHeight();
    double height = Math.max(1, Math.ceil(asked * lineHeight * scale)) / scale;
    return new CellMetrics(
        regular,
        Font.font(family, FontWeight.BOLD, size),
        Font.font(family, FontPosture.ITALIC, size),
        sample.getLayoutBounds().getWidth() / SAMPLE,
        height,
        snap(sample.getBaselineOffset() + (height - asked) / 2, scale),
        scale);
  }

  private static double snap(double length, double scale) {
    return Math.round(length * scale) / scale;
  }

  /** The length that is nearest to this one in whole pixels of the screen. */
  double snap(double length) {
    return snap(length, scale);
  }

  /** How thick a line is that has this thickness at best: a pixel of the screen at least. */
  double thick(double best) {
    return Math.max(1 / scale, snap(best));
  }

  /**
   * Where a column begins: on a whole pixel of the screen, so that neighbours touch and do not
   * overlap.
   */
  double x(int column) {
    return snap(column * width);
  }

  /** The column at a distance from the left edge, which may be outside. */
  int column(double x) {
    return (int) Math.floor(x / width);
  }
}
