package org.wirebench.terminal.engine;

/**
 * Reads what a program writes to its terminal: the state machine of DEC's terminals as Paul
 * Williams drew it ("A parser for DEC's ANSI-compatible video terminals"), on UTF-8. Any bytes may
 * come, cut anywhere: what is unknown is read to its end and left out, and no string is kept beyond
 * a limit.
 */
final class Parser {
  /** How many characters of a string are kept; one that is longer is left out as a whole. */
  static final int LONGEST_STRING = 1 << 20;

  /** How many of a device control string: what is asked in that form is short. */
  static final int LONGEST_DEVICE_STRING = 4096;

  private static final int USUAL_STRING = 8 * 1024;

  private enum State {
    GROUND,
    ESCAPE,
    ESCAPE_INTERMEDIATE,
    CSI_ENTRY,
    CSI_PARAM,
    CSI_INTERMEDIATE,
    CSI_IGNORE,
    DCS_ENTRY,
    DCS_PARAM,
    DCS_INTERMEDIATE,
    DCS_PASSTHROUGH,
    DCS_IGNORE,
    OSC_STRING,
    STRING_IGNORE
  }

  private static final int BEL = 0x07;
  private static final int CAN = 0x18;
  private static final int SUB = 0x1a;
  private static final int ESC = 0x1b;
  private static final int DEL = 0x7f;

  private final Actions actions;
  private final Utf8 utf8 = new Utf8();
  private final Params params = new Params();
  private final Function function = new Function();
  private final StringBuilder string = new StringBuilder();
  private boolean tooLong;
  private State state = State.GROUND;

  Parser(Actions actions) {
    this.actions = actions;
  }

  /** Forgets what is under way. */
  void reset() {
    state = State.GROUND;
    utf8.reset();
    forget();
  }

  /** Reads the bytes from {@code from} up to and without {@code to}. */
  void feed(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      if (utf8.isMidway()) {
        at += decode(bytes[at] & 0xff);
      } else if (bytes[at] < 0) {
        at += beyondAscii(bytes, at, to);
      } else if (state == State.GROUND) {
        int end = textEnd(bytes, at, to);
        if (end > at) {
          actions.print(bytes, at, end);
          at = end;
        } else {
          step(bytes[at++]);
        }
      } else {
        step(bytes[at++]);
      }
    }
  }

  /** Where printable ASCII ends; bytes beyond ASCII are negative. */
  private static int textEnd(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && bytes[at] >= 0x20 && bytes[at] != DEL) {
      at++;
    }
    return at;
  }

  /** Takes a character beyond ASCII, or its first byte; how many bytes it took. */
  private int beyondAscii(byte[] bytes, int at, int to) {
    int whole = state == State.GROUND ? Utf8.three(bytes, at, to) : Utf8.MORE;
    if (whole == Utf8.MORE) {
      return decode(bytes[at] & 0xff);
    }
    actions.print(whole);
    return 3;
  }

  /** Takes a byte of a character beyond ASCII; how many bytes it took, which may be none. */
  private int decode(int unit) {
    int read = utf8.take(unit);
    if (read == Utf8.BROKEN) {
      beyond(Utf8.REPLACEMENT);
      return 0;
    }
    if (read != Utf8.MORE) {
      beyond(read);
    }
    return 1;
  }

  private void beyond(int codePoint) {
    if (codePoint < 0xa0) {
      c1(codePoint);
      return;
    }
    switch (state) {
      case GROUND -> actions.print(codePoint);
      case OSC_STRING, DCS_PASSTHROUGH -> put(codePoint);
      case CSI_IGNORE, DCS_IGNORE, STRING_IGNORE -> {}
      default -> state = State.GROUND;
    }
  }

  private void c1(int control) {
    endString(true, false);
    switch (control) {
      case 0x90 -> enter(State.DCS_ENTRY);
      case 0x9b -> enter(State.CSI_ENTRY);
      case 0x9d -> enter(State.OSC_STRING);
      case 0x98, 0x9e, 0x9f -> enter(State.STRING_IGNORE);
      default -> {
        state = State.GROUND;
        actions.execute(control);
      }
    }
  }

  private void enter(State next) {
    state = next;
    params.clear();
    function.clear();
    forget();
  }

  private void forget() {
    string.setLength(0);
    if (string.capacity() > USUAL_STRING) {
      string.trimToSize();
    }
    tooLong = false;
  }

  private void step(int character) {
    if (character == ESC) {
      endString(true, false);
      enter(State.ESCAPE);
    } else if (character == CAN || character == SUB) {
      endString(false, false);
      state = State.GROUND;
      actions.execute(character);
    } else {
      stepIn(character);
    }
  }

  private void stepIn(int character) {
    switch (state) {
      case GROUND -> execute(character);
      case ESCAPE, ESCAPE_INTERMEDIATE -> inEscape(character);
      case CSI_ENTRY, CSI_PARAM, CSI_INTERMEDIATE -> inControl(character);
      case CSI_IGNORE -> inIgnoredControl(character);
      case DCS_ENTRY, DCS_PARAM, DCS_INTERMEDIATE -> inDevice(character);
      case OSC_STRING -> inSystem(character);
      case DCS_PASSTHROUGH -> put(character);
      case DCS_IGNORE, STRING_IGNORE -> {}
    }
  }

  private void execute(int character) {
    if (character < 0x20) {
      actions.execute(character);
    } else if (character == DEL) {
      actions.delete();
    }
  }

  private void inEscape(int character) {
    if (character < 0x20) {
      actions.execute(character);
    } else if (character < 0x30) {
      function.intermediate(character);
      state = State.ESCAPE_INTERMEDIATE;
    } else if (character == DEL) {
      return;
    } else if (state == State.ESCAPE && introduces(character)) {
      return;
    } else {
      state = State.GROUND;
      function.end(character);
      actions.escape(function);
    }
  }

  private boolean introduces(int character) {
    switch (character) {
      case 'P' -> enter(State.DCS_ENTRY);
      case '[' -> enter(State.CSI_ENTRY);
      case ']' -> enter(State.OSC_STRING);
      case 'X', '^', '_' -> enter(State.STRING_IGNORE);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void inControl(int character) {
    if (character >= 0x40) {
      if (character != DEL) {
        state = State.GROUND;
        function.end(character);
        actions.control(function, params);
      }
    } else if (character >= 0x20) {
      state =
          parameter(
              character,
              State.CSI_ENTRY,
              State.CSI_PARAM,
              State.CSI_INTERMEDIATE,
              State.CSI_IGNORE);
    } else {
      actions.execute(character);
    }
  }

  private void inIgnoredControl(int character) {
    if (character < 0x20) {
      actions.execute(character);
    } else if (character >= 0x40 && character != DEL) {
      state = State.GROUND;
    }
  }

  private void inDevice(int character) {
    if (character >= 0x40) {
      if (character != DEL) {
        state = State.DCS_PASSTHROUGH;
        function.end(character);
      }
    } else if (character >= 0x20) {
      state =
          parameter(
              character,
              State.DCS_ENTRY,
              State.DCS_PARAM,
              State.DCS_INTERMEDIATE,
              State.DCS_IGNORE);
    }
  }

  /** Takes a character between an introducer and the final one; the state after it. */
  private State parameter(
      int character, State entry, State param, State intermediate, State ignore) {
    if (character < 0x30) {
      function.intermediate(character);
      return intermediate;
    }
    if (state == intermediate) {
      return ignore;
    }
    if (character <= '9') {
      params.digit(character - '0');
    } else if (character == ':') {
      params.partSeparator();
    } else if (character == ';') {
      params.separator();
    } else if (state == entry) {
      function.prefix(character);
    } else {
      return ignore;
    }
    return param;
  }

  private void inSystem(int character) {
    if (character == BEL) {
      endString(true, true);
      state = State.GROUND;
    } else if (character >= 0x20) {
      put(character);
    }
  }

  private void put(int codePoint) {
    if (codePoint == DEL) {
      return;
    }
    int most = state == State.DCS_PASSTHROUGH ? LONGEST_DEVICE_STRING : LONGEST_STRING;
    if (string.length() >= most) {
      tooLong = true;
    } else {
      string.appendCodePoint(codePoint);
    }
  }

  /** Ends the string that is being read, if one is. */
  private void endString(boolean whole, boolean byBell) {
    if (state == State.OSC_STRING) {
      if (whole && !tooLong) {
        actions.system(string.toString(), byBell);
      }
    } else if (state == State.DCS_PASSTHROUGH && whole && !tooLong) {
      actions.device(function, params, string.toString());
    }
  }
}
