package org.wirebench.terminal.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A terminal that is fed text, and writes down what it says. */
final class Vt implements TerminalListener {
  final Terminal terminal;
  final List<String> answers = new ArrayList<>();
  final List<String> titles = new ArrayList<>();
  final List<String> clipboards = new ArrayList<>();
  final List<String> directories = new ArrayList<>();
  final List<String> sizes = new ArrayList<>();
  final List<IOException> losses = new ArrayList<>();
  int bells;
  int colorChanges;

  Vt(int rows, int columns) {
    this(rows, columns, Terminal.USUAL_SCROLLBACK);
  }

  Vt(int rows, int columns, int scrollback) {
    terminal = new Terminal(rows, columns, scrollback, this);
  }

  Vt(int rows, int columns, Keeping keeping) {
    terminal = new Terminal(rows, columns, keeping, this);
  }

  /** What is written; {@code ^[} stands for ESC, which is easier to read. */
  Vt feed(String text) {
    byte[] bytes = text.replace("^[", "\033").getBytes(UTF_8);
    terminal.feed(bytes, 0, bytes.length);
    return this;
  }

  ScreenView view() {
    return terminal.view();
  }

  /** The rows of the screen, without empty ones at the end. */
  List<String> rows() {
    List<String> rows = new ArrayList<>();
    for (int row = 0; row < view().rows(); row++) {
      rows.add(view().text(row));
    }
    while (!rows.isEmpty() && rows.getLast().isEmpty()) {
      rows.removeLast();
    }
    return rows;
  }

  /** The rows of the scrollback. */
  List<String> scrollback() {
    List<String> rows = new ArrayList<>();
    for (int row = 0; row < view().scrollback(); row++) {
      rows.add(view().scrollbackText(row));
    }
    return rows;
  }

  /** Row and column of the cursor, from 0, with a star where the next character wraps. */
  String cursor() {
    String wraps = view().wrapsNext() ? "*" : "";
    return view().cursorRow() + "," + view().cursorColumn() + wraps;
  }

  /** What was answered since the last call, with {@code ^[} for ESC. */
  String answered() {
    String all = Objects.requireNonNull(String.join("", answers)).replace("\033", "^[");
    answers.clear();
    return all;
  }

  @Override
  public void answer(byte[] bytes) {
    answers.add(new String(bytes, UTF_8));
  }

  @Override
  public void bell() {
    bells++;
  }

  @Override
  public void title(String title) {
    titles.add(title);
  }

  @Override
  public void workingDirectory(String uri) {
    directories.add(uri);
  }

  @Override
  public void clipboard(String text) {
    clipboards.add(text);
  }

  @Override
  public void colorsChanged() {
    colorChanges++;
  }

  @Override
  public void resizeWanted(int rows, int columns) {
    sizes.add(rows + "x" + columns);
  }

  @Override
  public void scrollbackLost(IOException cause) {
    losses.add(cause);
  }
}
