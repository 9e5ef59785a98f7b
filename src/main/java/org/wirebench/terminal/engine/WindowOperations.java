package org.wirebench.terminal.engine;

/** The window operations that are safe (XTWINOPS): sizes are told, titles are not. */
final class WindowOperations {
  private static final int FIRST_ROWS = 24;
  private static final int MOST = 1000;

  private final Emulation emulation;

  WindowOperations(Emulation emulation) {
    this.emulation = emulation;
  }

  void perform(Params params) {
    int what = params.get(0, 0);
    Screen screen = emulation.screen();
    String size = ";" + screen.rows() + ";" + screen.columns() + "t";
    switch (what) {
      case 8 -> resize(params.positive(1, screen.rows()), params.positive(2, screen.columns()));
      case 11 -> emulation.answer("\033[1t");
      case 13 -> emulation.answer("\033[3;0;0t");
      case 14 -> pixels(4, screen.rows(), screen.columns());
      case 15 -> pixels(5, screen.rows(), screen.columns());
      case 16 -> pixels(6, 1, 1);
      case 18 -> emulation.answer("\033[8" + size);
      case 19 -> emulation.answer("\033[9" + size);
      case 20 -> emulation.answer("\033]L\033\\");
      case 21 -> emulation.answer("\033]l\033\\");
      case 22 -> emulation.titles.push();
      case 23 -> emulation.titles.pop();
      default -> {
        if (what >= FIRST_ROWS) {
          resize(what, screen.columns());
        }
      }
    }
  }

  private void pixels(int report, int rows, int columns) {
    int height = rows * emulation.cellHeight;
    int width = columns * emulation.cellWidth;
    emulation.answer("\033[" + report + ";" + height + ";" + width + "t");
  }

  private void resize(int rows, int columns) {
    if (rows <= MOST && columns <= MOST) {
      emulation.listener.resizeWanted(rows, columns);
    }
  }
}
