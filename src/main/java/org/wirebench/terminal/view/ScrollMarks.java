package org.wirebench.terminal.view;

import java.io.IOException;
import java.util.Arrays;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.wirebench.fx.find.FindModel;
import org.wirebench.terminal.engine.Positions;
import org.wirebench.terminal.engine.Terminal;

/** Marks on the scroll bar where the search found something. */
final class ScrollMarks {
  /** More of them cannot be told apart. */
  private static final int MOST = 400;

  private static final double HEIGHT = 2;

  private final TerminalView view;
  private final Canvas canvas = new Canvas();
  private int[] drawn = {};

  ScrollMarks(TerminalView view) {
    this.view = view;
    canvas.setManaged(false);
    canvas.setMouseTransparent(true);
  }

  Node node() {
    return canvas;
  }

  void place(double x, double width, double height) {
    canvas.relocate(x, 0);
    canvas.setWidth(width);
    canvas.setHeight(height);
    drawn = new int[0];
  }

  /**
   * Marks what is found now.
   *
   * @param rows how many rows there are
   */
  void show(double rows) {
    int[] now = at(rows);
    if (!Arrays.equals(now, drawn)) {
      drawn = now;
      GraphicsContext context = canvas.getGraphicsContext2D();
      context.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
      context.setFill(Color.ORANGE);
      for (int y : now) {
        context.fillRect(1, y, canvas.getWidth() - 2, HEIGHT);
      }
    }
  }

  private int[] at(double rows) {
    long[] places;
    try {
      places = view.places().search().sample(MOST);
    } catch (IOException unreadable) {
      view.places().search().model().refuse(FindModel.unreadable(unreadable));
      return new int[0];
    }
    if (places.length == 0) {
      return new int[0];
    }
    Terminal terminal = view.terminal();
    terminal.lock();
    try {
      Positions positions = terminal.view().positions();
      return Arrays.stream(places)
          .mapToInt(
              place -> {
                int row = positions.find(TerminalHits.position(place)).row();
                return (int) Math.round((canvas.getHeight() - HEIGHT) * row / rows);
              })
          .distinct()
          .toArray();
    } finally {
      terminal.unlock();
    }
  }
}
