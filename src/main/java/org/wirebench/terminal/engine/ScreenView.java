package org.wirebench.terminal.engine;

import java.util.Objects;
import java.util.Optional;

/**
 * What can be seen of a terminal at one moment: the rows of its scrollback and behind them those of
 * its screen.
 */
public final class ScreenView {
  private final Emulation emulation;

  ScreenView(Emulation emulation) {
    this.emulation = emulation;
  }

  /** How many rows the screen has. */
  public int rows() {
    return emulation.screen().rows();
  }

  /** How many columns the screen has. */
  public int columns() {
    return emulation.screen().columns();
  }

  /** How many rows stand above the screen. */
  public int scrollback() {
    return emulation.isAlternate() ? 0 : emulation.scrollback.rows();
  }

  /** The row of the cursor on the screen, from 0. */
  public int cursorRow() {
    return emulation.cursor.row;
  }

  /** The column of the cursor, from 0. */
  public int cursorColumn() {
    return emulation.cursor.column;
  }

  /** Whether the next character goes to the next row, because this one is full. */
  public boolean wrapsNext() {
    return emulation.cursor.wrapsNext && emulation.modes.wrap;
  }

  /** Whether the cursor is to be seen (DECTCEM). */
  public boolean isCursorVisible() {
    return emulation.modes.cursorVisible;
  }

  /** What the cursor looks like. */
  public CursorShape cursorShape() {
    return emulation.cursorShape;
  }

  /** Whether the cursor blinks. */
  public boolean isCursorBlinking() {
    return emulation.modes.cursorBlinks;
  }

  /** Whether the alternate screen is shown, which has no scrollback. */
  public boolean isAlternate() {
    return emulation.isAlternate();
  }

  /** Whether text and background have changed places (DECSCNM). */
  public boolean isReversed() {
    return emulation.modes.reverseVideo;
  }

  /** Whether the program is in the middle of a picture, and wants it shown when it is whole. */
  public boolean isHeldBack() {
    return emulation.modes.synchronizedOutput;
  }

  /** Whether the program wants to know what the mouse does. */
  public boolean wantsMouse() {
    return emulation.modes.mouse != Modes.MouseMode.NONE;
  }

  /** Whether the wheel is to send cursor keys: on the alternate screen, unless told otherwise. */
  public boolean scrollsByKeys() {
    return emulation.isAlternate() && emulation.modes.alternateScroll;
  }

  /**
   * Reads a row.
   *
   * @param row from 0, which is the first of the scrollback; those of the screen come behind it
   */
  public void read(int row, Row into) {
    int above = scrollback();
    if (row < above) {
      Part part = emulation.scrollback.part(row);
      Line line = new Line(columns());
      part.copy(row, line);
      into.show(line, part.clusters, emulation.links);
    } else {
      into.show(emulation.screen().line(row - above), emulation.clusters, emulation.links);
    }
  }

  private Row onScreen(int row) {
    Row shown = new Row();
    shown.show(emulation.screen().line(row), emulation.clusters, emulation.links);
    return shown;
  }

  private Row above(int row) {
    Row read = new Row();
    read(row, read);
    return read;
  }

  /** The text of a row of the screen, from 0, without what was never written at its end. */
  public String text(int row) {
    return onScreen(row).text();
  }

  /** The text of a cell: empty for the right half of a wide character, a space where none is. */
  public String cell(int row, int column) {
    return onScreen(row).cell(column);
  }

  /** How many columns the character of a cell takes: 1 or 2; 0 for the right half of a wide one. */
  public int width(int row, int column) {
    return onScreen(row).width(column);
  }

  /** How a cell looks, see {@link Style}. */
  public long style(int row, int column) {
    return onScreen(row).style(column);
  }

  /** The colour of the underline of a cell; the default is that of its text. */
  public int underlineColor(int row, int column) {
    return onScreen(row).underlineColor(column);
  }

  /** The address that a cell links to. */
  public Optional<String> link(int row, int column) {
    return onScreen(row).link(column);
  }

  /** Whether the text of a row goes on in the next one. */
  public boolean wraps(int row) {
    return onScreen(row).wraps();
  }

  /** The text of a row of the scrollback, from 0. */
  public String scrollbackText(int row) {
    return above(row).text();
  }

  /** Whether the text of a row of the scrollback goes on in the next one, or on the screen. */
  public boolean scrollbackWraps(int row) {
    return above(row).wraps();
  }

  /** How often a shell said something of a line (OSC 133). */
  public long promptsSaid() {
    return emulation.promptsSaid;
  }

  /** The number of the line of the first row of the main screen, see {@link Position#line}. */
  public long firstLine() {
    return emulation.scrollback.end().line();
  }

  /** Where the lines stand in the rows, to select, search and copy. */
  public Positions positions() {
    return new Positions(emulation);
  }

  /** How many clusters of code points are kept for the cells of both screens. */
  int clusters() {
    return emulation.clusters.size();
  }

  /** What the scrollback takes of the heap, in bytes. */
  public long scrollbackHeap() {
    return emulation.scrollback.pages().heap();
  }

  /** What the scrollback takes of the disk, in bytes. */
  public long scrollbackOnDisk() {
    return emulation.scrollback.pages().onDisk();
  }

  /** The colour of text that has none of its own, red, green and blue in 24 bits. */
  public int text() {
    return emulation.palette.color(Palette.Special.TEXT);
  }

  /** The colour behind text where that has none of its own. */
  public int background() {
    return emulation.palette.color(Palette.Special.BACKGROUND);
  }

  /** The colour of the cursor. */
  public int cursorColor() {
    return emulation.palette.color(Palette.Special.CURSOR);
  }

  /**
   * A numbered colour, as the program may have changed it.
   *
   * @param index from 0 to 255
   */
  public int indexed(int index) {
    return emulation.palette.color(Objects.checkIndex(index, Palette.SIZE));
  }

  /** The title of the window. */
  public String title() {
    return emulation.titles.title();
  }
}
