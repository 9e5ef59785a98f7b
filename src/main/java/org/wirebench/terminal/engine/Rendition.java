package org.wirebench.terminal.engine;

import org.wirebench.terminal.engine.Style.Underline;

/** Select Graphic Rendition (SGR; ECMA-48 section 8.3.117, and ISO 8613-6 for the colours). */
final class Rendition {
  private final Cursor cursor;

  Rendition(Cursor cursor) {
    this.cursor = cursor;
  }

  void select(Params params) {
    int at = 0;
    while (at < params.count()) {
      int parts = parts(params, at);
      if (parts > 0) {
        withParts(params, at, parts);
        at += 1 + parts;
      } else {
        at += one(params, at);
      }
    }
  }

  /** How many parts the number at a place has. */
  private static int parts(Params params, int at) {
    int end = at + 1;
    while (params.isPart(end)) {
      end++;
    }
    return end - at - 1;
  }

  /** A number with parts of its own: {@code 4:3}, {@code 38:2::r:g:b}, {@code 38:5:n}. */
  private void withParts(Params params, int at, int parts) {
    switch (params.get(at, 0)) {
      case 4 -> {
        int style = params.get(at + 1, 1);
        if (style < Underline.ALL.size()) {
          underline(Underline.ALL.get(style));
        }
      }
      case 38, 48, 58 -> {
        int color = colorOfParts(params, at, parts);
        if (color >= 0) {
          color(params.get(at, 0), color);
        }
      }
      default -> {}
    }
  }

  private static int colorOfParts(Params params, int at, int parts) {
    int kind = params.get(at + 1, 0);
    if (kind == 5 && parts >= 2) {
      return indexed(params.get(at + 2, 0));
    }
    if (kind == 2 && parts >= 4) {
      // With the identifier of a colour space, as the standard has it, or without, as most write.
      int red = parts >= 5 ? at + 3 : at + 2;
      return rgb(params, red);
    }
    return -1;
  }

  private static int indexed(int index) {
    return index <= 0xff ? Style.indexed(index) : -1;
  }

  private static int rgb(Params params, int at) {
    int red = params.get(at, 0);
    int green = params.get(at + 1, 0);
    int blue = params.get(at + 2, 0);
    return red <= 0xff && green <= 0xff && blue <= 0xff ? Style.rgb(red, green, blue) : -1;
  }

  /** A number without parts; how many numbers it took. */
  private int one(Params params, int at) {
    int number = params.get(at, 0);
    if (number == 38 || number == 48 || number == 58) {
      return colorOfNumbers(params, at);
    }
    if ((number >= 30 && number < 50)
        || (number >= 90 && number < 98)
        || (number >= 100 && number < 108)) {
      usualColor(number);
    } else if (number < 10) {
      set(number);
    } else {
      unset(number);
    }
    return 1;
  }

  /** {@code 38;5;n} or {@code 38;2;r;g;b}; how many numbers that is. */
  private int colorOfNumbers(Params params, int at) {
    int kind = params.get(at + 1, 0);
    if (kind != 2 && kind != 5) {
      return 2;
    }
    int color = kind == 5 ? indexed(params.get(at + 2, 0)) : rgb(params, at + 2);
    if (color >= 0) {
      color(params.get(at, 0), color);
    }
    return kind == 5 ? 3 : 5;
  }

  private void color(int which, int color) {
    switch (which) {
      case 38 -> cursor.style = Style.withForeground(cursor.style, color);
      case 48 -> cursor.style = Style.withBackground(cursor.style, color);
      default -> cursor.extra = Extra.withUnderlineColor(cursor.extra, color);
    }
  }

  private void usualColor(int number) {
    switch (number) {
      case 39 -> color(38, Style.DEFAULT_COLOR);
      case 49 -> color(48, Style.DEFAULT_COLOR);
      default -> {
        boolean bright = number >= 90;
        int base = bright ? number - 90 : number - 30;
        color(base < 10 ? 38 : 48, Style.indexed(base % 10 + (bright ? 8 : 0)));
      }
    }
  }

  private void set(int number) {
    switch (number) {
      case 0 -> {
        cursor.style &= Style.PROTECTED;
        cursor.extra = Extra.withUnderlineColor(cursor.extra, Style.DEFAULT_COLOR);
      }
      case 1 -> cursor.style |= Style.BOLD;
      case 2 -> cursor.style |= Style.FAINT;
      case 3 -> cursor.style |= Style.ITALIC;
      case 4 -> underline(Underline.SINGLE);
      case 5, 6 -> cursor.style |= Style.BLINK;
      case 7 -> cursor.style |= Style.INVERSE;
      case 8 -> cursor.style |= Style.HIDDEN;
      default -> cursor.style |= Style.STRIKE;
    }
  }

  private void unset(int number) {
    switch (number) {
      case 21 -> underline(Underline.DOUBLE);
      case 22 -> cursor.style &= ~(Style.BOLD | Style.FAINT);
      case 23 -> cursor.style &= ~Style.ITALIC;
      case 24 -> underline(Underline.NONE);
      case 25 -> cursor.style &= ~Style.BLINK;
      case 27 -> cursor.style &= ~Style.INVERSE;
      case 28 -> cursor.style &= ~Style.HIDDEN;
      case 29 -> cursor.style &= ~Style.STRIKE;
      case 53 -> cursor.style |= Style.OVERLINE;
      case 55 -> cursor.style &= ~Style.OVERLINE;
      case 59 -> color(58, Style.DEFAULT_COLOR);
      default -> {}
    }
  }

  private void underline(Underline underline) {
    cursor.style = Style.withUnderline(cursor.style, underline);
  }

  /** The style as the parameters of SGR that would set it (DECRQSS). */
  static String written(long style, long extra) {
    StringBuilder text = new StringBuilder("0");
    long[] flags = {
      Style.BOLD,
      Style.FAINT,
      Style.ITALIC,
      0,
      Style.BLINK,
      0,
      Style.INVERSE,
      Style.HIDDEN,
      Style.STRIKE
    };
    for (int i = 0; i < flags.length; i++) {
      if (flags[i] != 0 && Style.has(style, flags[i])) {
        text.append(';').append(i + 1);
      }
    }
    Underline underline = Style.underline(style);
    if (underline == Underline.SINGLE) {
      text.append(";4");
    } else if (underline != Underline.NONE) {
      text.append(";4:").append(underline.number);
    }
    if (Style.has(style, Style.OVERLINE)) {
      text.append(";53");
    }
    color(text, Style.foreground(style), 30);
    color(text, Style.background(style), 40);
    color(text, Extra.underlineColor(extra), 50);
    return text.toString();
  }

  private static void color(StringBuilder text, int color, int base) {
    int value = Style.value(color);
    if (Style.isRgb(color)) {
      text.append(';').append(base + 8).append(":2::").append(value >> 16 & 0xff);
      text.append(':').append(value >> 8 & 0xff).append(':').append(value & 0xff);
    } else if (Style.isIndexed(color) && value < 16 && base < 50) {
      text.append(';').append(value < 8 ? base + value : base + 60 + value - 8);
    } else if (Style.isIndexed(color)) {
      text.append(';').append(base + 8).append(":5:").append(value);
    }
  }
}
