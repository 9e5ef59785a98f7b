package org.wirebench.core.document;

import java.io.IOException;
import org.wirebench.core.document.Outline.Kind;
import org.wirebench.core.document.Outline.Shape;
import org.wirebench.core.transcript.TextRows;

/** Cuts what could not be understood into rows, at line ends and where a line is too long. */
final class RawLines {
  /** How many bytes a row has at most: the last character may go beyond the limit. */
  static final int LONGEST = TextRows.LONGEST + 3;

  private final Outline rows;
  private boolean untilLineEnd;
  private boolean over;
  private boolean open;
  private boolean goesOn;
  private int length;

  RawLines(Outline rows) {
    this.rows = rows;
  }

  /**
   * Begins with the next byte.
   *
   * @param line whether it is over after the line
   */
  void begin(boolean line) {
    untilLineEnd = line;
    over = false;
    open = false;
    goesOn = false;
  }

  /** Whether what it was to take has ended. */
  boolean isOver() {
    return over;
  }

  /** Takes in bytes; returns the index behind the last that it took. */
  int take(byte[] bytes, int from, int to, long at) throws IOException {
    int i = from;
    while (i < to) {
      byte one = bytes[i];
      boolean inCharacter = (one & 0xc0) == 0x80 && length < LONGEST;
      if (open && length >= TextRows.LONGEST && one != '\n' && !inCharacter) {
        open = false;
        goesOn = true;
      }
      if (!open) {
        rows.add(at + i, 0, Shape.LEAF, Kind.RAW, goesOn, 0, 0);
        open = true;
        length = 0;
      }
      length++;
      i++;
      if (one == '\n') {
        open = false;
        goesOn = false;
        over = untilLineEnd;
        if (over) {
          return i;
        }
      }
    }
    return i;
  }
}
