package org.wirebench.terminal.view;

import java.util.function.Predicate;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;
import org.wirebench.terminal.engine.KeyModifiers;
import org.wirebench.terminal.engine.MouseEvent;
import org.wirebench.terminal.engine.RowColumn;
import org.wirebench.terminal.engine.ScreenView;
import org.wirebench.terminal.engine.Terminal;

/** Tells a program what the mouse does, if it wants to know. FX thread only. */
final class MouseReports {
  private final TerminalView view;
  private final TerminalSkin skin;

  /** Where the mouse was when the program was told of it last. */
  private @Nullable RowColumn reported;

  MouseReports(TerminalView view, TerminalSkin skin) {
    this.view = view;
    this.skin = skin;
  }

  /** Whether the program wants to know of this, and Shift does not keep it from it. */
  static boolean isWanted(Terminal terminal, javafx.scene.input.MouseEvent event) {
    return !event.isShiftDown() && asked(terminal, ScreenView::wantsMouse);
  }

  /** Whether the program wants to know of the wheel, and Shift does not keep it from it. */
  boolean isWanted(ScrollEvent event) {
    return !event.isShiftDown() && asked(view.terminal(), ScreenView::wantsMouse);
  }

  /** What the terminal answers to a question at this moment. */
  static boolean asked(Terminal terminal, Predicate<ScreenView> question) {
    terminal.lock();
    try {
      return question.test(terminal.view());
    } finally {
      terminal.unlock();
    }
  }

  void pressed(javafx.scene.input.MouseEvent event) {
    report(MouseEvent.Kind.PRESS, event);
  }

  void released(javafx.scene.input.MouseEvent event) {
    report(MouseEvent.Kind.RELEASE, event);
  }

  /** It was moved, with a button held or not. */
  void moved(javafx.scene.input.MouseEvent event) {
    report(MouseEvent.Kind.MOVE, event);
  }

  /** The wheel was turned by so many notches, up where that is negative. */
  void turned(ScrollEvent event, int notches) {
    MouseEvent.Button way = notches < 0 ? MouseEvent.Button.WHEEL_UP : MouseEvent.Button.WHEEL_DOWN;
    KeyModifiers held = TerminalKeys.held(event);
    for (int i = 0; i < Math.abs(notches); i++) {
      report(MouseEvent.Kind.PRESS, way, cell(event.getX(), event.getY()), held);
    }
  }

  private void report(MouseEvent.Kind kind, javafx.scene.input.MouseEvent event) {
    RowColumn cell = cell(event.getX(), event.getY());
    report(kind, button(event.getButton()), cell, TerminalKeys.held(event));
  }

  private void report(
      MouseEvent.Kind kind, MouseEvent.Button button, RowColumn cell, KeyModifiers held) {
    // As xterm has it, a move is one to another cell.
    if (kind != MouseEvent.Kind.MOVE || !cell.equals(reported)) {
      MouseEvent event = new MouseEvent(kind, button, cell.row(), cell.column(), held);
      view.connection().send(view.terminal().mouse(event));
    }
    reported = cell;
  }

  private RowColumn cell(double x, double y) {
    RowColumn at = skin.cell(x, y);
    TerminalSize size = view.sizeProperty().get();
    return new RowColumn(
        Math.clamp(at.row(), 0, size.rows() - 1), Math.clamp(at.column(), 0, size.columns() - 1));
  }

  private static MouseEvent.Button button(MouseButton button) {
    return switch (button) {
      case PRIMARY -> MouseEvent.Button.LEFT;
      case MIDDLE -> MouseEvent.Button.MIDDLE;
      case SECONDARY -> MouseEvent.Button.RIGHT;
      default -> MouseEvent.Button.NONE;
    };
  }
}
