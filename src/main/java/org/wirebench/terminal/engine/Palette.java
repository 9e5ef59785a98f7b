package org.wirebench.terminal.engine;

import java.util.Arrays;
import java.util.List;

/**
 * The colours that a program may ask for and change (OSC 4, 10 to 12). A colour is red, green and
 * blue in 24 bits.
 */
final class Palette {
  static final int SIZE = 256;
  private static final int UNCHANGED = -1;

  /** A colour that is not one of the numbered ones; in the order of OSC 10, 11 and 12. */
  enum Special {
    TEXT(0),
    BACKGROUND(1),
    CURSOR(2);

    static final List<Special> ALL = List.of(values());

    private final int number;

    Special(int number) {
      this.number = number;
    }
  }

  private final int[] changed = new int[SIZE + Special.ALL.size()];
  private ColorScheme scheme = ColorScheme.DEFAULT;

  Palette() {
    Arrays.fill(changed, UNCHANGED);
  }

  /** Has other colours from now on, but for those that the program changed. */
  void use(ColorScheme other) {
    scheme = other;
  }

  /** Whether the colours that the user chose are dark ones, whatever the program made of them. */
  boolean isDark() {
    return scheme.isDark();
  }

  int color(int index) {
    return changed[index] == UNCHANGED ? scheme.color(index) : changed[index];
  }

  int color(Special special) {
    int now = changed[SIZE + special.number];
    if (now != UNCHANGED) {
      return now;
    }
    return switch (special) {
      case TEXT -> scheme.text();
      case BACKGROUND -> scheme.background();
      case CURSOR -> scheme.cursor();
    };
  }

  void set(int index, int color) {
    changed[index] = color;
  }

  void set(Special special, int color) {
    changed[SIZE + special.number] = color;
  }

  void reset(int index) {
    changed[index] = UNCHANGED;
  }

  void reset(Special special) {
    changed[SIZE + special.number] = UNCHANGED;
  }

  /** All but the special ones. */
  void resetIndexed() {
    Arrays.fill(changed, 0, SIZE, UNCHANGED);
  }

  void reset() {
    Arrays.fill(changed, UNCHANGED);
  }
}
