package org.wirebench.terminal.view;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wirebench.terminal.engine.Position;
import org.wirebench.terminal.engine.Positions;
import org.wirebench.terminal.engine.ScreenView;
import org.wirebench.terminal.engine.Terminal;

/**
 * Which rows of a terminal are shown: the last ones, whatever comes, or those from a place on. FX
 * thread only.
 */
final class ScrollPlace {
  private final Terminal terminal;
  private int scrollback;
  private int top;

  /**
   * What stands in the first row that is shown: once lines are dropped, that has another number.
   */
  private Position first = new Position(0, 0);

  /** Where the first row on the screen is, while that is not the last of the terminal. */
  private @Nullable Position scrolledTo;

  ScrollPlace(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Takes over where the rows are now; the lock of the terminal is held. */
  void take(ScreenView screen) {
    Positions positions = screen.positions();
    scrollback = screen.scrollback();
    Position at = scrolledTo;
    top = at == null ? scrollback : Math.min(positions.find(at).row(), scrollback);
    if (top == scrollback) {
      scrolledTo = null;
    }
    first = positions.at(top, 0);
  }

  /** How many rows stood above the screen of the terminal in this frame. */
  int scrollback() {
    return scrollback;
  }

  /** The first row that is shown, from that of the scrollback, in this frame. */
  int top() {
    return top;
  }

  /** What stands in the first row that is shown. */
  Position first() {
    return first;
  }

  /** Where the first row that is shown stands by now. */
  int topNow(Positions positions) {
    return positions.find(first).row();
  }

  /** Shows the last rows, whatever comes. */
  void toEnd() {
    scrolledTo = null;
  }

  /** Shows the rows from this one on; at the end, whatever comes. */
  void to(long row) {
    locked(screen -> set(screen, row));
  }

  /** Shows rows that are so many behind those that are shown, or before them. */
  void by(long rows) {
    locked(screen -> set(screen, topNow(screen.positions()) + rows));
  }

  /** Shows a place, in the middle of so many rows where it was not in sight. */
  void reveal(Position at, int shown) {
    locked(
        screen -> {
          Positions positions = screen.positions();
          int now = topNow(positions);
          int row = positions.find(at).row();
          if (row < now || row >= now + shown) {
            set(screen, Math.max(0, row - shown / 2));
          }
        });
  }

  /** Shows a place in the first row, or as near to it as there are rows behind it. */
  void showAtTop(Position at) {
    locked(screen -> set(screen, screen.positions().find(at).row()));
  }

  private void set(ScreenView screen, long row) {
    int to = Math.clamp(row, 0, screen.scrollback());
    scrolledTo = to == screen.scrollback() ? null : screen.positions().at(to, 0);
  }

  private void locked(Consumer<ScreenView> action) {
    terminal.lock();
    try {
      action.accept(terminal.view());
    } finally {
      terminal.unlock();
    }
  }
}
