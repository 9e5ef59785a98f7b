package org.wirebench.terminal.view;

import java.util.Optional;
import org.wirebench.terminal.engine.LineText;
import org.wirebench.terminal.engine.Position;
import org.wirebench.terminal.engine.Positions;
import org.wirebench.terminal.engine.RowColumn;

/** Makes a selection of where the mouse was pressed and where it is now. */
final class Selecting {
  /** Parts of words besides letters and digits: of paths, addresses and options. */
  private static final String IN_WORDS = "-_./~:@%+#?&=,$";

  private final Selection.Mode mode;
  private final Position anchor;

  /**
   * @param anchor where the mouse was pressed
   */
  Selecting(Selection.Mode mode, Position anchor) {
    this.mode = mode;
    this.anchor = anchor;
  }

  Selection.Mode mode() {
    return mode;
  }

  /** The selection when the mouse is at {@code head}. */
  Selection to(Position head, Positions positions) {
    boolean ahead = anchor.compareTo(head) <= 0;
    Position first = ahead ? anchor : head;
    Position last = ahead ? head : anchor;
    return switch (mode) {
      case CHARACTER -> new Selection(mode, first, last);
      case BLOCK -> new Selection(mode, anchor, head);
      case WORD -> new Selection(mode, begin(first, positions), end(last, positions));
      case LINE ->
          new Selection(
              mode, new Position(first.line(), 0), new Position(last.line(), Integer.MAX_VALUE));
    };
  }

  private static Position begin(Position at, Positions positions) {
    Optional<LineText> line = positions.text(at);
    if (line.isEmpty()) {
      return at;
    }
    String text = line.get().text();
    int index = Math.min(line.get().index(at.column()), text.length());
    if (index >= text.length()) {
      return line.get().position(text.length()).compareTo(at) < 0 ? at : line.get().position(index);
    }
    int from = index;
    while (from > 0 && isSameKind(text, index, from - 1)) {
      from--;
    }
    return line.get().position(from);
  }

  private static Position end(Position at, Positions positions) {
    Optional<LineText> line = positions.text(at);
    if (line.isEmpty()) {
      return at;
    }
    String text = line.get().text();
    int index = line.get().index(at.column());
    int to = index;
    while (to < text.length() && isSameKind(text, index, to)) {
      to++;
    }
    Position end = line.get().position(to);
    return end.compareTo(at) < 0 ? at : end;
  }

  private static boolean isSameKind(String text, int one, int other) {
    return kind(text.charAt(one)) == kind(text.charAt(other));
  }

  /** 0 for blanks, 1 for words, 2 for the rest. */
  private static int kind(char c) {
    if (Character.isWhitespace(c)) {
      return 0;
    }
    boolean word =
        Character.isLetterOrDigit(c)
            || Character.isSurrogate(c)
            || isMark(c)
            || IN_WORDS.indexOf(c) >= 0;
    return word ? 1 : 2;
  }

  /** What belongs to the letter before it, or joins it to the next. */
  private static boolean isMark(char c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.FORMAT ->
          true;
      default -> false;
    };
  }

  /** The place of a cell, or behind it. */
  static Position position(RowColumn cell, Positions positions) {
    int row = Math.clamp(cell.row(), 0, positions.rows() - 1);
    return positions.at(row, Math.max(0, cell.column()));
  }
}
