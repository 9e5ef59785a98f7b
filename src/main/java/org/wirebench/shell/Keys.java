package org.wirebench.shell;

import javafx.scene.input.KeyCombination;

/** The shortcuts that several windows have. */
final class Keys {
  static final KeyCombination CLOSE = KeyCombination.valueOf("Shortcut+W");
  static final KeyCombination ADDRESS = KeyCombination.valueOf("F6");
  static final KeyCombination PRIMARY = KeyCombination.valueOf("Shortcut+Enter");
  static final KeyCombination PALETTE = KeyCombination.valueOf("Shortcut+K");
  static final KeyCombination DUPLICATE = KeyCombination.valueOf("Shortcut+Shift+D");
  static final KeyCombination SAVE = KeyCombination.valueOf("Shortcut+S");
  static final KeyCombination SAVE_AS = KeyCombination.valueOf("Shortcut+Shift+S");

  private Keys() {}
}
