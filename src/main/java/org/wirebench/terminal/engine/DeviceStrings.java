package org.wirebench.terminal.engine;

import java.util.Locale;

/** Device control strings: what programs ask in this form (DECRQSS, XTGETTCAP). */
final class DeviceStrings {
  private static final int ASK_SETTING = '$' << 8 | 'q';
  private static final int ASK_CAPABILITY = '+' << 8 | 'q';

  private final Emulation emulation;

  DeviceStrings(Emulation emulation) {
    this.emulation = emulation;
  }

  void perform(Function function, String data) {
    if (function.code() == ASK_SETTING) {
      setting(data);
    } else if (function.code() == ASK_CAPABILITY) {
      capability(data);
    }
  }

  private void setting(String which) {
    Screen screen = emulation.screen();
    Cursor cursor = emulation.cursor;
    String value =
        switch (which) {
          case "m" -> Rendition.written(cursor.style, cursor.extra) + "m";
          case "r" -> (screen.top() + 1) + ";" + (screen.bottom() + 1) + "r";
          case "s" -> (screen.left() + 1) + ";" + (screen.right() + 1) + "s";
          case "t" -> screen.rows() + "t";
          case " q" -> shape() + " q";
          case "\"p" -> "64;1\"p";
          case "\"q" -> (Style.has(cursor.style, Style.PROTECTED) ? 1 : 0) + "\"q";
          default -> "";
        };
    emulation.answer("\033P" + (value.isEmpty() ? 0 : 1) + "$r" + value + "\033\\");
  }

  private int shape() {
    return emulation.cursorShape.number + (emulation.modes.cursorBlinks ? 0 : 1);
  }

  /** The names are in hexadecimal digits; the first that is known is answered. */
  private void capability(String names) {
    String first = names.contains(";") ? names.substring(0, names.indexOf(';')) : names;
    String answer =
        switch (first.toUpperCase(Locale.ROOT)) {
          case "436F", "636F6C6F7273" -> "323536"; // Co, colors: 256
          case "544E", "6E616D65" -> "787465726D2D323536636F6C6F72"; // TN, name: xterm-256color
          case "524742" -> "38"; // RGB: 8
          default -> "";
        };
    if (answer.isEmpty()) {
      emulation.answer("\033P0+r\033\\");
    } else {
      emulation.answer("\033P1+r" + first.toUpperCase(Locale.ROOT) + "=" + answer + "\033\\");
    }
  }
}
