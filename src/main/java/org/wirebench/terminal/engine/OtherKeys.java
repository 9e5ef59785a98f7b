package org.wirebench.terminal.engine;

/**
 * Keys that a program wants to tell apart by what is held with them, though they type the same or
 * nothing (xterm's resources {@code modifyOtherKeys} and {@code formatOtherKeys}): Ctrl and a
 * semicolon, Shift and Enter.
 */
final class OtherKeys {
  private final Modes modes;

  OtherKeys(Modes modes) {
    this.modes = modes;
  }

  /**
   * Whether a key is written with what is held; those of the cursor, of functions and of the keypad
   * say that in any case.
   */
  boolean tells(Key key, KeyModifiers held) {
    return switch (modes.otherKeys) {
      case 1 ->
          (key == Key.ENTER && (held.shift() || held.control()))
              || (key == Key.TAB && held.equals(KeyModifiers.CONTROL));
      case 2 ->
          !held.isNone()
              && switch (key) {
                case ENTER, ESCAPE -> true;
                // These two have had their own codes since before.
                case TAB -> !held.equals(KeyModifiers.SHIFT);
                case BACKSPACE -> !held.equals(KeyModifiers.CONTROL);
                default -> false;
              };
      default -> false;
    };
  }

  /**
   * Whether a character is written with what is held.
   *
   * @param isControl whether it makes a control character with Ctrl
   */
  boolean tells(KeyModifiers held, boolean isControl) {
    return switch (modes.otherKeys) {
      case 1 -> held.control() && !isControl;
      case 2 -> held.control() || held.alt() || held.meta();
      default -> false;
    };
  }

  /** A key by its code point, with what is held. */
  String written(int codePoint, KeyModifiers held) {
    int parameter = held.parameter();
    return modes.otherKeysByCode
        ? "\033[" + codePoint + ";" + parameter + "u"
        : "\033[27;" + parameter + ";" + codePoint + "~";
  }
}
