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

  /** Where each row begins: a row may be full of hits, and each would be looked for by itself. */
  private final List<Position> begins = new ArrayList<>();

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
    int shown = Math.min(rows.size(), positions.rows() - top);
    for (int i = 0; i < shown; i++) {
      begins.add(positions.at(top + i, 0));
    }
    Position at = begins.getFirst();
    while (at.compareTo(begins.getLast()) <= 0) {
      Optional<LineText> line = positions.text(at);
      if (line.isEmpty()) {
        return;
      }
      search.in(line.get()).forEach(this::mark);
      at = line.get().next();
    }
  }

  private void mark(Needle.Hit hit) {
    int found = Collections.binarySearch(begins, hit.from());
    int first = found >= 0 ? found : -found - 2;
    for (int i = Math.max(0, first); i < begins.size() && isBefore(i, hit.to()); i++) {
      Position begin = begins.get(i);
      int from = i == first ? hit.from().column() - begin.column() : 0;
      boolean goesOn = i + 1 < begins.size() && isBefore(i + 1, hit.to());
      int to = goesOn ? columns : Math.min(columns, hit.to().column() - begin.column());
      if (from < to) {
        rows.get(i).add(new Overlay.Hit(new Overlay.Range(from, to), search.isAt(hit)));
      }
    }
  }

  private boolean isBefore(int row, Position end) {
    return begins.get(row).compareTo(end) < 0;
  }

  /** The hits in a row, from 0 for the first that is shown. */
  List<Overlay.Hit> in(int row) {
    return rows.get(row);
  }
}
