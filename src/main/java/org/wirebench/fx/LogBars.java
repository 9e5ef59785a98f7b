package org.wirebench.fx;

import java.util.List;
import java.util.function.DoubleConsumer;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollBar;
import org.kordamp.ikonli.feather.Feather;
import org.wirebench.core.text.Messages;

/** The scroll bars of a log view, and the button that goes to its end. */
final class LogBars {
  private static final Messages TEXT = Messages.of(LogBars.class);

  private final LogView view;
  private final ScrollBar vertical = new ScrollBar();
  private final ScrollBar horizontal = new ScrollBar();
  private final Button toEnd;
  private boolean setting;

  /**
   * @param dragged is told to which row, from 0, the user moves the vertical bar
   */
  LogBars(LogView view, DoubleConsumer dragged) {
    this.view = view;
    vertical.setOrientation(Orientation.VERTICAL);
    toEnd =
        Describe.control(
            new Button("", Describe.icon(Feather.ARROW_DOWN)),
            TEXT.get("log.toEnd"),
            TEXT.get("log.toEnd.keys"));
    toEnd.getStyleClass().addAll("log-to-end", "button-icon");
    toEnd.setFocusTraversable(false);
    toEnd.setOnAction(_ -> view.toEnd());
    vertical
        .valueProperty()
        .addListener(
            (_, _, now) -> {
              if (!setting) {
                dragged.accept(now.doubleValue());
              }
            });
    horizontal.valueProperty().addListener((_, _, _) -> view.requestLayout());
  }

  List<Node> nodes() {
    return List.of(vertical, horizontal, toEnd);
  }

  /** How wide the vertical one is, whether it is shown or not. */
  double thickness() {
    return vertical.prefWidth(-1);
  }

  /** How high the horizontal one is; 0 while it is not shown. */
  double height() {
    return horizontal.isVisible() ? horizontal.prefHeight(-1) : 0;
  }

  /** Where the vertical one ends. */
  double lastRow() {
    return vertical.getMax();
  }

  /** The cell at the left of the screen. */
  int firstCell() {
    return (int) horizontal.getValue();
  }

  void scrollSideways(double cells) {
    double to = horizontal.getValue() + cells;
    horizontal.setValue(Math.clamp(to, 0, horizontal.getMax()));
  }

  /** Scrolls sideways until a cell is among the {@code columns} on the screen. */
  void reveal(int cell, int columns) {
    if (cell < firstCell()) {
      horizontal.setValue(Math.max(0, cell - 4));
    } else if (cell > firstCell() + columns - 1) {
      horizontal.setMax(Math.max(horizontal.getMax(), cell - columns + 1.0));
      horizontal.setValue(cell - columns + 1.0);
    }
  }

  /**
   * Shows which rows are on the screen.
   *
   * @param rows how many there are
   * @param shown how many of them are wholly on the screen, at least 1
   * @param top the first one on the screen, from 0
   */
  void rows(long rows, long shown, long top) {
    double max = (double) Math.max(0, rows - shown);
    setting = true;
    vertical.setVisible(max > 0);
    vertical.setMax(max);
    vertical.setVisibleAmount(rows == 0 ? 1 : Math.max(max / 50, max * shown / rows));
    vertical.setBlockIncrement((double) Math.max(1, shown - 1));
    vertical.setUnitIncrement(1);
    vertical.setValue(view.followingProperty().get() ? max : Math.min(max, (double) top));
    setting = false;
  }

  /**
   * Shows which cells are on the screen.
   *
   * @param widest the cells of the longest line on the screen
   * @param columns how many cells have room
   * @param wraps whether longer lines go on below, so that there is nothing at the right
   */
  void cells(int widest, int columns, boolean wraps) {
    double wide = wraps ? 0 : Math.max(0, widest - columns + 1.0);
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
  }

  /** Puts them at the edges of the view. */
  void place() {
    double right = view.getWidth() - thickness();
    double bottom = Math.max(0, view.getHeight() - height());
    vertical.resizeRelocate(right, 0, thickness(), bottom);
    horizontal.resizeRelocate(0, bottom, right, horizontal.prefHeight(-1));
    toEnd.setVisible(view.isTail() && !view.followingProperty().get() && vertical.isVisible());
    toEnd.autosize();
    toEnd.relocate(
        view.snapPositionX(right - LogView.PAD - toEnd.getWidth()),
        view.snapPositionY(bottom - LogView.PAD - toEnd.getHeight()));
  }
}
