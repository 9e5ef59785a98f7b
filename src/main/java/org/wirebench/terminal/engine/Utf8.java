package org.wirebench.terminal.engine;

/**
 * Reads UTF-8 a byte at a time (RFC 3629). Ill-formed bytes are told from well-formed ones as
 * Unicode recommends (section 3.9, "Substitution of Maximal Subparts").
 */
final class Utf8 {
  /** More bytes are needed. */
  static final int MORE = -1;

  /** What came is ill-formed, and the byte that showed it belongs to the next character. */
  static final int BROKEN = -2;

  /** What stands for what is ill-formed. */
  static final int REPLACEMENT = 0xfffd;

  private int codePoint;
  private int missing;
  private int low = 0x80;
  private int high = 0xbf;

  /** Whether bytes of a character are missing. */
  boolean isMidway() {
    return missing > 0;
  }

  /** Forgets the bytes of a character of which some are missing. */
  void reset() {
    missing = 0;
  }

  /**
   * Takes a byte, from 0 to 255.
   *
   * @return the character that it ends, or {@link #REPLACEMENT}, {@link #MORE} or {@link #BROKEN}
   */
  int take(int unit) {
    return missing > 0 ? next(unit) : first(unit);
  }

  /**
   * The well-formed character of three bytes that stands here, as most that are not ASCII do.
   *
   * @return {@link #MORE} where there is none
   */
  static int three(byte[] bytes, int at, int to) {
    if (at + 2 >= to || (bytes[at] & 0xf0) != 0xe0) {
      return MORE;
    }
    int second = bytes[at + 1];
    int third = bytes[at + 2];
    boolean follow = (second & 0xc0) == 0x80 && (third & 0xc0) == 0x80;
    int read = (bytes[at] & 0x0f) << 12 | (second & 0x3f) << 6 | (third & 0x3f);
    boolean surrogate = read >= Character.MIN_SURROGATE && read <= Character.MAX_SURROGATE;
    return follow && read >= 0x800 && !surrogate ? read : MORE;
  }

  private int first(int unit) {
    if (unit < 0x80) {
      return unit;
    }
    if (unit < 0xc2 || unit > 0xf4) {
      return REPLACEMENT;
    }
    if (unit < 0xe0) {
      expect(1, unit & 0x1f, 0x80, 0xbf);
    } else if (unit < 0xf0) {
      expect(2, unit & 0x0f, unit == 0xe0 ? 0xa0 : 0x80, unit == 0xed ? 0x9f : 0xbf);
    } else {
      expect(3, unit & 0x07, unit == 0xf0 ? 0x90 : 0x80, unit == 0xf4 ? 0x8f : 0xbf);
    }
    return MORE;
  }

  private void expect(int more, int bits, int lowest, int highest) {
    missing = more;
    codePoint = bits;
    low = lowest;
    high = highest;
  }

  private int next(int unit) {
    if (unit < low || unit > high) {
      missing = 0;
      return BROKEN;
    }
    low = 0x80;
    high = 0xbf;
    codePoint = codePoint << 6 | (unit & 0x3f);
    missing--;
    return missing > 0 ? MORE : codePoint;
  }
}
