package org.wirebench.terminal.engine;

/** Where the next character goes and how it looks: all that DECSC saves. */
final class Cursor {
  int row;
  int column;

  /** The last column was written to: the next character goes to the next row first (DECAWM). */
  boolean wrapsNext;

  long style = Style.DEFAULT;

  /** The link and the colour of the underline, see {@link Extra}. */
  long extra;

  /** DECOM: rows and columns count from the margins. */
  boolean origin;

  final Charsets charsets = new Charsets();

  void set(Cursor other) {
    row = other.row;
    column = other.column;
    wrapsNext = other.wrapsNext;
    style = other.style;
    extra = other.extra;
    origin = other.origin;
    charsets.set(other.charsets);
  }

  void reset() {
    set(new Cursor());
  }
}
