package org.wirebench.terminal.engine;

import java.util.List;

/**
 * How a cell looks, as one number: colours of 26 bits for the text and what is behind it, and
 * flags. What has no style is 0.
 */
public final class Style {
  /** No colour was chosen, no flag is set. */
  public static final long DEFAULT = 0;

  /** A colour that was not chosen: the usual one of text or background. */
  public static final int DEFAULT_COLOR = 0;

  public static final long BOLD = 1L << 52;
  public static final long FAINT = 1L << 53;
  public static final long ITALIC = 1L << 54;
  public static final long BLINK = 1L << 55;
  public static final long INVERSE = 1L << 56;
  public static final long HIDDEN = 1L << 57;
  public static final long STRIKE = 1L << 58;
  public static final long OVERLINE = 1L << 59;

  /** Not erased by DECSED and DECSEL. */
  public static final long PROTECTED = 1L << 60;

  private static final int COLOR_BITS = 26;
  private static final long COLOR = (1L << COLOR_BITS) - 1;

  /** Both colours of a style. */
  static final long COLORS = COLOR << COLOR_BITS | COLOR;

  private static final int INDEXED = 1 << 24;
  private static final int RGB = 2 << 24;
  private static final int UNDERLINE_AT = 61;
  private static final long UNDERLINE_BITS = 7L << UNDERLINE_AT;

  /** The lines below a text (SGR 4). */
  public enum Underline {
    NONE(0),
    SINGLE(1),
    DOUBLE(2),
    CURLY(3),
    DOTTED(4),
    DASHED(5);

    /** By their numbers. */
    static final List<Underline> ALL = List.of(values());

    /** The number that SGR 4 has for it. */
    final int number;

    Underline(int number) {
      this.number = number;
    }
  }

  private Style() {}

  /** The colour of this number in the palette, from 0 to 255. */
  public static int indexed(int index) {
    return INDEXED | (index & 0xff);
  }

  /** A colour of its own, each part from 0 to 255. */
  public static int rgb(int red, int green, int blue) {
    return RGB | (red & 0xff) << 16 | (green & 0xff) << 8 | (blue & 0xff);
  }

  /** Whether a colour is one of the palette. */
  public static boolean isIndexed(int color) {
    return color >>> 24 == 1;
  }

  /** Whether a colour is one of its own. */
  public static boolean isRgb(int color) {
    return color >>> 24 == 2;
  }

  /** The number in the palette, or red, green and blue in 24 bits. */
  public static int value(int color) {
    return color & 0xffffff;
  }

  /** The colour of the text. */
  public static int foreground(long style) {
    return (int) (style & COLOR);
  }

  /** The colour behind the text. */
  public static int background(long style) {
    return (int) (style >>> COLOR_BITS & COLOR);
  }

  public static long withForeground(long style, int color) {
    return (style & ~COLOR) | (color & COLOR);
  }

  public static long withBackground(long style, int color) {
    return (style & ~(COLOR << COLOR_BITS)) | (color & COLOR) << COLOR_BITS;
  }

  public static Underline underline(long style) {
    return Underline.ALL.get((int) ((style & UNDERLINE_BITS) >>> UNDERLINE_AT));
  }

  public static long withUnderline(long style, Underline underline) {
    return (style & ~UNDERLINE_BITS) | (long) underline.number << UNDERLINE_AT;
  }

  /** Whether all of these flags are set. */
  public static boolean has(long style, long flags) {
    return (style & flags) == flags;
  }

  /** What an erased cell looks like: it has the background of the cursor (xterm's "bce"). */
  static long erased(long style) {
    return style & (COLOR << COLOR_BITS);
  }
}
