package org.wirebench.terminal.view;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.wirebench.terminal.engine.Position;
import org.wirebench.terminal.engine.Positions;
import org.wirebench.terminal.engine.Terminal;

/** What is selected now. FX thread only. */
final class TerminalSelection {
  private final Terminal terminal;
  private final Runnable changed;
  private final ReadOnlyObjectWrapper<@Nullable Selection> selection =
      new ReadOnlyObjectWrapper<>(this, "selection");

  /**
   * @param changed is run when something else is selected
   */
  TerminalSelection(Terminal terminal, Runnable changed) {
    this.terminal = terminal;
    this.changed = changed;
  }

  /** What is selected; null for nothing. */
  ReadOnlyObjectProperty<@Nullable Selection> property() {
    return selection.getReadOnlyProperty();
  }

  void set(@Nullable Selection now) {
    selection.set(now == null || now.isEmpty() ? null : now);
    changed.run();
  }

  /** Selects everything that is kept. */
  void setAll() {
    terminal.lock();
    try {
      Positions positions = terminal.view().positions();
      Position last = new Position(positions.lastLine(), Integer.MAX_VALUE);
      set(new Selection(Selection.Mode.CHARACTER, positions.first(), last));
    } finally {
      terminal.unlock();
    }
  }
}
