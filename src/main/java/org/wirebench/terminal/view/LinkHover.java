package org.wirebench.terminal.view;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.wirebench.terminal.engine.RowColumn;

/**
 * The link below the mouse, or the one that the keyboard went to, until its rows look otherwise:
 * what stands there then is looked at when the mouse moves. FX thread only.
 */
final class LinkHover {
  private final ReadOnlyObjectWrapper<@Nullable TerminalLink> link = new ReadOnlyObjectWrapper<>();
  private List<Overlay.Range> rows = List.of();

  /** The link; null for none. */
  ReadOnlyObjectProperty<@Nullable TerminalLink> linkProperty() {
    return link.getReadOnlyProperty();
  }

  void set(LinkLook.@Nullable Found found) {
    rows = found == null ? List.of() : found.rows();
    link.set(found == null ? null : found.link());
  }

  /** Whether it is this one, at this place. */
  boolean isAt(LinkLook.Found found) {
    return found.link().equals(link.get()) && found.rows().equals(rows);
  }

  /** Whether a cell that is shown is a part of it. */
  boolean has(RowColumn cell) {
    return cell.row() >= 0 && range(cell.row()).contains(cell.column());
  }

  /** Whether it is in one of these rows, the last of which is not. */
  boolean isBetween(int from, int to) {
    int end = Math.min(to, rows.size());
    return from < end && rows.subList(from, end).stream().anyMatch(row -> !row.isEmpty());
  }

  /**
   * The columns of a row that belong to it.
   *
   * @param changed whether the row looks otherwise now: then this is no link any more
   */
  Overlay.Range in(int row, boolean changed) {
    if (changed && !range(row).isEmpty()) {
      set(null);
    }
    return range(row);
  }

  private Overlay.Range range(int row) {
    return row < rows.size() ? rows.get(row) : Overlay.Range.NONE;
  }
}
