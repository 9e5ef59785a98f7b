package org.wirebench.terminal.interop;

import java.util.ArrayList;
import java.util.List;
import org.wirebench.terminal.engine.LineSize;
import org.wirebench.terminal.engine.Row;
import org.wirebench.terminal.engine.ScreenView;
import org.wirebench.terminal.engine.Style;

/** A screen as text for people: its rows, and below them what they look like. */
final class KeptScreen {
  private final ScreenView view;
  private final StringBuilder rows = new StringBuilder();
  private final List<String> looks = new ArrayList<>();

  private KeptScreen(ScreenView view) {
    this.view = view;
  }

  static String of(ScreenView view, boolean reverse) {
    KeptScreen kept = new KeptScreen(view);
    if (reverse) {
      kept.looks.add("the screen is in reverse video");
    }
    Row row = new Row();
    for (int number = 0; number < view.rows(); number++) {
      view.read(view.scrollback() + number, row);
      kept.rows.append(row.text().stripTrailing()).append('\n');
      kept.look(number, row);
    }
    return kept.whole();
  }

  private String whole() {
    int end = rows.length();
    while (end > 1 && rows.charAt(end - 2) == '\n') {
      end--;
    }
    looks.add("cursor " + view.cursorRow() + "," + view.cursorColumn());
    if (view.columns() != 80) {
      looks.add(view.columns() + " columns");
    }
    return rows.substring(0, end) + "--\n" + String.join("\n", looks) + "\n";
  }

  private void look(int number, Row row) {
    if (row.size() != LineSize.SINGLE) {
      looks.add(number + ": " + row.size());
    }
    int from = 0;
    for (int column = 1; column <= row.columns(); column++) {
      if (column == row.columns() || row.style(column) != row.style(from)) {
        String words = words(row.style(from));
        if (!words.isEmpty()) {
          looks.add(number + "," + from + "-" + (column - 1) + ":" + words);
        }
        from = column;
      }
    }
  }

  private static String words(long style) {
    StringBuilder words = new StringBuilder();
    word(style, Style.BOLD, " bold", words);
    word(style, Style.FAINT, " faint", words);
    word(style, Style.ITALIC, " italic", words);
    word(style, Style.BLINK, " blink", words);
    word(style, Style.INVERSE, " inverse", words);
    word(style, Style.HIDDEN, " hidden", words);
    word(style, Style.STRIKE, " strike", words);
    if (Style.underline(style) != Style.Underline.NONE) {
      words.append(" underlined");
    }
    color("text", Style.foreground(style), words);
    color("on", Style.background(style), words);
    return words.toString();
  }

  private static void word(long style, long flag, String word, StringBuilder words) {
    if (Style.has(style, flag)) {
      words.append(word);
    }
  }

  private static void color(String word, int color, StringBuilder words) {
    if (Style.isIndexed(color) || Style.isRgb(color)) {
      words.append(" " + word + " " + Style.value(color));
    }
  }
}
