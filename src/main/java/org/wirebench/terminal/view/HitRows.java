package org.wirebench.terminal.view;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.wirebench.terminal.engine.LineText;
import org.wirebench.terminal.engine.Position;
import org.wirebench.terminal.engine.Positions;
import org.wirebench.terminal.engine.ScreenView;

/** What the search finds in the rows that are shown, at one moment. */
final class HitRows {
  private final TerminalSearch search;
  private final int top;
  private final int columns;
  private final List<List<Overlay.Hit>> rows;

  /**
   * @param screen of a terminal whose lock is held
   * @param top the first row that is shown, from that of the scrollback
   * @param count how many rows are shown
   */
  HitRows(TerminalSearch search, ScreenView screen, int top, int count) {
    this.search = search;
    this.top = top;
    this.columns = screen.columns();
    if (!search.isOn()) {
      rows = Collections.nCopies(count, List.of());
      return;
    }
    rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(new ArrayList<>());
    }
    look(screen.positions());
  }

  private void look(Positions positions) {
    Position end = positions.at(Math.min(top + rows.size(), positions.rows()) - 1, 0);
    Position at = positions.at(top, 0);
    while (at.compareTo(end) <= 0) {
      Optional<LineText> line = positions.text(at);
      if (line.isEmpty()) {
        return;
      }
      for (Needle.Hit hit : search.in(line.get())) {
        mark(hit, positions);
      }
      at = line.get().next();
    }
  }

  private void mark(Needle.Hit hit, Positions positions) {
    Selection.Rows in =
        new Selection(Selection.Mode.CHARACTER, hit.from(), hit.to()).rows(positions);
    int last = Math.min(in.to().row() - top, rows.size() - 1);
    for (int i = Math.max(0, in.from().row() - top); i <= last; i++) {
      Overlay.Range found = in.in(top + i, columns);
      if (!found.isEmpty()) {
        rows.get(i).add(new Overlay.Hit(found, search.isAt(hit)));
      }
    }
  }

  /** The hits in a row, from 0 for the first that is shown. */
  List<Overlay.Hit> in(int row) {
    return rows.get(row);
  }
}
