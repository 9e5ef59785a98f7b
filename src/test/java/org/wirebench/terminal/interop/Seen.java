package org.wirebench.terminal.interop;

import java.util.ArrayList;
import java.util.List;
import org.wirebench.terminal.engine.ScreenView;
import org.wirebench.terminal.engine.Style;
import tools.jackson.databind.JsonNode;

/**
 * What can be seen of a terminal, as text that is compared: a line for each row, and the cursor.
 */
record Seen(int row, int column, List<List<String>> rows) {
  private static final String ANYTHING = "*";

  /** What the oracle says. */
  static Seen of(JsonNode json) {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode line : json.get("rows")) {
      List<String> cells = new ArrayList<>();
      for (JsonNode cell : line) {
        cells.add(
            cell(
                cell.get(0).asString(),
                cell.get(1).asInt(),
                cell.get(2).asString(),
                cell.get(3).asString(),
                cell.get(4).asString()));
      }
      whole(cells);
      rows.add(cells);
    }
    return new Seen(json.get("row").asInt(), json.get("column").asInt(), rows);
  }

  /** The oracle leaves halves of wide characters behind: they may be anything. */
  private static void whole(List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      boolean half = cells.get(i).startsWith(" 0 ");
      if (half && (i == 0 || !cells.get(i - 1).contains(" 2 "))) {
        cells.set(i, ANYTHING);
      }
    }
  }

  /** What we say. */
  static Seen of(ScreenView view) {
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < view.rows(); row++) {
      List<String> cells = new ArrayList<>();
      for (int column = 0; column < view.columns(); column++) {
        long style = view.style(row, column);
        cells.add(
            cell(
                view.cell(row, column),
                view.width(row, column),
                color(Style.foreground(style)),
                color(Style.background(style)),
                flags(style)));
      }
      rows.add(cells);
    }
    // The oracle has the cursor behind the last column when the next character wraps.
    int column = view.cursorColumn() + (view.wrapsNext() ? 1 : 0);
    return new Seen(view.cursorRow(), column, rows);
  }

  private static String cell(String text, int width, String fore, String back, String flags) {
    return text + " " + width + " " + fore + " " + back + " " + flags;
  }

  private static String color(int color) {
    if (Style.isIndexed(color)) {
      return Integer.toString(Style.value(color));
    }
    return Style.isRgb(color) ? "#" + Style.value(color) : "-";
  }

  private static String flags(long style) {
    StringBuilder flags = new StringBuilder();
    flag(style, Style.BOLD, 'b', flags);
    flag(style, Style.FAINT, 'f', flags);
    flag(style, Style.ITALIC, 'i', flags);
    if (Style.underline(style) != Style.Underline.NONE) {
      flags.append('u');
    }
    flag(style, Style.BLINK, 'k', flags);
    flag(style, Style.INVERSE, 'v', flags);
    flag(style, Style.HIDDEN, 'h', flags);
    flag(style, Style.STRIKE, 's', flags);
    flag(style, Style.OVERLINE, 'o', flags);
    return flags.toString();
  }

  private static void flag(long style, long flag, char letter, StringBuilder to) {
    if (Style.has(style, flag)) {
      to.append(letter);
    }
  }

  /** Where the other one differs, in words; empty where nothing does. */
  String differences(Seen other) {
    StringBuilder words = new StringBuilder();
    if (row != other.row || column != other.column) {
      words.append("cursor " + row + "," + column + " not " + other.row + "," + other.column);
    }
    for (int y = 0; y < rows.size(); y++) {
      for (int x = 0; x < rows.get(y).size(); x++) {
        String mine = rows.get(y).get(x);
        String theirs = other.rows.get(y).get(x);
        if (!mine.equals(theirs) && !theirs.equals(ANYTHING) && words.length() < 400) {
          words.append("\n" + y + "," + x + ": '" + mine + "' not '" + theirs + "'");
        }
      }
    }
    return words.toString();
  }
}
