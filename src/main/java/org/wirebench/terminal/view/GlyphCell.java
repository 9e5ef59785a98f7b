package org.wirebench.terminal.view;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;

/** The cell that a glyph is drawn into, measured in device pixels from its upper left corner. */
final class GlyphCell {
  final int width;
  final int height;

  /** How thick a light line is, see {@link Sizes}. */
  final int light;

  /** How large a dot of Braille is. */
  final int dot;

  private final GraphicsContext canvas;
  private final double x;
  private final double y;
  private final double pixel;

  /**
   * What is as large in all cells, though some are a pixel wider than others.
   *
   * @param light how thick a light line is, in device pixels
   * @param dot how wide and high a dot of Braille is
   */
  record Sizes(int light, int dot) {
    /** In proportion to a cell of a usual font, whose size is given in device pixels. */
    static Sizes of(double width, double height) {
      return new Sizes(
          Math.max(1, (int) Math.round(Math.min(width / 8, height / 16))),
          Math.max(1, (int) Math.round(Math.min(width / 4, height / 8))));
    }
  }

  /**
   * @param x the left edge, in units of the canvas
   * @param y the upper edge, in units of the canvas
   * @param sizes what is as large in all cells
   * @param scale how many device pixels a unit of the canvas is
   */
  GlyphCell(
      GraphicsContext canvas,
      double x,
      double y,
      double width,
      double height,
      Sizes sizes,
      double scale) {
    this.canvas = canvas;
    this.x = x;
    this.y = y;
    this.pixel = 1 / scale;
    this.width = (int) Math.round(width * scale);
    this.height = (int) Math.round(height * scale);
    this.light = sizes.light;
    this.dot = sizes.dot;
  }

  /** Where a part of the cell ends that is divided evenly, in whole pixels. */
  static int part(int count, int of, int size) {
    return (2 * count * size + of) / (2 * of);
  }

  void color(Color color) {
    canvas.setFill(color);
    canvas.setStroke(color);
  }

  /** Fills the pixels from the left and the top up to and without those of right and bottom. */
  void fill(int left, int top, int right, int bottom) {
    if (left < right && top < bottom) {
      canvas.fillRect(
          x + left * pixel, y + top * pixel, (right - left) * pixel, (bottom - top) * pixel);
    }
  }

  /** Fills a shape whose corners are pairs of x and y. */
  void fillShape(double... corners) {
    canvas.beginPath();
    canvas.moveTo(x + corners[0] * pixel, y + corners[1] * pixel);
    for (int i = 2; i < corners.length; i += 2) {
      canvas.lineTo(x + corners[i] * pixel, y + corners[i + 1] * pixel);
    }
    canvas.closePath();
    canvas.fill();
  }

  /**
   * Draws a line from one point over a corner, which is rounded, to another.
   *
   * @param points x and y of start, corner and end
   */
  void strokeRounded(double thickness, double radius, double... points) {
    canvas.setLineWidth(thickness * pixel);
    canvas.setLineCap(StrokeLineCap.BUTT);
    canvas.beginPath();
    canvas.moveTo(x + points[0] * pixel, y + points[1] * pixel);
    double cornerX = x + points[2] * pixel;
    double cornerY = y + points[3] * pixel;
    double endX = x + points[4] * pixel;
    double endY = y + points[5] * pixel;
    canvas.arcTo(cornerX, cornerY, endX, endY, radius * pixel);
    canvas.lineTo(endX, endY);
    canvas.stroke();
  }
}
