package org.wirebench.terminal.engine;

/** Writes what is typed as xterm does (its "Control Sequences", "PC-Style Function Keys"). */
final class KeyEncoder {
  private static final String CSI = "\033[";
  private static final String SS3 = "\033O";

  private final Modes modes;
  private final OtherKeys others;

  KeyEncoder(Modes modes) {
    this.modes = modes;
    this.others = new OtherKeys(modes);
  }

  /** What a key sends; nothing while the program has locked them. */
  String key(Key key, KeyModifiers held) {
    if (modes.keysLocked) {
      return "";
    }
    if (others.tells(key, held)) {
      return others.written(key == Key.BACKSPACE ? backspace(held) : key.last, held);
    }
    return switch (key) {
      case ENTER -> withAlt(modes.newLine ? "\r\n" : "\r", held);
      case TAB -> held.shift() ? CSI + "Z" : withAlt("\t", held);
      case ESCAPE -> withAlt("\033", held);
      case BACKSPACE -> withAlt("" + backspace(held), held);
      case UP, DOWN, RIGHT, LEFT, HOME, END, KEYPAD_BEGIN ->
          letter(modes.applicationCursor ? SS3 : CSI, key, held);
      case F1, F2, F3, F4 -> letter(SS3, key, held);
      default -> key.last == '~' ? CSI + key.number + modifiers(held) + '~' : keypad(key, held);
    };
  }

  private char backspace(KeyModifiers held) {
    return modes.backspace != held.control() ? '\b' : Key.BACKSPACE.last;
  }

  private static String letter(String plain, Key key, KeyModifiers held) {
    return held.isNone() ? plain + key.last : CSI + "1" + modifiers(held) + key.last;
  }

  private static String modifiers(KeyModifiers held) {
    return held.isNone() ? "" : ";" + held.parameter();
  }

  private String keypad(Key key, KeyModifiers held) {
    if (modes.applicationKeypad) {
      String parameter = held.isNone() ? "" : Integer.toString(held.parameter());
      return SS3 + parameter + (char) key.number;
    }
    return key == Key.KEYPAD_ENTER ? key(Key.ENTER, held) : withAlt("" + key.last, held);
  }

  private String withAlt(String text, KeyModifiers held) {
    return (held.alt() || held.meta()) && modes.metaSendsEscape ? "\033" + text : text;
  }

  /** What characters send that were typed with these keys held; Shift is in them already. */
  String text(String typed, KeyModifiers held) {
    if (modes.keysLocked || typed.isEmpty()) {
      return "";
    }
    if (typed.codePointCount(0, typed.length()) > 1) {
      return withAlt(typed, held);
    }
    String control = control(typed);
    if (others.tells(held, !control.equals(typed) && !typed.equals("?"))) {
      return others.written(typed.codePointAt(0), held);
    }
    return withAlt(held.control() ? control : typed, held);
  }

  /** The control character that a key makes with Ctrl; the key itself where it makes none. */
  private static String control(String typed) {
    char key = typed.charAt(0);
    return switch (key) {
      case ' ', '2', '@' -> "\0";
      case '3' -> "\033";
      case '4' -> "\034";
      case '5' -> "\035";
      case '6' -> "\036";
      case '7', '/' -> "\037";
      case '8', '?' -> "\177";
      default -> {
        boolean letter = (key >= 'a' && key <= 'z') || (key >= '@' && key <= '_');
        yield letter ? String.valueOf((char) (key & 0x1f)) : typed;
      }
    };
  }
}
