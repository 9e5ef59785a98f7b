package org.wirebench.terminal.view;

import org.wirebench.terminal.engine.CursorShape;
import org.wirebench.terminal.engine.ScreenView;

/** The cursor: how it looks now, and that it blinks where the program wants that. */
final class TerminalCaret {
  private final TerminalView view;
  private final Blink blink;
  private boolean visible;
  private boolean blinking;
  private CursorShape shape = CursorShape.BLOCK;

  TerminalCaret(TerminalView view, Blink blink) {
    this.view = view;
    this.blink = blink;
  }

  /** Takes over how the terminal has it, whose lock is held. */
  void take(ScreenView screen) {
    visible = screen.isCursorVisible();
    shape = screen.cursorShape();
    blinking = screen.isCursorBlinking();
  }

  /** Whether it blinks: only where the keyboard is. */
  boolean blinks() {
    return visible && blinking && view.isFocused();
  }

  /** How it is drawn in a column. */
  Overlay.Caret at(int column) {
    if (!visible || (blinks() && blink.isDark())) {
      return Overlay.Caret.NONE;
    }
    Overlay.Look look =
        switch (shape) {
          case BLOCK -> view.isFocused() ? Overlay.Look.BLOCK : Overlay.Look.HOLLOW;
          case UNDERLINE -> view.isFocused() ? Overlay.Look.UNDERLINE : Overlay.Look.HOLLOW;
          case BAR -> view.isFocused() ? Overlay.Look.BAR : Overlay.Look.HOLLOW;
        };
    return new Overlay.Caret(column, look);
  }
}
