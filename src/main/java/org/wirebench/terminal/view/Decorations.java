package org.wirebench.terminal.view;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.wirebench.terminal.engine.Style;

/** Draws the lines below, through and above text. */
final class Decorations {
  private final GraphicsContext canvas;

  Decorations(GraphicsContext canvas) {
    this.canvas = canvas;
  }

  /** The cells from {@code from} up to and without {@code to} of a row. */
  record Place(CellMetrics metrics, int from, int to, double top) {
    double left() {
      return metrics.x(from);
    }

    double width() {
      return metrics.x(to) - left();
    }

    double thick() {
      return metrics.thick(metrics.height() / 16);
    }

    /** The top of a line below the text: inside the row, even where that is low. */
    double under() {
      return top + Math.min(metrics.baseline() + thick(), metrics.height() - 2 * thick());
    }
  }

  /**
   * @param text the colour of the text, which the lines through and above it have too
   * @param underline the colour of the lines below
   */
  void draw(Place at, long style, Color text, Color underline) {
    canvas.setFill(underline);
    double thick = at.thick();
    switch (Style.underline(style)) {
      case NONE -> {}
      case SINGLE -> line(at, at.under());
      case DOUBLE -> {
        line(at, at.under() - thick);
        line(at, at.under() + thick);
      }
      case CURLY -> curly(at, underline);
      case DOTTED -> dashed(at, thick, 2 * thick);
      case DASHED -> dashed(at, at.metrics().width() / 2, at.metrics().width() * 3 / 4);
    }
    canvas.setFill(text);
    if (Style.has(style, Style.STRIKE)) {
      line(at, at.top() + at.metrics().snap(at.metrics().baseline() * 0.68));
    }
    if (Style.has(style, Style.OVERLINE)) {
      line(at, at.top());
    }
  }

  /** The line of a link: dotted until the mouse is there. */
  void link(Place at, Color color, boolean hovered) {
    canvas.setFill(color);
    if (hovered) {
      line(at, at.under());
    } else {
      dashed(at, at.thick(), 3 * at.thick());
    }
  }

  private void line(Place at, double y) {
    canvas.fillRect(at.left(), y, at.width(), at.thick());
  }

  private void dashed(Place at, double length, double step) {
    // Counted from the left edge, so that a line goes on where its cells are drawn one by one.
    double end = at.left() + at.width();
    for (double x = Math.ceil(at.left() / step) * step; x < end; x += step) {
      canvas.fillRect(x, at.under(), Math.min(length, end - x), at.thick());
    }
  }

  private void curly(Place at, Color color) {
    canvas.setStroke(color);
    canvas.setLineWidth(at.thick());
    canvas.setLineDashes();
    double wave = at.metrics().width();
    double high = Math.max(1, at.thick());
    double middle = at.under() + at.thick() / 2;
    canvas.beginPath();
    for (double x = at.left(); x <= at.left() + at.width(); x++) {
      double y = middle + high * Math.sin(2 * Math.PI * x / wave);
      if (x == at.left()) {
        canvas.moveTo(x, y);
      } else {
        canvas.lineTo(x, y);
      }
    }
    canvas.stroke();
  }
}
