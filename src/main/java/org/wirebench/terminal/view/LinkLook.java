package org.wirebench.terminal.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.wirebench.terminal.engine.Position;
import org.wirebench.terminal.engine.Positions;
import org.wirebench.terminal.engine.Row;
import org.wirebench.terminal.engine.RowColumn;
import org.wirebench.terminal.engine.RowImage;
import org.wirebench.terminal.engine.ScreenView;
import org.wirebench.terminal.engine.Terminal;

/**
 * Looks for the link of a cell: the one that the program made of it (OSC 8), or else an address
 * that is written there.
 */
final class LinkLook {
  /** How many links of a screen are told apart. */
  static final int MOST = 200;

  /** How many cells may have none that look like it: a program may write nothing else. */
  private static final int MOST_MISSES = 300;

  private final Terminal terminal;
  private final TerminalFrame frame;
  private final Row row = new Row();

  LinkLook(Terminal terminal, TerminalFrame frame) {
    this.terminal = terminal;
    this.frame = frame;
  }

  /**
   * A link that was found.
   *
   * @param rows its columns in each row that is shown
   */
  record Found(TerminalLink link, List<Overlay.Range> rows) {}

  /** The link of a cell that is shown; null where it has none. */
  @Nullable Found at(RowColumn cell) {
    if (cell.row() < 0 || cell.row() >= frame.rows() || cell.column() < 0) {
      return null;
    }
    terminal.lock();
    try {
      ScreenView screen = terminal.view();
      int read = frame.top() + cell.row();
      if (read >= screen.scrollback() + screen.rows()) {
        return null;
      }
      screen.read(read, row);
      if (cell.column() >= row.columns()) {
        return null;
      }
      Optional<String> made = row.link(cell.column());
      return made.isPresent()
          ? new Found(new TerminalLink(made.get()), places(cell))
          : written(screen.positions(), read, cell.column());
    } finally {
      terminal.unlock();
    }
  }

  /** The links on the screen from its upper left, up to {@value #MOST}. */
  List<Found> all() {
    List<Found> all = new ArrayList<>();
    int misses = 0;
    for (int i = 0; i < frame.rows(); i++) {
      RowImage image = frame.image(i);
      for (int column = 0; column < image.columns(); column++) {
        if (all.size() == MOST || misses == MOST_MISSES) {
          return all;
        }
        if (mayBeLink(image, column) && !isIn(all, i, column)) {
          Found found = at(new RowColumn(i, column));
          if (found == null) {
            misses++;
          } else {
            all.add(found);
          }
        }
      }
    }
    return all;
  }

  /** Each address has a colon behind a letter, which may be in the row above. */
  private static boolean mayBeLink(RowImage image, int column) {
    boolean colon = image.codePoint(column) == ':';
    return image.isLink(column)
        || (colon && (column == 0 || Character.isLetter(image.codePoint(column - 1))));
  }

  private static boolean isIn(List<Found> all, int row, int column) {
    return all.stream().anyMatch(it -> it.rows().get(row).contains(column));
  }

  /** Where on the screen the link is that a cell has; of each other row the first place. */
  private List<Overlay.Range> places(RowColumn cell) {
    RowImage here = frame.image(cell.row());
    return IntStream.range(0, frame.rows())
        .mapToObj(
            i -> place(frame.image(i), here, cell.column(), i == cell.row() ? cell.column() : 0))
        .toList();
  }

  private static Overlay.Range place(RowImage image, RowImage here, int column, int begin) {
    if (column >= here.columns()) {
      return Overlay.Range.NONE;
    }
    int from = begin;
    while (from < image.columns() && !image.isSameLink(from, here, column)) {
      from++;
    }
    int to = from;
    while (to < image.columns() && image.isSameLink(to, here, column)) {
      to++;
    }
    while (from > 0 && from < to && image.isSameLink(from - 1, here, column)) {
      from--;
    }
    return new Overlay.Range(from, to);
  }

  private @Nullable Found written(Positions positions, int read, int column) {
    LineWindow line = LineWindow.around(positions.at(read, column), positions);
    if (line.index() < 0 || !LinkText.isPart(line.text().charAt(line.index()))) {
      return null;
    }
    Overlay.Range found = LinkText.at(line.text(), line.index());
    if (found.isEmpty() || line.isCut(LinkText.around(line.text(), line.index()))) {
      return null;
    }
    Position from = line.position(found.from());
    Position to = line.position(found.to());
    Selection.Rows place = new Selection(Selection.Mode.CHARACTER, from, to).rows(positions);
    List<Overlay.Range> rows =
        IntStream.range(0, frame.rows())
            .mapToObj(i -> place.in(frame.top() + i, row.columns()))
            .toList();
    String address = line.text().substring(found.from(), found.to());
    return new Found(new TerminalLink(address), rows);
  }
}
