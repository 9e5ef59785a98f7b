package org.wirebench.terminal.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wirebench.terminal.engine.LineText;
import org.wirebench.terminal.engine.Position;
import org.wirebench.terminal.engine.Positions;

/** A line around a place: all of it, or the part that has the place and both its neighbours. */
final class LineWindow {
  private final List<LineText> parts = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private int index = -1;

  private LineWindow() {}

  /** To be read with the lock of the terminal held, and kept without. */
  static LineWindow around(Position at, Positions positions) {
    LineWindow window = new LineWindow();
    Optional<LineText> found = positions.text(at);
    if (found.isEmpty() || found.get().begin().line() != at.line()) {
      return window;
    }
    LineText middle = found.get();
    if (middle.begin().column() > 0) {
      positions.textBefore(middle.begin()).ifPresent(window::add);
    }
    int inside = middle.index(at.column());
    if (inside < middle.text().length()) {
      window.index = window.text.length() + inside;
    }
    window.add(middle);
    if (middle.goesOn()) {
      positions.text(middle.end()).ifPresent(window::add);
    }
    return window;
  }

  private void add(LineText part) {
    parts.add(part);
    text.append(part.text());
  }

  /** Where the place is in {@link #text}; -1 where nothing was written to it. */
  int index() {
    return index;
  }

  String text() {
    return text.toString();
  }

  /** Whether these chars may go on where the window does not. */
  boolean isCut(Overlay.Range chars) {
    boolean before = chars.from() == 0 && parts.getFirst().begin().column() > 0;
    return before || (chars.to() == text.length() && parts.getLast().goesOn());
  }

  /** The place of a char of {@link #text}, or behind the last one. */
  Position position(int at) {
    int before = 0;
    for (LineText part : parts) {
      if (at < before + part.text().length()) {
        return part.position(at - before);
      }
      before += part.text().length();
    }
    return parts.getLast().end();
  }
}
