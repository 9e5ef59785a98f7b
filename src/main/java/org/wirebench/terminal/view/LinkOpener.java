package org.wirebench.terminal.view;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hands those links on that may be opened, if there is somebody who opens them. */
final class LinkOpener {
  private @Nullable Consumer<String> opener;

  /**
   * @param action is told the address of a link; null where links lead nowhere
   */
  void set(@Nullable Consumer<String> action) {
    opener = action;
  }

  /** Whether a link can be opened. */
  boolean opens(TerminalLink link) {
    return opener != null && link.isOpenable();
  }

  void open(TerminalLink link) {
    Consumer<String> action = opener;
    if (action != null && link.isOpenable()) {
      action.accept(link.address());
    }
  }
}
