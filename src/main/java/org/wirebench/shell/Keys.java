package org.wirebench.shell;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The shortcuts that several windows have. */
final class Keys {
  static final KeyCombination CLOSE = KeyCombination.valueOf("Shortcut+W");
  static final KeyCombination ADDRESS = KeyCombination.valueOf("F6");
  static final KeyCombination PRIMARY = KeyCombination.valueOf("Shortcut+Enter");
  static final KeyCombination PALETTE = KeyCombination.valueOf("Shortcut+K");
  static final KeyCombination DUPLICATE = KeyCombination.valueOf("Shortcut+Shift+D");
  static final KeyCombination SAVE = KeyCombination.valueOf("Shortcut+S");
  static final KeyCombination SAVE_AS = KeyCombination.valueOf("Shortcut+Shift+S");

  // What stands beside each other differs from keyboard to keyboard, and there are the digits.
  static final KeyCombination LARGER =
      anyOf("Shortcut+Equals", "Shortcut+Shift+Equals", "Shortcut+Plus", "Shortcut+Add");
  static final KeyCombination SMALLER = anyOf("Shortcut+Minus", "Shortcut+Subtract");
  static final KeyCombination NORMAL = anyOf("Shortcut+0", "Shortcut+Numpad 0");

  static final KeyCombination NEXT_TAB = anyOf("Shortcut+Tab", "Shortcut+Page Down");
  static final KeyCombination PREVIOUS_TAB = anyOf("Shortcut+Shift+Tab", "Shortcut+Page Up");

  private Keys() {}

  /** Any of several, the first of which is shown. */
  private static KeyCombination anyOf(String... keys) {
    List<KeyCombination> all = Stream.of(keys).map(KeyCombination::valueOf).toList();
    return new KeyCombination() {
      @Override
      public boolean match(KeyEvent event) {
        return all.stream().anyMatch(each -> each.match(event));
      }

      @Override
      public String getDisplayText() {
        return all.getFirst().getDisplayText();
      }
    };
  }
}
