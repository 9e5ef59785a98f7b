package org.wirebench.shell;

import javafx.scene.input.KeyCombination;

/** The shortcuts that several windows have. */
final class Keys {
  static final KeyCombination CLOSE = KeyCombination.valueOf("Shortcut+W");
  static final KeyCombination PRIMARY = KeyCombination.valueOf("Shortcut+Enter");

  private Keys() {}
}
