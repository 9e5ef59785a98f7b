package org.wirebench.terminal.engine;

/** The modes that a program can set (SM, DECSET) but for those of the cursor and the screen. */
final class Modes {
  /** IRM: what is written moves what stands behind it. */
  boolean insert;

  /** LNM: a line feed returns the carriage too, and Enter sends both. */
  boolean newLine;

  /** KAM: keys do nothing. */
  boolean keysLocked;

  /** SRM off: what is typed is shown at once. */
  boolean localEcho;

  /** DECCKM. */
  boolean applicationCursor;

  /** DECNKM, DECKPAM. */
  boolean applicationKeypad;

  /** DECBKM: the backspace key sends BS. */
  boolean backspace;

  /**
   * Which keys say what is held with them, beside those that always do: 0 for none, 1 for those
   * that would type nothing of their own, 2 for all (modifyOtherKeys).
   */
  int otherKeys;

  /** They are written by their code points first (formatOtherKeys). */
  boolean otherKeysByCode;

  /** DECAWM. */
  boolean wrap = true;

  /** A backspace in the first column goes to the end of the row before. */
  boolean reverseWrap;

  /** The same wherever the row before ends, and from the first row to the last (1045). */
  boolean reverseWrapAlways;

  /** DECSCNM. */
  boolean reverseVideo;

  /** DECARM, which is for keyboards. */
  boolean autoRepeat = true;

  /** DECTCEM. */
  boolean cursorVisible = true;

  /** The cursor blinks (12). */
  boolean cursorBlinks;

  /** DECLRMM. */
  boolean sideMargins;

  /** DECNCSM: DECCOLM does not erase. */
  boolean keepsOnColumns;

  /** DECCOLM may change the number of columns (40). */
  boolean columnsAllowed;

  boolean columns132;

  boolean bracketedPaste;
  boolean focusReports;
  MouseMode mouse = MouseMode.NONE;
  MouseEncoding mouseEncoding = MouseEncoding.X10;

  /** The wheel sends cursor keys on the alternate screen (1007). */
  boolean alternateScroll = true;

  /** Meta sends an escape before the key (1036). */
  boolean metaSendsEscape = true;

  /** What is written is shown when it is whole (2026). */
  boolean synchronizedOutput;

  /** A program is told when the colours become dark ones or light ones (2031). */
  boolean colorReports;

  /** A cluster of code points is one character (2027). */
  boolean graphemes = true;

  /** All are as in the beginning. */
  void reset() {
    insert = false;
    newLine = false;
    keysLocked = false;
    localEcho = false;
    applicationCursor = false;
    applicationKeypad = false;
    backspace = false;
    otherKeys = 0;
    otherKeysByCode = false;
    wrap = true;
    reverseWrap = false;
    reverseWrapAlways = false;
    reverseVideo = false;
    autoRepeat = true;
    cursorVisible = true;
    cursorBlinks = false;
    sideMargins = false;
    keepsOnColumns = false;
    columnsAllowed = false;
    columns132 = false;
    bracketedPaste = false;
    focusReports = false;
    mouse = MouseMode.NONE;
    mouseEncoding = MouseEncoding.X10;
    alternateScroll = true;
    metaSendsEscape = true;
    synchronizedOutput = false;
    colorReports = false;
    graphemes = true;
  }

  /** What the mouse reports. */
  enum MouseMode {
    NONE,
    /** Presses alone (9). */
    PRESSES,
    /** Presses and releases (1000). */
    BUTTONS,
    /** Movements while a button is held too (1002). */
    DRAGS,
    /** All movements (1003). */
    MOTION
  }

  /** How the mouse says where it is. */
  enum MouseEncoding {
    X10,
    UTF8,
    SGR,
    URXVT
  }
}
