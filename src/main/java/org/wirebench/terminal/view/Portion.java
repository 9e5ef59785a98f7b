package org.wirebench.terminal.view;

import org.wirebench.terminal.engine.LineText;

/**
 * How many lines are looked at while nothing else can look: fewer where a program wrote long ones,
 * so that a frame does not wait for them.
 */
final class Portion {
  /** What takes less than a millisecond. */
  private static final int MOST = 1 << 14;

  /** What a line takes that has no text. */
  private static final int LINE = 80;

  private int looked;

  /** Whether there is time for one more. */
  boolean isOpen() {
    return looked < MOST;
  }

  void add(LineText line) {
    looked += LINE + line.text().length();
  }
}
