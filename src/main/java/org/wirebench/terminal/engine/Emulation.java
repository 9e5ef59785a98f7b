package org.wirebench.terminal.engine;

import java.io.IOException;
import java.util.List;

/**
 * The state of a terminal, and the movements that its functions are made of. Rows and columns count
 * from 0.
 */
final class Emulation {
  final Modes modes = new Modes();
  final Cursor cursor = new Cursor();
  final Palette palette = new Palette();
  final Clusters clusters = new Clusters();
  final Links links = new Links();
  final Titles titles;
  final Tabs tabs;
  final TerminalListener listener;
  final Scrollback scrollback;
  final ReverseWrap reverseWrap = new ReverseWrap(this);

  CursorShape cursorShape = CursorShape.BLOCK;

  /** How large a cell is on the screen, in pixels, for programs that ask. */
  int cellWidth = 8;

  int cellHeight = 16;

  /** How often a shell said something of a line (OSC 133). */
  long promptsSaid;

  private final Cursor savedOnMain = new Cursor();
  private final Cursor savedOnAlternate = new Cursor();
  private final Screen main;
  private final Screen alternate;
  private Screen screen;
  private boolean toldOfLoss;

  Emulation(int rows, int columns, Keeping keeping, TerminalListener listener) {
    this.listener = listener;
    Pages pages = new Pages(columns, keeping, this::lost);
    this.scrollback = new Scrollback(keeping.records(), columns, clusters, pages);
    this.titles = new Titles(listener);
    this.tabs = new Tabs(columns);
    this.main = new Screen(rows, columns, scrollback);
    this.alternate = new Screen(rows, columns, Screen.NOTHING);
    this.screen = main;
  }

  private void lost(IOException cause) {
    if (!toldOfLoss) {
      toldOfLoss = true;
      listener.scrollbackLost(cause);
    }
  }

  Screen screen() {
    return screen;
  }

  boolean isAlternate() {
    return screen == alternate;
  }

  Cursor saved() {
    return isAlternate() ? savedOnAlternate : savedOnMain;
  }

  Line line() {
    return screen.line(cursor.row);
  }

  /** What erased cells look like now. */
  long erased() {
    return Style.erased(cursor.style);
  }

  void answer(String text) {
    byte[] bytes = new byte[text.length()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) text.charAt(i);
    }
    listener.answer(bytes);
  }

  /** How many columns a row has, half as many where its characters are wide. */
  int columns(int row) {
    boolean single = screen.line(row).size == LineSize.SINGLE;
    return single ? screen.columns() : Math.max(1, screen.columns() / 2);
  }

  /** Behind the last column that a character written now may take. */
  int limit() {
    int all = columns(cursor.row);
    return cursor.column <= screen.right() ? Math.min(all, screen.right() + 1) : all;
  }

  /** A row whose characters are wide, and fewer, may have come to where the cursor is. */
  void fitCursor() {
    cursor.column = Math.min(cursor.column, columns(cursor.row) - 1);
  }

  /** The first column, or the left margin for a cursor that is not left of it. */
  int first() {
    return cursor.column >= screen.left() ? screen.left() : 0;
  }

  /** Puts the cursor where a program says, which counts from the margins in origin mode. */
  void moveTo(int row, int column) {
    if (cursor.origin) {
      put(
          Math.clamp((long) row + screen.top(), screen.top(), screen.bottom()),
          Math.clamp((long) column + screen.left(), screen.left(), screen.right()));
    } else {
      put(row, column);
    }
  }

  /** Puts the cursor into a cell of the screen, or the nearest to it. */
  void put(int row, int column) {
    cursor.row = Math.clamp(row, 0, screen.rows() - 1);
    cursor.column = Math.clamp(column, 0, columns(cursor.row) - 1);
    cursor.wrapsNext = false;
  }

  /** The row as a program counts it. */
  int reportedRow() {
    return cursor.origin ? cursor.row - screen.top() : cursor.row;
  }

  /** The column as a program counts it. */
  int reportedColumn() {
    return cursor.origin ? cursor.column - screen.left() : cursor.column;
  }

  void up(int count) {
    int least = cursor.row >= screen.top() ? screen.top() : 0;
    put(Math.max(least, cursor.row - count), cursor.column);
  }

  void down(int count) {
    int most = cursor.row <= screen.bottom() ? screen.bottom() : screen.rows() - 1;
    put((int) Math.min(most, (long) cursor.row + count), cursor.column);
  }

  void right(int count) {
    put(cursor.row, (int) Math.min(limit() - 1, (long) cursor.column + count));
  }

  void left(int count) {
    put(cursor.row, Math.max(first(), cursor.column - count));
  }

  void carriageReturn() {
    put(cursor.row, first());
  }

  /** Goes down a row; at the bottom margin the others go up (IND). */
  void index() {
    if (cursor.row != screen.bottom()) {
      put(cursor.row + 1, cursor.column);
    } else {
      if (screen.isWithinColumns(cursor.column)) {
        screen.scrollUp(1, erased());
      }
      put(cursor.row, cursor.column);
    }
  }

  /** Goes up a row; at the top margin the others go down (RI). */
  void reverseIndex() {
    if (cursor.row != screen.top()) {
      put(cursor.row - 1, cursor.column);
    } else {
      if (screen.isWithinColumns(cursor.column)) {
        screen.scrollDown(1, erased());
      }
      put(cursor.row, cursor.column);
    }
  }

  /** The text goes on in the next row. */
  void wrap() {
    line().wraps = true;
    Line from = line();
    int start = first();
    index();
    put(cursor.row, start);
    // A line that left the screen took its mark with it.
    if (cursor.row > 0 && screen.line(cursor.row - 1) == from) {
      from.wraps = true;
    }
  }

  void saveCursor() {
    saved().set(cursor);
  }

  void restoreCursor() {
    boolean wrapsNext = saved().wrapsNext;
    cursor.set(saved());
    put(cursor.row, cursor.column);
    cursor.wrapsNext = wrapsNext && cursor.column == limit() - 1;
  }

  /** Shows the alternate screen, or the main one again. */
  void show(boolean other) {
    screen = other ? alternate : main;
    alternate.resetMargins();
  }

  /** Gives both screens another size. What stands on the main one is laid out anew. */
  void resize(int rows, int columns) {
    tabs.resize(columns);
    Reflow.cut(alternate, rows, columns);
    Cursor onMain = isAlternate() ? savedOnMain : cursor;
    new Reflow(main, onMain, scrollback).perform(rows, columns);
    put(cursor.row, cursor.column);
  }

  void use(ColorScheme colors) {
    boolean dark = palette.isDark();
    palette.use(colors);
    if (modes.colorReports && palette.isDark() != dark) {
      tellColors();
    }
    colorsChanged();
  }

  /** Tells the program whether the colours that the user chose are dark ones (DSR 996). */
  void tellColors() {
    answer("\033[?997;" + (palette.isDark() ? 1 : 2) + "n");
  }

  /** Tells that cells look different, though none of them changed. */
  void colorsChanged() {
    listener.colorsChanged();
  }

  /** Erases the screen that is shown. */
  void clear() {
    screen.eraseRows(0, screen.rows(), erased(), false);
  }

  /** Forgets the clusters that no cell holds any more, when there are many. */
  void sweep() {
    if (clusters.isFull()) {
      clusters.beginSweep();
      for (Screen one : List.of(main, alternate)) {
        for (int row = 0; row < one.rows(); row++) {
          clusters.keep(one.line(row).cells, one.columns());
        }
      }
      scrollback.keepClusters();
      clusters.endSweep();
    }
  }

  /** RIS: everything is as in the beginning, but for the scrollback and what the user chose. */
  void reset() {
    begin();
    main.eraseRows(0, main.rows(), Style.DEFAULT, false);
    put(0, 0);
  }

  /** All is as in the beginning, but for what is written, below which the cursor goes. */
  void restart() {
    begin();
    int written = main.written();
    put(Math.max(0, written - 1), 0);
    if (written > 0) {
      line().wraps = false;
      index();
    }
  }

  private void begin() {
    show(false);
    softReset();
    modes.reset();
    palette.reset();
    tabs.reset();
    titles.reset();
    savedOnMain.reset();
    savedOnAlternate.reset();
    cursorShape = CursorShape.BLOCK;
    alternate.resetMargins();
    alternate.eraseRows(0, alternate.rows(), Style.DEFAULT, false);
    main.resetMargins();
    colorsChanged();
  }

  /** DECSTR: modes, margins and the cursor's looks as they were in the beginning. */
  void softReset() {
    modes.insert = false;
    modes.keysLocked = false;
    modes.otherKeys = 0;
    modes.otherKeysByCode = false;
    modes.applicationCursor = false;
    modes.applicationKeypad = false;
    modes.cursorVisible = true;
    modes.wrap = true;
    modes.reverseWrap = false;
    modes.reverseWrapAlways = false;
    modes.sideMargins = false;
    screen.resetMargins();
    int row = cursor.row;
    int column = cursor.column;
    boolean wrapsNext = cursor.wrapsNext;
    cursor.reset();
    saved().reset();
    put(row, column);
    cursor.wrapsNext = wrapsNext;
  }
}
