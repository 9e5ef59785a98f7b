package org.wirebench.fx;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * The size of a cell of a fixed-pitch font, in units of the scene.
 *
 * @param width not rounded, so that a run of text fits its cells
 * @param height in whole pixels of the screen
 * @param baseline from the top, in whole pixels of the screen
 * @param scale how many pixels of the screen a unit of the scene is
 */
record LogMetrics(Font font, double width, double height, double baseline, double scale) {
  private static final int SAMPLE = 64;

  static LogMetrics of(Font font, double scale) {
    Text sample = new Text("0".repeat(SAMPLE));
    sample.setFont(font);
    double height = Math.ceil(sample.getLayoutBounds().getHeight() * scale);
    return new LogMetrics(
        font,
        sample.getLayoutBounds().getWidth() / SAMPLE,
        Math.max(1, height) / scale,
        Math.round(sample.getBaselineOffset() * scale) / scale,
        scale);
  }

  /** The length that is nearest to this one in whole pixels of the screen. */
  double snap(double length) {
    return Math.round(length * scale) / scale;
  }
}
