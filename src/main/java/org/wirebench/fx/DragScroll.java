package org.wirebench.fx;

import java.util.function.LongConsumer;
import javafx.animation.AnimationTimer;
import javafx.scene.layout.Region;

/**
 * What is selected with the mouse grows while that is dragged; while it is held above or below the
 * control, the text scrolls under it. FX thread only.
 */
public final class DragScroll {
  private final Region control;
  private final double rowsPerPixel;
  private final LongConsumer scroll;
  private final Head head;
  private final AnimationTimer timer =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          frame();
        }
      };

  private double x;
  private double y;
  private double due;

  /** Has what is selected end at a point of the control, which is never above or below it. */
  @FunctionalInterface
  public interface Head {
    void moveTo(double x, double y);
  }

  /**
   * @param rowsPerPixel how many rows are scrolled in a frame for each pixel between the control
   *     and the mouse
   * @param scroll scrolls by so many rows, up where that is negative
   */
  public DragScroll(Region control, double rowsPerPixel, LongConsumer scroll, Head head) {
    this.control = control;
    this.rowsPerPixel = rowsPerPixel;
    this.scroll = scroll;
    this.head = head;
  }

  /** The mouse was dragged to a point, which may be outside of the control. */
  public void to(double nowX, double nowY) {
    x = nowX;
    y = nowY;
    extend();
    if (outside() == 0) {
      stop();
    } else {
      timer.start();
    }
  }

  /** The mouse is not held any more. */
  public void stop() {
    timer.stop();
    due = 0;
  }

  private double outside() {
    return y < 0 ? y : Math.max(0, y - control.getHeight());
  }

  private void extend() {
    head.moveTo(x, Math.clamp(y, 0, Math.max(0, control.getHeight() - 1)));
  }

  private void frame() {
    if (control.getScene() == null) {
      // Nobody tells a control that was taken away that the mouse was let go.
      stop();
      return;
    }
    due += outside() * rowsPerPixel;
    long rows = (long) due;
    due -= rows;
    if (rows != 0) {
      scroll.accept(rows);
      extend();
    }
  }
}
