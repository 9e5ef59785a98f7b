package org.wirebench.fx;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.control.SkinBase;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/** Lays a log view out and draws it, as a part of the layout pass: once per frame at most. */
final class LogViewSkin extends SkinBase<LogView> {
  private static final double SMALLEST_SCREEN = 2;

  private final LogView view;
  private final PixelCanvas canvas = new PixelCanvas();
  private final LogBars bars;
  private final LogPainter painter;
  private final Map<Long, LogLine> lines = new HashMap<>();
  private final LogViewport viewport = new LogViewport(row -> line(row).lines(wrapColumns()));
  private LogMetrics metrics = LogMetrics.of(Font.getDefault(), 1);
  private @Nullable Font styled;
  private int gutter;
  private int columns = 1;
  private int widest;

  LogViewSkin(LogView view) {
    super(view);
    this.view = view;
    bars = new LogBars(view, this::dragged);
    painter = new LogPainter(canvas.context(), view.colors());
    canvas.scaleProperty().addListener((_, _, _) -> measureAnew());
    getChildren().add(canvas.node());
    getChildren().addAll(bars.nodes());
    view.focusedProperty().addListener((_, _, _) -> view.requestLayout());
    LogInput.install(view, this);
  }

  /** The line of a row as it was when the view was last drawn. */
  LogLine line(long row) {
    return lines.computeIfAbsent(row, this::read);
  }

  private LogLine read(long row) {
    try {
      return new LogLine(view.source().row(row));
    } catch (IOException unreadable) {
      return new LogLine(Row.of("", Row.Kind.FAILURE, LogLine.unreadable(unreadable)));
    }
  }

  LogViewport viewport() {
    return viewport;
  }

  LogMetrics metrics() {
    return metrics;
  }

  /** How many cells a line has when rows are wrapped; 0 when they are not. */
  int wrapColumns() {
    return view.wrapProperty().get() ? columns : 0;
  }

  int visibleLines() {
    return Math.max(1, (int) (screenHeight() / metrics.height()));
  }

  /** The place in the text that is nearest to a point of the view. */
  LogPosition positionAt(double x, double y) {
    long row = viewport.topRow();
    long line = viewport.topLine() + (long) Math.floor(y / metrics.height());
    while (line < 0 && row > viewport.first()) {
      row--;
      line += line(row).lines(wrapColumns());
    }
    while (row < viewport.end() - 1 && line >= line(row).lines(wrapColumns())) {
      line -= line(row).lines(wrapColumns());
      row++;
    }
    int cell = (int) Math.round((x - textLeft()) / metrics.width());
    LogLine at = line(row);
    if (line >= at.lines(wrapColumns())) {
      return new LogPosition(row, at.text().length());
    }
    int from = wrapColumns() == 0 ? firstCell() : (int) Math.max(0, line) * columns;
    return new LogPosition(row, at.index(Math.max(from, from + cell)));
  }

  /** Whether a point is before the text of the rows. */
  boolean isGutter(double x) {
    return x < textLeft();
  }

  void scrollSideways(double pixels) {
    bars.scrollSideways(pixels / metrics.width());
  }

  void scroll(long by) {
    if (by < 0) {
      view.setFollowing(false);
      viewport.follow(false);
    }
    viewport.scroll(by);
    if (by > 0 && viewport.isAtEnd()) {
      view.setFollowing(true);
    }
    view.requestLayout();
  }

  /** Where the keyboard is in the view; its top while that is not on the screen. */
  Bounds aroundCaret() {
    LogPosition caret = view.caret();
    double top = -viewport.topLine() * metrics.height();
    long row = viewport.topRow();
    long wanted = caret == null ? row : caret.row();
    for (; row < wanted && top < screenHeight(); row++) {
      top += line(row).lines(wrapColumns()) * metrics.height();
    }
    double y = top < screenHeight() ? Math.max(0, top) : 0;
    return new BoundingBox(textLeft(), y, metrics.width(), metrics.height());
  }

  /** Finds the width of the gutter anew with the next frame; until then it only grows. */
  void fitGutter() {
    gutter = 0;
  }

  void showTop() {
    // The rows that were there are gone, and there may be fewer now.
    lines.clear();
    viewport.follow(false);
    viewport.range(view.source().first(), view.source().end(), visibleLines());
    viewport.show(viewport.first());
  }

  void reveal(LogPosition position) {
    if (position.row() >= viewport.end()) {
      // The row may have come since the view was drawn.
      viewport.follow(false);
      viewport.range(view.source().first(), view.source().end(), visibleLines());
    }
    if (position.row() < viewport.end()) {
      LogLine at = line(position.row());
      int cell = at.cell(position.index());
      int last = at.lines(wrapColumns()) - 1;
      viewport.follow(false);
      viewport.reveal(
          position.row(), wrapColumns() == 0 ? 0 : Math.min(last, cell / wrapColumns()));
      if (wrapColumns() == 0) {
        bars.reveal(cell, columns);
      }
    }
    view.requestLayout();
  }

  /** What is on the screen, for those who hear it. */
  String visibleText() {
    return lines.entrySet().stream()
        .filter(entry -> entry.getKey() >= viewport.topRow())
        .sorted(Map.Entry.comparingByKey())
        .limit(visibleLines())
        .map(entry -> entry.getValue().sign(0) + " " + entry.getValue().text())
        .collect(Collectors.joining("\n"));
  }

  private int firstCell() {
    return wrapColumns() == 0 ? bars.firstCell() : 0;
  }

  private double textLeft() {
    return LogView.PAD + gutter * metrics.width();
  }

  private double screenWidth() {
    return Math.max(0, view.getWidth() - bars.thickness() - LogView.PAD);
  }

  private double screenHeight() {
    return Math.max(0, view.getHeight() - bars.height());
  }

  private void dragged(double value) {
    boolean atEnd = value >= bars.lastRow();
    viewport.follow(false);
    viewport.show(viewport.first() + Math.round(value));
    view.setFollowing(atEnd);
    view.requestLayout();
  }

  @Override
  protected void layoutChildren(double x, double y, double width, double height) {
    if (view.getWidth() < SMALLEST_SCREEN || view.getHeight() < SMALLEST_SCREEN) {
      return;
    }
    measure();
    lines.clear();
    columns = Math.max(1, (int) ((screenWidth() - textLeft()) / metrics.width()));
    viewport.follow(false);
    viewport.range(view.source().first(), view.source().end(), visibleLines());
    viewport.follow(view.followingProperty().get());
    paint();
    bars.rows(
        viewport.end() - viewport.first(),
        Math.max(1, rowsOnScreen()),
        viewport.topRow() - viewport.first());
    bars.cells(widest, columns, wrapColumns() != 0);
    bars.place();
  }

  private void measure() {
    Font font = view.colors().font.getValue();
    if (!font.equals(styled)) {
      styled = font;
      metrics =
          LogMetrics.of(
              Font.font(font.getFamily(), Math.round(font.getSize() * 2) / 2.0),
              canvas.scaleProperty().getValue().doubleValue());
    }
  }

  private void measureAnew() {
    styled = null;
    view.requestLayout();
  }

  private void paint() {
    canvas.resize(view.getWidth(), screenHeight());
    painter.begin(canvas.width(), canvas.height(), metrics);
    int before = gutter;
    gutter = 0;
    widest = 0;
    double top = 0;
    long row = viewport.topRow();
    for (double at = top; at < screenHeight() && row < viewport.end(); row++) {
      LogLine line = line(row);
      gutter = Math.max(gutter, gutterOf(line.row()));
      widest = Math.max(widest, line.width());
      at += line.lines(wrapColumns()) * metrics.height();
    }
    // The gutter shrinks no more than it must, so that the text stands still while rows go by.
    gutter = viewport.end() > viewport.first() ? Math.max(gutter, before) : 0;
    if (gutter != before) {
      // What was wrapped for the old width is laid out anew with the next frame.
      columns = Math.max(1, (int) ((screenWidth() - textLeft()) / metrics.width()));
      view.jobs().later(view::requestLayout);
    }
    top = -viewport.topLine() * metrics.height();
    for (long at = viewport.topRow(); at < viewport.end() && top < screenHeight(); at++) {
      top = paintRow(at, top);
    }
  }

  private static int gutterOf(Row row) {
    int time = row.gutter().isEmpty() ? 0 : row.gutter().length() + 1;
    return time + (row.kind() == Row.Kind.PLAIN ? 0 : 2);
  }

  private double paintRow(long row, double from) {
    LogLine line = line(row);
    int count = line.lines(wrapColumns());
    double top = from;
    for (int i = 0; i < count && top < screenHeight(); i++, top += metrics.height()) {
      if (top + metrics.height() <= 0) {
        continue;
      }
      boolean wraps = wrapColumns() != 0;
      int cell = wraps ? i * columns : firstCell();
      var place = new LogPainter.Place(textLeft(), top, cell, wraps ? columns : columns + 1);
      if (view.markingProperty().get() && view.currentRowProperty().get() == row) {
        painter.current(top, canvas.width(), metrics);
      }
      paintMarks(row, line, place);
      boolean topmost = row == viewport.topRow() && i == viewport.topLine();
      painter.gutter(line, i, topmost, top, new LogPainter.Gutter(gutter, metrics));
      painter.text(line, place, metrics);
    }
    return from + count * metrics.height();
  }

  private void paintMarks(long row, LogLine line, LogPainter.Place place) {
    painter.matches(line, place, metrics);
    if (!view.highlightProperty().get().isEmpty()) {
      painter.matches(line, view.highlightProperty().get(), place, metrics);
    }
    LogPosition anchor = view.anchor();
    LogPosition caret = view.caret();
    if (anchor == null || caret == null) {
      return;
    }
    LogPosition from = anchor.compareTo(caret) < 0 ? anchor : caret;
    LogPosition to = anchor.compareTo(caret) < 0 ? caret : anchor;
    if (row >= from.row() && row <= to.row() && !from.equals(to)) {
      int begin = row == from.row() ? from.index() : 0;
      int end = row == to.row() ? to.index() : line.text().length();
      painter.selected(line, begin, end, row < to.row(), place, metrics);
    }
    if (caret.row() == row && view.isFocused() && !view.markingProperty().get()) {
      painter.caret(line, caret.index(), place, metrics);
    }
  }

  /** How many rows are wholly on the screen. */
  private long rowsOnScreen() {
    long left = (long) visibleLines() + viewport.topLine();
    long row = viewport.topRow();
    while (row < viewport.end()) {
      left -= line(row).lines(wrapColumns());
      if (left < 0) {
        break;
      }
      row++;
    }
    return row - viewport.topRow();
  }

  @Override
  protected double computePrefWidth(double h, double t, double r, double b, double l) {
    return 80 * metrics.width();
  }

  @Override
  protected double computePrefHeight(double w, double t, double r, double b, double l) {
    return 12 * metrics.height();
  }

  @Override
  protected double computeMinHeight(double w, double t, double r, double b, double l) {
    return metrics.height();
  }

  @Override
  protected double computeMinWidth(double h, double t, double r, double b, double l) {
    return 10 * metrics.width();
  }

  /** For tests: what is drawn, row by row. */
  List<String> drawn() {
    return visibleText().lines().toList();
  }
}
