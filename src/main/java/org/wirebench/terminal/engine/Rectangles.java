package org.wirebench.terminal.engine;

/** What works on a rectangle of the screen (DEC STD 070): DECFRA, DECERA, DECSERA, DECCRA. */
final class Rectangles {
  private static final int DOLLAR = '$' << 8;

  private final Emulation emulation;

  Rectangles(Emulation emulation) {
    this.emulation = emulation;
  }

  /** A rectangle within the screen; {@code bottom} and {@code right} are behind it. */
  private record Area(int top, int left, int bottom, int right) {
    boolean isEmpty() {
      return top >= bottom || left >= right;
    }
  }

  /** Does nothing when the function is none of these. */
  void perform(int code, Params params) {
    switch (code) {
      case DOLLAR | 'x' -> fill(params);
      case DOLLAR | 'z' ->
          change(area(params, 0), (line, from, to) -> line.erase(from, to, emulation.erased()));
      // DECSERA: characters go, and what they looked like stays.
      case DOLLAR | '{' -> change(area(params, 0), Line::blankUnprotected);
      case DOLLAR | 'v' -> copy(params);
      default -> {}
    }
  }

  private Area area(Params params, int at) {
    Screen screen = emulation.screen();
    boolean origin = emulation.cursor.origin;
    int firstRow = origin ? screen.top() : 0;
    int lastRow = origin ? screen.bottom() : screen.rows() - 1;
    int firstColumn = origin ? screen.left() : 0;
    int lastColumn = origin ? screen.right() : screen.columns() - 1;
    int rows = lastRow - firstRow + 1;
    int columns = lastColumn - firstColumn + 1;
    return new Area(
        firstRow + Math.min(params.positive(at, 1) - 1, rows),
        firstColumn + Math.min(params.positive(at + 1, 1) - 1, columns),
        firstRow + Math.min(params.positive(at + 2, rows), rows),
        firstColumn + Math.min(params.positive(at + 3, columns), columns));
  }

  private void fill(Params params) {
    int character = params.get(0, ' ');
    boolean shown =
        (character >= 0x20 && character < 0x7f) || (character >= 0xa0 && character < 0x100);
    if (!shown) {
      return;
    }
    change(
        area(params, 1),
        (line, from, to) -> {
          for (int column = from; column < to; column++) {
            line.put(column, character, emulation.cursor.style, 0);
          }
        });
  }

  /** What happens to the cells of a line from one column to before another. */
  private interface Change {
    void apply(Line line, int from, int to);
  }

  /** A wide character at an edge loses the half that is outside too. */
  private void change(Area area, Change change) {
    if (area.isEmpty()) {
      return;
    }
    for (int row = area.top; row < area.bottom; row++) {
      Line line = emulation.screen().line(row);
      line.part(area.left);
      line.part(area.right);
      change.apply(line, area.left, area.right);
    }
  }

  private void copy(Params params) {
    Screen screen = emulation.screen();
    Area from = area(params, 0);
    boolean origin = emulation.cursor.origin;
    int top = params.positive(5, 1) - 1 + (origin ? screen.top() : 0);
    int left = params.positive(6, 1) - 1 + (origin ? screen.left() : 0);
    int columns =
        Math.min(from.right - from.left, (origin ? screen.right() + 1 : screen.columns()) - left);
    int rows =
        Math.min(from.bottom - from.top, (origin ? screen.bottom() + 1 : screen.rows()) - top);
    if (from.isEmpty() || columns <= 0 || rows <= 0) {
      return;
    }
    Line[] source = new Line[rows];
    for (int i = 0; i < rows; i++) {
      source[i] = new Line(screen.columns());
      source[i].copy(screen.line(from.top + i), 0, 0, screen.columns());
      source[i].part(from.left);
      source[i].part(from.left + columns);
    }
    for (int i = 0; i < rows; i++) {
      Line line = screen.line(top + i);
      line.part(left);
      line.part(left + columns);
      line.copy(source[i], from.left, left, columns);
    }
  }
}
