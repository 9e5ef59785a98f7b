package org.wirebench.terminal.engine;

/** Escape sequences and control characters (ECMA-48 section 8.3, DEC STD 070, ISO 2022). */
final class EscapeFunctions {
  private static final String SETS = "()*+";
  private static final String SETS_OF_96 = "-./";

  private final Emulation emulation;
  private final Cursor cursor;
  private final ControlFunctions controls;
  private final Reports reports;

  EscapeFunctions(Emulation emulation, ControlFunctions controls) {
    this.emulation = emulation;
    this.cursor = emulation.cursor;
    this.controls = controls;
    this.reports = controls.reports();
  }

  void execute(int control) {
    switch (control) {
      case 0x07 -> emulation.listener.bell();
      case 0x08 -> emulation.reverseWrap.back(1);
      case 0x09 -> controls.tab(1);
      case 0x0a, 0x0b, 0x0c -> lineFeed();
      case 0x0d -> emulation.carriageReturn();
      case 0x0e -> cursor.charsets.lock(1);
      case 0x0f -> cursor.charsets.lock(0);
      case 0x84 -> emulation.index();
      case 0x85 -> nextLine();
      case 0x88 -> emulation.tabs.set(cursor.column);
      case 0x8d -> emulation.reverseIndex();
      case 0x8e -> cursor.charsets.single(2);
      case 0x8f -> cursor.charsets.single(3);
      case 0x9a -> identify();
      default -> {}
    }
  }

  private void identify() {
    Params none = new Params();
    none.clear();
    reports.primaryAttributes(none);
  }

  private void lineFeed() {
    emulation.index();
    // The program ended the line above: it does not go on here, whatever it did before.
    if (cursor.row > 0) {
      emulation.screen().line(cursor.row - 1).wraps = false;
    }
    if (emulation.modes.newLine) {
      emulation.carriageReturn();
    }
  }

  private void nextLine() {
    emulation.index();
    emulation.carriageReturn();
  }

  void escape(Function function) {
    int intermediates = function.intermediates();
    if (intermediates == 0) {
      plain(function.last());
    } else if (intermediates == '#') {
      line(function.last());
    } else if (SETS.indexOf(intermediates) >= 0) {
      int set = SETS.indexOf(intermediates);
      cursor.charsets.designate(set, Charset.named(function.last()));
    } else if (SETS_OF_96.indexOf(intermediates) >= 0) {
      int set = 1 + SETS_OF_96.indexOf(intermediates);
      cursor.charsets.designate(set, Charset.named96(function.last()));
    }
  }

  private void plain(int last) {
    switch (last) {
      case '6' -> backIndex();
      case '7' -> emulation.saveCursor();
      case '8' -> emulation.restoreCursor();
      case '9' -> forwardIndex();
      case 'c' -> emulation.reset();
      case '=' -> emulation.modes.applicationKeypad = true;
      case '>' -> emulation.modes.applicationKeypad = false;
      case 'n' -> cursor.charsets.lock(2);
      case 'o' -> cursor.charsets.lock(3);
      default -> {
        // ESC with a letter is another way to write a control character of C1 (ECMA-48 5.3).
        if (last >= '@' && last <= '_') {
          execute(last + 0x40);
        }
      }
    }
  }

  private void line(int last) {
    switch (last) {
      case '3' -> size(LineSize.DOUBLE_HEIGHT_TOP);
      case '4' -> size(LineSize.DOUBLE_HEIGHT_BOTTOM);
      case '5' -> size(LineSize.SINGLE);
      case '6' -> size(LineSize.DOUBLE_WIDTH);
      case '8' -> align();
      default -> {}
    }
  }

  private void size(LineSize size) {
    emulation.line().size = size;
    if (cursor.column >= emulation.columns(cursor.row)) {
      emulation.put(cursor.row, cursor.column);
    }
  }

  /** DECALN: a screen full of E. What is written then is plain, but for its colours. */
  private void align() {
    Screen screen = emulation.screen();
    screen.resetMargins();
    cursor.origin = false;
    cursor.style &= Style.PROTECTED | Style.COLORS;
    for (int row = 0; row < screen.rows(); row++) {
      Line line = screen.line(row);
      line.clear(Style.DEFAULT);
      for (int column = 0; column < screen.columns(); column++) {
        line.put(column, 'E', Style.DEFAULT, 0);
      }
    }
    emulation.put(0, 0);
  }

  /** DECBI: at the left margin the others go right. */
  private void backIndex() {
    Screen screen = emulation.screen();
    if (cursor.column != screen.left()) {
      emulation.put(cursor.row, cursor.column - 1);
    } else {
      controls.shiftColumns(screen.left(), 1, true);
    }
  }

  /** DECFI: at the right margin the others go left. */
  private void forwardIndex() {
    Screen screen = emulation.screen();
    if (cursor.column != screen.right()) {
      emulation.put(cursor.row, cursor.column + 1);
    } else {
      controls.shiftColumns(screen.left(), 1, false);
    }
  }
}
