package org.wirebench.terminal.view;

import java.util.Arrays;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.wirebench.terminal.engine.RowImage;
import org.wirebench.terminal.engine.ScreenView;
import org.wirebench.terminal.engine.Style;

/** The colours of a terminal as they were when it was last drawn. FX thread only. */
final class TerminalColors {
  private static final int SIZE = 256;
  private static final int TEXT = SIZE;
  private static final int BACKGROUND = SIZE + 1;
  private static final int CURSOR = SIZE + 2;
  private static final int REVERSED = SIZE + 3;

  /** A power of two: the colours of a picture in 24 bits are made again and again. */
  private static final int KEPT = 4096;

  private int[] now = new int[REVERSED + 1];
  private final Color[] kept = new Color[KEPT];
  private final int[] keptFor = new int[KEPT];
  private final Contrast contrast = new Contrast();

  /**
   * Takes over those of the terminal, whose lock is held.
   *
   * @return whether any is another one
   */
  boolean take(ScreenView screen) {
    int[] next = new int[REVERSED + 1];
    for (int i = 0; i < SIZE; i++) {
      next[i] = screen.indexed(i);
    }
    next[TEXT] = screen.text();
    next[BACKGROUND] = screen.background();
    next[CURSOR] = screen.cursorColor();
    next[REVERSED] = screen.isReversed() ? 1 : 0;
    boolean changed = !Arrays.equals(now, next);
    now = next;
    return changed;
  }

  private boolean isReversed() {
    return now[REVERSED] != 0;
  }

  /** What is behind everything. */
  int background() {
    return now[isReversed() ? TEXT : BACKGROUND];
  }

  /** The usual colour of text. */
  int text() {
    return now[isReversed() ? BACKGROUND : TEXT];
  }

  int cursor() {
    return now[CURSOR];
  }

  /** What is behind a cell of this style. */
  int behind(long style) {
    return Style.has(style, Style.INVERSE)
        ? of(Style.foreground(style), text())
        : of(Style.background(style), background());
  }

  /**
   * The colour of the text of a cell, such that it can be read. Pictures that are made of blocks
   * have the colours that they have.
   */
  int text(RowImage row, int column) {
    int codePoint = row.codePoint(column);
    boolean picture = codePoint > LineGlyphs.LAST && BoxGlyphs.covers(codePoint);
    return picture ? text(row.style(column)) : readable(row.style(column));
  }

  private int readable(long style) {
    boolean quiet = Style.has(style, Style.HIDDEN) || Style.has(style, Style.FAINT);
    int text = text(style);
    return quiet ? text : contrast.readable(text, behind(style));
  }

  /** The colour of the text of this style. */
  int text(long style) {
    int behind = behind(style);
    if (Style.has(style, Style.HIDDEN)) {
      return behind;
    }
    int text =
        Style.has(style, Style.INVERSE)
            ? of(Style.background(style), background())
            : of(Style.foreground(style), text());
    return Style.has(style, Style.FAINT) ? mixed(text, behind) : text;
  }

  /** A colour as a style has it, in 24 bits. */
  int of(int color, int otherwise) {
    if (Style.isIndexed(color)) {
      return now[Style.value(color)];
    }
    return Style.isRgb(color) ? Style.value(color) : otherwise;
  }

  /** Halfway between both. */
  static int mixed(int one, int other) {
    return ((one & 0xfefefe) >>> 1) + ((other & 0xfefefe) >>> 1);
  }

  /** As JavaFX has it. */
  Color paint(int rgb) {
    int at = (rgb ^ rgb >>> 12) & (KEPT - 1);
    @Nullable Color known = kept[at];
    if (known == null || keptFor[at] != rgb) {
      known = Color.rgb(rgb >>> 16 & 0xff, rgb >>> 8 & 0xff, rgb & 0xff);
      kept[at] = known;
      keptFor[at] = rgb;
    }
    return known;
  }
}
