package org.wirebench.terminal.engine;

/** What few cells have, as one number: the colour of the underline and a link. */
final class Extra {
  private static final int LINK_AT = 32;
  private static final long COLOR = 0xffff_ffffL;

  private Extra() {}

  /** The colour of the underline as {@link Style} has it; the default is that of the text. */
  static int underlineColor(long extra) {
    return (int) (extra & COLOR);
  }

  static long withUnderlineColor(long extra, int color) {
    return (extra & ~COLOR) | (color & COLOR);
  }

  /** The number of the link in {@link Links}, 0 for none. */
  static int link(long extra) {
    return (int) (extra >>> LINK_AT);
  }

  static long withLink(long extra, int link) {
    return (extra & COLOR) | (long) link << LINK_AT;
  }
}
