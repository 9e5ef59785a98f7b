package org.wirebench.terminal.view;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.GestureEvent;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.wirebench.terminal.engine.Key;
import org.wirebench.terminal.engine.KeyModifiers;

/** The keys of JavaFX as the terminal knows them. */
final class TerminalKeys {
  private static final Map<KeyCode, Key> KEYS = new EnumMap<>(KeyCode.class);

  static {
    KEYS.put(KeyCode.UP, Key.UP);
    KEYS.put(KeyCode.KP_UP, Key.UP);
    KEYS.put(KeyCode.DOWN, Key.DOWN);
    KEYS.put(KeyCode.KP_DOWN, Key.DOWN);
    KEYS.put(KeyCode.LEFT, Key.LEFT);
    KEYS.put(KeyCode.KP_LEFT, Key.LEFT);
    KEYS.put(KeyCode.RIGHT, Key.RIGHT);
    KEYS.put(KeyCode.KP_RIGHT, Key.RIGHT);
    KEYS.put(KeyCode.HOME, Key.HOME);
    KEYS.put(KeyCode.END, Key.END);
    KEYS.put(KeyCode.BEGIN, Key.KEYPAD_BEGIN);
    KEYS.put(KeyCode.CLEAR, Key.KEYPAD_BEGIN);
    KEYS.put(KeyCode.INSERT, Key.INSERT);
    KEYS.put(KeyCode.DELETE, Key.DELETE);
    KEYS.put(KeyCode.PAGE_UP, Key.PAGE_UP);
    KEYS.put(KeyCode.PAGE_DOWN, Key.PAGE_DOWN);
    KEYS.put(KeyCode.ENTER, Key.ENTER);
    KEYS.put(KeyCode.TAB, Key.TAB);
    KEYS.put(KeyCode.BACK_SPACE, Key.BACKSPACE);
    KEYS.put(KeyCode.ESCAPE, Key.ESCAPE);
    KEYS.put(KeyCode.ADD, Key.KEYPAD_ADD);
    KEYS.put(KeyCode.SUBTRACT, Key.KEYPAD_SUBTRACT);
    KEYS.put(KeyCode.MULTIPLY, Key.KEYPAD_MULTIPLY);
    KEYS.put(KeyCode.DIVIDE, Key.KEYPAD_DIVIDE);
    KEYS.put(KeyCode.DECIMAL, Key.KEYPAD_DECIMAL);
    for (int i = 0; i <= 9; i++) {
      KEYS.put(KeyCode.valueOf("NUMPAD" + i), Key.valueOf("KEYPAD_" + i));
    }
    for (int i = 1; i <= 20; i++) {
      KEYS.put(KeyCode.valueOf("F" + i), Key.valueOf("F" + i));
    }
  }

  private TerminalKeys() {}

  /** The key that has no character of its own; empty for all that are typed. */
  static Optional<Key> of(KeyCode code) {
    return Optional.ofNullable(KEYS.get(code));
  }

  /** The keys that are held while a key, the mouse or a wheel is moved; none for other events. */
  static KeyModifiers held(InputEvent event) {
    return switch (event) {
      case KeyEvent key ->
          new KeyModifiers(
              key.isShiftDown(), key.isAltDown(), key.isControlDown(), key.isMetaDown());
      case MouseEvent mouse ->
          new KeyModifiers(
              mouse.isShiftDown(), mouse.isAltDown(), mouse.isControlDown(), mouse.isMetaDown());
      case GestureEvent wheel ->
          new KeyModifiers(
              wheel.isShiftDown(), wheel.isAltDown(), wheel.isControlDown(), wheel.isMetaDown());
      default -> KeyModifiers.NONE;
    };
  }

  /**
   * What a key with Ctrl or Alt types, of which JavaFX does not always say the character; empty for
   * keys that type nothing with them, and for those of which the layout of the keyboard says what
   * they type with Shift.
   */
  static String withControl(KeyEvent event) {
    KeyCode code = event.getCode();
    if (code.isLetterKey()) {
      String letter = code.getChar();
      return event.isShiftDown() ? letter : letter.toLowerCase(java.util.Locale.ROOT);
    }
    if (event.isShiftDown() && event.isAltDown() && !event.isControlDown()) {
      return "";
    }
    if (code.isDigitKey()) {
      return code.getChar();
    }
    return switch (code) {
      case SPACE -> " ";
      case AT -> "@";
      case OPEN_BRACKET, BRACELEFT -> "[";
      case CLOSE_BRACKET, BRACERIGHT -> "]";
      case BACK_SLASH -> "\\";
      case CIRCUMFLEX -> "^";
      case UNDERSCORE -> "_";
      case SLASH -> "/";
      case MINUS -> event.isControlDown() ? "_" : "-";
      case PERIOD -> ".";
      case COMMA -> ",";
      case SEMICOLON -> ";";
      case EQUALS -> "=";
      case QUOTE -> "'";
      case BACK_QUOTE -> "`";
      default -> "";
    };
  }
}
