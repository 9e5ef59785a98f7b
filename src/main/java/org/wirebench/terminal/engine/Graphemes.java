package org.wirebench.terminal.engine;

import org.wirebench.core.text.Unicode.Join;

/**
 * Tells where one user-perceived character ends and the next begins, a character at a time (UAX
 * #29, extended grapheme clusters; the numbers are those of its rules).
 */
final class Graphemes {
  private Join before = Join.CONTROL;

  /** An odd number of regional indicators stands at the end: the next one makes a flag. */
  private boolean halfFlag;

  /** A pictograph, and what extends it, stands at the end. */
  private boolean pictograph;

  /** A linker, and what extends it, stands at the end: it takes a consonant to itself. */
  private boolean linked;

  /** What came before is not joined with what comes now. */
  void restart() {
    took(Join.CONTROL);
  }

  /** Whether what came last joins with nothing of the kind {@link Join#OTHER}. */
  boolean isApart() {
    return before == Join.OTHER;
  }

  /** Whether what came last may take a letter of ASCII to itself. */
  boolean precedes() {
    return before == Join.PREPEND;
  }

  /** Whether a character belongs to the one before; takes it in any case. */
  boolean joins(Join now) {
    boolean joined = isJoined(now);
    took(now);
    return joined;
  }

  private boolean isJoined(Join now) {
    if (before == Join.CONTROL || now == Join.CONTROL) {
      return false; // GB4, GB5
    }
    return switch (now) {
      case EXTEND, EXTEND_ALONE, LINKER, ZWJ, SPACING_MARK -> true; // GB9, GB9a
      case L, V, T, LV, LVT -> isHangul(now) || before == Join.PREPEND;
      case REGIONAL_INDICATOR -> halfFlag || before == Join.PREPEND; // GB12, GB13
      case PICTOGRAPHIC ->
          (before == Join.ZWJ && pictograph) || before == Join.PREPEND; // GB11, GB9b
      case CONSONANT -> linked || before == Join.PREPEND; // GB9c
      default -> before == Join.PREPEND; // GB9b
    };
  }

  private boolean isHangul(Join now) {
    return switch (before) {
      case L -> now != Join.T; // GB6
      case LV, V -> now == Join.V || now == Join.T; // GB7
      case LVT, T -> now == Join.T; // GB8
      default -> false;
    };
  }

  private void took(Join now) {
    boolean extending = now == Join.EXTEND || now == Join.LINKER || now == Join.ZWJ;
    halfFlag = now == Join.REGIONAL_INDICATOR && !halfFlag;
    boolean goesOn = before != Join.ZWJ && (extending || now == Join.EXTEND_ALONE);
    pictograph = now == Join.PICTOGRAPHIC || (pictograph && goesOn);
    linked = now == Join.LINKER || now == Join.LINKER_APART || (linked && extending);
    before = now;
  }
}
