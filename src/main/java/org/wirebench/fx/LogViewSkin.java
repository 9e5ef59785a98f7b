package org.wirebench.fx;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SkinBase;
import javafx.scene.text.Font;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.text.Messages;

/** Lays a log view out and draws it, as a part of the layout pass: once per frame at most. */
final class LogViewSkin extends SkinBase<LogView> {
  private static final Messages TEXT = Messages.of(LogViewSkin.class);
  private static final double SMALLEST_SCREEN = 2;

  private final LogView view;
  private final Canvas canvas = new Canvas();
  private final ScrollBar vertical = new ScrollBar();
  private final ScrollBar horizontal = new ScrollBar();
  private final Button toEnd;
  private final LogPainter painter;
  private final Map<Long, LogLine> lines = new HashMap<>();
  private final LogViewport viewport = new LogViewport(row -> line(row).lines(wrapColumns()));
  private LogMetrics metrics = LogMetrics.of(Font.getDefault());
  private Font styled = Font.getDefault();
  private double zoomed;
  private int gutter;
  private int columns = 1;
  private int widest;
  private boolean settingBars;

  LogViewSkin(LogView view) {
    super(view);
    this.view = view;
    painter = new LogPainter(canvas.getGraphicsContext2D(), view.colors());
    canvas.setManaged(false);
    vertical.setOrientation(Orientation.VERTICAL);
    toEnd =
        Describe.control(
            new Button("", Describe.icon(Feather.ARROW_DOWN)),
            TEXT.get("log.toEnd"),
            TEXT.get("log.toEnd.keys"));
    toEnd.getStyleClass().addAll("log-to-end", "button-icon");
    toEnd.setFocusTraversable(false);
    toEnd.setOnAction(_ -> view.toEnd());
    getChildren().addAll(canvas, vertical, horizontal, toEnd);
    vertical.valueProperty().addListener((_, _, now) -> dragged(now.doubleValue()));
    horizontal.valueProperty().addListener((_, _, _) -> view.requestLayout());
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

  void scrollSideways(double pixels) {
    double to = horizontal.getValue() + pixels / metrics.width();
    horizontal.setValue(Math.clamp(to, 0, horizontal.getMax()));
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
    viewport.show(viewport.first());
  }

  void reveal(LogPosition position) {
    if (position.row() < viewport.end()) {
      LogLine at = line(position.row());
      int cell = at.cell(position.index());
      int last = at.lines(wrapColumns()) - 1;
      viewport.follow(false);
      viewport.reveal(
          position.row(), wrapColumns() == 0 ? 0 : Math.min(last, cell / wrapColumns()));
      if (wrapColumns() == 0) {
        revealCell(cell);
      }
    }
    view.requestLayout();
  }

  private void revealCell(int cell) {
    if (cell < firstCell()) {
      horizontal.setValue(Math.max(0, cell - 4));
    } else if (cell > firstCell() + columns - 1) {
      horizontal.setMax(Math.max(horizontal.getMax(), cell - columns + 1.0));
      horizontal.setValue(cell - columns + 1.0);
    }
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
    return wrapColumns() == 0 ? (int) horizontal.getValue() : 0;
  }

  private double textLeft() {
    return LogView.PAD + gutter * metrics.width();
  }

  private double screenWidth() {
    return Math.max(0, view.getWidth() - vertical.prefWidth(-1) - LogView.PAD);
  }

  private double screenHeight() {
    double bar = horizontal.isVisible() ? horizontal.prefHeight(-1) : 0;
    return Math.max(0, view.getHeight() - bar);
  }

  private void dragged(double value) {
    if (!settingBars) {
      boolean atEnd = value >= vertical.getMax();
      viewport.follow(false);
      viewport.show(viewport.first() + Math.round(value));
      view.setFollowing(atEnd);
      view.requestLayout();
    }
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
    bars();
  }

  private void measure() {
    Font font = view.colors().font.getValue();
    double zoom = view.zoomProperty().get();
    if (!font.equals(styled) || zoom != zoomed) {
      styled = font;
      zoomed = zoom;
      metrics =
          LogMetrics.of(Font.font(font.getFamily(), Math.round(font.getSize() * zoom * 2) / 2.0));
    }
  }

  private void paint() {
    canvas.setWidth(view.getWidth());
    canvas.setHeight(screenHeight());
    painter.begin(canvas.getWidth(), canvas.getHeight(), metrics);
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
        painter.current(top, canvas.getWidth(), metrics);
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

  private void bars() {
    settingBars = true;
    double rows = (double) (viewport.end() - viewport.first());
    double shown = Math.max(1, rowsOnScreen());
    double max = Math.max(0, rows - shown);
    vertical.setVisible(max > 0);
    vertical.setMax(max);
    vertical.setVisibleAmount(rows == 0 ? 1 : Math.max(max / 50, max * shown / Math.max(1, rows)));
    vertical.setBlockIncrement(Math.max(1, shown - 1));
    vertical.setUnitIncrement(1);
    vertical.setValue(
        view.followingProperty().get()
            ? max
            : Math.min(max, (double) (viewport.topRow() - viewport.first())));
    double wide = wrapColumns() == 0 ? Math.max(0, widest - columns + 1.0) : 0;
    horizontal.setMax(Math.max(wide, wide == 0 ? 0 : horizontal.getValue()));
    horizontal.setVisibleAmount(widest == 0 ? 1 : wide * columns / Math.max(1, widest));
    horizontal.setBlockIncrement(columns);
    horizontal.setUnitIncrement(4);
    horizontal.setValue(Math.min(horizontal.getValue(), horizontal.getMax()));
    boolean bar = horizontal.getMax() > 0;
    if (bar != horizontal.isVisible()) {
      horizontal.setVisible(bar);
      view.jobs().later(view::requestLayout);
    }
    settingBars = false;
    place();
  }

  private void place() {
    double thick = vertical.prefWidth(-1);
    double bottom = screenHeight();
    vertical.resizeRelocate(view.getWidth() - thick, 0, thick, bottom);
    horizontal.resizeRelocate(0, bottom, view.getWidth() - thick, horizontal.prefHeight(-1));
    toEnd.setVisible(view.isTail() && !view.followingProperty().get() && vertical.isVisible());
    toEnd.autosize();
    positionInArea(
        toEnd,
        0,
        0,
        view.getWidth() - thick - LogView.PAD,
        bottom - LogView.PAD,
        0,
        HPos.RIGHT,
        VPos.BOTTOM);
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
