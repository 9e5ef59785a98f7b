package org.wirebench.terminal.engine;

/** The cursor on its way left (BS, CUB): in two modes it goes on to the end of the row above. */
final class ReverseWrap {
  private final Emulation emulation;
  private final Cursor cursor;
  private final Modes modes;

  ReverseWrap(Emulation emulation) {
    this.emulation = emulation;
    this.cursor = emulation.cursor;
    this.modes = emulation.modes;
  }

  void back(int count) {
    boolean always = modes.reverseWrapAlways;
    if (!modes.wrap || !(modes.reverseWrap || always)) {
      emulation.left(count);
      return;
    }
    int first = emulation.first();
    int rest = cursor.wrapsNext ? count - 1 : count;
    while (rest > Math.max(0, cursor.column - first) && (always ? mayGoUp() : isContinued())) {
      rest -= Math.max(1, cursor.column - first + 1);
      if (always && cursor.row == screen().top()) {
        cursor.row = screen().bottom();
        rest %= cells(first);
      } else {
        cursor.row--;
      }
      cursor.column = end(cursor.row) - 1;
    }
    emulation.put(cursor.row, Math.max(first, cursor.column - rest));
  }

  private Screen screen() {
    return emulation.screen();
  }

  /** Behind the last column between the margins. */
  private int end(int row) {
    return Math.min(emulation.columns(row), screen().right() + 1);
  }

  /** After so many cells between the margins a cursor that goes back is where it was. */
  private int cells(int first) {
    int cells = 0;
    for (int row = screen().top(); row <= screen().bottom(); row++) {
      cells += Math.max(1, end(row) - first);
    }
    return cells;
  }

  /** From the top margin the cursor goes to the bottom one; above that the first row is the end. */
  private boolean mayGoUp() {
    return cursor.row > 0 || screen().top() == 0;
  }

  /** Whether the row of the cursor goes on with that above it. */
  private boolean isContinued() {
    int row = cursor.row;
    return row > 0 && row != screen().top() && screen().line(row - 1).wraps;
  }
}
