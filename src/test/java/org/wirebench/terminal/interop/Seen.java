package org.wirebench.terminal.interop;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.wirebench.terminal.engine.ScreenView;
import org.wirebench.terminal.engine.Style;
import tools.jackson.databind.JsonNode;

/**
 * What can be seen of a terminal, as text that is compared: a line for each row, and the cursor.
 */
record Seen(int row, int column, List<List<String>> rows) {
  /** A cell that is like every other. */
  static final String ANYTHING = "*";

  private static final String WIDE = ".+ 2 \\S+ \\S+ [a-z]*";
  private static final String LOOK = " [012] \\S+ \\S+ [a-z]*$";

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
                cell.get(2).asString()
                    + " "
                    + cell.get(3).asString()
                    + " "
                    + cell.get(4).asString()));
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
      if (half && (i == 0 || !cells.get(i - 1).matches(WIDE))) {
        cells.set(i, ANYTHING);
      }
    }
  }

  /** What we say. */
  static Seen of(ScreenView view) {
    return of(view, text -> text);
  }

  /**
   * What we say.
   *
   * @param words how the text of a cell is written
   */
  static Seen of(ScreenView view, UnaryOperator<String> words) {
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < view.rows(); row++) {
      List<String> cells = new ArrayList<>();
      for (int column = 0; column < view.columns(); column++) {
        long style = view.style(row, column);
        cells.add(cell(words.apply(view.cell(row, column)), view.width(row, column), look(style)));
      }
      rows.add(cells);
    }
    // The oracle has the cursor behind the last column when the next character wraps.
    int column = view.cursorColumn() + (view.wrapsNext() ? 1 : 0);
    return new Seen(view.cursorRow(), column, rows);
  }

  /**
   * A cell as it is compared.
   *
   * @param look the colours of the text and of what is behind it, and the letters of its flags
   */
  static String cell(String text, int width, String look) {
    return text + " " + width + " " + look;
  }

  /** The same, but of blanks only what is behind them. */
  Seen withoutLooksOfBlanks() {
    List<List<String>> plain = new ArrayList<>();
    for (List<String> cells : rows) {
      plain.add(
          cells.stream()
              .map(cell -> cell.replaceFirst("^(  1) \\S+ (\\S+) .*", "$1 - $2 "))
              .toList());
    }
    return new Seen(row, column, plain);
  }

  private static String look(long style) {
    return color(Style.foreground(style))
        + " "
        + color(Style.background(style))
        + " "
        + flags(style);
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

  /**
   * For people: the rows without blanks at their ends, others written as {@code _}, the cursor, and
   * how the first cell looks.
   */
  String words() {
    List<String> lines = new ArrayList<>();
    for (List<String> cells : rows) {
      StringBuilder text = new StringBuilder();
      cells.forEach(cell -> text.append(cell.replaceFirst(LOOK, "").replace(' ', '_')));
      lines.add(text.toString().replaceFirst("_+$", ""));
    }
    String first = rows.getFirst().getFirst();
    String look = first.substring(first.replaceFirst(LOOK, "").length() + " 1 ".length());
    String words = String.join("/", lines) + " @ " + row + "," + column;
    return look.equals("- - ") ? words : (words + " " + look).stripTrailing();
  }

  /** Where the other one differs, in words; empty where nothing does. */
  String differences(Seen other) {
    if (rows.size() != other.rows.size()) {
      return rows.size() + " rows not " + other.rows.size();
    }
    StringBuilder words = new StringBuilder();
    if (row != other.row || column != other.column) {
      words.append("cursor " + row + "," + column + " not " + other.row + "," + other.column);
    }
    for (int y = 0; y < rows.size(); y++) {
      if (rows.get(y).size() != other.rows.get(y).size()) {
        return "row " + y + ": " + rows.get(y).size() + " cells not " + other.rows.get(y).size();
      }
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
