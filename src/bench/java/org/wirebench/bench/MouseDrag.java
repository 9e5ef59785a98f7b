package org.wirebench.bench;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/** Holds the mouse at a control and moves it up and down over all of it. FX thread only. */
final class MouseDrag {
  private static final double STEP = 0.11;

  private final Region control;
  private int steps;

  MouseDrag(Region control) {
    this.control = control;
  }

  /** Presses the button, or moves the mouse to its next place. */
  void step() {
    Event.fireEvent(
        control, event(steps == 0 ? MouseEvent.MOUSE_PRESSED : MouseEvent.MOUSE_DRAGGED));
    steps++;
  }

  private MouseEvent event(EventType<MouseEvent> type) {
    double x = control.getWidth() * (1 + Math.sin(steps * STEP * 3)) / 2;
    double y = (control.getHeight() - 1) * (1 - Math.cos(steps * STEP)) / 2;
    Point2D screen = control.localToScreen(x, y);
    return new MouseEvent(
        control,
        control,
        type,
        x,
        y,
        screen.getX(),
        screen.getY(),
        MouseButton.PRIMARY,
        1,
        false,
        false,
        false,
        false,
        true,
        false,
        false,
        false,
        false,
        steps == 0,
        null);
  }
}
