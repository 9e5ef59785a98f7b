package org.wirebench.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.FontSmoothingType;

/** Draws the lines of a log view that are on the screen, and nothing else. */
final class LogPainter {
  private static final double BAR = 2;

  private final GraphicsContext canvas;
  private final LogColors colors;

  LogPainter(GraphicsContext canvas, LogColors colors) {
    this.canvas = canvas;
    this.colors = colors;
  }

  /**
   * Where one line goes.
   *
   * @param left where the text begins, in pixels
   * @param top in pixels
   * @param fromCell the first cell of the row that is on this line
   * @param cells how many cells there is room for
   */
  record Place(double left, double top, int fromCell, int cells) {
    boolean shows(int from, int to) {
      return to > fromCell && from < fromCell + cells;
    }

    double x(int cell, LogMetrics metrics) {
      return left + (Math.clamp(cell, fromCell, fromCell + cells) - fromCell) * metrics.width();
    }
  }

  /** What all lines have before them: so many cells. */
  record Gutter(int columns, LogMetrics metrics) {}

  void begin(double width, double height, LogMetrics metrics) {
    canvas.clearRect(0, 0, width, height);
    canvas.setFont(metrics.font());
    canvas.setFontSmoothingType(FontSmoothingType.GRAY);
  }

  /** Marks the row that details are shown of. */
  void current(double top, double width, LogMetrics metrics) {
    fill(colors.current.getValue(), 0, top, width, metrics.height());
  }

  /** The time and the marker before a line of a row. */
  void gutter(LogLine line, int number, boolean topmost, double top, Gutter gutter) {
    LogMetrics metrics = gutter.metrics();
    double baseline = top + metrics.baseline();
    canvas.setFill(colors.quiet.getValue());
    canvas.fillText(line.gutter(number, topmost), LogView.PAD, baseline);
    String sign = line.sign(number);
    if (!sign.isEmpty()) {
      boolean quiet = sign.equals(LogLine.GOES_ON);
      canvas.setFill(quiet ? colors.quiet.getValue() : colors.of(line.row().kind()));
      canvas.fillText(sign, LogView.PAD + (gutter.columns() - 2) * metrics.width(), baseline);
    }
  }

  /** Marks the chars from {@code from} to {@code to} as selected; to the edge if {@code open}. */
  void selected(LogLine line, int from, int to, boolean open, Place place, LogMetrics metrics) {
    int end = open ? Integer.MAX_VALUE : line.cell(to);
    mark(colors.selection.getValue(), line.cell(from), end, place, metrics);
  }

  /** Marks the parts that the row says are searched for. */
  void matches(LogLine line, Place place, LogMetrics metrics) {
    for (Row.Span span : line.row().spans()) {
      if (span.style() == Row.Style.MATCH) {
        mark(colors.match.getValue(), line.cell(span.from()), line.cell(span.to()), place, metrics);
      }
    }
  }

  /** Marks what is searched for. */
  void matches(LogLine line, String wanted, Place place, LogMetrics metrics) {
    String text = line.text().toLowerCase(Locale.ROOT);
    String part = wanted.toLowerCase(Locale.ROOT);
    for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
      mark(colors.match.getValue(), line.cell(at), line.cell(at + part.length()), place, metrics);
    }
  }

  /** The place where the keyboard is. */
  void caret(LogLine line, int index, Place place, LogMetrics metrics) {
    int cell = line.cell(index);
    if (cell >= place.fromCell() && cell <= place.fromCell() + place.cells()) {
      fill(colors.text.getValue(), place.x(cell, metrics) - 1, place.top(), BAR, metrics.height());
    }
  }

  void text(LogLine line, Place place, LogMetrics metrics) {
    for (Run run : runs(line)) {
      int from = Math.max(line.cell(run.from()), place.fromCell());
      int to = Math.min(line.cell(run.to()), place.fromCell() + place.cells());
      if (from < to) {
        canvas.setFill(run.color());
        draw(line, from, to, place, metrics);
      }
    }
  }

  private void draw(LogLine line, int fromCell, int toCell, Place place, LogMetrics metrics) {
    double baseline = place.top() + metrics.baseline();
    String text = line.text();
    if (line.isSimple()) {
      canvas.fillText(text.substring(fromCell, toCell), place.x(fromCell, metrics), baseline);
      return;
    }
    // Cell by cell where a font engine might reorder, join or substitute.
    int index = line.index(fromCell);
    int end = Math.min(line.index(toCell), text.length());
    while (index < end) {
      int next = index;
      while (next < end && text.charAt(next) >= ' ' && text.charAt(next) < 0x7f) {
        next++;
      }
      if (next == index) {
        next = clusterEnd(text, index);
      }
      canvas.fillText(text.substring(index, next), place.x(line.cell(index), metrics), baseline);
      index = next;
    }
  }

  /** After the character at {@code index} and the marks that sit on it. */
  private static int clusterEnd(String text, int index) {
    int end = index + Character.charCount(text.codePointAt(index));
    while (end < text.length() && Cells.width(text.codePointAt(end)) == 0) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  private record Run(int from, int to, Color color) {}

  /** The text from its beginning to its end, cut where its colour changes. */
  private List<Run> runs(LogLine line) {
    Row row = line.row();
    int length = line.text().length();
    Color plain =
        switch (row.kind()) {
          case EVENT, FAILURE -> colors.of(row.kind());
          default -> colors.text.getValue();
        };
    List<Run> runs = new ArrayList<>();
    int at = 0;
    for (Row.Span span : row.spans()) {
      int from = Math.clamp(span.from(), at, length);
      int to = Math.clamp(span.to(), from, length);
      if (from > at) {
        runs.add(new Run(at, from, plain));
      }
      runs.add(new Run(from, to, colors.of(span.style())));
      at = to;
    }
    if (at < length) {
      runs.add(new Run(at, length, plain));
    }
    return runs;
  }

  private void mark(Color color, int from, int to, Place place, LogMetrics metrics) {
    if (place.shows(from, to)) {
      // Marks that touch have no seam between them.
      double left = metrics.snap(place.x(from, metrics));
      double right = metrics.snap(place.x(to, metrics));
      fill(color, left, place.top(), right - left, metrics.height());
    }
  }

  private void fill(Color color, double x, double y, double width, double height) {
    canvas.setFill(color);
    canvas.fillRect(x, y, width, height);
  }
}
