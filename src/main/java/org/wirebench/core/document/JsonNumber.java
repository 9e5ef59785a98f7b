package org.wirebench.core.document;

/** The grammar of numbers (RFC 8259, section 6), one character after the other. */
final class JsonNumber {
  /** Behind the minus. */
  static final int MINUS = 0;

  /** Behind a zero that no digit may follow. */
  static final int ZERO = 1;

  /** Behind digits. */
  static final int DIGITS = 2;

  /** No number goes on so. */
  static final int WRONG = -1;

  /** No number, but what is behind it. */
  static final int BEHIND = -2;

  private static final int POINT = 3;
  private static final int FRACTION = 4;
  private static final int EXPONENT = 5;
  private static final int SIGN = 6;
  private static final int POWER = 7;

  private JsonNumber() {}

  /** The state that a first character leads to; {@link #WRONG} if no number begins so. */
  static int begin(byte first) {
    if (first == '-') {
      return MINUS;
    }
    return first == '0' ? ZERO : first > '0' && first <= '9' ? DIGITS : WRONG;
  }

  /** Whether a number may end in that state. */
  static boolean isWhole(int state) {
    return state == ZERO || state == DIGITS || state == FRACTION || state == POWER;
  }

  /** The state after one more character. */
  static int next(int state, byte one) {
    int after =
        switch (one) {
          case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> digit(state, one);
          case '.' -> state == ZERO || state == DIGITS ? POINT : WRONG;
          case 'e', 'E' -> state == ZERO || state == DIGITS || state == FRACTION ? EXPONENT : WRONG;
          case '+', '-' -> state == EXPONENT ? SIGN : WRONG;
          default -> BEHIND;
        };
    return after == BEHIND && !isWhole(state) ? WRONG : after;
  }

  private static int digit(int state, byte one) {
    return switch (state) {
      case MINUS -> one == '0' ? ZERO : DIGITS;
      case DIGITS -> DIGITS;
      case POINT, FRACTION -> FRACTION;
      case EXPONENT, SIGN, POWER -> POWER;
      default -> WRONG;
    };
  }
}
