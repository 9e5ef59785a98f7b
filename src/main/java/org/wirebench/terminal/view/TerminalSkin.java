package org.wirebench.terminal.view;

import java.util.Arrays;
import java.util.stream.Collectors;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SkinBase;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import org.wirebench.fx.PixelCanvas;
import org.wirebench.terminal.emoji.EmojiPictures;
import org.wirebench.terminal.engine.LineSize;
import org.wirebench.terminal.engine.RowColumn;
import org.wirebench.terminal.engine.Terminal;

/** Lays a terminal out, and draws what changed of it. */
final class TerminalSkin extends SkinBase<TerminalView> {
  private static final double PAD = 4;

  private final TerminalView view;
  private final PixelCanvas canvas = new PixelCanvas();
  private final Region bell = new Region();
  private final ScrollBar bar = new ScrollBar();
  private final ScrollMarks marks;
  private final LinkKeys links;
  private final Label composed = new Label();
  private final TerminalColors colors = new TerminalColors();
  private final LinkHover hover = new LinkHover();
  private final EmojiPictures emoji;
  private final TerminalPainter painter;
  private final TerminalFrame frame;
  private final Blink blink;

  private CellMetrics metrics = CellMetrics.of(Font.getDefault().getFamily(), 1, 1, 1);
  private double inset = PAD;
  private boolean stale = true;
  private boolean setting;
  private int drawn;

  TerminalSkin(TerminalView view) {
    super(view);
    this.view = view;
    this.emoji = new EmojiPictures(view.jobs(), this::drawAnew);
    this.painter = new TerminalPainter(canvas.context(), colors, emoji, metrics);
    this.blink = new Blink(view.jobs(), view::changed);
    this.frame = new TerminalFrame(view, colors, blink, hover);
    canvas.node().setId("terminal-canvas");
    bell.setManaged(false);
    bell.setMouseTransparent(true);
    bell.getStyleClass().add("terminal-bell");
    marks = new ScrollMarks(view);
    composed.getStyleClass().add("terminal-composed");
    composed.setManaged(false);
    composed.setVisible(false);
    bar.setOrientation(Orientation.VERTICAL);
    bar.setUnitIncrement(1);
    bar.valueProperty().addListener((_, _, now) -> dragged(now.doubleValue()));
    Label link = TerminalLinks.install(view, this, hover);
    getChildren().addAll(canvas.node(), composed, bell, bar, marks.node(), link);
    links = LinkKeys.install(view, this, hover);
    TerminalMenu.install(view, this, hover);
    TerminalInput.install(view, this);
    canvas.scaleProperty().addListener((_, _, _) -> measureAnew());
    view.looks().onSizes(this::measureAnew);
    view.looks().onColors(this::measureAnew);
    view.focusedProperty().addListener((_, _, now) -> focused(now));
  }

  /** Sizes or colours are others. */
  private void measureAnew() {
    stale = true;
    view.requestLayout();
  }

  private void drawAnew() {
    frame.drawAnew();
    view.changed();
  }

  private void focused(boolean gained) {
    view.connection().send(view.terminal().focus(gained));
    blink.awake();
    view.changed();
  }

  LinkKeys links() {
    return links;
  }

  TerminalFrame shown() {
    return frame;
  }

  CellMetrics metrics() {
    return metrics;
  }

  Blink blink() {
    return blink;
  }

  /** The cell at a point of the view, which may be outside of the screen. */
  RowColumn cell(double x, double y) {
    int row = (int) Math.floor((y - inset) / metrics.height());
    return new RowColumn(row, metrics.column((x - inset) / stretch(row)));
  }

  /** How many times as wide as usual the cells of a row are. */
  private int stretch(int row) {
    boolean shown = row >= 0 && row < frame.rows();
    return shown && frame.image(row).size() != LineSize.SINGLE ? 2 : 1;
  }

  /** The distance of the first cell from both edges. */
  double inset() {
    return inset;
  }

  @Override
  protected void layoutChildren(double x, double y, double width, double height) {
    if (stale) {
      metrics = view.looks().metrics(canvas.scaleProperty().getValue().doubleValue());
      inset = metrics.snap(PAD);
      painter.set(metrics, view.looks().colors());
    }
    double thick = bar.prefWidth(-1);
    double inner = Math.max(1, view.getWidth() - thick - 2 * inset);
    double high = Math.max(1, view.getHeight() - 2 * inset);
    int columns = Math.clamp((long) (inner / metrics.width()), 1, Terminal.LARGEST);
    int rows = Math.clamp((long) (high / metrics.height()), 1, Terminal.LARGEST);
    boolean resized = canvas.resize(inner, high);
    canvas.relocate(inset, inset);
    bell.resizeRelocate(0, 0, view.getWidth(), view.getHeight());
    bar.resizeRelocate(view.getWidth() - thick, 0, thick, view.getHeight());
    marks.place(view.getWidth() - thick, thick, view.getHeight());
    if (view.getWidth() > 2 * inset + thick) {
      view.resize(new TerminalSize(rows, columns));
    }
    if (resized || stale) {
      stale = false;
      frame.drawAnew();
      frame();
    }
  }

  /** Draws what changed since it was drawn last. */
  void frame() {
    if (frame.take()) {
      view.setStyle("-fx-background-color: #%06x;".formatted(colors.background()));
    }
    int[] dirty = frame.dirty();
    drawn += dirty.length;
    for (int row : dirty) {
      painter.paint(frame.image(row), frame.overlay(row), row * metrics.height(), canvas.width());
    }
    emoji.drawn();
    if (dirty.length > 0 && frame.rows() * metrics.height() < canvas.height()) {
      below();
    }
    bars();
  }

  /** The rest below the last row has no row. */
  private void below() {
    double top = frame.rows() * metrics.height();
    var context = canvas.context();
    context.setFill(colors.paint(colors.background()));
    context.fillRect(0, top, canvas.width(), canvas.height() - top);
  }

  private void bars() {
    setting = true;
    double max = frame.scrollback();
    bar.setVisible(max > 0);
    bar.setMax(max);
    bar.setVisibleAmount(max * frame.rows() / (max + frame.rows()));
    bar.setBlockIncrement(Math.max(1, frame.rows() - 1));
    bar.setValue(frame.top());
    setting = false;
    marks.show(frame);
  }

  private void dragged(double value) {
    if (!setting) {
      frame.place().to(Math.round(value));
      view.changed();
    }
  }

  /** Shows what an input method has not decided on yet, where it will stand. */
  void showComposed(String text) {
    composed.setText(text);
    composed.setVisible(!text.isEmpty());
    composed.setFont(metrics.regular());
    composed.autosize();
    Point2D at = cursor();
    composed.relocate(at.getX(), at.getY());
  }

  /** The upper left corner of the cursor, in the view. */
  Point2D cursor() {
    int row = frame.cursorRow();
    double x = metrics.x(frame.cursorColumn() * stretch(row));
    return new Point2D(inset + x, inset + row * metrics.height());
  }

  /** How many rows were drawn so far, for tests. */
  int drawn() {
    return drawn;
  }

  /** What is on the screen, for those who hear it. */
  String visibleText() {
    return Arrays.stream(frame.images())
        .map(row -> row.text())
        .collect(Collectors.joining("\n"))
        .stripTrailing();
  }

  /** Draws no more by itself. */
  void stop() {
    blink.stop();
    frame.stop();
    marks.stop();
  }
}
