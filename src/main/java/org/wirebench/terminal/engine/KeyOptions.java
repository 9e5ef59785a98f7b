package org.wirebench.terminal.engine;

/**
 * Which keys are told apart by what is held with them, and how (XTMODKEYS, XTFMTKEYS and their
 * kin). Of the groups of keys that xterm has, only the fourth can be changed here.
 */
final class KeyOptions {
  private static final int CURSOR_KEYS = 1;
  private static final int FUNCTION_KEYS = 2;
  private static final int OTHER_KEYS = 4;
  private static final int ALL = -1;

  /** How the keys of the cursor and of functions say what is held: as a second parameter. */
  private static final int SECOND_PARAMETER = 2;

  private final Emulation emulation;
  private final Modes modes;

  KeyOptions(Emulation emulation) {
    this.emulation = emulation;
    this.modes = emulation.modes;
  }

  /** XTMODKEYS: 0 for none, 1 for those that type nothing of their own, 2 for all. */
  void modify(Params params) {
    int value = params.get(1, 0);
    if (isForOthers(params) && value <= 2) {
      modes.otherKeys = value;
    }
  }

  /** XTDISABLEMODKEYS. */
  void disable(Params params) {
    if (params.get(0, FUNCTION_KEYS) == OTHER_KEYS) {
      modes.otherKeys = 0;
    }
  }

  /** XTFMTKEYS: 0 for {@code CSI 27 ; held ; code ~}, 1 for {@code CSI code ; held u}. */
  void format(Params params) {
    int value = params.get(1, 0);
    if (isForOthers(params) && value <= 1) {
      modes.otherKeysByCode = value == 1;
    }
  }

  private static boolean isForOthers(Params params) {
    int group = params.get(0, ALL);
    return group == OTHER_KEYS || group == ALL;
  }

  /** XTQMODKEYS. */
  void tellModified(Params params) {
    switch (params.get(0, ALL)) {
      case CURSOR_KEYS, FUNCTION_KEYS -> tell(params, SECOND_PARAMETER, 'm');
      case OTHER_KEYS -> tell(params, modes.otherKeys, 'm');
      default -> {}
    }
  }

  /** XTQFMTKEYS. */
  void tellFormat(Params params) {
    if (params.get(0, ALL) == OTHER_KEYS) {
      tell(params, modes.otherKeysByCode ? 1 : 0, 'f');
    }
  }

  private void tell(Params params, int value, char last) {
    emulation.answer("\033[>" + params.get(0, 0) + ";" + value + last);
  }
}
