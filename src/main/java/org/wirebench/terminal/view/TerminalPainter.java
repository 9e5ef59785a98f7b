package org.wirebench.terminal.view;

import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontSmoothingType;
import org.wirebench.terminal.emoji.EmojiPictures;
import org.wirebench.terminal.engine.ColorScheme;
import org.wirebench.terminal.engine.LineSize;
import org.wirebench.terminal.engine.RowImage;
import org.wirebench.terminal.engine.Style;

/** Draws rows of a terminal on a canvas, each by itself. */
final class TerminalPainter {
  private static final int PLAIN = -1;

  private final GraphicsContext canvas;
  private final TerminalColors colors;
  private final EmojiPictures emoji;
  private final Glyphs glyphs = new Glyphs();
  private BoxGlyphs boxes;
  private final Decorations decorations;
  private CellMetrics metrics;
  private ColorScheme scheme = ColorScheme.DEFAULT;

  TerminalPainter(
      GraphicsContext canvas, TerminalColors colors, EmojiPictures emoji, CellMetrics metrics) {
    this.canvas = canvas;
    this.emoji = emoji;
    this.colors = colors;
    this.metrics = metrics;
    this.boxes = new BoxGlyphs(metrics.width(), metrics.height(), metrics.scale());
    this.decorations = new Decorations(canvas);
  }

  /** Draws with other sizes and colours from now on. */
  void set(CellMetrics cell, ColorScheme shown) {
    metrics = cell;
    boxes = new BoxGlyphs(cell.width(), cell.height(), cell.scale());
    scheme = shown;
    glyphs.clear();
  }

  /**
   * Draws a row anew.
   *
   * @param width how wide all is, in pixels
   */
  void paint(RowImage row, Overlay overlay, double top, double width) {
    canvas.setFontSmoothingType(FontSmoothingType.GRAY);
    if (row.size() == LineSize.SINGLE) {
      cells(row, overlay, top, width);
      return;
    }
    canvas.save();
    canvas.beginPath();
    canvas.rect(0, top, width, metrics.height());
    canvas.clip();
    double high = row.size() == LineSize.DOUBLE_WIDTH ? 1 : 2;
    double from = row.size() == LineSize.DOUBLE_HEIGHT_BOTTOM ? top - metrics.height() : top;
    canvas.translate(0, from);
    canvas.scale(2, high);
    cells(row, overlay, 0, width);
    canvas.restore();
  }

  private void cells(RowImage row, Overlay overlay, double top, double width) {
    fill(colors.background(), 0, top, width);
    behind(row, overlay, top);
    int block = overlay.cursor().look() == Overlay.Look.BLOCK ? overlay.cursor().column() : PLAIN;
    for (int from = 0; from < row.columns(); ) {
      int to = runEnd(row, from, block);
      text(row, from, to, overlay, top, from == block);
      from = to;
    }
    link(row, overlay, top);
    cursor(row, overlay.cursor(), top);
  }

  /** The line below the link where the mouse is, in the colours of its text. */
  private void link(RowImage row, Overlay overlay, double top) {
    int end = Math.min(overlay.link().to(), row.columns());
    for (int from = overlay.link().from(); from < end; ) {
      int color = colors.text(row.style(from));
      int to = from + 1;
      while (to < end && colors.text(row.style(to)) == color) {
        to++;
      }
      decorations.link(new Decorations.Place(metrics, from, to, top), colors.paint(color), true);
      from = to;
    }
  }

  /** What stands behind the text, in as few pieces as it has colours. */
  private void behind(RowImage row, Overlay overlay, double top) {
    int usual = colors.background();
    for (int from = 0; from < row.columns(); ) {
      int color = behind(row, overlay, from);
      int to = from + 1;
      while (to < row.columns() && behind(row, overlay, to) == color) {
        to++;
      }
      if (color != usual) {
        fill(color, metrics.x(from), top, metrics.x(to) - metrics.x(from));
      }
      from = to;
    }
  }

  private int behind(RowImage row, Overlay overlay, int column) {
    if (overlay.selected().contains(column)) {
      return scheme.selection();
    }
    Overlay.Hit hit = overlay.hitAt(column);
    if (hit == null) {
      return colors.behind(row.style(column));
    }
    int mark = colors.of(Style.indexed(hit.current() ? 11 : 3), colors.text());
    return hit.current() ? mark : TerminalColors.mixed(mark, colors.background());
  }

  /** Behind the last cell that is drawn at once with the one at {@code from}. */
  private int runEnd(RowImage row, int from, int block) {
    if (!Glyphs.isSimple(row, from)) {
      return from + (row.isWide(from) ? 2 : 1);
    }
    int to = from + 1;
    while (to < row.columns()
        && to != block
        && from != block
        && row.style(to) == row.style(from)
        && row.underlineColor(to) == row.underlineColor(from)
        && row.isSameLink(to, from)
        && Glyphs.isSimple(row, to)) {
      to++;
    }
    return to;
  }

  private void text(
      RowImage row, int from, int to, Overlay overlay, double top, boolean underCursor) {
    long style = row.style(from);
    if (underCursor) {
      fill(colors.cursor(), metrics.x(from), top, metrics.x(to) - metrics.x(from));
    }
    if (Style.has(style, Style.BLINK) && overlay.dark()) {
      return;
    }
    int color = underCursor ? contrast(style) : colors.text(row, from);
    if (!Style.has(style, Style.HIDDEN)) {
      canvas.setFill(colors.paint(color));
      glyphs(row, from, to, top);
    }
    decorations.draw(
        new Decorations.Place(metrics, from, Math.min(to, row.columns()), top),
        style,
        colors.paint(color),
        colors.paint(colors.of(row.underlineColor(from), color)));
    if (row.isLink(from) && !overlay.link().contains(from)) {
      decorations.link(new Decorations.Place(metrics, from, to, top), colors.paint(color), false);
    }
  }

  /** The colour of text on the cursor: what is behind it, unless the cursor looks the same. */
  private int contrast(long style) {
    int behind = colors.behind(style);
    return behind == colors.cursor() ? colors.text(style) : behind;
  }

  private void glyphs(RowImage row, int from, int to, double top) {
    double baseline = top + metrics.baseline();
    if (Glyphs.isSimple(row, from)) {
      String text = Glyphs.text(row, from, to);
      if (!text.isEmpty()) {
        canvas.setFont(font(row.style(from)));
        canvas.fillText(text, from * metrics.width(), baseline);
      }
      return;
    }
    if (row.isTail(from)) {
      return;
    }
    double x = metrics.x(from);
    double width = metrics.x(Math.min(to, row.columns())) - x;
    int codePoint = row.codePoint(from);
    if (BoxGlyphs.covers(codePoint) && !row.isCluster(from)) {
      boxes.draw(canvas, codePoint, x, top, width, metrics.height(), (Color) canvas.getFill());
    } else if (!drawEmoji(row, from, new Rectangle2D(x, top, width, metrics.height()))) {
      glyphs.draw(canvas, row.text(from), font(row.style(from)), x, baseline, width);
    }
  }

  /** Draws a picture in the middle of its cells, if there is one. */
  private boolean drawEmoji(RowImage row, int column, Rectangle2D cells) {
    boolean candidate =
        row.isWide(column)
            && EmojiPictures.isCandidate(row.codePoint(column), row.isCluster(column));
    Image picture = candidate ? emoji.of(row.text(column)) : null;
    if (picture == null) {
      return false;
    }
    double scale =
        Math.min(cells.getWidth() / picture.getWidth(), cells.getHeight() / picture.getHeight());
    double width = picture.getWidth() * scale;
    double height = picture.getHeight() * scale;
    canvas.drawImage(
        picture,
        cells.getMinX() + (cells.getWidth() - width) / 2,
        cells.getMinY() + (cells.getHeight() - height) / 2,
        width,
        height);
    return true;
  }

  private Font font(long style) {
    if (Style.has(style, Style.BOLD)) {
      return metrics.bold();
    }
    return Style.has(style, Style.ITALIC) ? metrics.italic() : metrics.regular();
  }

  private void cursor(RowImage row, Overlay.Caret caret, double top) {
    int column = caret.column();
    if (column < 0 || column >= row.columns() || caret.look() == Overlay.Look.BLOCK) {
      return;
    }
    double x = metrics.x(column);
    double width = metrics.x(column + (row.isWide(column) ? 2 : 1)) - x;
    double thick = metrics.thick(metrics.width() / 6);
    canvas.setFill(colors.paint(colors.cursor()));
    switch (caret.look()) {
      case BLOCK -> {}
      case UNDERLINE -> canvas.fillRect(x, top + metrics.height() - thick, width, thick);
      case BAR -> canvas.fillRect(x, top, thick, metrics.height());
      case HOLLOW -> {
        canvas.setStroke(colors.paint(colors.cursor()));
        double edge = metrics.thick(1);
        canvas.setLineWidth(edge);
        canvas.setLineDashes();
        canvas.strokeRect(x + edge / 2, top + edge / 2, width - edge, metrics.height() - edge);
      }
    }
  }

  private void fill(int color, double x, double top, double width) {
    canvas.setFill(colors.paint(color));
    canvas.fillRect(x, top, width, metrics.height());
  }
}
