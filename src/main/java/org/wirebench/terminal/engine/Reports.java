package org.wirebench.terminal.engine;

/**
 * Answers what a program asks. No answer holds what the program wrote: a file that is shown could
 * type commands with it.
 */
final class Reports {
  private final Emulation emulation;
  private final ModeFunctions modes;

  Reports(Emulation emulation, ModeFunctions modes) {
    this.emulation = emulation;
    this.modes = modes;
  }

  private void answer(String text) {
    emulation.answer(text);
  }

  /**
   * DA1: a VT420 with 132 columns, selective erasing, horizontal scrolling, colours, rectangles.
   */
  void primaryAttributes(Params params) {
    if (params.get(0, 0) == 0) {
      answer("\033[?64;1;6;21;22;28c");
    }
  }

  /** DA2: as xterm answers, whose version tells programs what they may use. */
  void secondaryAttributes(Params params) {
    if (params.get(0, 0) == 0) {
      answer("\033[>41;390;0c");
    }
  }

  /** DA3: a unit of no number. */
  void tertiaryAttributes(Params params) {
    if (params.get(0, 0) == 0) {
      answer("\033P!|00000000\033\\");
    }
  }

  /** XTVERSION. */
  void version(Params params) {
    if (params.get(0, 0) == 0) {
      answer("\033P>|Wirebench\033\\");
    }
  }

  /** DSR. */
  void status(int what) {
    if (what == 5) {
      answer("\033[0n");
    } else if (what == 6) {
      answer("\033[" + position() + "R");
    }
  }

  private String position() {
    return (emulation.reportedRow() + 1) + ";" + (emulation.reportedColumn() + 1);
  }

  /** DSR of DEC: there is a keyboard, and neither printer nor locator. */
  void privateStatus(int what) {
    switch (what) {
      case 6 -> answer("\033[?" + position() + ";1R");
      case 15 -> answer("\033[?13n");
      case 25 -> answer("\033[?21n");
      case 26 -> answer("\033[?27;1;0;0n");
      case 53, 55 -> answer("\033[?50n");
      case 56 -> answer("\033[?57;0n");
      case 996 -> emulation.tellColors();
      default -> {}
    }
  }

  /** DECREQTPARM. */
  void parameters(int what) {
    if (what <= 1) {
      answer("\033[" + (what + 2) + ";1;1;128;128;1;0x");
    }
  }

  /** DECRQM. */
  void mode(int number, boolean isPrivate) {
    String prefix = isPrivate ? "?" : "";
    answer("\033[" + prefix + number + ";" + modes.state(number, isPrivate) + "$y");
  }
}
