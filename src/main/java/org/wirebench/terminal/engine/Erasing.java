package org.wirebench.terminal.engine;

/** What erases: ED, EL and ECH, and the selective ones of DEC that spare what is protected. */
final class Erasing {
  private final Emulation emulation;
  private final Cursor cursor;

  Erasing(Emulation emulation) {
    this.emulation = emulation;
    this.cursor = emulation.cursor;
  }

  void display(int which, boolean selective) {
    Screen screen = emulation.screen();
    long style = emulation.erased();
    switch (which) {
      case 0 -> {
        line(0, selective);
        screen.eraseRows(cursor.row + 1, screen.rows(), style, selective);
      }
      case 1 -> {
        screen.eraseRows(0, cursor.row, style, selective);
        line(1, selective);
      }
      case 2 -> screen.eraseRows(0, screen.rows(), style, selective);
      case 3 -> {
        if (!selective) {
          emulation.scrollback.clear();
        }
      }
      default -> {}
    }
    cursor.wrapsNext = false;
  }

  void line(int which, boolean selective) {
    int end = emulation.screen().columns();
    switch (which) {
      case 0 -> cells(cursor.column, end, selective);
      case 1 -> cells(0, cursor.column + 1, selective);
      case 2 -> cells(0, end, selective);
      default -> {}
    }
    cursor.wrapsNext = false;
  }

  void characters(int count) {
    int end = (int) Math.min(emulation.screen().columns(), (long) cursor.column + count);
    cells(cursor.column, end, false);
    cursor.wrapsNext = false;
  }

  private void cells(int from, int to, boolean selective) {
    emulation.screen().erase(cursor.row, from, to, emulation.erased(), selective);
  }
}
