package org.wirebench.terminal.view;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.wirebench.terminal.engine.RowImage;

/**
 * Draws characters that the font of the terminal may not have, each in its cells: one of another
 * font is as wide as that font has it.
 */
final class Glyphs {
  /** How many widths are kept. */
  private static final int MOST = 4096;

  /** How high above the base line the middle of a symbol is, as a part of the size. */
  private static final double MIDDLE = 0.35;

  private static final float LOAD = 0.75f;

  private final Map<Shape, Double> widths =
      new LinkedHashMap<>(16, LOAD, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Shape, Double> eldest) {
          return size() > MOST;
        }
      };

  private record Shape(String text, Font font) {}

  /** Forgets how wide everything is. */
  void clear() {
    widths.clear();
  }

  /** Whether a cell can be drawn together with its neighbours: the font has it, one cell wide. */
  static boolean isSimple(RowImage row, int column) {
    return row.isEmpty(column)
        || (!row.isTail(column)
            && !row.isCluster(column)
            && !row.isWide(column)
            && isSimple(row.codePoint(column)));
  }

  /** Latin, Greek and Cyrillic, which JetBrains Mono has, without marks that combine. */
  private static boolean isSimple(int codePoint) {
    boolean latin = codePoint < 0x250 && codePoint != 0xad;
    boolean greek = codePoint >= 0x370 && codePoint < 0x400;
    boolean cyrillic = codePoint >= 0x400 && codePoint < 0x530;
    boolean mark = codePoint >= 0x483 && codePoint < 0x48a;
    return latin || greek || (cyrillic && !mark);
  }

  /** The text of simple cells, without the blanks at its end. */
  static String text(RowImage row, int from, int to) {
    StringBuilder text = new StringBuilder(to - from);
    int end = 0;
    for (int column = from; column < to; column++) {
      int codePoint = row.isEmpty(column) ? ' ' : row.codePoint(column);
      text.appendCodePoint(codePoint);
      if (codePoint != ' ') {
        end = text.length();
      }
    }
    text.setLength(end);
    return text.toString();
  }

  /**
   * Draws one character in the middle of its cells. Where it has no room, a letter is drawn
   * narrower, and a symbol, which would be bent, smaller.
   *
   * @param y the base line
   */
  void draw(GraphicsContext canvas, String text, Font font, double x, double y, double width) {
    canvas.setFont(font);
    double natural = widths.computeIfAbsent(new Shape(text, font), Glyphs::measure);
    if (natural <= width) {
      canvas.fillText(text, x + (width - natural) / 2, y);
    } else if (isSymbol(text.codePointAt(0))) {
      double scale = width / natural;
      canvas.save();
      canvas.translate(x, y - font.getSize() * MIDDLE);
      canvas.scale(scale, scale);
      canvas.fillText(text, 0, font.getSize() * MIDDLE);
      canvas.restore();
    } else {
      canvas.fillText(text, x, y, width);
    }
  }

  private static boolean isSymbol(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.OTHER_SYMBOL
        || type == Character.MATH_SYMBOL
        || type == Character.PRIVATE_USE;
  }

  private static double measure(Shape shape) {
    Text sample = new Text(shape.text);
    sample.setFont(shape.font);
    return sample.getLayoutBounds().getWidth();
  }
}
