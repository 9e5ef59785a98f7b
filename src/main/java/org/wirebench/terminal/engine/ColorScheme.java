package org.wirebench.terminal.engine;

import java.util.List;

/**
 * The colours of a terminal before a program changes them. Each is red, green and blue in 24 bits.
 *
 * @param first the sixteen that have names, from black to bright white
 */
public record ColorScheme(
    String name, int text, int background, int cursor, int selection, List<Integer> first) {
  /** The colours of xterm. */
  public static final ColorScheme DEFAULT =
      new ColorScheme(
          "xterm",
          0xe5e5e5,
          0x000000,
          0xe5e5e5,
          0x3a5f8f,
          List.of(
              0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5,
              0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff));

  private static final int NAMED = 16;
  private static final int CUBE = 6;
  private static final int GREYS = NAMED + CUBE * CUBE * CUBE;

  /**
   * @throws IllegalArgumentException when there are not sixteen colours
   */
  public ColorScheme {
    if (first.size() != NAMED) {
      throw new IllegalArgumentException("colours: " + first.size());
    }
    first = List.copyOf(first);
  }

  /** A colour of the 256: those with names, a cube of 6 by 6 by 6, and 24 greys. */
  public int color(int index) {
    if (index < NAMED) {
      return first.get(index);
    }
    if (index < GREYS) {
      int at = index - NAMED;
      return level(at / (CUBE * CUBE)) << 16 | level(at / CUBE % CUBE) << 8 | level(at % CUBE);
    }
    int grey = 8 + 10 * (index - GREYS);
    return grey << 16 | grey << 8 | grey;
  }

  /** Whether what is written on the background would be lighter than that to be seen best. */
  public boolean isDark() {
    // Here black and white contrast alike (WCAG 2.2, "contrast ratio").
    return luminance(background) < Math.sqrt(1.05 * 0.05) - 0.05;
  }

  /** The relative luminance of WCAG 2.2. */
  private static double luminance(int color) {
    return 0.2126 * linear(color >> 16 & 0xff)
        + 0.7152 * linear(color >> 8 & 0xff)
        + 0.0722 * linear(color & 0xff);
  }

  private static double linear(int part) {
    double value = part / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  private static int level(int step) {
    return step == 0 ? 0 : 55 + 40 * step;
  }
}
