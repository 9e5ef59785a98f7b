package org.wirebench.terminal.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.wirebench.terminal.engine.Modes.MouseEncoding;
import org.wirebench.terminal.engine.Modes.MouseMode;

/** Sets, saves and reports modes (SM, RM, DECSET, DECRST, XTSAVE, XTRESTORE, DECRQM). */
final class ModeFunctions {
  /** What is said of a mode that is not known, and of one that is set or not (DECRPM). */
  static final int NOT_KNOWN = 0;

  static final int SET = 1;
  static final int RESET = 2;

  private interface Setter {
    void set(boolean on);
  }

  private record Mode(BooleanSupplier isSet, Setter setter) {}

  private final Emulation emulation;
  private final Modes modes;
  private final Map<Integer, Mode> standard = new HashMap<>();
  private final Map<Integer, Mode> known = new HashMap<>();
  private final Map<Integer, Boolean> saved = new HashMap<>();

  ModeFunctions(Emulation emulation) {
    this.emulation = emulation;
    this.modes = emulation.modes;
    addStandard();
    addKeys();
    addScreen();
    addMouse();
  }

  private void addStandard() {
    standard.put(2, new Mode(() -> modes.keysLocked, on -> modes.keysLocked = on));
    standard.put(4, new Mode(() -> modes.insert, on -> modes.insert = on));
    standard.put(12, new Mode(() -> !modes.localEcho, on -> modes.localEcho = !on));
    standard.put(20, new Mode(() -> modes.newLine, on -> modes.newLine = on));
  }

  private void add(int number, BooleanSupplier isSet, Setter setter) {
    known.put(number, new Mode(isSet, setter));
  }

  private void addKeys() {
    add(1, () -> modes.applicationCursor, on -> modes.applicationCursor = on);
    add(8, () -> modes.autoRepeat, on -> modes.autoRepeat = on);
    add(66, () -> modes.applicationKeypad, on -> modes.applicationKeypad = on);
    add(67, () -> modes.backspace, on -> modes.backspace = on);
    add(1004, () -> modes.focusReports, on -> modes.focusReports = on);
    add(1007, () -> modes.alternateScroll, on -> modes.alternateScroll = on);
    add(1036, () -> modes.metaSendsEscape, on -> modes.metaSendsEscape = on);
    add(2031, () -> modes.colorReports, on -> modes.colorReports = on);
    add(2004, () -> modes.bracketedPaste, on -> modes.bracketedPaste = on);
  }

  private void addScreen() {
    add(3, () -> modes.columns132, this::setColumns);
    add(5, () -> modes.reverseVideo, on -> modes.reverseVideo = on);
    add(6, () -> emulation.cursor.origin, this::setOrigin);
    add(7, () -> modes.wrap, on -> modes.wrap = on);
    add(12, () -> modes.cursorBlinks, on -> modes.cursorBlinks = on);
    add(25, () -> modes.cursorVisible, on -> modes.cursorVisible = on);
    add(40, () -> modes.columnsAllowed, on -> modes.columnsAllowed = on);
    add(45, () -> modes.reverseWrap, on -> modes.reverseWrap = on);
    add(69, () -> modes.sideMargins, this::setSideMargins);
    add(95, () -> modes.keepsOnColumns, on -> modes.keepsOnColumns = on);
    add(1045, () -> modes.reverseWrapAlways, on -> modes.reverseWrapAlways = on);
    add(2026, () -> modes.synchronizedOutput, on -> modes.synchronizedOutput = on);
    add(2027, () -> modes.graphemes, on -> modes.graphemes = on);
    add(47, emulation::isAlternate, on -> alternate(on, Alternate.AS_LEFT));
    add(1047, emulation::isAlternate, on -> alternate(on, Alternate.ERASED_BEHIND));
    add(1048, () -> false, this::keepCursor);
    add(1049, emulation::isAlternate, on -> alternate(on, Alternate.WITH_CURSOR));
  }

  private void addMouse() {
    mouse(9, MouseMode.PRESSES);
    mouse(1000, MouseMode.BUTTONS);
    mouse(1002, MouseMode.DRAGS);
    mouse(1003, MouseMode.MOTION);
    encoding(1005, MouseEncoding.UTF8);
    encoding(1006, MouseEncoding.SGR);
    encoding(1015, MouseEncoding.URXVT);
  }

  private void mouse(int number, MouseMode mode) {
    add(number, () -> modes.mouse == mode, on -> modes.mouse = on ? mode : MouseMode.NONE);
  }

  private void encoding(int number, MouseEncoding encoding) {
    add(
        number,
        () -> modes.mouseEncoding == encoding,
        on -> modes.mouseEncoding = on ? encoding : MouseEncoding.X10);
  }

  void setStandard(Params params, boolean on) {
    set(standard, params, on);
  }

  void setPrivate(Params params, boolean on) {
    set(known, params, on);
  }

  private static void set(Map<Integer, Mode> among, Params params, boolean on) {
    for (int at = 0; at < params.count(); at++) {
      Mode mode = among.get(params.get(at, 0));
      if (mode != null) {
        mode.setter.set(on);
      }
    }
  }

  void save(Params params) {
    for (int at = 0; at < params.count(); at++) {
      int number = params.get(at, 0);
      Mode mode = known.get(number);
      if (mode != null) {
        saved.put(number, mode.isSet.getAsBoolean());
      }
    }
  }

  void restore(Params params) {
    for (int at = 0; at < params.count(); at++) {
      int number = params.get(at, 0);
      Mode mode = known.get(number);
      Boolean before = saved.get(number);
      if (mode != null && before != null) {
        mode.setter.set(before);
      }
    }
  }

  /** How a mode stands: {@link #SET}, {@link #RESET} or {@link #NOT_KNOWN}. */
  int state(int number, boolean isPrivate) {
    Mode mode = (isPrivate ? known : standard).get(number);
    if (mode == null) {
      return NOT_KNOWN;
    }
    return mode.isSet.getAsBoolean() ? SET : RESET;
  }

  /**
   * DECCOLM. How wide the window is stays the user's to say; the screen is erased as it would be.
   */
  private void setColumns(boolean wide) {
    if (!modes.columnsAllowed) {
      return;
    }
    modes.columns132 = wide;
    emulation.screen().resetMargins();
    modes.sideMargins = false;
    if (!modes.keepsOnColumns) {
      emulation.clear();
    }
    emulation.put(0, 0);
    emulation.listener.resizeWanted(emulation.screen().rows(), wide ? 132 : 80);
  }

  private void setOrigin(boolean on) {
    emulation.cursor.origin = on;
    emulation.moveTo(0, 0);
  }

  private void setSideMargins(boolean on) {
    modes.sideMargins = on;
    if (!on) {
      Screen screen = emulation.screen();
      screen.setColumns(0, screen.columns() - 1);
    }
  }

  private void keepCursor(boolean save) {
    if (save) {
      emulation.saveCursor();
    } else {
      emulation.restoreCursor();
    }
  }

  /** How a mode shows the alternate screen. */
  private enum Alternate {
    /** As a program left it (47). */
    AS_LEFT,
    /** It is erased when it is left (1047). */
    ERASED_BEHIND,
    /** It is erased when it is shown; the cursor is saved before, and comes back after (1049). */
    WITH_CURSOR
  }

  /** Shows the alternate screen, or the main one again. */
  private void alternate(boolean on, Alternate how) {
    boolean withCursor = how == Alternate.WITH_CURSOR;
    if (on && withCursor) {
      emulation.saveCursor();
    }
    if (!on && how == Alternate.ERASED_BEHIND && emulation.isAlternate()) {
      emulation.clear();
    }
    if (on != emulation.isAlternate()) {
      emulation.show(on);
    }
    if (on && withCursor) {
      emulation.clear();
    }
    if (!on && withCursor) {
      emulation.restoreCursor();
    }
  }

  /** DECSCUSR. */
  void cursorShape(int number) {
    if (number <= 6) {
      emulation.cursorShape = CursorShape.of(number);
      modes.cursorBlinks = number == 0 || number % 2 == 1;
    }
  }
}
