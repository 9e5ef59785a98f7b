package org.wirebench.terminal.engine;

/**
 * What the mouse did over a cell.
 *
 * @param button which one; for a movement the one that is held
 * @param row of the screen, from 0
 * @param column from 0
 */
public record MouseEvent(Kind kind, Button button, int row, int column, KeyModifiers held) {
  /** What happened. */
  public enum Kind {
    PRESS,
    RELEASE,
    MOVE
  }

  /** A button, or the wheel, which is one as it turns a notch. */
  public enum Button {
    LEFT(0),
    MIDDLE(1),
    RIGHT(2),
    NONE(3),
    WHEEL_UP(64),
    WHEEL_DOWN(65),
    WHEEL_LEFT(66),
    WHEEL_RIGHT(67);

    final int code;

    Button(int code) {
      this.code = code;
    }
  }
}
