package org.wirebench.terminal.engine;

/** What the cursor looks like (DECSCUSR). */
public enum CursorShape {
  BLOCK(1),
  UNDERLINE(3),
  BAR(5);

  /**
   * The number that DECSCUSR has for it, when it blinks; the next one is for it when it does not.
   */
  final int number;

  CursorShape(int number) {
    this.number = number;
  }

  static CursorShape of(int number) {
    return number <= 2 ? BLOCK : number <= 4 ? UNDERLINE : BAR;
  }
}
