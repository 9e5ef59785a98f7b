package org.wirebench.terminal.engine;

/** The control sequences that move and edit (ECMA-48 section 8.3, DEC STD 070). */
final class ControlFunctions {
  private static final int EQUALS = 2 << 24;
  private static final int GREATER = 3 << 24;
  private static final int QUESTION = 4 << 24;
  private static final int SPACE = ' ' << 8;
  private static final int BANG = '!' << 8;
  private static final int QUOTE = '"' << 8;
  private static final int DOLLAR = '$' << 8;
  private static final int APOSTROPHE = '\'' << 8;

  private final Emulation emulation;
  private final Cursor cursor;
  private final Printer printer;
  private final Rendition rendition;
  private final ModeFunctions modes;
  private final Reports reports;
  private final Erasing erasing;
  private final Rectangles rectangles;
  private final WindowOperations windows;
  private final KeyOptions keys;

  ControlFunctions(Emulation emulation, Printer printer) {
    this.emulation = emulation;
    this.cursor = emulation.cursor;
    this.printer = printer;
    this.rendition = new Rendition(emulation.cursor);
    this.modes = new ModeFunctions(emulation);
    this.reports = new Reports(emulation, modes);
    this.erasing = new Erasing(emulation);
    this.rectangles = new Rectangles(emulation);
    this.windows = new WindowOperations(emulation);
    this.keys = new KeyOptions(emulation);
  }

  Reports reports() {
    return reports;
  }

  void perform(Function function, Params params) {
    int code = function.code();
    if (code == Function.UNKNOWN) {
      return;
    }
    // What most streams are full of comes first.
    if (code == 'm') {
      rendition.select(params);
    } else if (code < 0x80) {
      plain(code, params);
    } else {
      marked(code, params);
    }
  }

  /** A function without prefix and intermediates. */
  private void plain(int code, Params params) {
    int count = params.positive(0, 1);
    switch (code) {
      case 'A' -> emulation.up(count);
      case 'B' -> emulation.down(count);
      case 'C' -> emulation.right(count);
      case 'D' -> emulation.reverseWrap.back(count);
      case 'E' -> {
        emulation.down(count);
        emulation.carriageReturn();
      }
      case 'F' -> {
        emulation.up(count);
        emulation.carriageReturn();
      }
      case 'G', '`' -> emulation.moveTo(emulation.reportedRow(), count - 1);
      case 'H', 'f' -> emulation.moveTo(count - 1, params.positive(1, 1) - 1);
      case 'd' -> emulation.moveTo(count - 1, emulation.reportedColumn());
      case 'e' -> emulation.moveTo(sum(emulation.reportedRow(), count), emulation.reportedColumn());
      case 'a' -> emulation.moveTo(emulation.reportedRow(), sum(emulation.reportedColumn(), count));
      case 'I' -> tab(count);
      case 'Z' -> backTab(count);
      case 'b' -> printer.repeat(count);
      default -> edit(code, params, count);
    }
  }

  private static int sum(int at, int count) {
    return (int) Math.min(Integer.MAX_VALUE, (long) at + count);
  }

  private void edit(int code, Params params, int count) {
    Screen screen = emulation.screen();
    long style = emulation.erased();
    switch (code) {
      case 'J' -> erasing.display(params.get(0, 0), false);
      case 'K' -> erasing.line(params.get(0, 0), false);
      case 'X' -> erasing.characters(count);
      case '@' -> {
        if (screen.isWithinColumns(cursor.column)) {
          screen.insertCells(cursor.row, cursor.column, count, style);
        }
        cursor.wrapsNext = false;
      }
      case 'P' -> {
        if (screen.isWithinColumns(cursor.column)) {
          screen.deleteCells(cursor.row, cursor.column, count, style);
          cursor.wrapsNext = false;
        }
      }
      case 'L' -> lines(() -> screen.insertLines(cursor.row, count, style));
      case 'M' -> lines(() -> screen.deleteLines(cursor.row, count, style));
      case 'S' -> screen.scrollUp(count, style);
      case 'T' -> {
        // With five parameters it is the start of highlighted mouse tracking, which nobody uses.
        if (params.count() == 1) {
          screen.scrollDown(count, style);
        }
      }
      case '^' -> screen.scrollDown(count, style);
      default -> set(code, params);
    }
  }

  /** Rows come and go between the margins alone, and the cursor goes to the left one. */
  private void lines(Runnable edit) {
    Screen screen = emulation.screen();
    if (screen.isWithinRows(cursor.row) && screen.isWithinColumns(cursor.column)) {
      edit.run();
      emulation.put(cursor.row, screen.left());
    }
  }

  private void set(int code, Params params) {
    switch (code) {
      case 'c' -> reports.primaryAttributes(params);
      case 'g' -> clearTabs(params.get(0, 0));
      case 'h' -> modes.setStandard(params, true);
      case 'l' -> modes.setStandard(params, false);
      case 'n' -> reports.status(params.get(0, 0));
      case 'r' -> margins(params);
      case 's' -> {
        if (emulation.modes.sideMargins) {
          sideMargins(params);
        } else {
          emulation.saveCursor();
        }
      }
      case 't' -> windows.perform(params);
      case 'u' -> emulation.restoreCursor();
      case 'x' -> reports.parameters(params.get(0, 0));
      default -> {}
    }
  }

  private void marked(int code, Params params) {
    switch (code) {
      case QUESTION | 'h' -> modes.setPrivate(params, true);
      case QUESTION | 'l' -> modes.setPrivate(params, false);
      case QUESTION | 's' -> modes.save(params);
      case QUESTION | 'r' -> modes.restore(params);
      case QUESTION | 'J' -> erasing.display(params.get(0, 0), true);
      case QUESTION | 'K' -> erasing.line(params.get(0, 0), true);
      case QUESTION | 'n' -> reports.privateStatus(params.get(0, 0));
      case QUESTION | 'W' -> resetTabs(params.get(0, 0));
      case QUESTION | DOLLAR | 'p' -> reports.mode(params.get(0, 0), true);
      case DOLLAR | 'p' -> reports.mode(params.get(0, 0), false);
      case GREATER | 'c' -> reports.secondaryAttributes(params);
      case GREATER | 'q' -> reports.version(params);
      case EQUALS | 'c' -> reports.tertiaryAttributes(params);
      case BANG | 'p' -> emulation.softReset();
      case SPACE | 'q' -> modes.cursorShape(params.get(0, 0));
      case QUOTE | 'q' -> protect(params.get(0, 0));
      default -> keys(code, params);
    }
  }

  private void keys(int code, Params params) {
    switch (code) {
      case GREATER | 'm' -> keys.modify(params);
      case GREATER | 'n' -> keys.disable(params);
      case GREATER | 'f' -> keys.format(params);
      case QUESTION | 'm' -> keys.tellModified(params);
      case QUESTION | 'g' -> keys.tellFormat(params);
      default -> shift(code, params);
    }
  }

  private void shift(int code, Params params) {
    int left = emulation.screen().left();
    int count = params.positive(0, 1);
    switch (code) {
      case SPACE | '@' -> shiftColumns(left, count, false);
      case SPACE | 'A' -> shiftColumns(left, count, true);
      case APOSTROPHE | '}' -> shiftColumns(cursor.column, count, true);
      case APOSTROPHE | '~' -> shiftColumns(cursor.column, count, false);
      default -> rectangles.perform(code, params);
    }
  }

  /**
   * SL, SR, DECIC and DECDC: cells of all rows between the margins move, while the cursor is there.
   */
  void shiftColumns(int from, int count, boolean right) {
    Screen screen = emulation.screen();
    if (!screen.isWithinRows(cursor.row) || !screen.isWithinColumns(cursor.column)) {
      return;
    }
    for (int row = screen.top(); row <= screen.bottom(); row++) {
      if (right) {
        screen.insertCells(row, from, count, emulation.erased());
      } else {
        screen.deleteCells(row, from, count, emulation.erased());
      }
    }
  }

  void tab(int count) {
    int last = emulation.limit() - 1;
    for (int i = 0; i < count && cursor.column < last; i++) {
      emulation.put(cursor.row, emulation.tabs.next(cursor.column, last));
    }
  }

  /** CBT, which the left margin stops in origin mode alone. */
  private void backTab(int count) {
    int first = cursor.origin ? emulation.first() : 0;
    for (int i = 0; i < count && cursor.column > first; i++) {
      emulation.put(cursor.row, emulation.tabs.previous(cursor.column, first));
    }
  }

  private void clearTabs(int which) {
    if (which == 0) {
      emulation.tabs.clear(cursor.column);
    } else if (which == 3) {
      emulation.tabs.clear();
    }
  }

  /** DECST8C. */
  private void resetTabs(int which) {
    if (which == 5) {
      emulation.tabs.reset();
    }
  }

  /** DECSTBM. */
  private void margins(Params params) {
    Screen screen = emulation.screen();
    int top = params.positive(0, 1);
    int bottom = Math.min(params.positive(1, screen.rows()), screen.rows());
    if (top < bottom) {
      screen.setRows(top - 1, bottom - 1);
      emulation.moveTo(0, 0);
    }
  }

  /** DECSLRM. */
  private void sideMargins(Params params) {
    Screen screen = emulation.screen();
    int left = params.positive(0, 1);
    int right = Math.min(params.positive(1, screen.columns()), screen.columns());
    if (left < right) {
      screen.setColumns(left - 1, right - 1);
      emulation.moveTo(0, 0);
    }
  }

  /** DECSCA. */
  private void protect(int how) {
    if (how == 1) {
      cursor.style |= Style.PROTECTED;
    } else if (how == 0 || how == 2) {
      cursor.style &= ~Style.PROTECTED;
    }
  }
}
