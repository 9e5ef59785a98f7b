package org.wirebench.terminal.view;

import java.util.function.Consumer;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;
import org.wirebench.fx.DragScroll;
import org.wirebench.terminal.engine.Key;
import org.wirebench.terminal.engine.KeyModifiers;
import org.wirebench.terminal.engine.Position;
import org.wirebench.terminal.engine.Positions;
import org.wirebench.terminal.engine.RowColumn;
import org.wirebench.terminal.engine.RowImage;
import org.wirebench.terminal.engine.ScreenView;
import org.wirebench.terminal.engine.Terminal;

/**
 * What the mouse does: it selects; where the program wants to know of it, it selects with Shift
 * alone.
 */
final class TerminalMouse {
  private static final int ROWS_PER_NOTCH = 3;

  /** How much JavaFX says of one notch. */
  private static final double NOTCH = 40;

  /** How fast the text scrolls while the mouse is held outside. */
  private static final double ROWS_PER_PIXEL = 0.02;

  private final TerminalView view;
  private final TerminalSkin skin;
  private final MouseReports reports;
  private final DragScroll drag;
  private @Nullable Selecting selecting;
  private double wheel;

  private TerminalMouse(TerminalView view, TerminalSkin skin) {
    this.view = view;
    this.skin = skin;
    this.reports = new MouseReports(view, skin);
    this.drag = new DragScroll(view, ROWS_PER_PIXEL, this::scroll, this::extend);
  }

  static void install(TerminalView view, TerminalSkin skin) {
    TerminalMouse mouse = new TerminalMouse(view, skin);
    view.addEventHandler(MouseEvent.MOUSE_PRESSED, mouse::pressed);
    view.addEventHandler(MouseEvent.MOUSE_DRAGGED, mouse::dragged);
    view.addEventHandler(MouseEvent.MOUSE_RELEASED, mouse::released);
    view.addEventHandler(MouseEvent.MOUSE_MOVED, mouse::moved);
    view.addEventHandler(ScrollEvent.SCROLL, mouse::scrolled);
  }

  private boolean isForProgram(MouseEvent event) {
    return MouseReports.isWanted(view.terminal(), event);
  }

  private void pressed(MouseEvent event) {
    view.requestFocus();
    if (isForProgram(event)) {
      reports.pressed(event);
      event.consume();
      return;
    }
    if (event.getButton() == MouseButton.PRIMARY) {
      begin(event);
      event.consume();
    } else if (event.getButton() == MouseButton.MIDDLE) {
      view.paste();
      event.consume();
    }
  }

  private void begin(MouseEvent event) {
    Selection.Mode mode =
        switch (event.getClickCount()) {
          case 1 -> event.isAltDown() ? Selection.Mode.BLOCK : Selection.Mode.CHARACTER;
          case 2 -> Selection.Mode.WORD;
          default -> Selection.Mode.LINE;
        };
    Selection before = view.selection().property().get();
    withPositions(
        positions -> {
          Position at = position(event.getX(), event.getY(), mode, positions);
          boolean extend = event.isShiftDown() && before != null && event.getClickCount() == 1;
          if (extend) {
            boolean front = at.compareTo(before.from()) < 0;
            Position other = front ? before.last() : before.from();
            selecting = new Selecting(before.mode(), other);
          } else {
            selecting = new Selecting(mode, at);
          }
          view.selection().set(selecting.to(at, positions));
        });
  }

  private void withPositions(Consumer<Positions> action) {
    Terminal terminal = view.terminal();
    terminal.lock();
    try {
      action.accept(terminal.view().positions());
    } finally {
      terminal.unlock();
    }
  }

  /** The place between two cells that is nearest, or the cell itself, as words and lines need. */
  private Position position(double x, double y, Selection.Mode mode, Positions positions) {
    boolean between = mode == Selection.Mode.CHARACTER || mode == Selection.Mode.BLOCK;
    double half = between ? skin.metrics().width() / 2 : 0;
    RowColumn at = skin.cell(x + half, y);
    int columns = view.sizeProperty().get().columns();
    int column = Math.clamp(at.column(), 0, columns);
    if (between && isInside(at.row(), column)) {
      column += skin.cell(x, y).column() < column ? -1 : 1;
    }
    int row = skin.shown().place().topNow(positions) + at.row();
    return Selecting.position(new RowColumn(row, column), positions);
  }

  /** Whether a wide character is on both sides of the left edge of a cell that is shown. */
  private boolean isInside(int row, int column) {
    if (row < 0 || row >= skin.shown().rows()) {
      return false;
    }
    RowImage image = skin.shown().image(row);
    return column < image.columns() && image.isTail(column);
  }

  private void dragged(MouseEvent event) {
    if (selecting != null) {
      drag.to(event.getX(), event.getY());
      event.consume();
    } else if (isForProgram(event)) {
      reports.moved(event);
      event.consume();
    }
  }

  private void extend(double x, double y) {
    Selecting now = selecting;
    if (now != null) {
      double inside = Math.max(skin.inset(), y);
      withPositions(
          positions ->
              view.selection().set(now.to(position(x, inside, now.mode(), positions), positions)));
    }
  }

  private void scroll(long rows) {
    skin.shown().place().by(rows);
    view.changed();
  }

  private void released(MouseEvent event) {
    drag.stop();
    if (selecting != null) {
      selecting = null;
      event.consume();
    } else if (isForProgram(event)) {
      reports.released(event);
      event.consume();
    }
  }

  private void moved(MouseEvent event) {
    if (isForProgram(event)) {
      reports.moved(event);
    }
  }

  private void scrolled(ScrollEvent event) {
    event.consume();
    wheel -= event.getDeltaY() / NOTCH;
    int notches = (int) wheel;
    wheel -= notches;
    if (notches == 0) {
      return;
    }
    if (event.isControlDown()) {
      view.looks().zoomBy(Math.pow(TerminalLooks.ZOOM_STEP, -notches));
    } else if (reports.isWanted(event)) {
      reports.turned(event, notches);
    } else if (MouseReports.asked(view.terminal(), ScreenView::scrollsByKeys)) {
      for (int i = 0; i < Math.abs(notches) * ROWS_PER_NOTCH; i++) {
        view.connection()
            .send(view.terminal().key(notches < 0 ? Key.UP : Key.DOWN, KeyModifiers.NONE));
      }
    } else {
      scroll((long) notches * ROWS_PER_NOTCH);
    }
  }
}
