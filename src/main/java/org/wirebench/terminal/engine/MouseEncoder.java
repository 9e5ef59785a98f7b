package org.wirebench.terminal.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.wirebench.terminal.engine.Modes.MouseEncoding;
import org.wirebench.terminal.engine.Modes.MouseMode;
import org.wirebench.terminal.engine.MouseEvent.Button;
import org.wirebench.terminal.engine.MouseEvent.Kind;

/** Writes what the mouse does for a program that asked for it (xterm, "Mouse Tracking"). */
final class MouseEncoder {
  private static final int MOVEMENT = 32;
  private static final int SHIFT = 4;
  private static final int META = 8;
  private static final int CONTROL = 16;

  /** What is added so that a number is a printable character. */
  private static final int PRINTABLE = 32;

  private static final int LAST_BYTE = 255 - PRINTABLE;
  private static final int LAST_OF_TWO_BYTES = 2047 - PRINTABLE;
  private static final byte[] NOTHING = {};

  private final Modes modes;

  MouseEncoder(Modes modes) {
    this.modes = modes;
  }

  /** What is sent: nothing where the program does not want it, or it cannot be said. */
  byte[] encode(MouseEvent event) {
    if (!isWanted(event)) {
      return NOTHING;
    }
    int code = code(event);
    int x = event.column() + 1;
    int y = event.row() + 1;
    return switch (modes.mouseEncoding) {
      case SGR -> sgr(event, code, x, y);
      case URXVT -> ("\033[" + (code + PRINTABLE) + ";" + x + ";" + y + "M").getBytes(UTF_8);
      case UTF8 -> Math.max(x, y) > LAST_OF_TWO_BYTES ? NOTHING : old(code, x, y).getBytes(UTF_8);
      case X10 -> Math.max(x, y) > LAST_BYTE ? NOTHING : old(code, x, y).getBytes(ISO_8859_1);
    };
  }

  private boolean isWanted(MouseEvent event) {
    return switch (modes.mouse) {
      case NONE -> false;
      case PRESSES -> event.kind() == Kind.PRESS && event.button().code < Button.NONE.code;
      case BUTTONS -> event.kind() != Kind.MOVE;
      case DRAGS -> event.kind() != Kind.MOVE || event.button() != Button.NONE;
      case MOTION -> true;
    };
  }

  private int code(MouseEvent event) {
    boolean told = event.kind() != Kind.RELEASE || modes.mouseEncoding == MouseEncoding.SGR;
    int button = told ? event.button().code : Button.NONE.code;
    if (modes.mouse == MouseMode.PRESSES) {
      return button;
    }
    return button
        + (event.kind() == Kind.MOVE ? MOVEMENT : 0)
        + (event.held().shift() ? SHIFT : 0)
        + (event.held().alt() || event.held().meta() ? META : 0)
        + (event.held().control() ? CONTROL : 0);
  }

  private static byte[] sgr(MouseEvent event, int code, int x, int y) {
    char last = event.kind() == Kind.RELEASE ? 'm' : 'M';
    return ("\033[<" + code + ";" + x + ";" + y + last).getBytes(UTF_8);
  }

  private static String old(int code, int x, int y) {
    return "\033[M" + (char) (code + PRINTABLE) + (char) (x + PRINTABLE) + (char) (y + PRINTABLE);
  }
}
