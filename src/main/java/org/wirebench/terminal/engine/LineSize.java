package org.wirebench.terminal.engine;

import java.util.List;

/** How large the characters of a line are (DECSWL, DECDWL, DECDHL). */
public enum LineSize {
  SINGLE(0),
  DOUBLE_WIDTH(1),
  /** The upper half of characters of twice the height, which are of twice the width too. */
  DOUBLE_HEIGHT_TOP(2),
  /** The lower half. */
  DOUBLE_HEIGHT_BOTTOM(3);

  static final List<LineSize> ALL = List.of(values());

  final int number;

  LineSize(int number) {
    this.number = number;
  }
}
