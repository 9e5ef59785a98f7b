package org.wirebench.terminal.view;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import javafx.scene.paint.Color;
import org.wirebench.testkit.Fx;

/** Cells with glyphs of {@link BoxGlyphs} beside and below each other, to be looked at. */
final class GlyphPicture {
  final int width;
  final int height;

  private final Image image;

  private GlyphPicture(Image image, int width, int height) {
    this.image = image;
    this.width = width;
    this.height = height;
  }

  /** Draws rows of glyphs in cells of this size; where there is a space, nothing. */
  static GlyphPicture of(int width, int height, String... rows) {
    return scaled(1, width, height, rows);
  }

  /** Draws rows of glyphs on a screen with so many pixels for each unit of the canvas. */
  static GlyphPicture scaled(double scale, int width, int height, String... rows) {
    Image image = Fx.call(() -> draw(scale, width, height, List.of(rows)));
    return new GlyphPicture(image, (int) (width * scale), (int) (height * scale));
  }

  private static Image draw(double scale, int width, int height, List<String> rows) {
    int columns = rows.stream().mapToInt(row -> (int) row.codePoints().count()).max().orElse(0);
    Canvas canvas = new Canvas(columns * width * scale, rows.size() * height * scale);
    canvas.getGraphicsContext2D().scale(scale, scale);
    BoxGlyphs glyphs = new BoxGlyphs(width, height, scale);
    for (int row = 0; row < rows.size(); row++) {
      int[] points = rows.get(row).codePoints().toArray();
      for (int column = 0; column < points.length; column++) {
        if (points[column] != ' ') {
          int x = column * width;
          int y = row * height;
          glyphs.draw(
              canvas.getGraphicsContext2D(), points[column], x, y, width, height, Color.WHITE);
        }
      }
    }
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setFill(Color.BLACK);
    return canvas.snapshot(parameters, null);
  }

  /** The sum of how much of each pixel is filled, of one cell. */
  double area(int column, int row) {
    double sum = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        sum += brightness(column * width + x, row * height + y);
      }
    }
    return sum;
  }

  /** How much of a pixel is filled, from 0 to 1. */
  double brightness(int x, int y) {
    PixelReader reader = Objects.requireNonNull(image.getPixelReader());
    return (reader.getArgb(x, y) & 0xff) / 255.0;
  }

  /** The pixels of a column of them, # where more than half is filled and . where not. */
  String columnAt(int x, int fromY, int toY) {
    StringBuilder pixels = new StringBuilder();
    for (int y = fromY; y < toY; y++) {
      pixels.append(brightness(x, y) > 0.5 ? '#' : '.');
    }
    return pixels.toString();
  }

  /** The pixels of a row of them. */
  String rowAt(int y, int fromX, int toX) {
    StringBuilder pixels = new StringBuilder();
    for (int x = fromX; x < toX; x++) {
      pixels.append(brightness(x, y) > 0.5 ? '#' : '.');
    }
    return pixels.toString();
  }

  /** The pixels at an edge of a cell: 0 to 3 for left, upper, right and lower. */
  String edge(int column, int row, int edge) {
    int x = column * width;
    int y = row * height;
    return switch (edge) {
      case 0 -> columnAt(x, y, y + height);
      case 1 -> rowAt(y, x, x + width);
      case 2 -> columnAt(x + width - 1, y, y + height);
      default -> rowAt(y + height - 1, x, x + width);
    };
  }

  /** All rows of pixels. */
  List<String> rows() {
    int all = (int) image.getHeight();
    return IntStream.range(0, all).mapToObj(y -> rowAt(y, 0, (int) image.getWidth())).toList();
  }

  Image image() {
    return image;
  }
}
