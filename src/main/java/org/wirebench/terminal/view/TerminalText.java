package org.wirebench.terminal.view;

import java.util.Optional;
import org.wirebench.core.text.Messages;
import org.wirebench.terminal.engine.LineText;
import org.wirebench.terminal.engine.Position;
import org.wirebench.terminal.engine.Row;
import org.wirebench.terminal.engine.ScreenView;
import org.wirebench.terminal.engine.Terminal;

/** The text of what is selected, line by line: a line is what the program ended, not a row. */
final class TerminalText {
  /** How many chars are copied at most. */
  static final int MOST = 16 << 20;

  private static final Messages TEXT = Messages.of(TerminalText.class);

  private TerminalText() {}

  /** The text of a selection, up to some {@value #MOST} chars, and how much is missing. */
  static String of(Terminal terminal, Selection selection) {
    StringBuilder all = new StringBuilder();
    if (selection.mode() == Selection.Mode.BLOCK) {
      block(terminal, selection, all);
    } else {
      lines(terminal, selection, all);
    }
    return all.toString();
  }

  private static void lines(Terminal terminal, Selection selection, StringBuilder all) {
    Position at = selection.from();
    while (at.compareTo(selection.to()) < 0 && all.length() < MOST) {
      // Line by line, so that nobody waits for the whole of it.
      Optional<LineText> found = text(terminal, at);
      if (found.isEmpty()) {
        return;
      }
      LineText line = found.get();
      if (line.begin().compareTo(selection.to()) >= 0) {
        // All of it was dropped, and this is the first line that was not.
        return;
      }
      boolean last = selection.to().compareTo(line.end()) <= 0;
      int from = line.begin().compareTo(at) >= 0 ? 0 : line.index(at.column());
      int to = last ? line.index(selection.to().column()) : line.text().length();
      all.append(line.text(), Math.min(from, to), to);
      boolean ends = !last && !line.goesOn();
      boolean more = line.next().compareTo(selection.to()) < 0;
      if (ends && (more || selection.mode() == Selection.Mode.LINE)) {
        all.append('\n');
      }
      if (last) {
        return;
      }
      at = line.next();
    }
    if (at.compareTo(selection.to()) < 0) {
      missing(all, selection.to().line() - at.line() + 1);
    }
  }

  /** Tells on a line of its own how many were not copied. */
  static void missing(StringBuilder all, long lines) {
    if (all.charAt(all.length() - 1) != '\n') {
      all.append('\n');
    }
    all.append(TEXT.get("copy.missing", lines));
  }

  private static Optional<LineText> text(Terminal terminal, Position at) {
    terminal.lock();
    try {
      return terminal.view().positions().text(at);
    } finally {
      terminal.unlock();
    }
  }

  private static void block(Terminal terminal, Selection selection, StringBuilder all) {
    int more = 1;
    for (int i = 0; more > 0 && all.length() < MOST; i++) {
      terminal.lock();
      try {
        ScreenView screen = terminal.view();
        // Found anew for each row: the first may have moved up while lines were dropped.
        Selection.Rows rows = selection.rows(screen.positions());
        int row = Math.min(rows.from().row(), rows.to().row()) + i;
        Row read = new Row();
        screen.read(row, read);
        all.append(i == 0 ? "" : "\n");
        all.append(text(read, rows.in(row, read.columns())).stripTrailing());
        more = Math.max(rows.from().row(), rows.to().row()) - row;
      } finally {
        terminal.unlock();
      }
    }
    if (more > 0) {
      missing(all, more);
    }
  }

  private static String text(Row row, Overlay.Range columns) {
    StringBuilder text = new StringBuilder();
    for (int column = columns.from(); column < columns.to(); column++) {
      text.append(row.cell(column));
    }
    return text.toString();
  }
}
