package org.wirebench.terminal.view;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wirebench.core.job.JobClock;
import org.wirebench.fx.CaretRest;
import org.wirebench.terminal.engine.CursorShape;
import org.wirebench.terminal.engine.ScreenView;

/**
 * The cursor: how it looks now, and that it blinks where the program wants that. It rests, to be
 * seen, when nobody has typed for a while, so that an idle terminal costs nothing.
 */
final class TerminalCaret {
  /** How long it is seen, and then is not. */
  private static final Duration BLINK = Duration.ofMillis(530);

  private final TerminalView view;
  private boolean visible;
  private boolean blinking;
  private CursorShape shape = CursorShape.BLOCK;
  private boolean dark;
  private Instant lastKey = Instant.MIN;
  private JobClock.@Nullable Timer timer;

  TerminalCaret(TerminalView view) {
    this.view = view;
  }

  /** Takes over how the terminal has it, whose lock is held. */
  void take(ScreenView screen) {
    visible = screen.isCursorVisible();
    shape = screen.cursorShape();
    blinking = screen.isCursorBlinking();
    if (blinking && visible && view.isFocused() && isAwake() && timer == null) {
      timer = view.jobs().after(BLINK, this::blink);
    }
  }

  private boolean isAwake() {
    return lastKey.isAfter(view.jobs().clock().now().minus(CaretRest.AFTER));
  }

  private void blink() {
    timer = null;
    boolean goesOn = blinking && view.isFocused() && isAwake();
    dark = goesOn && !dark;
    view.changed();
  }

  /** A key was pressed: it is to be seen now. */
  void awake() {
    lastKey = view.jobs().clock().now();
    dark = false;
    stop();
  }

  void stop() {
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
  }

  /** How it is drawn in a column. */
  Overlay.Caret at(int column) {
    if (!visible || dark) {
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
