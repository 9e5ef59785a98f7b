package org.wirebench.terminal.view;

/**
 * Keeps text readable: a program chooses colours for a scheme that it does not know, such as white
 * on blue where white is a dark grey. Colours are red, green and blue in 24 bits.
 */
final class Contrast {
  /** What WCAG 2.2 asks for large text (1.4.3): enough to read, and colours stay themselves. */
  static final double LEAST = 3;

  /** A power of two. */
  private static final int KEPT = 1024;

  private static final int STEPS = 8;
  private static final int WHITE = 0xffffff;

  private final long[] keys = new long[KEPT];
  private final int[] made = new int[KEPT];

  /** The colour of a text, lighter or darker where it could not be read on {@code behind}. */
  int readable(int text, int behind) {
    if (text == behind) {
      // Who wants that hides something.
      return text;
    }
    // One more, so that black on black is no empty place.
    long key = ((long) text << 24 | behind) + 1;
    int at = (int) ((key ^ key >>> 20 ^ key >>> 36) & (KEPT - 1));
    if (keys[at] != key) {
      keys[at] = key;
      made[at] = make(text, behind);
    }
    return made[at];
  }

  private static int make(int text, int behind) {
    if (of(text, behind) >= LEAST) {
      return text;
    }
    int far = of(WHITE, behind) > of(0, behind) ? WHITE : 0;
    for (int step = 1; step < STEPS; step++) {
      int nearer = mixed(text, far, (double) step / STEPS);
      if (of(nearer, behind) >= LEAST) {
        return nearer;
      }
    }
    return far;
  }

  private static int mixed(int from, int to, double share) {
    return channel(from, to, share, 16) | channel(from, to, share, 8) | channel(from, to, share, 0);
  }

  private static int channel(int from, int to, double share, int shift) {
    int begin = from >>> shift & 0xff;
    int end = to >>> shift & 0xff;
    return (int) Math.round(begin + (end - begin) * share) << shift;
  }

  /** The contrast of two colours, from 1 to 21 (WCAG 2.2, contrast ratio). */
  static double of(int one, int other) {
    double first = luminance(one);
    double second = luminance(other);
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  private static double luminance(int color) {
    return 0.2126 * linear(color >>> 16 & 0xff)
        + 0.7152 * linear(color >>> 8 & 0xff)
        + 0.0722 * linear(color & 0xff);
  }

  private static double linear(int channel) {
    double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
