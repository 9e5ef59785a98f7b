package org.wirebench.fx;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * The size of a cell of a fixed-pitch font.
 *
 * @param width in pixels, not rounded, so that a run of text fits its cells
 * @param height in whole pixels
 * @param baseline from the top, in whole pixels
 */
record LogMetrics(Font font, double width, double height, double baseline) {
  private static final int SAMPLE = 64;

  static LogMetrics of(Font font) {
    Text sample = new Text("0".repeat(SAMPLE));
    sample.setFont(font);
    double height = Math.ceil(sample.getLayoutBounds().getHeight());
    return new LogMetrics(
        font,
        sample.getLayoutBounds().getWidth() / SAMPLE,
        Math.max(1, height),
        Math.round(sample.getBaselineOffset()));
  }
}
